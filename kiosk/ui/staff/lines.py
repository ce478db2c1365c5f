"""Many lines to read, one below the other; only those in sight cost anything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy

from kiosk.ui.theme import Look
from kiosk.ui.widgets.scroll_bar import dress

_BAR = 12
_LETTERS = 17
_LEAST_ROWS, _MOST_ROWS = 2, 8


class Lines(QListView):
    """A list that arrow keys, wheel and finger move through. It takes no room while empty."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._model = QStringListModel(self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def lines(self) -> list[str]:
        """All lines, in sight or not."""
        return self._model.stringList()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show lines in the place of those before."""
        self._model.setStringList(list(lines))
        self.setVisible(bool(lines))
        self._restyle()
        self.scrollToTop()

    @Slot()
    def _restyle(self) -> None:
        look = self._look
        self.setFont(look.font(_LETTERS))
        self.setSpacing(look.px(2))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, look.color("paper"))
        palette.setColor(QPalette.ColorRole.Text, look.color("ink"))
        self.setPalette(palette)
        dress(self.verticalScrollBar(), look, look.px(_BAR))
        row = self.fontMetrics().height() + 2 * self.spacing() + look.px(4)
        rows = min(_MOST_ROWS, max(_LEAST_ROWS, self._model.rowCount()))
        # Longer lines take a second row: a little more than they are.
        self.setFixedHeight(round(row * (rows + 0.5)))
