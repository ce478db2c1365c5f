"""Qt's speech as the kiosk's voice, tried with the engine that Qt brings for tests."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from kiosk.core.aloud import Silence, Spot, Stretch
from kiosk.ui import voice

PATIENCE_MS = 20_000


def _loads() -> bool:
    # In a process of its own: what fails to load halfway stays in this one.
    code = "from PySide6.QtTextToSpeech import QTextToSpeech"
    return subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


pytestmark = pytest.mark.qt_log_ignore("pipewire")
needs_speech = pytest.mark.skipif(
    not _loads(), reason="Qt's speech misses libraries of the system: packaging/setup/optional.py"
)


@needs_speech
def test_each_sentence_and_each_word_is_told_as_it_is_reached(qtbot: QtBot) -> None:
    from kiosk.ui.qt_voice import QtVoice  # noqa: PLC0415 - where it can be loaded

    spoken = QtVoice("mock")
    told: list[Spot | Silence | None] = []
    assert spoken.silence("en") is None
    spoken.say(["Two words.", "Then."], "en", told.append)
    qtbot.waitUntil(lambda: told[-1] is None, timeout=PATIENCE_MS)
    assert [spot for spot in told if isinstance(spot, Spot) and spot.word is None] == [
        Spot(0),
        Spot(1),
    ]
    words = [spot.word for spot in told if isinstance(spot, Spot) and spot.sentence == 0]
    assert words == [None, Stretch(0, 3), Stretch(4, 5)]


@needs_speech
def test_what_was_stopped_tells_nothing_more(qtbot: QtBot) -> None:
    from kiosk.ui.qt_voice import QtVoice  # noqa: PLC0415 - where it can be loaded

    spoken = QtVoice("mock")
    first: list[Spot | Silence | None] = []
    second: list[Spot | Silence | None] = []
    spoken.say(["One two three.", "Four."], "en", first.append)
    qtbot.waitUntil(lambda: len(first) > 1, timeout=PATIENCE_MS)
    spoken.stop()
    at_stop = list(first)
    spoken.say(["Five."], "en", second.append)
    qtbot.waitUntil(lambda: bool(second) and second[-1] is None, timeout=PATIENCE_MS)
    assert first == at_stop
    assert second[0] == Spot(0)


@needs_speech
def test_language_without_a_voice_is_told(qtbot: QtBot) -> None:
    from kiosk.ui.qt_voice import QtVoice  # noqa: PLC0415 - where it can be loaded

    del qtbot
    # Qt's stand-in speaks English, Norwegian and Finnish.
    assert QtVoice("mock").silence("es") is Silence.NO_VOICE


@needs_speech
@pytest.mark.qt_log_ignore("is not supported", extend=True)
def test_engine_that_does_not_begin_is_told(qtbot: QtBot) -> None:
    from kiosk.ui.qt_voice import QtVoice  # noqa: PLC0415 - where it can be loaded

    del qtbot
    absent = QtVoice("no such engine")
    assert not absent.works
    assert absent.silence("en") is Silence.NO_SPEECH


def test_kiosk_without_qts_speech_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "kiosk.ui.qt_voice", None)
    found = voice.voice_here()
    assert isinstance(found, voice.SilentVoice)
    assert found.silence("en") is Silence.NO_SPEECH
