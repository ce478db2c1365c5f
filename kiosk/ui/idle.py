"""Notices that nobody is there any more, and asks before it acts."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.ui.input_watch import InputWatch


class IdleGuard(QObject):
    """Counts quiet time while it is on duty.

    ``asked`` comes once, with the seconds there are to answer; ``counted`` each
    second after it; ``answered`` when someone is there after all; ``gave_up``
    when nobody is.
    """

    asked = Signal(int)
    counted = Signal(int)
    answered = Signal()
    gave_up = Signal()

    def __init__(self, hands: InputWatch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer_seconds = 30
        self._left = 0
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._ask)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._count)
        hands.someone_there.connect(self._see)

    @property
    def asking(self) -> bool:
        """Whether the question stands."""
        return self._second.isActive()

    def go_on_duty(self, idle_seconds: int, answer_seconds: int) -> None:
        """Begin to count from now. With no seconds to answer in, nobody is asked."""
        self._answer_seconds = answer_seconds
        self._quiet.setInterval(idle_seconds * 1000)
        self._quiet.start()
        self._second.stop()

    def go_off_duty(self) -> None:
        """Stop counting; a question that stands is dropped."""
        self._quiet.stop()
        if self.asking:
            self._second.stop()
            self.answered.emit()

    @Slot()
    def _see(self) -> None:
        if self.asking:
            self._second.stop()
            self._quiet.start()
            # After the input is through: it answers the question and presses nothing below it.
            QTimer.singleShot(0, self, self._tell_answered)
        elif self._quiet.isActive():
            self._quiet.start()

    @Slot()
    def _tell_answered(self) -> None:
        self.answered.emit()

    @Slot()
    def _ask(self) -> None:
        if self._answer_seconds == 0:
            self.gave_up.emit()
            return
        self._left = self._answer_seconds
        self._second.start()
        self.asked.emit(self._left)

    @Slot()
    def _count(self) -> None:
        self._left -= 1
        if self._left > 0:
            self.counted.emit(self._left)
        else:
            self._second.stop()
            self.gave_up.emit()
