"""Text to be read: every role has one size, weight and colour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from html import escape

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.core.lesson import Block, Bullets, Span
from kiosk.ui.theme import Look, Weight
from kiosk.ui.widgets.layout import Column


@dataclass(frozen=True, slots=True)
class Type:
    """A role's type: letter size as written, weight, colour name, line height.

    The line height is in percent of the font's own, which is 1.2 times its size.
    """

    size: float
    weight: Weight
    color: str
    line_height: int


class Role(Enum):
    """What a text is for."""

    DISPLAY = Type(54, Weight.HEAVY, "ink", 92)
    TITLE = Type(40, Weight.HEAVY, "ink", 96)
    HEADING = Type(30, Weight.HEAVY, "ink", 100)
    SUBHEADING = Type(22, Weight.BOLD, "ink", 104)
    KICKER = Type(18, Weight.SEMIBOLD, "primary", 100)
    BODY = Type(22, Weight.REGULAR, "ink", 126)
    LARGE = Type(25, Weight.MEDIUM, "ink", 120)
    SMALL = Type(18, Weight.REGULAR, "soft", 116)
    BAR_TITLE = Type(20, Weight.BOLD, "ink", 100)
    FIGURE = Type(44, Weight.HEAVY, "ink", 100)


class Text(QLabel):
    """A text of one role. It wraps, and a screen reader reads it plain."""

    def __init__(self, look: Look, role: Role, text: str = "", *, color: str | None = None) -> None:
        super().__init__()
        self._look = look
        self._role = role
        self._color = color or role.value.color
        self._spans: tuple[Span, ...] = ()
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
        self._spans = spans
        self.setAccessibleName("".join(span.text for span in spans))
        self._restyle()

    @property
    def color(self) -> str:
        """The name of its colour."""
        return self._color

    def set_color(self, color: str) -> None:
        """Use another colour of the theme."""
        self._color = color
        self._restyle()

    def line_width(self) -> int:
        """Return how wide the text is on one line, in pixels."""
        kind = self._role.value
        metrics = self._look.metrics(kind.size, kind.weight)
        return metrics.horizontalAdvance(self.accessibleName()) + 2

    def minimumSizeHint(self) -> QSize:
        """Return one line: the height for a width is what layouts are to keep to."""
        if not self.wordWrap():
            return self.sizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.fontMetrics().height())

    @Slot()
    def _restyle(self) -> None:
        kind = self._role.value
        self.setFont(self._look.font(kind.size, kind.weight))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.color(self._color))
        self.setPalette(palette)
        html = _spans_html(self._spans, self._look)
        self.setText(f'<p style="line-height:{kind.line_height}%; margin:0">{html}</p>')


def _spans_html(spans: tuple[Span, ...], look: Look) -> str:
    color = look.color("primary").name()
    html = "".join(
        f'<span style="font-weight:700; color:{color}">{escape(s.text)}</span>'
        if s.strong
        else escape(s.text)
        for s in spans
    )
    return html.replace("\n", "<br>")


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
