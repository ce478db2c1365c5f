"""A table to read: sorted and opened by finger, mouse and keys, read out cell by cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScroller, QTableView, QWidget

from kiosk.ui import art
from kiosk.ui.theme import Look
from kiosk.ui.widgets.picture import Fit, PictureView
from kiosk.ui.widgets.scroll_bar import dress
from kiosk.ui.widgets.table_model import Cell, Heading, RowsModel
from kiosk.ui.widgets.table_paint import CellPainter, Head, row_height

_BAR = 12
_NEAR_ROWS = 40
_MEASURED_ROWS = 100
_LEAST_ROWS = 5
_WIDEST = 300


class Table(QTableView):
    """Rows of cells. ``opened`` has a row that was pressed, ``chosen`` the one that keys are at.

    ``sort_asked`` has a column that can be sorted by; ``more_wanted`` tells that the last rows
    come into sight. Where there are no rows, a picture says so.
    """

    opened = Signal(int)
    chosen = Signal(int)
    sort_asked = Signal(int)
    more_wanted = Signal()

    def __init__(self, look: Look, name: str, headings: Sequence[Heading]) -> None:
        super().__init__()
        self._look = look
        self._headings = tuple(headings)
        self.rows = RowsModel(headings, self)
        self.setModel(self.rows)
        self.head = Head(look, self._headings)
        self.setHorizontalHeader(self.head)
        self.setItemDelegate(CellPainter(look, self, self._headings))
        self.setAccessibleName(name)
        self.nothing: PictureView | None = None
        self._behave()
        self.head.sectionClicked.connect(self._ask_sort)
        self.clicked.connect(self._open_at)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.verticalScrollBar().valueChanged.connect(self._look_for_end)
        self.verticalScrollBar().rangeChanged.connect(self._look_for_end)
        look.changed.connect(self._restyle)
        self._restyle()

    def _behave(self) -> None:
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def show_rows(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """Show rows in the place of those before, from the top."""
        self.rows.show_rows(rows)
        self._fit_columns()
        self.scrollToTop()
        self._show_nothing()

    def _show_nothing(self) -> None:
        empty = self.rows.rowCount() == 0
        if empty and self.nothing is None:
            self.nothing = PictureView(self._look, Fit.WHOLE, "card")
            self.nothing.setParent(self.viewport())
            alt = self.tr("Nothing is here yet: an empty path over a hill, a low sun above.")
            self.nothing.show_picture(art.art_file("empty"), alt)
        if self.nothing is not None:
            self.nothing.setVisible(empty)
            # A table tells a screen reader of its cells alone.
            self.setAccessibleDescription(self.nothing.accessibleName() if empty else "")
            self._place_nothing()

    def _place_nothing(self) -> None:
        if self.nothing is not None:
            self.nothing.setGeometry(self.viewport().rect())

    def add_rows(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """Show more rows below those before."""
        self.rows.add_rows(rows)

    def choose(self, row: int) -> None:
        """Go to a row."""
        self.setCurrentIndex(self.rows.index(row, 0))

    @property
    def whole_height(self) -> int:
        """The height that shows every row, in pixels."""
        rows = (self.rows.rowCount() or _LEAST_ROWS) * row_height(self._look)
        # Whether a bar below is needed is not known before the width is.
        frame = 2 * self.frameWidth()
        return self.head.sizeHint().height() + rows + self._look.px(_BAR) + frame

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row that keys are at."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in enter and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._fit_columns()
        self._place_nothing()

    @Slot()
    def _restyle(self) -> None:
        look = self._look
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, look.color("card"))
        palette.setColor(QPalette.ColorRole.Text, look.color("ink"))
        # The frame's own.
        palette.setColor(QPalette.ColorRole.WindowText, look.color("line"))
        self.setPalette(palette)
        self.setLineWidth(look.edge(1))
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(row_height(look))
        self.head.setMinimumSectionSize(look.px(20))
        self.setMinimumHeight(row_height(look) * _LEAST_ROWS)
        dress(self.verticalScrollBar(), look, look.px(_BAR))
        dress(self.horizontalScrollBar(), look, look.px(_BAR))
        self._fit_columns()
        self.updateGeometry()

    def _fit_columns(self) -> None:
        look = self._look
        shown = [
            (n, heading) for n, heading in enumerate(self._headings) if not self.isColumnHidden(n)
        ]
        least = {n: max(look.px(heading.least), self._needed(n)) for n, heading in shown}
        left = self.viewport().width() - sum(least.values())
        shares = sum(heading.share for _, heading in shown)
        shared = given = 0
        for n, heading in shown:
            # All of what is left is given, so that the last column ends where the table does.
            shared += heading.share
            extra = left * shared // shares - given if left > 0 and shares else 0
            given += extra
            self.setColumnWidth(n, least[n] + extra)

    def _needed(self, column: int) -> int:
        # By the rows that are there at first: what comes later changes no width under a reader.
        rows = range(min(self.rows.rowCount(), _MEASURED_ROWS))
        wide = (self.sizeHintForIndex(self.rows.index(row, column)).width() for row in rows)
        words = min(max(wide, default=0), self._look.grown(_WIDEST))
        return max(words, self.head.width_of(column))

    @Slot(int)
    def _ask_sort(self, column: int) -> None:
        if self._headings[column].sort is not None:
            self.sort_asked.emit(column)

    @Slot(QModelIndex)
    def _open_at(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row())

    @Slot()
    def _look_for_end(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < _NEAR_ROWS * row_height(self._look):
            self.more_wanted.emit()
