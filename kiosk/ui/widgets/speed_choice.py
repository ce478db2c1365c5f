"""How fast a replay goes: four buttons, one of them chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.layout import Row
from kiosk.ui.widgets.playback import Speed


class SpeedChoice(QWidget):
    """Tells of the ``Speed`` that is ``chosen``; the attempt's own at the beginning."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        row = Row(look, 6)
        self.setLayout(row)
        for speed in Speed:
            button = Button(look, Kind.TOOL, self.tr("{n}x").format(n=int(speed)))
            button.setAccessibleName(self.tr("Speed {n}x").format(n=int(speed)))
            button.setCheckable(True)
            self._group.addButton(button, int(speed))
            row.addWidget(button)
        self.button(Speed.NORMAL).setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.idToggled.connect(self._tell)

    def button(self, speed: Speed) -> Button:
        """Return the button of a speed."""
        button = self._group.button(int(speed))
        if not isinstance(button, Button):
            raise KeyError(speed)
        return button

    @Slot(int, bool)
    def _tell(self, factor: int, on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        if on:
            self.chosen.emit(Speed(factor))
