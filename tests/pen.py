"""A pen as the system delivers it: QTest has touch and mouse, and no pen."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QPointingDeviceUniqueId, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import getCppPointer

_DELIVER = (
    "_ZN22QWindowSystemInterface17handleTabletEventEP7QWindowPK15QPointingDeviceRK7QPointFS7_"
    "6QFlagsIN2Qt11MouseButtonEEdiiddiS8_INS9_16KeyboardModifierEE"
)
"""The very function that Qt's platform plugins call, in the locked Qt on Linux."""
_DOUBLES = ctypes.c_double * 2


class Pen:
    """A stylus over one window; it skips the test where Qt's entry for pens has another name."""

    def __init__(self, window: QWindow) -> None:
        if sys.platform != "linux":
            pytest.skip("a pen can be played on Linux only: the entry's name is the compiler's")
        libraries = Path(PySide6.__file__).parent / "Qt" / "lib"
        self._deliver = getattr(ctypes.CDLL(str(libraries / "libQt6Gui.so.6")), _DELIVER)
        whole, real, pointer = ctypes.c_int, ctypes.c_double, ctypes.c_void_p
        points = [ctypes.POINTER(_DOUBLES)] * 2
        self._deliver.argtypes = [
            *(pointer, pointer, *points, whole),
            *(real, whole, whole, real, real, whole, whole),
        ]
        self._deliver.restype = ctypes.c_bool
        self._window = window
        self._device = QPointingDevice(
            "pen",
            1,
            QInputDevice.DeviceType.Stylus,
            QPointingDevice.PointerType.Pen,
            QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
            1,
            1,
            "",
            QPointingDeviceUniqueId(),
        )

    def down(self, at: QPoint) -> None:
        """Put the tip on a point of the window."""
        self._send(at, Qt.MouseButton.LeftButton, 0.6)

    def to(self, at: QPoint) -> None:
        """Draw the tip to a point."""
        self._send(at, Qt.MouseButton.LeftButton, 0.7)

    def up(self, at: QPoint) -> None:
        """Lift the tip."""
        self._send(at, Qt.MouseButton.NoButton, 0.0)

    def hover(self, at: QPoint) -> None:
        """Pass over a point without touching it."""
        self._send(at, Qt.MouseButton.NoButton, 0.0)

    def _send(self, at: QPoint, buttons: Qt.MouseButton, pressure: float) -> None:
        window, *_ = getCppPointer(self._window)
        device, *_ = getCppPointer(self._device)
        there = QPointF(self._window.mapToGlobal(at))
        local, everywhere = _DOUBLES(at.x(), at.y()), _DOUBLES(there.x(), there.y())
        self._deliver(
            window, device, local, everywhere, buttons.value, pressure, 0, 0, 0.0, 0.0, 0, 0
        )
        QApplication.processEvents()
