"""The figures of the cards on paper: A4 pages as a PDF, always by the light theme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QRectF,
    Qt,
)
from PySide6.QtGui import (
    QPageLayout,
    QPageSize,
    QPdfWriter,
)

from kiosk.ui import paper
from kiosk.ui.paper import Ink, Paper, font_of
from kiosk.ui.scale import Weight
from kiosk.ui.staff.card_views import CardRow, CardsView
from kiosk.ui.theme import Look
from kiosk.ui.widgets.table_model import Cell

WIDE, HIGH = 2100, 2970
"""The page in tenths of a millimetre."""
_EDGE = 160
_ROOM = WIDE - 2 * _EDGE
_ROW = 84
_FOOT = HIGH - 150
_COLUMNS = (0, 450, 690, 1110, 1420, 1590)
"""Where each column begins; the last one ends with the room."""
_FIGURES = (2, 4, 5)
_SMALLEST = 26
translate = QCoreApplication.translate


def card_report(
    look: Look, view: CardsView, rows: Sequence[CardRow], where: str, when: str
) -> bytes:
    """Return the report as a PDF.

    Args:
        look: for its light theme.
        view: what the page shows.
        rows: its cards, in the order that it shows.
        where: the site and the kiosk.
        when: the time that it is of, in words.
    """
    title = f"{translate('CardReport', 'What the cards tell')}: {view.activity_title}"
    foot = f"{where}  \N{MIDDLE DOT}  {when}"

    def draw(writer: QPdfWriter) -> None:
        painter = paper.begin(writer)
        if painter is not None:
            _Report(writer, Paper(painter, look, _SMALLEST), foot).draw(view, rows)
            painter.end()

    page = QPageSize(QPageSize.PageSizeId.A4)
    return paper.pdf(title, page, QPageLayout.Orientation.Portrait, draw)


class _Report:
    def __init__(self, writer: QPdfWriter, page: Paper, foot: str) -> None:
        self._writer = writer
        self._painter = page.painter
        self._write = page.write
        self._color = page.color
        self._foot = foot
        self._page = 1
        self._top = float(_EDGE)

    def draw(self, view: CardsView, rows: Sequence[CardRow]) -> None:
        """Draw the report, over as many pages as it takes."""
        title = translate("CardReport", "What the cards tell")
        self._write_line(title, Ink(44, "primary", Weight.SEMIBOLD), 60)
        self._write_line(view.activity_title, Ink(84, "ink", Weight.HEAVY), 120)
        self._write_line(view.chosen, Ink(40, "soft"), 90)
        self._draw_figures(view.figures)
        if view.warning:
            self._write_line(view.warning, Ink(40, "miss", Weight.BOLD), 80)
        self._draw_head()
        for row in rows:
            if self._top + _ROW > _FOOT - 40:
                self._turn()
                self._draw_head()
            self._draw_row(row.cells)
        self._explain()
        self._draw_foot()

    def _draw_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        wide = _ROOM / max(1, len(figures))
        for n, (figure, words) in enumerate(figures):
            box = QRectF(_EDGE + n * wide, self._top, wide - 30, 90)
            self._write(box, figure, Ink(64, "ink", Weight.HEAVY))
            below = box.translated(0, 86).adjusted(0, 0, 0, -30)
            self._write(below, words, Ink(34, "soft"))
        self._top += 210

    def _draw_head(self) -> None:
        heads = (
            translate("CardReport", "Card"),
            translate("CardReport", "Belongs in"),
            translate("CardReport", "Wrong first time"),
            translate("CardReport", "Taken for"),
            translate("CardReport", "Apart"),
            translate("CardReport", "Time"),
        )
        for n, words in enumerate(heads):
            ink = Ink(34, "soft", Weight.SEMIBOLD, n in (4, 5))
            self._write(self._cell(n), words, ink)
        self._top += _ROW
        self._rule("line-strong", 4)

    def _draw_row(self, cells: Sequence[Cell]) -> None:
        for n, cell in enumerate(cells):
            box = self._cell(n)
            if cell.bar is not None:
                self._draw_bar(QRectF(box.left(), box.center().y() - 16, 270, 32), cell.bar)
            weight = Weight.BOLD if cell.strong or cell.warned else Weight.REGULAR
            color = "miss" if cell.warned else "ink"
            self._write(box, cell.words, Ink(36, color, weight, n in _FIGURES))
        self._top += _ROW
        self._rule("line", 2)

    def _cell(self, column: int) -> QRectF:
        ends = (*_COLUMNS[1:], _ROOM)
        left, right = _COLUMNS[column], ends[column] - 24
        return QRectF(_EDGE + left, self._top, right - left, _ROW)

    def _draw_bar(self, box: QRectF, share: float) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._color("track"))
        self._painter.drawRoundedRect(box, 6, 6)
        if share > 0:
            box.setWidth(max(8.0, box.width() * share))
            self._painter.setBrush(self._color("miss"))
            self._painter.drawRoundedRect(box, 6, 6)

    def _explain(self) -> None:
        words = (
            translate(
                "CardReport",
                "Wrong first time: the share of boards on which the card was not right when the"
                " answers were checked for the first time.",
            ),
            translate(
                "CardReport",
                "Apart: from -1 to 1, whether those who get the other cards right get this one"
                " right too. Near 0 it tells nothing; below 0 the card itself may mislead.",
            ),
            translate(
                "CardReport",
                "Time: the median of the active time at the card in the first try, kept in steps"
                " of a tenth of a second and more.",
            ),
        )
        self._top += 40
        flags = Qt.TextFlag.TextWordWrap
        self._painter.setFont(font_of(32, Weight.REGULAR))
        for text in words:
            box = QRectF(_EDGE, self._top, _ROOM, 400)
            high = self._painter.boundingRect(box, flags, text).height()
            if self._top + high > _FOOT - 40:
                self._turn()
                box.moveTop(self._top)
                self._painter.setFont(font_of(32, Weight.REGULAR))
            self._painter.setPen(self._color("soft"))
            self._painter.drawText(box, flags, text)
            self._top += high + 18

    def _turn(self) -> None:
        self._draw_foot()
        self._writer.newPage()
        self._page += 1
        self._top = float(_EDGE)

    def _draw_foot(self) -> None:
        box = QRectF(_EDGE, _FOOT, _ROOM, 60)
        self._write(box.adjusted(0, 0, -300, 0), self._foot, Ink(32, "soft"))
        words = translate("CardReport", "Page {n}").format(n=self._page)
        self._write(box, words, Ink(32, "soft", right=True))

    def _rule(self, color: str, thick: int) -> None:
        self._painter.fillRect(QRectF(_EDGE, self._top, _ROOM, thick), self._color(color))

    def _write_line(self, words: str, ink: Ink, high: float) -> None:
        self._write(QRectF(_EDGE, self._top, _ROOM, high), words, ink)
        self._top += high
