"""A replay keeps the attempt's own time, without its long pauses."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.ui.widgets.playback import Playback, Speed


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[Playback]:
    del qtbot
    parent = QObject()
    playback = Playback(parent)
    playback.load([0, 800, 800, 60_000, 63_000])
    yield playback
    playback.pause()


def waits(player: Playback) -> list[int]:
    """The wait after each frame."""
    found = []
    for frame in range(player.last + 1):
        player.go(frame)
        found.append(player.wait_ms)
    return found


def test_wait_is_the_attempts_own_and_a_long_one_is_cut_to_three_seconds(player: Playback) -> None:
    assert waits(player) == [800, 0, 3000, 3000, 0]


@pytest.mark.parametrize(("speed", "cut"), list(zip(Speed, (3000, 1500, 750, 375), strict=True)))
def test_long_wait_is_cut_before_it_is_sped_up(player: Playback, speed: Speed, cut: int) -> None:
    player.set_speed(speed)
    player.go(2)
    assert player.wait_ms == cut


def test_other_speed_counts_at_once(qtbot: QtBot, player: Playback) -> None:
    player.load([0, 60_000, 60_010])
    player.play()
    before = time.monotonic()
    player.set_speed(Speed.EIGHTFOLD)
    qtbot.waitUntil(lambda: player.at > 0)
    assert time.monotonic() - before < 2.0


def test_moves_of_one_moment_follow_at_once(qtbot: QtBot, player: Playback) -> None:
    player.load([0] * 50)
    player.play()
    qtbot.waitUntil(lambda: player.at == 49)
    assert not player.playing


def test_end_of_playing_is_told_after_the_last_frame(qtbot: QtBot, player: Playback) -> None:
    player.load([0, 5, 10])
    told: list[tuple[int, bool]] = []
    player.changed.connect(lambda: told.append((player.at, player.playing)))
    player.play()
    qtbot.waitUntil(lambda: not player.playing)
    assert told == [(0, True), (2, False)]


@pytest.mark.parametrize(("asked", "found"), [(-3, 0), (0, 0), (4, 4), (9, 4)])
def test_nearest_frame_is_gone_to(player: Playback, asked: int, found: int) -> None:
    player.go(asked)
    assert player.at == found


def test_nothing_to_play_is_not_played(player: Playback) -> None:
    player.load([0])
    player.play()
    assert not player.playing


def test_play_twice_is_play_once(player: Playback) -> None:
    player.play()
    player.play()
    player.pause()
    assert not player.playing
    assert player.at == 0
