"""A replay alone in a window, of a game that was played for it."""

from __future__ import annotations

from collections.abc import Sequence

from makers import HandClock, make_activity, make_start
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import make_look
from kiosk.core.attempt import Attempt
from kiosk.core.lesson import Activity
from kiosk.core.model import InputMethod
from kiosk.core.replay import Replay
from kiosk.ui.tour.hand import Hand
from kiosk.ui.widgets.replay import ReplayBoard

Move = tuple[str, str | None, int]
"""A card, where it is put, and milliseconds since the move before."""

USUAL: tuple[Move, ...] = (
    ("i0", "is", 40),
    ("i1", "is_not", 40),
    ("i1", None, 40),
    ("i1", "is_not", 40),
    ("i2", "is_not", 40),
    ("i3", "is_not", 40),
)


def make_replay(
    first_try: Sequence[Move] = USUAL,
    second_try: Sequence[Move] = (("i1", "is", 40),),
    activity: Activity | None = None,
) -> Replay:
    """Play two tries, by tap."""
    clock = HandClock()
    activity = activity or make_activity()
    attempt = Attempt(activity, make_start(activity), clock)
    attempt.watch.run()
    for tries in (first_try, second_try):
        for item_id, to_id, ms in tries:
            clock.tick(ms)
            attempt.place(item_id, to_id, InputMethod.TAP)
        attempt.check()
        attempt.try_again()
    return Replay.of(activity, attempt.start.shuffle_seed, attempt.placements)


class Stage(QWidget):
    """The window. It keeps which frames were shown while playing."""

    def __init__(self, qtbot: QtBot, replay: Replay | None = None) -> None:
        super().__init__()
        self.look = make_look()
        self.look.reduced_motion = True
        self.board = ReplayBoard(self.look)
        self.played: list[int] = []
        self.board.playback.moved.connect(self._note)
        column = QVBoxLayout(self)
        column.addWidget(self.board)
        self.hand = Hand(self)
        qtbot.addWidget(self)
        self.resize(1000, 700)
        self.board.show_replay(replay or make_replay())
        self.show()
        self.hand.come_to_window()

    def _note(self) -> None:
        self.played.append(self.board.playback.at)

    @property
    def at(self) -> int:
        """The number of the frame that is shown; what shows it must agree."""
        number = self.board.playback.at
        assert self.board.bar.value() == number
        assert self.board.line.words.startswith(f"{number} of ")
        return number

    @property
    def picture(self) -> dict[str, tuple[int, int, int, int]]:
        """Where every card lies, and that it is where the frame has it."""
        places = self.board.frame.board.places
        boxes = {item_id: self.board.board.card(item_id).geometry() for item_id in places}
        for item_id, box in boxes.items():
            assert self.board.board.zone(places[item_id]).geometry().contains(box)
        return {i: (b.x(), b.y(), b.width(), b.height()) for i, b in boxes.items()}

    def spot_of(self, number: int) -> QPoint:
        """The point of the bar, in the window, that stands for a frame."""
        bar = self.board.bar
        return bar.mapTo(self, QPoint(bar.x_of(number), bar.height() // 2))

    def wait_until_played(self) -> None:
        """Wait until it stopped playing."""
        self.hand.wait_until(lambda: not self.board.playback.playing, "the end of the replay")
