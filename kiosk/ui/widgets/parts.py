"""A sentence that is shown part by part, each where a path comes by, with what it means."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QMoveEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QSizePolicy, QWidget

from kiosk.core.lesson import Part
from kiosk.ui import art
from kiosk.ui.scale import Corner, Weight
from kiosk.ui.speech import announce_shown
from kiosk.ui.theme import Look
from kiosk.ui.widgets.glide import MILLISECONDS
from kiosk.ui.widgets.layout import Column, Row
from kiosk.ui.widgets.paint import area, disc, smooth
from kiosk.ui.widgets.tall_button import TallButton
from kiosk.ui.widgets.text import Role, Text

_DISC = 34
_RING = 18
_LETTERS = 20
_PAD = 16
_AIR = 2
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Stone(QWidget):
    """Where the path comes by a part: a disc with its icon, or a ring while it is to come."""

    def __init__(self, look: Look, icon: str, *, first: bool, last: bool) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._first = first
        self._last = last
        self._reached = self._gone_on = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def show_way(self, *, reached: bool, gone_on: bool) -> None:
        """Show whether the path has come here, and whether it has gone on from here."""
        self._reached, self._gone_on = reached, gone_on
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of a disc."""
        side = self._look.partly_grown(_DISC)
        return QSize(side, side + 2 * self._look.px(_AIR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the path, and what stands on it."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        side, middle = float(self.width()), self.width() / 2
        top = float(look.px(_AIR))
        self._draw_way(painter, 0 if not self._first else top, top + side / 2, self._reached)
        if not self._last:
            self._draw_way(painter, top + side / 2, self.height(), self._gone_on)
        box = QRectF(0, top, side, side)
        if self._reached:
            disc(painter, self._icon, box, look.color("primary"), look.color("on-primary"))
            return
        ring = look.partly_grown(_RING)
        painter.setPen(QPen(look.color("line-strong"), look.edge(2)))
        painter.setBrush(look.color("card"))
        painter.drawEllipse(QRectF(middle - ring / 2, box.center().y() - ring / 2, ring, ring))

    def _draw_way(self, painter: QPainter, top: float, bottom: float, gone: bool) -> None:  # noqa: FBT001 - gone or not
        line = self._look.edge(2 if not gone else 3)
        color = self._look.color("primary" if gone else "line-strong")
        painter.fillRect(QRectF((self.width() - line) / 2, top, line, bottom - top), color)


class PartStep(QWidget):
    """One part: its words, and below them what they mean; only its ring while it is to come.

    It keeps its room from the first, so that nothing moves when it comes. ``placed`` tells
    that it lies elsewhere.
    """

    placed = Signal()

    def __init__(self, look: Look, part: Part, *, first: bool, last: bool) -> None:
        super().__init__()
        self._look = look
        self.part = part
        row = Row(look, 16)
        self.setLayout(row)
        self._stone = _Stone(look, part.icon, first=first, last=last)
        row.addWidget(self._stone)
        self.content = QWidget()
        policy = self.content.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.content.setSizePolicy(policy)
        column = Column(look, 0, (0, _AIR, 0, _AIR))
        self.content.setLayout(column)
        column.addWidget(Text(look, Role.SUBHEADING, part.words))
        column.addWidget(Text(look, Role.SMALL, part.text, color="ink"))
        column.addStretch(1)
        row.addWidget(self.content, 1)
        self.content.hide()
        self._coming = QVariantAnimation(self)
        self._coming.setStartValue(0.0)
        self._coming.setEndValue(1.0)
        self._coming.setDuration(MILLISECONDS)
        self._coming.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._coming.valueChanged.connect(self._fade)
        self._coming.finished.connect(self._stand)

    @property
    def shown(self) -> bool:
        """Whether it can be read."""
        return not self.content.isHidden()

    def show_way(self, *, reached: bool, gone_on: bool) -> None:
        """Show the part once the path has come to it."""
        self._stone.show_way(reached=reached, gone_on=gone_on)
        self.content.setVisible(reached)

    def come(self) -> None:
        """Come softly, or be there at once."""
        if not self._look.reduced_motion:
            self.content.setGraphicsEffect(QGraphicsOpacityEffect(self.content))
            self._coming.start()

    @Slot(object)
    def _fade(self, share: float) -> None:
        effect = self.content.graphicsEffect()
        if isinstance(effect, QGraphicsOpacityEffect):
            effect.setOpacity(share)

    @Slot()
    def _stand(self) -> None:
        # Without the effect its letters are drawn straight on the ground, and sharper.
        self.content.setGraphicsEffect(None)  # type: ignore[arg-type]  # Qt's way to take it off

    def moveEvent(self, event: QMoveEvent) -> None:
        """Tell that it lies elsewhere."""
        super().moveEvent(event)
        self.placed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that it has another size."""
        super().resizeEvent(event)
        self.placed.emit()


class NextPart(TallButton):
    """Shows the part that comes next, in whose place it lies."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setText(self.tr("Show the next part"))
        self.setAccessibleName(self.text())

    def heightForWidth(self, width: int) -> int:
        """Return the height of its words, and what a finger needs."""
        room = QRect(0, 0, width - self._beside_words(), 10_000)
        words = self._look.metrics(_LETTERS, Weight.BOLD).boundingRect(room, _WORDS, self.text())
        return max(self._look.target(48), words.height() + self._look.px(_PAD))

    def _icon_side(self) -> int:
        return self._look.partly_grown(22)

    def _beside_words(self) -> int:
        return self._icon_side() + self._look.px(2 * _PAD + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it as what else can be opened on a screen."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        over = self.isDown() or self.underMouse()
        edge = QPen(look.color("primary" if over else "line-strong"), look.edge(1.5))
        fill = look.mixed("card", "primary-soft", 0.6) if over else look.color("card")
        area(painter, QRectF(self.rect()), look.corner(Corner.CARD), fill, edge)
        side, pad = self._icon_side(), look.px(_PAD)
        box = QRectF(pad, (self.height() - side) / 2, side, side)
        art.draw_icon(painter, "arrow-down", box, look.color("primary"))
        painter.setPen(look.color("ink"))
        painter.setFont(look.font(_LETTERS, Weight.BOLD))
        left = pad + side + look.px(12)
        words = QRect(left, 0, self.width() - self._beside_words(), self.height())
        painter.drawText(words, _WORDS, self.text())


class PartsPath(QWidget):
    """The parts below each other on a soft ground; those that are to come show that they will.

    ``shown`` has how many are shown, after each press of ``more``.
    """

    shown = Signal(int)

    def __init__(self, look: Look, parts: tuple[Part, ...], count: int) -> None:
        super().__init__()
        self._look = look
        column = Column(look, 0, (20, 8, 24, 8))
        self.setLayout(column)
        last = len(parts) - 1
        self.steps = [
            PartStep(look, part, first=n == 0, last=n == last) for n, part in enumerate(parts)
        ]
        for step in self.steps:
            column.addWidget(step)
            step.placed.connect(self._place_more)
        self.more = NextPart(look, self)
        self.more.clicked.connect(self._show_next)
        self._count = 0
        self._show_count(min(max(count, 1), len(parts)))
        look.changed.connect(self.update)

    @property
    def count(self) -> int:
        """How many parts are shown."""
        return self._count

    @property
    def whole(self) -> bool:
        """Whether all parts are shown."""
        return self._count == len(self.steps)

    def _show_count(self, count: int) -> None:
        self._count = count
        for number, step in enumerate(self.steps, start=1):
            step.show_way(reached=number <= count, gone_on=number < count)
        self.more.setVisible(not self.whole)
        of = self.tr("Part {n} of {total}").format(n=count + 1, total=len(self.steps))
        self.more.setAccessibleDescription("" if self.whole else of)
        self._place_more()

    @Slot()
    def _show_next(self) -> None:
        if self.whole:
            return
        self._show_count(self._count + 1)
        step = self.steps[self._count - 1]
        step.come()
        announce_shown(step, f"{step.part.words} {step.part.text}")
        self.shown.emit(self._count)

    @Slot()
    def _place_more(self) -> None:
        if self.whole:
            return
        step = self.steps[self._count]
        place = QRect(step.mapTo(self, step.content.pos()), step.content.size())
        high = self.more.heightForWidth(place.width())
        for each in self.steps:
            each.setMinimumHeight(high + 2 * self._look.px(_AIR))
        top = place.top() + self._look.px(_AIR) // 2
        self.more.setGeometry(place.left(), top, place.width(), high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        smooth(painter)
        ground = self._look.color("primary-soft")
        area(painter, QRectF(self.rect()), self._look.corner(Corner.BUTTON), ground)
