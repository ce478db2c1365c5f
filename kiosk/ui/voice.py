"""The voice of this computer, looked for only when somebody wants to hear it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from kiosk.core.aloud import Silence, Spot
from kiosk.core.ports import Voice

_log = logging.getLogger(__name__)


class SilentVoice:
    """The port ``Voice`` where there is none."""

    def silence(self, _language: str) -> Silence | None:
        """Return that there is nothing to speak with."""
        return Silence.NO_SPEECH

    def say(
        self, _sentences: Sequence[str], _language: str, hear: Callable[[Spot | None], None]
    ) -> None:
        """Be at the end at once."""
        hear(None)

    def stop(self) -> None:
        """Be as quiet as before."""


def find_voice() -> Voice:
    """Return the system's voice; a silent one where Qt has no speech here."""
    try:
        # Not at the start: it brings libraries along that few visits need.
        from kiosk.ui.qt_voice import QtVoice  # noqa: PLC0415 - when asked for
    except ImportError as fault:
        _log.warning("nothing can be read aloud: %s", fault)
        return SilentVoice()
    return QtVoice.of_system() or SilentVoice()
