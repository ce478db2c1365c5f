"""What every page of the staff area is: a heading with its actions, and a column below."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.text import Role, Text

_TITLE_ROOM = 330
_LAYOUTS = 4
"""How deep a field lies in a page."""


class StaffPage(QWidget):
    """One page. It asks by typed signals of its own, and shows the views that it is handed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def first_focus(self) -> QWidget | None:
        """Return what a person at the keyboard acts on first."""
        return None


class PageTitle(Text):
    """What a page is called. It is as high with no button beside it as with one."""

    def __init__(self, look: Look, title: str = "") -> None:
        super().__init__(look, Role.HEADING, title)
        look.changed.connect(self._keep_height)
        self._keep_height()

    @Slot()
    def _keep_height(self) -> None:
        self.setMinimumHeight(self._look.target(self._look.measures.main_target))


class ColumnPage(StaffPage):
    """A page that scrolls as a whole where it is higher than the window.

    ``column`` is for whatever lies below the heading.
    """

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look)
        content = QWidget()
        self.column = Column(look, 16, (34, 26, 34, 26))
        content.setLayout(self.column)
        self._head = Fold(look, 16)
        self._head.add(PageTitle(look, title), 1, _TITLE_ROOM)
        self.column.addLayout(self._head)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(look, content)
        whole.addWidget(self._scroll)

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll to something that was shown just now."""
        # It has no place before every layout around it has heard of it.
        for _ in range(_LAYOUTS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._scroll.show_whole(part)

    def add_action(self, button: Button) -> None:
        """Put a button at the right of the heading."""
        self._head.add(button)
