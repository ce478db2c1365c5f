"""Text to be read: every role has one size, weight and colour."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.core.lesson import Block, Bullets, Span
from kiosk.ui.theme import SMALLEST_TEXT, Look, tabular
from kiosk.ui.widgets.last_line import ends_in_pair, even_width, held_together, letters_held
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.marked import html_of, pieces
from kiosk.ui.widgets.readable import Mark


class Role(Enum):
    """What a text is for; the scale says how it looks."""

    DISPLAY = "display"
    LEAD = "lead"
    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    KICKER = "kicker"
    BODY = "body"
    LARGE = "large"
    SMALL = "small"
    BAR_TITLE = "bar-title"
    FIGURE = "figure"
    CODE = "code"


def letters(look: Look, role: Role) -> QFont:
    """Return the font of a role, before a word is found to be too long for its room."""
    kind = look.type(role.value)
    font = look.font(kind.size, kind.weight)
    grown = 1 + (look.text_size / 100 - 1) * kind.growth
    font.setPixelSize(max(SMALLEST_TEXT, round(kind.size * look.scale * grown)))
    return tabular(font) if role is Role.CODE else font


class Text(QLabel):
    """A text of one role. It wraps, and a screen reader reads it plain."""

    def __init__(self, look: Look, role: Role, text: str = "", *, color: str | None = None) -> None:
        super().__init__()
        self._look = look
        self._role = role
        self._color = color or look.type(role.value).color
        self._spans: tuple[Span, ...] = ()
        self._mark: Mark | None = None
        self._paired = self._even = False
        self._whole_at = -1
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show plain text."""
        self.show_spans((Span(text),))

    def show_spans(self, spans: tuple[Span, ...]) -> None:
        """Show text with key terms marked."""
        self._spans, self._mark = spans, None
        self.setAccessibleName("".join(span.text for span in spans))
        self._restyle()

    def set_role(self, role: Role) -> None:
        """Look as another role does, in the colour of before."""
        if role is not self._role:
            self._role = role
            self._restyle()
            self.updateGeometry()

    def even_out(self) -> None:
        """Break its lines so that they are of about the same length, at the left or centred."""
        self._even = True
        self._restyle()

    @property
    def color(self) -> str:
        """The name of its colour."""
        return self._color

    def set_color(self, color: str) -> None:
        """Use another colour of the theme."""
        self._color = color
        self._restyle()

    def aloud(self) -> str:
        """Return what a voice says: all but the sign before an entry of a list."""
        return self.accessibleName().replace("\N{BULLET}", " ")

    def mark_aloud(self, mark: Mark | None) -> None:
        """Show where the voice is."""
        if mark != self._mark:
            self._mark = mark
            self._restyle()

    def line_width(self) -> int:
        """Return how wide the text is on one line, in pixels."""
        kind = self._look.type(self._role.value)
        metrics = self._look.metrics(kind.size, kind.weight)
        return metrics.horizontalAdvance(self.accessibleName()) + 2

    def line_cut_at(self, y: int) -> tuple[int, int]:
        """Return how much of its line shows above a cut at a height, and below, in pixels.

        A line whose letters end just above the cut is told as well: a low fading would take the
        lower half of them. Of one that has gone by, nothing shows below.
        """
        letters_high = self.fontMetrics().height()
        line = letters_high * self._look.type(self._role.value).line_height / 100
        line = self.height() / max(1, round(self.height() / line))
        above = y % line
        # What a line is higher than its letters is below them.
        return round(above), round(line - above) if 0 < above < letters_high else 0

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines: evened out, they are no more."""
        return super().heightForWidth(width + self._beside() * self._even)

    def minimumSizeHint(self) -> QSize:
        """Return one line: the height for a width is what layouts are to keep to."""
        if not self.wordWrap():
            return self.sizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep every word whole."""
        super().resizeEvent(event)
        self._fit_letters()
        self._set_lines()

    def _fit_letters(self) -> None:
        # A word that is wider than its room gets smaller letters: it is never cut.
        font, room = letters(self._look, self._role), self._room() - 2
        if self.wordWrap() and room > 0:
            metrics = QFontMetrics(self._boldest(font))
            unparted = pieces(self.accessibleName())
            widest = max(metrics.horizontalAdvance(piece) for _, piece in unparted)
            if widest > room:
                smaller = font.pixelSize() * room // widest
                font.setPixelSize(max(SMALLEST_TEXT, smaller))
        if font != self.font():
            self.setFont(font)

    def _set_spans(self) -> tuple[Span, ...]:
        return letters_held(self._spans) if self._even else self._spans

    def _room(self) -> int:
        return self.width() if self._even else self.contentsRect().width()

    def _set_lines(self) -> None:
        self._narrow()
        if self._paired is not self._pairs():
            self._show_html()
        # Words are measured one by one, and a line of them may come out a little wider: where that
        # made a line more, there would be no room for it.
        wide, beside = self.width(), self._beside()
        if self._even and super().heightForWidth(wide) > super().heightForWidth(wide + beside):
            self._whole_at = wide
            self._narrow()

    def _narrow(self) -> None:
        if self._even:
            wide = self.width()
            even = even_width(self._set_spans(), self.font(), wide)
            beside = 0 if wide == self._whole_at else wide - even
            if beside != self._beside():
                # Another resize event comes at once, and sets the lines.
                left = beside // 2 if self.alignment() & Qt.AlignmentFlag.AlignHCenter else 0
                self.setContentsMargins(left, 0, beside - left, 0)

    def _beside(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    def _boldest(self, font: QFont) -> QFont:
        bold = QFont(font)
        if any(span.strong for span in self._spans):
            bold.setWeight(QFont.Weight.Bold)
        return bold

    @Slot()
    def _restyle(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.color(self._color))
        self.setPalette(palette)
        self._whole_at = -1
        self._fit_letters()
        self._show_html()
        if self._even:
            self._set_lines()

    def _show_html(self) -> None:
        spans, self._paired = self._set_spans(), self._pairs()
        if self._paired:
            spans = held_together(spans)
        high = self._look.type(self._role.value).line_height
        html = html_of(spans, self._look, self._mark)
        self.setText(f'<p style="line-height:{high}%; margin:0">{html}</p>')

    def _pairs(self) -> bool:
        return ends_in_pair(self._set_spans(), self.font(), self.contentsRect().width())


def block_widget(look: Look, block: Block) -> QWidget:
    """Return the widget that shows a block of a lesson screen."""
    if isinstance(block, Bullets):
        return _bullets(look, block)
    text = Text(look, Role.BODY)
    text.show_spans(block.spans)
    return text


def _bullets(look: Look, block: Bullets) -> QWidget:
    group = QWidget()
    column = Column(look, 6, (8, 0, 0, 0))
    group.setLayout(column)
    for spans in block.items:
        text = Text(look, Role.BODY)
        text.show_spans((Span("\N{BULLET}  "), *spans))
        column.addWidget(text)
    return group
