"""The learner's language: the name of each, in its own words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kiosk.ui.language import LANGUAGES, language_now
from kiosk.ui.scale import Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.layout import Row
from kiosk.ui.widgets.one_of import OneOf
from kiosk.ui.widgets.paint import area, smooth

_LETTERS = 18


class _Name(QAbstractButton):
    def __init__(self, look: Look, name: str, *, on: bool) -> None:
        super().__init__()
        self._look = look
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setChecked(on)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the name and a finger."""
        metrics = self._look.metrics(_LETTERS, Weight.SEMIBOLD)
        width = metrics.horizontalAdvance(self.text()) + self._look.px(28)
        return QSize(width, max(self._look.target(52), metrics.height() + self._look.px(16)))

    def minimumSizeHint(self) -> QSize:
        """Return ``sizeHint``: a cut word is never right."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name, on ink where this language is in use."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        if self.isChecked():
            area(painter, QRectF(self.rect()).adjusted(3, 3, -3, -3), look.px(9), look.color("ink"))
        painter.setPen(look.color("card" if self.isChecked() else "ink"))
        painter.setFont(look.font(_LETTERS, Weight.SEMIBOLD))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class LanguageChoice(OneOf):
    """A name for each language; ``chosen`` has the tag of the one that is wanted."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, Row(look, 0))
        now = language_now()
        self.names = {tag: _Name(look, name, on=tag == now) for tag, name in LANGUAGES.items()}
        for tag, button in self.names.items():
            self.add(button, partial(self.chosen.emit, tag))
