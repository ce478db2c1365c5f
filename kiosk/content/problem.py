"""What is wrong with a pack, said so that its author can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a pack.

    Attributes:
        file: path inside the pack, with forward slashes.
        place: ``line 12``, or a key path such as ``items[3].reasons.is-not``
            (the third item: counted from 1), or empty for the file as a whole.
        message: what is wrong, in plain English.
    """

    file: str
    place: str
    message: str

    def __str__(self) -> str:
        """Return the problem as one line."""
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.message}"


@dataclass(frozen=True, slots=True)
class FileReport:
    """The problems of a pack, as seen by somebody who looks at one of its files."""

    file: str
    problems: list[Problem]

    def add(self, place: str, message: str) -> None:
        """Note a problem at a place of this file."""
        self.problems.append(Problem(self.file, place, message))

    def add_line(self, line: int, message: str) -> None:
        """Note a problem at a line of this file; the first line is 1."""
        self.add(f"line {line}", message)
