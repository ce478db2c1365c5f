"""The keyboard's focus can be seen on every ground, and only while keys are in use."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import make_look
from kiosk.ui.input_watch import InputWatch
from kiosk.ui.theme import Look
from kiosk.ui.tour.hand import Hand
from kiosk.ui.widgets.focus_ring import FocusRing


class Ground(QWidget):
    """A window of one colour with two buttons and a ring."""

    def __init__(self, look: Look, color: str) -> None:
        super().__init__()
        self.resize(600, 300)
        self.setStyleSheet(f"Ground {{ background: {look.color(color).name()} }}")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons = [QPushButton(name, self) for name in ("One", "Two")]
        for n, button in enumerate(self.buttons):
            button.setGeometry(QRect(60 + 260 * n, 100, 180, 60))
        watch = InputWatch(self)
        self.ring = FocusRing(look, self, watch)
        self.hand = Hand(self)
        self.show()
        handle = self.windowHandle()
        assert handle is not None
        watch.watch(handle)
        self.hand.come_to_window()

    def colors_left_of(self, widget: QWidget) -> list[QColor]:
        """The pixels from the window's edge to a widget's, at half its height."""
        image = self.grab().toImage()
        edge = widget.mapTo(self, QPoint(0, widget.height() // 2))
        return [image.pixelColor(x, edge.y()) for x in range(edge.x() - 20, edge.x())]


def luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ground(qtbot: QtBot, color: str) -> Ground:
    window = Ground(make_look(), color)
    qtbot.addWidget(window)
    return window


@pytest.mark.parametrize("color", ["paper", "card", "bar", "primary", "side", "ink"])
def test_ring_stands_out_from_any_ground(qtbot: QtBot, color: str) -> None:
    window = ground(qtbot, color)
    window.hand.key(Qt.Key.Key_Tab)
    focused = window.focusWidget()
    lights = [luminance(pixel) for pixel in window.colors_left_of(focused)]
    away = lights[0]
    best = max((max(away, x) + 0.05) / (min(away, x) + 0.05) for x in lights)
    assert best >= 3


def test_ring_goes_with_the_focus(qtbot: QtBot) -> None:
    window = ground(qtbot, "paper")
    for _ in range(3):
        window.hand.key(Qt.Key.Key_Tab)
        focused = window.focusWidget()
        assert window.ring.isVisible()
        assert window.ring.geometry().contains(focused.geometry())


def test_pointer_hides_the_ring_and_a_key_shows_it_again(qtbot: QtBot) -> None:
    window = ground(qtbot, "paper")
    window.hand.key(Qt.Key.Key_Tab)
    window.hand.press(window.buttons[1])
    assert not window.ring.isVisible()
    window.hand.key(Qt.Key.Key_Shift)
    assert window.ring.isVisible()


def test_ring_lets_the_pointer_through(qtbot: QtBot) -> None:
    window = ground(qtbot, "paper")
    pressed: list[str] = []
    window.buttons[0].clicked.connect(lambda: pressed.append("one"))
    window.buttons[0].setFocus()
    window.hand.key(Qt.Key.Key_Shift)
    assert window.ring.isVisible()
    window.hand.press(window.buttons[0])
    assert pressed == ["one"]
