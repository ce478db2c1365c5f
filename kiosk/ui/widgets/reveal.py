"""Boxes that open when pressed, one at a time, and the large box that opens the activity."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.core.aloud import Stretch
from kiosk.core.lesson import Reveal, Span
from kiosk.ui import art
from kiosk.ui.scale import Corner, Weight
from kiosk.ui.speech import tell_shown
from kiosk.ui.theme import Look
from kiosk.ui.widgets.last_line import ends_in_pair, held_together
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.marked import html_of
from kiosk.ui.widgets.paint import area, disc, smooth
from kiosk.ui.widgets.readable import Mark
from kiosk.ui.widgets.tall_button import TallButton

_ICON = 40
_PAD = 18
_SIGN_GAP = 8
_DOOR_PAD = 28
_ARROW = 32
_LINE = 116
"""The line height of a box's text, in percent of the font's own."""
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_TITLE = _WORDS | Qt.AlignmentFlag.AlignVCenter


class RevealBox(QAbstractButton):
    """A title with an icon; pressed, its text opens below. Checked means open."""

    def __init__(self, look: Look, reveal: Reveal) -> None:
        super().__init__()
        self._look = look
        self._reveal = reveal
        self._mark: Mark | None = None
        self.setText(reveal.title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._toggle)
        look.changed.connect(self._restyle)
        self._speak()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    @Slot(bool)
    def _toggle(self, _open: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        self._speak()
        self._restyle()
        if self.isChecked():
            tell_shown(self)

    def _speak(self) -> None:
        self.setAccessibleName(self._reveal.title)
        self.setAccessibleDescription(self._reveal.text if self.isChecked() else "")

    def aloud(self) -> str:
        """Return the title, and the text when open."""
        title = f"{self._reveal.title}."
        return f"{title} {self._reveal.text}" if self.isChecked() else title

    def mark_aloud(self, mark: Mark | None) -> None:
        """Show where in the open text the voice is."""
        self._mark = _moved(mark, -len(f"{self._reveal.title}. ")) if mark else None
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the title, and of the text when open."""
        if not self.isChecked():
            return self._title_height(width)
        text = math.ceil(self._document(width).size().height())
        return self._text_top(width) + text + self._look.px(_PAD)

    def _document(self, width: int) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self._look.font(20))
        spans: tuple[Span, ...] = (Span(self._reveal.text),)
        room = self._text_width(width)
        if ends_in_pair(spans, self._look.font(20), room):
            spans = held_together(spans)
        html = html_of(spans, self._look, self._mark)
        ink = self._look.color("ink").name()
        document.setHtml(f'<p style="line-height:{_LINE}%; margin:0; color:{ink}">{html}</p>')
        document.setTextWidth(room)
        return document

    def sizeHint(self) -> QSize:
        """Return a comfortable width and its height."""
        width = self._look.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow box with its title; the height for a width is what counts."""
        words = f"{self._reveal.title} {self._reveal.text if self.isChecked() else ''}".split()
        metrics = self._look.metrics(22, Weight.BOLD)
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        sides = self._text_left() + self._look.px(_PAD + _SIGN_GAP) + self._sign_side()
        return QSize(longest + sides, self._look.target(60))

    def _icon_side(self) -> int:
        return self._look.partly_grown(_ICON)

    def _sign_side(self) -> int:
        return self._look.grown(20)

    def _text_left(self) -> int:
        return self._look.px(_PAD + 16) + self._icon_side()

    def _text_width(self, width: int) -> int:
        return width - self._text_left() - self._look.px(_PAD)

    def _title_width(self, width: int) -> int:
        return self._text_width(width) - self._sign_side() - self._look.px(_SIGN_GAP)

    def _letters_height(self, width: int) -> int:
        room = QRect(0, 0, self._title_width(width), 10_000)
        metrics = self._look.metrics(22, Weight.BOLD)
        return metrics.boundingRect(room, _WORDS, self._reveal.title).height()

    def _title_height(self, width: int) -> int:
        words = self._letters_height(width) + self._look.px(_PAD)
        return max(self._look.target(60), self._icon_side() + self._look.px(8), words)

    def _text_top(self, width: int) -> int:
        title = (self._title_height(width) + self._letters_height(width)) // 2
        return title + self._look.px(4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, open or closed."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        is_open = self.isChecked()
        edge = QPen(
            look.color("primary" if is_open else "line-strong"), look.edge(3 if is_open else 1.5)
        )
        fill = look.color("primary-soft" if is_open else "card")
        if self.isDown() or (self.underMouse() and not is_open):
            fill = look.mixed("card", "primary-soft", 0.6)
        area(painter, QRectF(self.rect()), look.corner(Corner.BUTTON), fill, edge)
        self._draw_title(painter)
        if is_open:
            self._draw_text(painter)

    def _draw_title(self, painter: QPainter) -> None:
        look, height = self._look, self._title_height(self.width())
        side = self._icon_side()
        box = QRectF(look.px(_PAD), (height - side) / 2, side, side)
        on = self.isChecked()
        fill = look.color("primary") if on else look.color("primary-soft")
        disc(painter, self._reveal.icon, box, fill, look.color("on-primary" if on else "ink"))
        painter.setPen(look.color("ink"))
        painter.setFont(look.font(22, Weight.BOLD))
        words = QRectF(self._text_left(), 0, self._title_width(self.width()), height)
        painter.drawText(words, _TITLE, self._reveal.title)
        side = self._sign_side()
        sign = QRectF(self.width() - look.px(_PAD) - side, (height - side) / 2, side, side)
        painter.save()
        painter.translate(sign.center())
        painter.rotate(-90 if on else 90)
        art.draw_icon(painter, "next", QRectF(-side / 2, -side / 2, side, side), look.color("soft"))
        painter.restore()

    def _draw_text(self, painter: QPainter) -> None:
        painter.save()
        painter.translate(self._text_left(), self._text_top(self.width()))
        self._document(self.width()).drawContents(painter)
        painter.restore()


def _moved(mark: Mark, by: int) -> Mark:
    word = mark.word
    sentence = Stretch(mark.sentence.start + by, mark.sentence.length)
    return Mark(sentence, word and Stretch(word.start + by, word.length))


class RevealGroup(QWidget):
    """Boxes below each other; opening one closes the one before."""

    opened = Signal()

    def __init__(self, look: Look, reveals: tuple[Reveal, ...]) -> None:
        super().__init__()
        column = Column(look, 10)
        self.setLayout(column)
        self.boxes = [RevealBox(look, reveal) for reveal in reveals]
        for box in self.boxes:
            column.addWidget(box)
            box.toggled.connect(self._close_others)

    @Slot(bool)
    def _close_others(self, is_open: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        if not is_open:
            return
        for box in self.boxes:
            if box is not self.sender():
                box.setChecked(False)
        self.opened.emit()


class DoorBox(TallButton):
    """One large box to press: a title, a line below it, an arrow."""

    def __init__(self, look: Look, title: str, text: str, icon: str) -> None:
        super().__init__(look)
        self._line = text
        self._icon = icon
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def heightForWidth(self, width: int) -> int:
        """Return the height of title and line, and room that cannot be missed."""
        title, line = self._heights(width)
        return max(title + line, self._disc()) + self._look.px(48)

    def sizeHint(self) -> QSize:
        """Return a size that cannot be missed."""
        width = self._look.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a narrower box; the height for a width is what counts."""
        metrics = self._look.metrics(28, Weight.HEAVY)
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(longest + self._beside_words(), self._look.target(60))

    def _disc(self) -> int:
        return self._look.partly_grown(64)

    def _beside_words(self) -> int:
        return (
            self._disc() + self._look.px(2 * _DOOR_PAD + 24 + 12) + self._look.partly_grown(_ARROW)
        )

    def _heights(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, width - self._beside_words(), 10_000)
        title = self._look.metrics(28, Weight.HEAVY).boundingRect(room, _WORDS, self.text())
        line = self._look.metrics(19).boundingRect(room, _WORDS, self._line)
        return title.height(), line.height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        deep = self.isDown() or self.underMouse()
        ground = look.color("door-deep" if deep else "door")
        edge = QPen(look.color("primary"), look.edge(2))
        area(painter, QRectF(self.rect()), look.corner(Corner.AREA), ground, edge)
        side, pad, arrow = self._disc(), look.px(_DOOR_PAD), look.partly_grown(_ARROW)
        middle = self.height() / 2
        spot = QRectF(pad, middle - side / 2, side, side)
        disc(painter, self._icon, spot, look.color("sun"), look.color("on-sun"))
        self._draw_words(painter, round(spot.right()) + look.px(24))
        box = QRectF(self.width() - pad - arrow, middle - arrow / 2, arrow, arrow)
        art.draw_icon(painter, "next", box, look.color("on-door"))

    def _draw_words(self, painter: QPainter, left: int) -> None:
        look, width = self._look, self.width() - self._beside_words()
        title, line = self._heights(self.width())
        top = (self.height() - title - line) // 2
        painter.setPen(look.color("on-door"))
        painter.setFont(look.font(28, Weight.HEAVY))
        painter.drawText(QRect(left, top, width, title), _WORDS, self.text())
        painter.setFont(look.font(19))
        painter.setPen(look.color("on-door-soft"))
        painter.drawText(QRect(left, top + title, width, line), _WORDS, self._line)
