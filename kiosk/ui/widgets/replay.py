"""An attempt over again: its board, what happens on it, and the keys of a player."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.replay import Frame, Replay
from kiosk.ui.speech import announce
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.card import Stand
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column, Row
from kiosk.ui.widgets.playback import Playback, Speed
from kiosk.ui.widgets.replay_bar import ReplayBar
from kiosk.ui.widgets.replay_line import ReplayLine
from kiosk.ui.widgets.replay_words import frame_words, longest_words
from kiosk.ui.widgets.sorting_board import SortingBoard
from kiosk.ui.widgets.speed_choice import SpeedChoice


class ReplayBoard(QWidget):
    """Shows a replay, to be looked at only: no hand moves a card on its board.

    Going by hand, it is said aloud what happened; playing, it is only shown.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._replay: Replay | None = None
        self.playback = Playback(self)
        self.line = ReplayLine(look)
        self.board = SortingBoard(look)
        # Disabled, no key and no screen reader moves a card; let through, no pointer lights one up.
        self.board.setEnabled(False)
        self.board.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.back = Button(look, Kind.TOOL, "", icon="step-back")
        self.back.setAccessibleName(self.tr("One placement back"))
        self.play = Button(look, Kind.PRIMARY, "", icon="play")
        self.forward = Button(look, Kind.TOOL, "", icon="step-forward")
        self.forward.setAccessibleName(self.tr("One placement forward"))
        self.bar = ReplayBar(look)
        self.speeds = SpeedChoice(look)
        self._lay_out(look)
        self._connect(look)
        self._restyle()

    def _lay_out(self, look: Look) -> None:
        column = Column(look, 14)
        self.setLayout(column)
        column.addWidget(self.line)
        column.addWidget(self.board, 1)
        row = Row(look, 12)
        for part in (self.back, self.play, self.forward):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.bar, 1)
        hands = QWidget()
        hands.setLayout(row)
        below = Fold(look, 12)
        below.add(hands, 1, 380)
        below.add(self.speeds)
        column.addLayout(below)

    def _connect(self, look: Look) -> None:
        self.playback.moved.connect(self._show)
        self.playback.changed.connect(self._show_playing)
        self.play.clicked.connect(self._play_or_pause)
        self.back.clicked.connect(self._step_back)
        self.forward.clicked.connect(self._step_forward)
        self.bar.valueChanged.connect(self._choose)
        self.speeds.chosen.connect(self._set_speed)
        look.changed.connect(self._restyle)

    @property
    def frame(self) -> Frame:
        """What is shown. Raises ``RuntimeError`` before there is a replay."""
        return self._shown().frames[self.playback.at]

    def show_replay(self, replay: Replay) -> None:
        """Show a replay from its beginning, and wait to be played."""
        self._replay = replay
        self.playback.load([frame.ms for frame in replay.frames])
        self.bar.show_range(replay.placements, replay.tries_begin)
        self.line.keep_room_for(longest_words(replay))
        for part in (self.back, self.play, self.forward, self.bar):
            part.setEnabled(replay.placements > 0)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop playing to nobody."""
        self.playback.pause()
        super().hideEvent(event)

    def _shown(self) -> Replay:
        if self._replay is None:
            raise RuntimeError("no replay is shown yet")
        return self._replay

    @Slot()
    def _show(self) -> None:
        replay, frame = self._shown(), self.frame
        stands = dict.fromkeys(frame.board.locked, Stand.RIGHT)
        if frame.placement is not None:
            stands[frame.placement.item_id] = Stand.HELD
        self.board.show_board(replay.activity, frame.board, stands)
        correct = frame.placement.correct if frame.placement else None
        self.line.show_words(frame_words(replay, self.playback.at), correct)
        self.bar.setValue(self.playback.at)

    @Slot()
    def _show_playing(self) -> None:
        playing = self.playback.playing
        self.play.set_icon("pause" if playing else "play")
        self.play.set_label(self.tr("Pause") if playing else self.tr("Play"))

    @Slot()
    def _restyle(self) -> None:
        # As wide for either word, so that the bar beside it keeps its place.
        widths = []
        for words in (self.tr("Pause"), self.tr("Play")):
            self.play.set_label(words)
            widths.append(self.play.sizeHint().width())
        self.play.setMinimumWidth(max(widths))
        self._show_playing()

    @Slot()
    def _play_or_pause(self) -> None:
        if self.playback.playing:
            self.playback.pause()
        else:
            self.playback.play()

    @Slot()
    def _step_back(self) -> None:
        self._go(self.playback.at - 1)

    @Slot()
    def _step_forward(self) -> None:
        self._go(self.playback.at + 1)

    @Slot(int)
    def _choose(self, frame: int) -> None:
        # The bar also follows what is shown; only a hand takes it elsewhere.
        if self._replay is not None and frame != self.playback.at:
            self._go(frame)

    def _go(self, frame: int) -> None:
        self.playback.go(frame)
        self._show()
        announce(self, self.line.words)

    @Slot(object)
    def _set_speed(self, speed: Speed) -> None:
        self.playback.set_speed(speed)
