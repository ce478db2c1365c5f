"""Where a zone has more cards than it shows, they fade into its ground: above, below or both."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.board_layout import Arrangement, Place
from kiosk.ui.widgets.category_zone import CategoryZone
from kiosk.ui.widgets.zone_scrolls import ZoneScrolls


class ZoneFade(QWidget):
    """Lies over the end of a zone's room; takes no press. ``dense`` is its edge without cards."""

    def __init__(self, zone: CategoryZone, dense: Qt.Edge, ground: QWidget) -> None:
        super().__init__(ground)
        self._zone = zone
        self._dense = dense
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def cover(self, room: QRect, high: int) -> None:
        """Lie over that end of a room."""
        at_top = self._dense is Qt.Edge.TopEdge
        top = room.top() if at_top else room.bottom() + 1 - high
        self.setGeometry(room.left(), top, room.width(), high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the fading."""
        solid = self._zone.fill()
        clear = QColor(solid)
        clear.setAlpha(0)
        fade = QLinearGradient(0, 0, 0, self.height())
        at_top = self._dense is Qt.Edge.TopEdge
        fade.setColorAt(0, solid if at_top else clear)
        fade.setColorAt(1, clear if at_top else solid)
        QPainter(self).fillRect(self.rect(), fade)


class ZoneFades:
    """Two for each zone, made when it first scrolls."""

    def __init__(self, scrolls: ZoneScrolls, ground: QWidget) -> None:
        self._scrolls = scrolls
        self._ground = ground
        self._fades: dict[Place, tuple[ZoneFade, ZoneFade]] = {}

    def follow(self, arrangement: Arrangement, zones: Mapping[Place, CategoryZone]) -> None:
        """Show what there is more of, above all cards."""
        for place, inside in arrangement.insides.items():
            bar = self._scrolls.bar(place)
            if bar is None:
                self._hide(place)
                continue
            room = inside.room.adjusted(0, 0, self._scrolls.beyond - self._scrolls.width, 0)
            above, below = self._of(place, zones[place])
            for fade, more in ((above, bar.value() > 0), (below, bar.value() < bar.maximum())):
                fade.cover(room, self._scrolls.fade)
                fade.setVisible(more)
                fade.raise_()

    def of(self, place: Place) -> tuple[ZoneFade, ...]:
        """Return the fading above and the one below of a zone, if it ever scrolled."""
        return self._fades.get(place, ())

    def _of(self, place: Place, zone: CategoryZone) -> tuple[ZoneFade, ZoneFade]:
        if place not in self._fades:
            above, below = (
                ZoneFade(zone, edge, self._ground) for edge in (Qt.Edge.TopEdge, Qt.Edge.BottomEdge)
            )
            self._fades[place] = above, below
        return self._fades[place]

    def _hide(self, place: Place) -> None:
        for fade in self._fades.get(place, ()):
            fade.hide()

    def close(self) -> None:
        """Forget every zone, as a new board begins."""
        for pair in self._fades.values():
            for fade in pair:
                fade.hide()
                fade.deleteLater()
        self._fades = {}
