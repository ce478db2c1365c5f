"""The only one who changes the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kiosk.core.flow import VISIT_SCREENS, Screen
from kiosk.core.ports import SaveState
from kiosk.ui.main_window import MainWindow
from kiosk.ui.reading_order import put_in_order
from kiosk.ui.screens.base import Page
from kiosk.ui.theme import Look

Factory = Callable[[Look], Page]
Wire = Callable[[Screen, Page], None]


class Navigator:
    """Makes pages when they are first needed, shows them, and forgets a learner's."""

    def __init__(self, look: Look, window: MainWindow, factories: Mapping[Screen, Factory]) -> None:
        self.look = look
        self._window = window
        self._factories = factories
        self._pages: dict[Screen, Page] = {}
        self._wire: Wire | None = None
        self._saved = SaveState.SAVED
        self.screen: Screen | None = None
        window.covered.connect(self._let_go)

    def wire_with(self, wire: Wire) -> None:
        """Have every new page connected by ``wire``."""
        self._wire = wire

    def page(self, screen: Screen) -> Page:
        """Return a screen's page, made now if it was not yet."""
        if screen not in self._pages:
            page = self._factories[screen](self.look)
            self._pages[screen] = page
            self._window.pages.addWidget(page)
            if self._wire is not None:
                self._wire(screen, page)
        return self._pages[screen]

    def show(self, screen: Screen, view: object) -> None:
        """Turn to a page and hand it a view; the focus goes to what comes first there."""
        self._window.turning.emit()
        before = self._window.focusWidget()
        page = self._hand(screen, view)
        turned = self._window.pages.currentWidget() is not page
        # What had the focus may have no place in the new view: Qt gives it to whatever is next.
        lost = not self._inside(page) or self._window.focusWidget() is not before
        first = page.first_focus()
        if first is not None and (turned or lost):
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        # Turned last: a page that is left with the focus gives it to whatever comes by, aloud.
        self._window.pages.setCurrentWidget(page)
        self.screen = screen
        self._window.turned.emit()

    def focus_first(self) -> None:
        """Give the focus to what comes first on the page that is open."""
        page = self._window.pages.currentWidget()
        first = page.first_focus() if isinstance(page, Page) else None
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, screen: Screen, view: object) -> None:
        """Hand the page that is open a new view; the focus stays where it is."""
        self._hand(screen, view)

    def remake(self, show: Callable[[], None]) -> None:
        """Make every page anew: ``show`` shows the open one again.

        What was typed or opened on it stays, and the focus where the language is chosen.
        """
        before, self._pages, at = self._pages, {}, self.screen
        old = before.get(self.screen) if self.screen is not None else None
        if old is not None:
            old.let_go()
        kept = old.kept() if old is not None else None
        show()
        new = self._pages.get(self.screen) if self.screen is not None else None
        # Another screen where the language changes because somebody leaves.
        if new is not None and old is not None and self.screen is at:
            new.take_up(kept)
            tool = new.language_tool()
            if tool is not None:
                tool.setFocus(Qt.FocusReason.OtherFocusReason)
        for page in before.values():
            self._window.pages.removeWidget(page)
            page.deleteLater()

    def show_saved(self, state: SaveState) -> None:
        """Show on the open page how the store stands."""
        self._saved = state
        page = self._window.pages.currentWidget()
        if isinstance(page, Page):
            page.show_saved(state)

    def expect_saving(self) -> None:
        """Say no longer that all is saved: something was just asked to be written."""
        if self._saved is SaveState.SAVED:
            self.show_saved(SaveState.SAVING)

    def forget(self, screen: Screen) -> None:
        """Throw a page away; it is made anew when it is next needed."""
        page = self._pages.pop(screen, None)
        if page is not None:
            self._window.pages.removeWidget(page)
            page.deleteLater()

    def forget_learner(self) -> None:
        """Throw away every page that a learner saw, and what they may have copied."""
        for screen in VISIT_SCREENS:
            self.forget(screen)
        self.empty_clipboard()

    def empty_clipboard(self) -> None:
        """Let nobody paste what somebody else has copied here."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()

    def _hand(self, screen: Screen, view: object) -> Page:
        page = self.page(screen)
        page.show_view(view)
        page.show_saved(self._saved)
        put_in_order(page)
        return page

    def _let_go(self) -> None:
        page = self._window.pages.currentWidget()
        if isinstance(page, Page):
            page.let_go()

    def _inside(self, page: QWidget) -> bool:
        focused = self._window.focusWidget()
        return focused is not None and page.isAncestorOf(focused)
