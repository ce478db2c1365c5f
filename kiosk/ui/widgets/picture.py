"""A picture of the lesson, with its text alternative."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import art
from kiosk.ui.scale import Corner
from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import smooth


class Fit(Enum):
    """How a picture fills its place."""

    COVER = auto()
    WHOLE = auto()


class PictureView(QWidget):
    """A picture, drawn once a size and kept as pixels. ``ground`` is the colour around it."""

    def __init__(self, look: Look, fit: Fit = Fit.COVER, ground: str = "paper") -> None:
        super().__init__()
        self._ground = ground
        self._look = look
        self._fit = fit
        self._renderer: QSvgRenderer | None = None
        self._pixels = QPixmap()
        self._teller: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self._pixels = QPixmap()
        self.updateGeometry()
        self.update()

    def show_picture(self, svg: bytes, alt: str) -> None:
        """Show a picture and speak its alternative."""
        self._renderer = QSvgRenderer(QByteArray(svg))
        self._pixels = QPixmap()
        self.setAccessibleName(alt)
        self._tell()
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._renderer = None
        self._pixels = QPixmap()
        self.setAccessibleName("")
        self._tell()
        self.update()

    def tell_by(self, teller: QWidget) -> None:
        """Have another widget tell what is to be seen in it, while it gives way to others."""
        self._teller = teller
        self._tell()

    def _tell(self) -> None:
        if self._teller is not None:
            self._teller.setAccessibleDescription(self.accessibleName() if self.isHidden() else "")

    def event(self, event: QEvent) -> bool:
        """See that it has to give way, or need no more."""
        if event.type() in (QEvent.Type.HideToParent, QEvent.Type.ShowToParent):
            self._tell()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return a modest size; the layout gives what there is."""
        return QSize(self._look.px(320), self._look.px(240))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which a picture still tells something."""
        return QSize(self._look.px(120), self._look.px(90))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the kept pixels, made anew for a new size or other colours."""
        if self._renderer is None or self.size().isEmpty():
            return
        ratio = self.devicePixelRatioF()
        if self._pixels.size() != self.size() * ratio:
            self._pixels = self._drawn(self._renderer, ratio)
        QPainter(self).drawPixmap(0, 0, self._pixels)

    def _drawn(self, renderer: QSvgRenderer, ratio: float) -> QPixmap:
        pixels = QPixmap(self.size() * ratio)
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(self._look.color(self._ground))
        if renderer.viewBoxF().isEmpty():
            # Nothing is as wide or as high as nothing.
            return pixels
        painter = QPainter(pixels)
        smooth(painter)
        box = QRectF(self.rect())
        covers = self._fit is Fit.COVER and not art.would_crop(renderer, box)
        if covers:
            art.draw_covering(painter, renderer, box)
        else:
            away = self._look.px(24)
            inner = box.adjusted(away, away, -away, -away)
            box = art.fitting_box(renderer, inner)
            if self._fit is Fit.COVER:
                box = art.widest_box(renderer, inner)
            painter.setClipPath(self._frame(box))
            painter.fillRect(box, self._look.color("scene"))
            if self._fit is Fit.COVER:
                art.draw_covering(painter, renderer, box)
            else:
                renderer.render(painter, box)
        art.veil(painter, box, self._look.color("veil"))
        painter.end()
        return pixels

    def _frame(self, box: QRectF) -> QPainterPath:
        radius, frame = self._look.corner(Corner.AREA), QPainterPath()
        frame.addRoundedRect(box, radius, radius)
        return frame
