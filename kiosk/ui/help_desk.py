"""Help, one press away on every screen: by its tool, or by F1."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from kiosk.core.aloud import Silence
from kiosk.ui.help_words import help_of, why_silent
from kiosk.ui.main_window import MainWindow
from kiosk.ui.navigator import Navigator
from kiosk.ui.theme import Look
from kiosk.ui.views import HelpView
from kiosk.ui.widgets.help_sheet import HelpSheet

_KEYS = (Qt.Key.Key_F1, Qt.Key.Key_Help)


class HelpDesk(QObject):
    """Tells what the screen that is shown is for; ``told`` after each time.

    ``own_words`` returns title and words of a page that a screen has within it.
    """

    told = Signal()

    def __init__(self, look: Look, window: MainWindow, navigator: Navigator) -> None:
        super().__init__()
        self.own_words: Callable[[], tuple[str, str] | None] = _none
        self._look = look
        self._window = window
        self._navigator = navigator
        self.sheet: HelpSheet | None = None
        for key in _KEYS:
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.ask)
        window.turning.connect(self.close)

    @Slot()
    def ask(self) -> None:
        """Show help for the screen that is open; a question over it is answered first."""
        if self._navigator.screen is not None:
            self._show(help_of(self._navigator.screen, self.own_words()))

    @Slot(object)
    def explain_silence(self, silence: Silence) -> None:
        """Tell why nothing can be read aloud, and what can be done."""
        self._show(why_silent(silence))

    def _show(self, view: HelpView) -> None:
        if self._window.asks(self.sheet):
            return
        if self.sheet is None:
            # Made when it is first asked for: it must not make the start longer.
            self.sheet = HelpSheet(self._look, self._window)
            self.sheet.opened.connect(self._window.covered)
            self.sheet.safe_chosen.connect(self._go_back)
        self.sheet.tell(view)
        self.told.emit()

    @Slot()
    def close(self) -> None:
        """Take the help away with the screen that it is about."""
        if self.sheet is not None:
            self.sheet.dismiss()

    @Slot()
    def _go_back(self) -> None:
        focused = self._window.focusWidget()
        # What had the focus may be gone: a panel closes with the screen below it.
        if focused is None or not focused.isVisible():
            self._navigator.focus_first()


def _none() -> None:
    return None
