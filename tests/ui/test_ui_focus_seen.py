"""The focus can be seen wherever the Tab key comes to, on every page, in every theme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from rooms import Room

from kiosk.core.flow import Screen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.theme import ThemeName

CODE = "RV2048"
_BAND = 10
_FEWEST = 60
"""Pixels of the focus' colour around what has the focus."""


def unseen(room: Room) -> list[str]:
    """Go round a page by Tab; return what has the focus without showing it."""
    stops: list[QWidget] = []
    found = []
    while True:
        room.hand.key(Qt.Key.Key_Tab)
        focused = room.kiosk.window.focusWidget()
        assert focused is not None
        if focused in stops:
            break
        stops.append(focused)
        if colored(room, focused) < _FEWEST:
            found.append(focused.accessibleName())
    assert len(stops) > 1
    return found


def colored(room: Room, widget: QWidget) -> int:
    window = room.kiosk.window
    image = window.grab().toImage()
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    around = box.adjusted(-_BAND, -_BAND, _BAND, _BAND) & window.rect()
    color = room.kiosk.look.color("focus")
    return sum(_is_of(image, x, y, color) for x, y in _frame(around, box))


def _frame(around: QRect, box: QRect) -> list[tuple[int, int]]:
    inner = box.adjusted(4, 4, -4, -4)
    return [
        (x, y)
        for x in range(around.left(), around.right() + 1)
        for y in range(around.top(), around.bottom() + 1)
        if not inner.contains(x, y)
    ]


def _is_of(image: QImage, x: int, y: int, color: QColor) -> bool:
    return image.pixelColor(x, y) == color


@pytest.mark.parametrize("theme", ThemeName)
def test_focus_is_seen_at_every_stop_of_a_visit(room: Room, theme: ThemeName) -> None:
    room.at(Screen.WELCOME)
    room.kiosk.look.choose_theme(theme)
    assert unseen(room) == []
    room.sign_in(CODE)
    room.at(Screen.HOME)
    assert unseen(room) == []
    room.way.press(room.page(Screen.HOME, HomeScreen).lesson_button)
    room.lesson()
    assert unseen(room) == []


@pytest.mark.slow
def test_focus_is_seen_at_every_stop_of_the_board(room: Room) -> None:
    room.sign_in(CODE)
    room.open_board()
    assert unseen(room) == []


@pytest.mark.slow
def test_focus_is_seen_at_every_stop_of_the_staff_pages(room: Room) -> None:
    area = room.staff_area()
    for button in area.side.pages.values():
        room.way.press(button)
        assert unseen(room) == []
