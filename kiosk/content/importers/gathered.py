"""What was taken into memory of something that came from outside, held to limits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from kiosk.content.importers.names import (
    Fault,
    fault_of,
    fault_of_folder,
    is_of_no_account,
    same_name,
)
from kiosk.content.problem import FileReport, Problem
from kiosk.content.wrong import Wrong

MOST_FILES = 1500
"""A pack of 60 screens in all its 13 languages has fewer."""

MOST_BYTES = 32 * 1024 * 1024
"""The most that all files of a pack may be, unpacked, and that a zip of them may be."""

MANIFEST = "pack.toml"


@dataclass(slots=True)
class Gathered:
    """The files of a pack, by their paths inside it, and what kept others out.

    Attributes:
        files: what was read.
        refused: paths of files that are there and were not taken; ``problems`` tells why.
        left_out: paths of what is none of a pack's and does no harm, such as a system's notes.
        problems: what is wrong so far.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    left_out: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _size: int = 0
    _taken: dict[str, str] = field(default_factory=dict)

    def refuse(self, path: str, wrong: Wrong, **values: object) -> None:
        """Note why a file was not taken."""
        self.refused.add(path)
        FileReport(path, self.problems).add("", wrong, **values)

    def admits(self, path: str) -> bool:
        """Return whether a file of that path may be read; where not, why is noted.

        Each path may be asked for once: a second one that some system takes for the same is
        refused.
        """
        fault = fault_of(path)
        if not fault and is_of_no_account(path):
            self.left_out.append(path)
            return False
        before = self._taken.get(same_name(path))
        if not fault and before is not None:
            fault = Fault(Wrong.PATH_TWICE if before == path else Wrong.SAME_NAME, {"name": before})
        if fault:
            self.refuse(path, fault.wrong, **fault.values)
            return False
        self._taken[same_name(path)] = path
        return True

    def admits_folder(self, path: str) -> bool:
        """Return whether a folder of that path may be there; where not, why is noted."""
        fault = fault_of_folder(path)
        if fault:
            self.refuse(path, fault.wrong, **fault.values)
        return not fault

    @property
    def room(self) -> int:
        """How many bytes may still be taken."""
        return MOST_BYTES - self._size

    def take(self, path: str, data: bytes) -> None:
        """Take a file that was admitted and fits."""
        self._size += len(data)
        self.files[path] = data

    def without_wrapper(self) -> Gathered:
        """Return the same with the one folder taken off that all of it lies in, if one does."""
        wrapper = _wrapper((*self.files, *self.refused))
        if wrapper is None:
            return self
        start = len(wrapper) + 1
        return Gathered(
            files={path[start:]: data for path, data in self.files.items()},
            refused={path[start:] for path in self.refused},
            left_out=self.left_out,
            problems=[
                replace(one, file=one.file[start:]) if one.file.startswith(f"{wrapper}/") else one
                for one in self.problems
            ],
        )


def _wrapper(paths: Iterable[str]) -> str | None:
    tops, within = set(), False
    for path in paths:
        parts = PurePosixPath(path).parts
        if len(parts) < 2:
            return None
        tops.add(parts[0])
        within = within or parts[1:] == (MANIFEST,)
    return tops.pop() if within and len(tops) == 1 else None
