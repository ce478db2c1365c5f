"""A finger at a board: touches as a touch screen delivers them."""

from __future__ import annotations

from functools import cache

from board_table import Table
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

_STEPS = 3


@cache
def _screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def finger_pull(table: Table, start: QPoint, end: QPoint) -> None:
    """Put a finger down, draw it over the screen, and lift it."""
    native = table.hand.native
    QTest.touchEvent(native, _screen()).press(0, start).commit()
    for step in range(1, _STEPS + 1):
        on_the_way = start + (end - start) * (step / _STEPS)
        QTest.touchEvent(native, _screen()).move(0, on_the_way).commit()
    QTest.touchEvent(native, _screen()).release(0, end).commit()
    QTest.qWait(1)


def finger_press(table: Table, at: QPoint) -> None:
    """Touch a point."""
    native = table.hand.native
    QTest.touchEvent(native, _screen()).press(0, at).commit()
    QTest.touchEvent(native, _screen()).release(0, at).commit()
    QTest.qWait(1)
