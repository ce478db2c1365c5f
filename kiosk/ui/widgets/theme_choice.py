"""The learner's theme: a row for each, with a patch of its own colours."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kiosk.ui.scale import Weight
from kiosk.ui.theme import Look, Theme, ThemeName
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.one_of import OneOf
from kiosk.ui.widgets.paint import area, smooth

_LETTERS = 18
_PATCH = 40
_PAD = 12


class ThemeRow(QAbstractButton):
    """One theme to choose. Checked means in use."""

    def __init__(self, look: Look, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self._look = look
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.setChecked(self._look.theme == self.theme)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the patch and the name."""
        look, metrics = self._look, self._look.metrics(_LETTERS, Weight.SEMIBOLD)
        width = metrics.horizontalAdvance(self.text()) + look.px(_PATCH + 3 * _PAD + 8)
        return QSize(width, max(look.target(52), metrics.height() + look.px(16)))

    def minimumSizeHint(self) -> QSize:
        """Return ``sizeHint``: a cut word is never right."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the patch and the name, on ink where this theme is in use."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        if self.isChecked():
            area(painter, QRectF(self.rect()).adjusted(3, 3, -3, -3), look.px(9), look.color("ink"))
        pad, high = look.px(_PAD), look.px(30)
        patch = QRectF(pad, (self.height() - high) / 2, look.px(_PATCH), high)
        self._draw_patch(painter, patch)
        painter.setPen(look.color("card" if self.isChecked() else "ink"))
        painter.setFont(look.font(_LETTERS, Weight.SEMIBOLD))
        words = self.rect().adjusted(round(patch.right()) + pad, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _draw_patch(self, painter: QPainter, box: QRectF) -> None:
        look, colors = self._look, self.theme.colors
        edge = QPen(QColor(colors["line-strong"]), look.edge(1.5))
        area(painter, box, look.px(8), QColor(colors["paper"]), edge)
        font = look.font(_LETTERS, Weight.HEAVY)
        font.setPixelSize(look.px(_LETTERS))
        painter.setFont(font)
        painter.setPen(QColor(colors["ink"]))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "A")


class ThemeChoice(OneOf):
    """A row for each theme, the one in use marked."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, Column(look, 0))
        names = {
            ThemeName.LIGHT: self.tr("Light"),
            ThemeName.DARK: self.tr("Dark"),
            ThemeName.CONTRAST: self.tr("High contrast"),
        }
        self.rows = [ThemeRow(look, theme, names[theme.name]) for theme in look.themes]
        for row in self.rows:
            self.add(row, partial(look.set_theme, row.theme))
