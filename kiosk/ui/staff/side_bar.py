"""The dark bar at the left of the staff area: pages above, ways out below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.staff.views import PageTab
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import SMALLER, Button, Kind, Parts
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.text import Role, Text

_MOST_OF_PAGE = 0.34
_GROUND = "side"


class SideBar(QWidget):
    """Names every page; the one that is open is checked.

    Tab stops once at the pages, where the arrow keys go from one to the next,
    and then at each way out. ``page_asked`` has the name of a page.
    """

    page_asked = Signal(str)

    def __init__(self, look: Look, ways_out: tuple[Button, ...]) -> None:
        super().__init__()
        self._look = look
        self.pages: dict[str, Button] = {}
        self._buttons = list(ways_out)
        self._page_column = Column(look, 4)
        content = QWidget()
        column = Column(look, 4, (14, 20, 14, 16))
        content.setLayout(column)
        head = self._head = Text(look, Role.BAR_TITLE, self.tr("Staff"), color="side-ink")
        head.setContentsMargins(look.px(16), 0, 0, look.px(12))
        column.addWidget(head)
        column.addLayout(self._page_column)
        column.addStretch(1)
        for button in ways_out:
            _widen(button)
            column.addWidget(button)
        self._scroll = Scroll(look, content, _GROUND)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def name_pages(self, tabs: tuple[PageTab, ...]) -> None:
        """Name the pages, once."""
        for tab in tabs:
            button = self._page_button(tab)
            self.pages[tab.name] = button
            self._buttons.append(button)
            self._page_column.addWidget(button)

    def _page_button(self, tab: PageTab) -> Button:
        button = Button(self._look, Kind.SIDE, tab.title, icon=tab.icon)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(partial(self._ask, tab.name))
        _widen(button)
        return button

    def _ask(self, name: str, *_checked: object) -> None:
        self.page_asked.emit(name)

    def check(self, name: str) -> None:
        """Show which page is open."""
        self.pages[name].setChecked(True)

    def fit(self, page: QSize) -> None:
        """Take the room that words need beside their icons; of a small page, words alone."""
        self._head.show()
        for button in self._buttons:
            button.show_parts(Parts.WHOLE)
        words = max(button.sizeHint().width() for button in self._buttons) + self._look.px(28)
        wide = max(self._look.px(240), self._look.text_px(17) * 13, words)
        narrow = wide > _MOST_OF_PAGE * page.width() or self._content_height() > page.height()
        self._head.setVisible(not narrow)
        if narrow:
            self._show_words(page.height())
        alone = max(button.sizeHint().width() for button in self._buttons) + self._look.px(28)
        self.setFixedWidth(alone if narrow else wide)
        self.update()

    def _show_words(self, high: int) -> None:
        # As large as lets every page be seen without scrolling.
        for share in SMALLER:
            for button in self._buttons:
                button.set_smaller(share)
                button.show_parts(Parts.WORDS)
            if self._content_height() <= high:
                return

    def _content_height(self) -> int:
        content = self._scroll.widget()
        layout = content.layout()
        if layout is not None:
            layout.activate()
        return content.sizeHint().height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dark ground, and the line where the page begins."""
        painter, wide = QPainter(self), self._look.edge(1)
        painter.fillRect(self.rect(), self._look.color(_GROUND))
        painter.fillRect(self.width() - wide, 0, wide, self.height(), self._look.color("line"))


def _widen(button: Button) -> None:
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
