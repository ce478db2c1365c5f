"""The port ``Voice`` by another process of this program: its engine cannot hold up the screen."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QProcess, Slot

from kiosk.core.aloud import Silence, Spot, Stretch

_TIME_TO_END_MS = 500


class ApartVoice(QObject):
    """Starts ``command`` when something is to be said, and keeps it until it is closed.

    Whether there is a voice is known only by trying: ``hear`` is told where there is none.
    """

    def __init__(self, command: Sequence[str]) -> None:
        super().__init__()
        self._command = list(command)
        self._process: QProcess | None = None
        self._number = 0
        self._hear: Callable[[Spot | Silence | None], None] | None = None

    def silence(self, _language: str) -> Silence | None:
        """Return ``None``: nothing is known against it yet."""
        return None

    def say(
        self,
        sentences: Sequence[str],
        language: str,
        hear: Callable[[Spot | Silence | None], None],
    ) -> None:
        """Say sentences one after the other, in place of whatever is being said."""
        self._number += 1
        self._hear = hear
        self._order("say", self._number, language, list(sentences))

    def stop(self) -> None:
        """Be quiet at once."""
        self._hear = None
        if self._process is not None:
            self._order("stop")

    def close(self) -> None:
        """End the process, if need be by force."""
        self._hear = None
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._end)
            process.errorOccurred.disconnect(self._end)
            process.closeWriteChannel()
            process.waitForFinished(_TIME_TO_END_MS)
            _take_away(process)

    def _order(self, *order: str | int | list[str]) -> None:
        if self._process is None:
            self._process = self._started()
        self._process.write(json.dumps(order).encode() + b"\n")

    def _started(self) -> QProcess:
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._end)
        process.start(self._command[0], self._command[1:])
        return process

    @Slot()
    def _read(self) -> None:
        process = self._process
        while process is not None and process is self._process and process.canReadLine():
            number, kind, *more = json.loads(bytes(process.readLine().data()))
            if number == self._number:
                self._tell(kind, more)

    def _tell(self, kind: str, more: list[object]) -> None:
        hear = self._hear
        if hear is None:
            return
        match kind, more:
            case "spot", [int(sentence), int(start), int(length)]:
                hear(Spot(sentence, Stretch(start, length)))
            case "spot", [int(sentence)]:
                hear(Spot(sentence))
            case "silence", [str(why)]:
                self._hear = None
                hear(Silence(why))
            case _:
                self._hear = None
                hear(None)

    @Slot()
    def _end(self) -> None:
        # It ended and nobody asked it to; the next words start it anew.
        hear, self._hear = self._hear, None
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._end)
            process.errorOccurred.disconnect(self._end)
            # One that takes no more words may not have come to its end yet.
            _take_away(process)
        if hear is not None:
            hear(Silence.NO_ANSWER)


def _take_away(process: QProcess) -> None:
    """End a process that has not ended, and let Qt forget it."""
    if process.state() is not QProcess.ProcessState.NotRunning:
        process.kill()
        process.waitForFinished(_TIME_TO_END_MS)
    process.deleteLater()
