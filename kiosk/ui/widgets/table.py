"""A table to read: sorted and opened by finger, mouse and keys, read out cell by cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScroller, QTableView

from kiosk.ui import art
from kiosk.ui.scale import Corner
from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import area, smooth
from kiosk.ui.widgets.picture import Fit, PictureView
from kiosk.ui.widgets.scroll_bar import dress
from kiosk.ui.widgets.table_model import Cell, Heading, RowsModel
from kiosk.ui.widgets.table_paint import CellPainter, Head, height_below, row_height

_BAR = 12
_EDGE = 7
_LEAST_SEEN = 4
_NEAR_ROWS = 40
_MEASURED_ROWS = 100
_LEAST_ROWS = 5
_WIDEST = 300
_NARROWEST = 60


class Table(QTableView):
    """Rows of cells. ``opened`` has a row that was pressed, ``chosen`` the one that keys are at.

    ``sort_asked`` has a column that can be sorted by; ``more_wanted`` tells that the last rows
    come into sight. A ``whole`` table shows every row; another is no higher than they are.
    Nothing scrolls sideways: what has no room beside the other columns stands below them. Where
    there are no rows, a picture says so.
    """

    opened = Signal(int)
    chosen = Signal(int)
    sort_asked = Signal(int)
    more_wanted = Signal()

    def __init__(
        self, look: Look, name: str, headings: Sequence[Heading], *, whole: bool = False
    ) -> None:
        super().__init__()
        self._whole = whole
        self._look = look
        self._headings = tuple(headings)
        self.rows = RowsModel(headings, self)
        self.setModel(self.rows)
        self.head = Head(look, self._headings)
        self.setHorizontalHeader(self.head)
        self.setItemDelegate(CellPainter(look, self, self._headings))
        self.setAccessibleName(name)
        self.nothing: PictureView | None = None
        self._unused: set[int] = set()
        self._row_high = row_height(look)
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
        # Its frame is the room at the edges of a round card, which is drawn below it.
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
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
        self._fit_height()

    def choose(self, row: int) -> None:
        """Go to a row."""
        self.setCurrentIndex(self.rows.index(row, 0))

    def use_column(self, column: int, *, used: bool) -> None:
        """Show a column, or leave it out altogether."""
        (self._unused.discard if used else self._unused.add)(column)
        self._fit_columns()

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
        palette.setColor(QPalette.ColorRole.WindowText, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setLineWidth(look.px(_EDGE))
        self.verticalHeader().setMinimumSectionSize(1)
        self.head.setMinimumSectionSize(look.px(20))
        dress(self.verticalScrollBar(), look, look.px(_BAR))
        self._fit_columns()
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Draw the card that the table lies on."""
        if event.type() == QEvent.Type.Paint:
            painter, look = QPainter(self), self._look
            smooth(painter)
            edge = QPen(look.color("line"), look.edge(1))
            box = QRectF(self.rect())
            area(painter, box, look.corner(Corner.AREA), look.color("card"), edge)
        return super().event(event)

    @Slot()
    def _fit_columns(self) -> None:
        look = self._look
        used = {n: each for n, each in enumerate(self._headings) if n not in self._unused}
        least = {n: max(look.px(each.least), self._needed(n)) for n, each in used.items()}
        shown, below = self._with_room(least)
        for n in range(len(self._headings)):
            self.setColumnHidden(n, n not in shown)
        self.rows.put_below(below, shown[-1])
        self._fit_rows(bool(below))
        left = self.viewport().width() - sum(least[n] for n in shown)
        if left < 0:
            widest = max(shown, key=least.__getitem__)
            least[widest] = max(look.px(_NARROWEST), least[widest] + left)
        shares = sum(self._headings[n].share for n in shown)
        shared = given = 0
        for n in shown:
            # All of what is left is given, so that the last column ends where the table does.
            shared += self._headings[n].share
            extra = left * shared // shares - given if left > 0 and shares else 0
            given += extra
            self.setColumnWidth(n, least[n] + extra)

    def _with_room(self, least: dict[int, int]) -> tuple[list[int], list[int]]:
        """Return the columns that have room beside each other, and those that go below them."""
        # With the room of a bar, so that rows that come later move no column.
        room = self._room()
        shown, below = list(least), []
        yielding = sorted((self._headings[n].yields, n) for n in least if self._headings[n].yields)
        while yielding and sum(least[n] for n in shown) > room:
            _, column = yielding.pop()
            shown.remove(column)
            below.append(column)
        return shown, sorted(below)

    def _room(self) -> int:
        return self.width() - 2 * self.frameWidth() - self._look.px(_BAR)

    def _fit_rows(self, below: bool) -> None:  # noqa: FBT001 - whether there are words below
        rows = range(min(self.rows.rowCount(), _MEASURED_ROWS))
        self._row_high = row_height(self._look)
        if below and rows:
            self._row_high = height_below(self._look, map(self.rows.below, rows), self._room())
        self.verticalHeader().setDefaultSectionSize(self._row_high)
        self._fit_height()

    def _fit_height(self) -> None:
        rows = self.rows.rowCount() or _LEAST_ROWS
        whole = self._height_of(rows)
        self.setMinimumHeight(whole if self._whole else self._height_of(min(rows, _LEAST_SEEN)))
        self.setMaximumHeight(whole)

    def _height_of(self, rows: int) -> int:
        return self.head.sizeHint().height() + rows * self._row_high + 2 * self.frameWidth()

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
        if bar.maximum() - bar.value() < _NEAR_ROWS * self._row_high:
            self.more_wanted.emit()
