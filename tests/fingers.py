"""A finger on a window, as a touch screen tells of it."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.ui.tour.hand import Hand
from kiosk.ui.widgets.touch_keys import SHIFT, TouchKeys


@cache
def _screen() -> QPointingDevice:
    return QTest.createTouchDevice()


class Finger:
    """Touches what a hand's window shows."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def touch(self, widget: QWidget) -> None:
        """Touch the middle of a widget."""
        spot = self._hand.middle(widget)
        QTest.touchEvent(self._hand.native, _screen()).press(0, spot).commit()
        QTest.touchEvent(self._hand.native, _screen()).release(0, spot).commit()
        self._hand.rest(20)

    def type(self, keys: TouchKeys, text: str) -> None:
        """Touch a key for each character; for a large letter the key for them before."""
        for character in text:
            if character.isupper():
                self.touch(keys.keys[SHIFT])
            self.touch(keys.keys[character])
