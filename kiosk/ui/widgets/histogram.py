"""Bars beside each other, one for each step of something: a plot that can be read out as well."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.core.lesson import Span
from kiosk.ui.scale import Corner, Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.last_line import even_width
from kiosk.ui.widgets.paint import area, smooth

_LETTERS = 17
_HIGH = 150
_PAD = 20
_WIDEST = 56


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its height, and below it a label of some lines, empty where there is none.

    ``spoken`` names it to who cannot see it. ``part`` of it is drawn in a second colour.
    """

    value: int
    label: str
    spoken: str
    part: int = 0


class Histogram(QWidget):
    """A title, bars from one ground line, the number over the highest, labels below.

    Its accessible description tells every bar.
    """

    def __init__(self, look: Look, title: str = "", *, second: str = "") -> None:
        super().__init__()
        self._look = look
        self._title = title
        self._second = second
        self._bars: tuple[Bar, ...] = ()
        self._nothing = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self._restyle)
        self.show_bars(title, (), "")

    def show_bars(self, title: str, bars: Sequence[Bar], nothing: str) -> None:
        """Show bars; ``nothing`` is said where all of them are empty."""
        # Where the title takes two lines, no word is left alone in the second.
        self._shown_title = "\N{NBSP}".join(title.rsplit(" ", 1))
        self._title, self._bars, self._nothing = title, tuple(bars), nothing
        self.setAccessibleName(title)
        told = [self._told(bar) for bar in self._bars if bar.value]
        self.setAccessibleDescription("; ".join(told) or nothing)
        self._restyle()

    def _told(self, bar: Bar) -> str:
        number = QLocale().toString(bar.value)
        if self._second and bar.part:
            return f"{bar.spoken}: {number} ({self._second}: {QLocale().toString(bar.part)})"
        return f"{bar.spoken}: {number}"

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def aloud(self) -> str:
        """Return what a voice says."""
        return f"{self._title}. {self.accessibleDescription()}"

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a low, wide area."""
        wide = self._look.px(320)
        return QSize(wide, self.heightForWidth(wide))

    def heightForWidth(self, width: int) -> int:
        """Return the height of the bars, and of all lines of the title above them."""
        line, pad = self._look.metrics(_LETTERS).height(), self._look.px(_PAD)
        words = self._title_height(width - 2 * pad) + (1 + self._label_lines()) * line
        return self._look.px(_HIGH) + words + 2 * pad

    def _title_height(self, width: int) -> int:
        return self._title_box(width).height()

    def _title_box(self, width: int) -> QRect:
        # Its lines are of about the same length, where that makes them no more.
        font = self._look.font(_LETTERS, Weight.BOLD)
        even = even_width((Span(self._title),), font, width)
        boxes = [self._title_lines(font, each) for each in (even, width)]
        return min(boxes, key=QRect.height)

    def _title_lines(self, font: QFont, width: int) -> QRect:
        room = QRect(0, 0, width, 10_000)
        high = QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, self._shown_title)
        return QRect(0, 0, width, high.height())

    def _label_lines(self) -> int:
        return max((bar.label.count("\n") + 1 for bar in self._bars), default=1)

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be read."""
        line = self._look.metrics(_LETTERS).height()
        return QSize(self._look.px(220), self._look.px(_HIGH) + 3 * line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the plot."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        edge = QPen(look.color("line"), look.edge(1))
        area(painter, QRectF(self.rect()), look.corner(Corner.AREA), look.color("card"), edge)
        pad, line = look.px(_PAD), look.metrics(_LETTERS).height()
        inside = QRectF(self.rect()).adjusted(pad, pad * 0.8, -pad, -pad * 0.8)
        painter.setFont(look.font(_LETTERS, Weight.BOLD))
        painter.setPen(look.color("ink"))
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        title = QRectF(self._title_box(int(inside.width()))).translated(inside.topLeft())
        painter.drawText(title, flags, self._shown_title)
        top = title.height() + 1.1 * line
        ground = inside.adjusted(0, top, 0, -(0.2 + self._label_lines()) * line)
        highest = max((bar.value for bar in self._bars), default=0)
        painter.setFont(look.font(_LETTERS))
        painter.setPen(look.color("soft"))
        if not highest:
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, self._nothing)
            return
        self._draw_bars(painter, ground, highest)

    def _draw_bars(self, painter: QPainter, ground: QRectF, highest: int) -> None:
        look = self._look
        step = ground.width() / len(self._bars)
        labels = [words for bar in self._bars for words in bar.label.split("\n")]
        widest = max(map(painter.fontMetrics().horizontalAdvance, labels))
        written = _written(len(self._bars), math.ceil((widest + look.px(8)) / step))
        said = False
        for n, bar in enumerate(self._bars):
            high = ground.height() * bar.value / highest
            left = ground.left() + n * step
            # A few bars are no broader than many: a wide one would seem to tell of more.
            wide = min(step * 0.76, look.px(_WIDEST))
            box = QRectF(left + (step - wide) / 2, ground.bottom() - high, wide, high)
            if bar.value:
                area(painter, box, min(look.px(4), high / 2), self._whole_color())
            if bar.part:
                box.setTop(ground.bottom() - ground.height() * bar.part / highest)
                area(painter, box, min(look.px(4), box.height() / 2), look.color("primary"))
            painter.setPen(look.color("soft"))
            if n in written:
                self._draw_label(painter, ground, left + step / 2, bar.label)
            if bar.value == highest and not said:
                said = True
                self._draw_over(painter, ground, left + step / 2, bar.value)
        painter.fillRect(
            QRectF(ground.left(), ground.bottom(), ground.width(), look.edge(1)),
            look.color("line-strong"),
        )

    def _whole_color(self) -> QColor:
        # What has parts is lighter than they are.
        return self._look.mixed("primary", "card", 0.55 if self._second else 0)

    def _draw_label(self, painter: QPainter, ground: QRectF, middle: float, words: str) -> None:
        metrics, lines = painter.fontMetrics(), words.split("\n")
        wide = max(map(metrics.horizontalAdvance, lines)) + 4
        left = min(max(middle - wide / 2, ground.left()), ground.right() - wide)
        box = QRectF(left, ground.bottom() + 4, wide, metrics.height() * len(lines))
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, words)

    def _draw_over(self, painter: QPainter, ground: QRectF, middle: float, value: int) -> None:
        words, metrics = QLocale().toString(value), painter.fontMetrics()
        wide = metrics.horizontalAdvance(words) + 4
        left = min(max(middle - wide / 2, ground.left()), ground.right() - wide)
        painter.setPen(self._look.color("ink"))
        box = QRectF(left, ground.top() - metrics.height() - 2, wide, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, words)


def _written(bars: int, least: int) -> range:
    """Return which bars have their label: each, or each second, third ..., always the last.

    Where it can be, the first has its own too: then both ends of the scale are told.
    """
    last = bars - 1
    both = (each for each in range(max(1, least), 2 * least + 1) if last % each == 0)
    each = next(both, max(1, least))
    return range(last % each, bars, each)
