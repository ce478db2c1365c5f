"""The voice in a process of its own: it says the same, and whatever it does, the screen lives."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from subprocess import run

import pytest
from pytestqt.qtbot import QtBot

from kiosk.core.aloud import Silence, Spot, Stretch
from kiosk.itself import own_command
from kiosk.ui.voice_apart import ApartVoice

PATIENCE_MS = 20_000
Told = list[Spot | Silence | None]

_TRY = "from PySide6.QtTextToSpeech import QTextToSpeech"
needs_speech = pytest.mark.skipif(
    run([sys.executable, "-c", _TRY], check=False, capture_output=True).returncode != 0,
    reason="Qt's speech misses libraries of the system: packaging/setup/optional.py",
)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows speaks in the kiosk")


@pytest.fixture
def mock(qtbot: QtBot) -> Iterator[ApartVoice]:
    """A voice with the engine that Qt has for tests."""
    del qtbot
    voice = ApartVoice([*own_command(), "speak", "--engine", "mock"])
    yield voice
    voice.close()


@needs_speech
def test_each_sentence_and_word_comes_through_and_the_end(mock: ApartVoice, qtbot: QtBot) -> None:
    told: Told = []
    mock.say(["Two words.", "Then."], "en", told.append)
    qtbot.waitUntil(lambda: told[-1:] == [None], timeout=PATIENCE_MS)
    assert told[0] == Spot(0)
    assert Spot(0, Stretch(4, 5)) in told
    assert Spot(1) in told


@needs_speech
def test_what_was_stopped_or_replaced_tells_nothing_more(mock: ApartVoice, qtbot: QtBot) -> None:
    first: Told = []
    second: Told = []
    mock.say(["One two three four.", "Five."], "en", first.append)
    qtbot.waitUntil(lambda: bool(first), timeout=PATIENCE_MS)
    mock.stop()
    before = list(first)
    mock.say(["Six."], "en", second.append)
    qtbot.waitUntil(lambda: second[-1:] == [None], timeout=PATIENCE_MS)
    assert first == before


@needs_speech
def test_language_without_a_voice_is_told_as_such(mock: ApartVoice, qtbot: QtBot) -> None:
    told: Told = []
    mock.say(["Hola."], "es", told.append)
    qtbot.waitUntil(lambda: told == [Silence.NO_VOICE], timeout=PATIENCE_MS)


@pytest.mark.parametrize("command", [["/no/such/program"], ["sh", "-c", "exit 3"]], ids=str)
def test_process_that_dies_is_told_and_tried_again(qtbot: QtBot, command: list[str]) -> None:
    voice = ApartVoice(command)
    for _ in range(2):
        told: Told = []
        voice.say(["Hello."], "en", told.append)
        qtbot.waitUntil(partial(bool, told), timeout=PATIENCE_MS)
        assert told == [Silence.NO_ANSWER]
    voice.close()


def test_process_that_hangs_holds_nothing_up_and_is_ended(qtbot: QtBot) -> None:
    voice = ApartVoice(["sh", "-c", "trap '' TERM; exec sleep 600"])
    told: Told = []
    with qtbot.waitSignal(voice.destroyed, timeout=PATIENCE_MS):
        voice.say(["Hello."], "en", told.append)
        voice.stop()
        process = voice._process
        assert process is not None
        assert process.waitForStarted()
        voice.close()
        voice.deleteLater()
    assert told == []
