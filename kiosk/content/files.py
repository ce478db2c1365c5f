"""The files of a pack, in a folder or in memory, each read once and within limits."""

from __future__ import annotations

import re
import stat
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from pathlib import Path

from kiosk.content.problem import FileReport, Problem
from kiosk.content.wrong import Wrong

LIMITS = {".md": 32 * 1024, ".toml": 256 * 1024, ".svg": 2 * 1024 * 1024}
"""The largest size of each kind of file, in bytes."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class PackFiles(ABC):
    """The files of a pack, wherever they are.

    Attributes:
        contents: every file read so far, by its path inside the pack, as it was read.
    """

    def __init__(self, problems: list[Problem]) -> None:
        self.contents: dict[str, bytes] = {}
        self._problems = problems

    @abstractmethod
    def _read_new(self, file: str) -> bytes | None:
        """Return a file, or ``None`` and a problem."""

    def report(self, file: str) -> FileReport:
        """Return where the problems of a file go."""
        return FileReport(file, self._problems)

    def read(self, file: str) -> bytes | None:
        """Return a file as it is, or ``None`` and a problem. ``file`` has forward slashes."""
        if file not in self.contents:
            data = self._read_new(file)
            if data is None:
                return None
            self.contents[file] = data
        return self.contents[file]

    def text(self, file: str) -> str | None:
        """Return a file as text, with or without a byte order mark, or ``None`` and a problem."""
        data = self.read(file)
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            line = 1 + data.count(b"\n", 0, fault.start)
            self.report(file).add_line(line, Wrong.NOT_UTF8)
            return None
        for hidden in _CONTROL.finditer(text):
            line = 1 + text.count("\n", 0, hidden.start())
            code = f"U+{ord(hidden.group()):04X}"
            self.report(file).add_line(line, Wrong.CONTROL, code=code)
            return None
        return text


class PackInMemory(PackFiles):
    """A pack whose files were read already.

    ``refused`` are files that are there and may not be read: their problem is known.
    """

    def __init__(
        self, files: Mapping[str, bytes], refused: Collection[str], problems: list[Problem]
    ) -> None:
        super().__init__(problems)
        self._files = files
        self._refused = refused

    def _read_new(self, file: str) -> bytes | None:
        if file not in self._files and file not in self._refused:
            self.report(file).add("", Wrong.NO_FILE)
        return self._files.get(file)


class PackFolder(PackFiles):
    """A folder with a pack in it."""

    def __init__(self, root: Path, problems: list[Problem]) -> None:
        super().__init__(problems)
        self._root = root
        self._names: dict[Path, frozenset[str]] = {}

    def _read_new(self, file: str) -> bytes | None:
        path = self._root / file
        report = self.report(file)
        try:
            if not self._has(path):
                report.add("", Wrong.NO_FILE)
                return None
            return read_plain(path, report)
        except OSError as fault:
            report.add("", Wrong.NOT_READ, detail=fault.strerror or fault)
            return None

    def _has(self, path: Path) -> bool:
        """Tell whether a file is there under this very name.

        Windows would also open it under ``Two-Kinds.SVG``; the pack must not
        depend on where it is read.
        """
        folder = path.parent
        if folder not in self._names:
            real = folder == self._root or not folder.is_symlink()
            found = folder.iterdir() if real and folder.is_dir() else ()
            self._names[folder] = frozenset(entry.name for entry in found)
        return path.name in self._names[folder]


def read_plain(path: Path, report: FileReport) -> bytes | None:
    """Return a plain file, read within the limit of its kind, or ``None`` and a problem.

    Raises:
        KeyError: files of its kind have no place in a pack.
        OSError: it cannot be read.
    """
    # A link could lead out of the pack, a pipe would never end.
    if not stat.S_ISREG(path.lstat().st_mode):
        report.add("", Wrong.NOT_PLAIN)
        return None
    limit = LIMITS[path.suffix]
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) <= limit:
        return data
    report.add("", Wrong.TOO_LARGE, n=limit // 1024)
    return None
