"""The log: a file that turns over, and that stops nothing where it cannot be written.

It is opened for each line. So a folder that comes and goes is no concern of it,
and there is no file to hold open; a kiosk writes few lines. The standard library's
handler would cost every start some ten milliseconds for what it imports.
"""

from __future__ import annotations

import contextlib
import logging
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

FOLDER_NAME = "logs"
FILE_NAME = "kiosk.log"
FILES = 5
FILE_BYTES = 1024 * 1024
LATEST_LINES = 50
_KEPT_FOR_LATER = 200


class LogFile(logging.Handler):
    """Writes records to ``logs/kiosk.log`` of a data folder, in UTC and UTF-8.

    At most ``FILES`` files of about ``FILE_BYTES`` are kept: ``kiosk.log``, then
    ``kiosk.log.1`` and on to the oldest. What cannot be written now is written
    before the next line that can; of much, the latest. ``latest`` has the last
    lines, as they were to be written.
    """

    def __init__(self, data_folder: Path, hide: Callable[[str], str]) -> None:
        super().__init__()
        self.folder = data_folder / FOLDER_NAME
        self.latest: deque[str] = deque(maxlen=LATEST_LINES)
        self._waiting: deque[str] = deque(maxlen=_KEPT_FOR_LATER)
        self._file = self.folder / FILE_NAME
        self._hide = hide

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record down, nothing of a learner in it."""
        try:
            line = f"{_head(record)}{self._hide(self.format(record))}\n"
        except Exception as fault:  # a record of someone's making must not stop who made it
            line = f"{_head(record)}cannot be told: {type(fault).__name__}\n"
        self.latest.append(line)
        self._waiting.append(line)
        with contextlib.suppress(OSError):
            self._write(line)

    def _write(self, line: str) -> None:
        # Not its parents: a data folder that was moved away is to come back to a free place.
        self.folder.mkdir(mode=0o700, exist_ok=True)
        if self._file.exists() and self._file.stat().st_size + len(line) > FILE_BYTES:
            self._turn_over()
        with self._file.open("ab") as stream:
            stream.write("".join(self._waiting).encode("utf-8", "backslashreplace"))
        self._waiting.clear()

    def _turn_over(self) -> None:
        names = [self._file, *(self.folder / f"{FILE_NAME}.{n}" for n in range(1, FILES))]
        for older, newer in zip(reversed(names), reversed(names[:-1]), strict=False):
            with contextlib.suppress(FileNotFoundError):
                newer.replace(older)


def _head(record: logging.LogRecord) -> str:
    moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
    return f"{moment}.{int(record.msecs):03d}Z {record.levelname} {record.name}: "


def begin(data_folder: Path, hide: Callable[[str], str]) -> LogFile:
    """Have everything that is logged or warned of written to a data folder's log."""
    log = LogFile(data_folder, hide)
    root = logging.getLogger()
    root.addHandler(log)
    root.setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
    return log


def end(log: LogFile) -> None:
    """Write no more."""
    logging.captureWarnings(capture=False)
    logging.getLogger().removeHandler(log)
