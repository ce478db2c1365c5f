"""The menu of a card: every place that it can go to, as a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from kiosk.ui import art
from kiosk.ui.scale import Corner, Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.board_layout import Place
from kiosk.ui.widgets.card import Card

_ICON = 26


@dataclass(frozen=True, slots=True)
class Way:
    """One place that a card can go to; ``color`` is a name of the theme."""

    place: Place
    words: str
    icon: str
    color: str


class CardMenu(QMenu):
    """Offers ways to go.

    ``chosen``: the card and the place; ``why_asked`` and ``aloud_asked``: the card.
    """

    chosen = Signal(object, object)
    why_asked = Signal(object)
    aloud_asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._card: Card | None = None
        self._ways: dict[QAction, Place] = {}
        self.why: QAction | None = None
        self.aloud: QAction | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.triggered.connect(self._choose)
        look.changed.connect(self.close)

    def offer(self, card: Card, ways: Sequence[Way], why: str) -> None:
        """Open at a card. ``why`` are the words that ask for its reason; empty for none."""
        self.clear()
        self._card = card
        self._ways = {}
        self._restyle()
        self.setAccessibleName(self.tr("Move {card}").format(card=card.item.title))
        for number, way in enumerate(ways, start=1):
            icon = self._icon(way.icon, way.color)
            action = self.addAction(icon, f"&{number}   {way.words.replace('&', '&&')}")
            self._ways[action] = way.place
        self.why = self.addAction(self._icon("info", "soft"), why) if why else None
        self.aloud = self.addAction(self._icon("speaker", "soft"), self.tr("Read aloud"))
        self.popup(self._spot(card))
        self.setActiveAction(self.actions()[0])

    def action_to(self, place: Place) -> QAction | None:
        """Return the line that leads to a place, ``None`` where none does."""
        return next((action for action, to in self._ways.items() if to == place), None)

    def _spot(self, card: Card) -> QPoint:
        below = card.mapToGlobal(QPoint(0, card.height() + 4))
        window = card.window().geometry()
        size = self.sizeHint()
        if below.y() + size.height() > window.bottom():
            below = card.mapToGlobal(QPoint(0, -size.height() - 4))
        left = min(below.x(), window.right() - size.width())
        return QPoint(max(window.left(), left), max(window.top(), below.y()))

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        card, self._card = self._card, None
        if card is None:
            return
        if action is self.why:
            self.why_asked.emit(card)
        elif action is self.aloud:
            self.aloud_asked.emit(card)
        elif action in self._ways:
            self.chosen.emit(card, self._ways[action])

    def _icon(self, name: str, color: str) -> QIcon:
        side, ratio = self._look.partly_grown(_ICON), self.devicePixelRatioF()
        pixels = QPixmap(QSize(side, side) * ratio)
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        art.draw_icon(painter, name, QRectF(0, 0, side, side), self._look.color(color))
        painter.end()
        return QIcon(pixels)

    def _restyle(self) -> None:
        look = self._look
        self.setFont(look.font(18, Weight.SEMIBOLD))
        high = max(0, (look.target(52) - look.metrics(18).height()) // 2)
        self.setStyleSheet(
            f"QMenu {{ background: {look.color('card').name()}; color: {look.color('ink').name()};"
            f" border: {max(1, look.px(2))}px solid {look.color('line-strong').name()};"
            f" border-radius: {look.corner(Corner.BUTTON)}px; padding: {look.px(8)}px;"
            f" icon-size: {look.partly_grown(_ICON)}px; }}"
            f"QMenu::item {{ padding: {high}px {look.px(24)}px {high}px {look.px(16)}px;"
            f" border-radius: {look.corner(Corner.NOTE)}px; }}"
            f"QMenu::icon {{ padding-left: {look.px(14)}px; }}"
            f"QMenu::item:selected {{ background: {look.color('primary-soft').name()};"
            f" border: {look.px(3)}px solid {look.color('focus').name()}; }}"
        )
