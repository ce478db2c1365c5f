"""The staff area: a side bar that names the pages, and the page that is open beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from kiosk.ui.reading_order import put_in_order
from kiosk.ui.screens.base import Page
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.side_bar import SideBar
from kiosk.ui.staff.views import AreaView
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.touch_keys import TouchKeys


class StaffArea(Page):
    """A frame for pages that somebody else makes and puts in.

    ``page_asked`` has the name of a page to be put in, if it is not there yet, and
    turned to.
    """

    page_asked = Signal(str)
    back_asked = Signal()
    leave_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.back = Button(look, Kind.SIDE, self.tr("Back to learners"), icon="back")
        self.leave = Button(look, Kind.SIDE, self.tr("Leave the kiosk"), icon="door")
        self.back.set_short(self.tr("Back"))
        self.leave.set_short(self.tr("Leave"))
        self.side = SideBar(look, (self.make_help(Kind.SIDE), self.back, self.leave))
        self.side.page_asked.connect(self.page_asked)
        self._notices = Column(look, 8, (34, 0, 34, 0))
        self._stack = QStackedWidget()
        self._pages: dict[str, StaffPage] = {}
        beside = QWidget()
        column = Column(look, 0)
        beside.setLayout(column)
        column.addLayout(self._notices)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(beside, 1)
        self.keys = TouchKeys(look, self)
        whole = Column(look, 0)
        self.setLayout(whole)
        whole.addLayout(row, 1)
        whole.addWidget(self.keys)
        self.back.clicked.connect(self.back_asked)
        self.leave.clicked.connect(self.leave_asked)

    def show_view(self, view: AreaView) -> None:
        """Name the pages, tell what there is to tell, and ask for the page to be opened.

        Shown once: an area is thrown away when staff leave it.
        """
        self.side.name_pages(view.tabs)
        # After the buttons, so that they have their new letters when they are measured.
        self.look.changed.connect(self._fit_bar)
        self._fit_bar()
        for words in view.notices:
            note = Note(self.look)
            self._notices.addWidget(note)
            note.show_note(words)
        self.page_asked.emit(view.current)

    def hold(self, name: str, page: StaffPage) -> None:
        """Put a page in, to be turned to."""
        self._pages[name] = page
        self._stack.addWidget(page)

    def turn_to(self, name: str) -> None:
        """Show a page that was put in."""
        self._stack.setCurrentWidget(self._pages[name])
        self.side.check(name)
        put_in_order(self)

    @property
    def notices(self) -> tuple[str, ...]:
        """What is told above every page."""
        notes = (self._notices.itemAt(n).widget() for n in range(self._notices.count()))
        return tuple(note.words for note in notes if isinstance(note, Note))

    def page(self, name: str) -> StaffPage | None:
        """Return a page that was put in."""
        return self._pages.get(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the side bar what there is for it."""
        super().resizeEvent(event)
        self._fit_bar()

    @Slot()
    def _fit_bar(self) -> None:
        self.side.fit(self.size())

    def first_focus(self) -> QWidget | None:
        """Return what comes first on the open page, or the open page's own name."""
        page = self._stack.currentWidget()
        first = page.first_focus() if isinstance(page, StaffPage) else None
        if first is not None:
            return first
        return next((b for b in self.side.pages.values() if b.isChecked()), None)
