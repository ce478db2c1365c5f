"""The text of a pack's files: TOML, and the front matter of a screen."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

from kiosk.content.problem import FileReport
from kiosk.content.wrong import Wrong

FENCE = "+++"
# The parser takes memory by the square of the parts of a key such as a.b.c; prose has few stops.
_MAX_STOPS = 64
_AT_LINE = re.compile(r" ?\(at line (\d+), column \d+\)\Z")
_AT_END = re.compile(r" ?\(at end of document\)\Z")


@dataclass(frozen=True, slots=True)
class ScreenText:
    """A screen file in two parts, each with the line of the file that it begins at."""

    front: str
    front_line: int
    body: str
    body_line: int


def parse_toml(text: str, first_line: int, report: FileReport) -> dict[str, object] | None:
    """Return the tables of a TOML text, or ``None`` and a problem with its line.

    Args:
        text: the TOML.
        first_line: the line of the file that it begins at.
        report: where the problem goes.
    """
    for number, line in enumerate(text.split("\n"), start=first_line):
        if line.count(".") > _MAX_STOPS:
            report.add_line(number, Wrong.FULL_STOPS, n=_MAX_STOPS)
            return None
    try:
        return tomllib.loads(text)
    except RecursionError:
        report.add_line(first_line, Wrong.DEEP)
    except tomllib.TOMLDecodeError as fault:
        _report_toml(str(fault), text, first_line, report)
    except ValueError:
        report.add_line(first_line, Wrong.DIGITS)
    return None


def _report_toml(fault: str, text: str, first_line: int, report: FileReport) -> None:
    at_line = _AT_LINE.search(fault)
    if at_line:
        line = int(at_line.group(1))
    else:
        line = 1 + text.rstrip().count("\n") if _AT_END.search(fault) else 1
    plain = _AT_END.sub(" at the end", _AT_LINE.sub("", fault))
    report.add_line(first_line + line - 1, Wrong.NOT_TOML, detail=plain)


def split_screen(text: str, report: FileReport) -> ScreenText | None:
    """Return the front matter and the body of a screen file, or ``None`` and a problem."""
    lines = text.replace("\r\n", "\n").split("\n")
    if lines[0].rstrip() != FENCE:
        report.add_line(1, Wrong.FRONT_MATTER, fence=FENCE)
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return ScreenText(
                front="\n".join(lines[1:number]),
                front_line=2,
                body="\n".join(lines[number + 1 :]),
                body_line=number + 2,
            )
    report.add_line(1, Wrong.FRONT_MATTER_END, fence=FENCE)
    return None
