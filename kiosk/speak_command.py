"""The kiosk's voice in a process of its own: an engine that stalls there stalls nothing else.

Each line of input is an order, each line of output an answer, as JSON:

- ``["say", number, language, [sentence...]]`` is answered, with its number first, by
  ``[number, "spot", sentence]``, by ``[number, "spot", sentence, start, length]`` for a word,
  by ``[number, "end"]``, or by ``[number, "silence", why]`` where nothing can be said;
- ``["stop"]`` is not answered. The end of the input ends the program.
"""

from __future__ import annotations

import json
import os
import sys
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

from kiosk.core.aloud import Silence, Spot
from kiosk.core.ports import Voice
from kiosk.itself import end_with_parent
from kiosk.ui.voice import voice_here

_MANY = 1 << 16


class Speaker(QObject):
    """Obeys what comes in, and tells how far the voice is."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._begun = b""
        self._orders = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._orders.activated.connect(self._read)

    @Slot()
    def _read(self) -> None:
        there = os.read(sys.stdin.fileno(), _MANY)
        if not there:
            self._voice.close()
            QCoreApplication.quit()
            return
        *lines, self._begun = (self._begun + there).split(b"\n")
        for line in lines:
            self._obey(*json.loads(line))

    def _obey(
        self, order: str, number: int = 0, language: str = "", words: tuple[str, ...] = ()
    ) -> None:
        if order == "stop":
            self._voice.stop()
            return
        silence = self._voice.silence(language)
        if silence is None:
            self._voice.say(words, language, partial(_tell, number))
        else:
            _tell(number, silence)


def _tell(number: int, told: Spot | Silence | None) -> None:
    match told:
        case None:
            answer: list[str | int] = ["end"]
        case Spot(sentence, None):
            answer = ["spot", sentence]
        case Spot(sentence, word) if word is not None:
            answer = ["spot", sentence, word.start, word.length]
        case _:
            answer = ["silence", str(told)]
    print(json.dumps([number, *answer]), flush=True)  # noqa: T201 - the answer


def run_speech(engine: str | None = None) -> int:
    """Speak until the input ends. Returns the exit code.

    Args:
        engine: the name of Qt's engine; ``None`` for the best one that works here.
    """
    end_with_parent()
    application = QCoreApplication(["mentor-kiosk"])
    speaker = Speaker(voice_here(engine))
    status = application.exec()
    speaker.deleteLater()
    return status
