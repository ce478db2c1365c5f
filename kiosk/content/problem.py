"""What is wrong with a pack, said so that its author can mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.content.wrong import Wrong


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a pack. Two are the same where they say the same of the same place.

    Attributes:
        file: path inside the pack, with forward slashes.
        place: ``line 12``, or a key path such as ``items[3].reasons.is-not``
            (the third item: counted from 1), or empty for the file as a whole.
        message: what is wrong, in plain English.
        wrong: the template of the message, for who says it in another language.
        values: what fills that.
        line: the number of the line that ``place`` names, if it names one.
    """

    file: str
    place: str
    message: str
    wrong: str = field(default="", compare=False)
    values: Mapping[str, object] = field(default_factory=dict, compare=False)
    line: int | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """Return the problem as one line."""
        where = ", ".join(filter(None, (self.file, self.place)))
        return f"{where}: {self.message}" if where else self.message


@dataclass(frozen=True, slots=True)
class FileReport:
    """The problems of a pack, as seen by somebody who looks at one of its files."""

    file: str
    problems: list[Problem]

    def add(self, place: str, wrong: Wrong, **values: object) -> None:
        """Note a problem at a place of this file."""
        self.problems.append(Problem(self.file, place, wrong.format(**values), wrong, values))

    def add_line(self, line: int, wrong: Wrong, **values: object) -> None:
        """Note a problem at a line of this file; the first line is 1."""
        message = wrong.format(**values)
        self.problems.append(Problem(self.file, f"line {line}", message, wrong, values, line))
