"""The voice of this computer, looked for only when somebody wants to hear it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence

from kiosk.core.aloud import Silence, Spot
from kiosk.core.ports import Voice
from kiosk.itself import own_command
from kiosk.ui.voice_apart import ApartVoice

_log = logging.getLogger(__name__)


class SilentVoice:
    """The port ``Voice`` where there is none."""

    def silence(self, _language: str) -> Silence | None:
        """Return that there is nothing to speak with."""
        return Silence.NO_SPEECH

    def say(
        self,
        _sentences: Sequence[str],
        _language: str,
        hear: Callable[[Spot | Silence | None], None],
    ) -> None:
        """Be at the end at once."""
        hear(None)

    def stop(self) -> None:
        """Be as quiet as before."""

    def close(self) -> None:
        """Have nothing to give back."""


def find_voice() -> Voice:
    """Return the system's voice.

    The speech dispatcher of Linux takes seconds to begin and may never answer, and Qt waits
    for it: there the voice is another process. Windows answers at once.
    """
    if sys.platform == "win32":
        return voice_here()
    return ApartVoice([*own_command(), "speak"])


def voice_here(engine: str | None = None) -> Voice:
    """Return a voice in this process, of an engine if one is named; silent without Qt's speech."""
    try:
        # Not at the start: it brings libraries along that few visits need.
        from kiosk.ui.qt_voice import QtVoice  # noqa: PLC0415 - when asked for
    except ImportError as fault:
        _log.warning("nothing can be read aloud: %s", fault)
        return SilentVoice()
    return QtVoice(engine) if engine else QtVoice.of_system() or SilentVoice()
