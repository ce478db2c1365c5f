"""A card under the hand, against a scene that is painted anew at each move."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import cast

from figures import Figure, middle, ninety_nine
from makers import make_activity
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from kiosk.app import make_application, make_look
from kiosk.core.board import Board
from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.category_zone import CategoryZone
from kiosk.ui.widgets.paint import area
from kiosk.ui.widgets.sorting_board import SortingBoard

_MOVES = 400
_RUNS = 5
_WIDTH, _HEIGHT = 1920, 1080
_CARDS = 24


class Painted(QObject):
    """Gathers what is painted, in the window's coordinates."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add what a widget is asked to paint."""
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            corner = watched.mapTo(self._window, QPoint(0, 0))
            self.region += event.region().translated(corner)
        return False

    def share(self) -> float:
        """Return the painted share of the frame since the last call."""
        area = sum(box.width() * box.height() for box in cast("Iterable[QRect]", self.region))
        self.region = QRegion()
        return area / (_WIDTH * _HEIGHT)


def _settle() -> None:
    for _ in range(40):
        QApplication.processEvents()
        time.sleep(0.01)


def _point(n: int) -> QPoint:
    # There and back over all the zones: a hand does not jump.
    return QPoint(300 + _swing(n * 7, 1300), 300 + _swing(n * 3, 500))


def _swing(way: int, length: int) -> int:
    way %= 2 * length
    return min(way, 2 * length - way)


def _board() -> SortingBoard:
    look = make_look()
    board = SortingBoard(look)
    board.resize(_WIDTH, _HEIGHT)
    activity = make_activity(["is", "is_not"] * (_CARDS // 2), title="Trusted Guide")
    board.show_board(activity, Board.dealt_from(activity, 7), {})
    board.show()
    look.fit(board.size())
    _settle()
    return board


def _ours(board: SortingBoard) -> tuple[list[float], list[float]]:
    card = next(iter(board.pieces.cards.values()))
    board.hands.press(card, card.geometry().center())
    board.hands.move(_point(0))
    _settle()
    times = []
    for n in range(1, _MOVES):
        start = time.thread_time_ns()
        board.hands.move(_point(n))
        QApplication.processEvents()
        times.append((time.thread_time_ns() - start) / 1e6)
    shares = _shares(board)
    board.hands.cancel()
    return times, shares


def _shares(board: SortingBoard) -> list[float]:
    painted = Painted(board)
    board.installEventFilter(painted)
    for child in cast("Iterable[QWidget]", board.findChildren(QWidget)):
        child.installEventFilter(painted)
    shares = []
    for n in range(1, _MOVES):
        board.hands.move(_point(n))
        QApplication.processEvents()
        shares.append(painted.share())
    return shares


class DrawnAnew(QGraphicsItem):
    """A piece of the board that draws what the piece draws, at every update."""

    def __init__(self, box: QRectF, draw: Callable[[QPainter], None]) -> None:
        super().__init__()
        self._box = box
        self._draw = draw

    def boundingRect(self) -> QRectF:
        """Return where it lies."""
        return self._box

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw the piece."""
        self._draw(painter)


def _scene(board: SortingBoard) -> tuple[QGraphicsScene, QGraphicsItem]:
    """Return the very same zones and faces as a scene, and one more card to be moved."""
    scene = QGraphicsScene(0, 0, _WIDTH, _HEIGHT)
    for zone in board.pieces.zones.values():
        scene.addItem(DrawnAnew(QRectF(zone.geometry()), partial(_draw_zone, zone)))
    cards = list(board.pieces.cards.values())
    for card in cards:
        box = card.geometry()
        scene.addItem(DrawnAnew(QRectF(box), partial(_draw_card, card, box)))
    size = QRect(0, 0, cards[0].width(), cards[0].height())
    moved = DrawnAnew(QRectF(size), partial(_draw_card, cards[0], size))
    scene.addItem(moved)
    return scene, moved


def _draw_card(card: Card, box: QRect, painter: QPainter) -> None:
    card.draw_face(painter, box)


def _draw_zone(zone: CategoryZone, painter: QPainter) -> None:
    # As a scene's item draws: by path and letters, with nothing kept from the last time.
    painter.save()
    painter.translate(zone.pos())
    area(painter, QRectF(zone.rect()), zone._look.px(20), zone.fill(), zone._edge())
    zone.header.forget()
    zone.header.draw(painter, zone.size())
    painter.restore()


def _floor(board: SortingBoard) -> list[float]:
    scene, moved = _scene(board)
    view = QGraphicsView(scene)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
    view.resize(_WIDTH, _HEIGHT)
    view.show()
    _settle()
    times = []
    for n in range(1, _MOVES):
        start = time.thread_time_ns()
        moved.setPos(_point(n))
        QApplication.processEvents()
        times.append((time.thread_time_ns() - start) / 1e6)
    return times


def measure() -> list[Figure]:
    """Move a card on both."""
    make_application()
    board = _board()
    floor = middle([ninety_nine(_floor(board)) for _ in range(_RUNS)])
    runs = [_ours(board) for _ in range(_RUNS)]
    ours = middle([ninety_nine(times) for times, _ in runs])
    shares = [share for _, found in runs for share in found]
    return [
        Figure("drag, CPU a move, p99", ours, floor, "ms", 0.1),
        Figure("drag, share of the frame repainted, median", middle(shares), 1.0, "", 0.02),
        Figure("drag, share of the frame repainted, p99", ninety_nine(shares), 1.0, "", 0.02),
    ]
