"""Where in a TOML text each key and value begins: the standard library's reader does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_KEY = re.compile(r"""[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))[ \t]*""")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_STRINGS = (
    re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}', re.DOTALL),
    re.compile(r"'''.*?'{3,5}", re.DOTALL),
    re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    re.compile(r"'[^'\n]*'"),
)
_OPENING, _CLOSING = "[{", "]}"


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One setting: the tables that it is in and its own name, where it and its value begin."""

    path: tuple[str, ...]
    key: Place
    value: Place


def entries(text: str) -> Iterator[Entry]:
    """Yield the settings of a TOML text that has been read without an error, in its order."""
    at = _skip(text, 0)
    table: tuple[str, ...] = ()
    while at < len(text):
        if text[at] == "[":
            inner = at + (2 if text.startswith("[[", at) else 1)
            table, end = _path(text, inner)
            at = _skip(text, text.index("\n", end) if "\n" in text[end:] else len(text))
            continue
        path, equals = _path(text, at)
        value = equals + 1 + _blank_length(text, equals + 1)
        yield Entry((*table, *path), place(text, at), place(text, value))
        at = _skip(text, _end_of_value(text, value))


def place(text: str, at: int) -> Place:
    """Return the place of a character."""
    line_start = text.rfind("\n", 0, at) + 1
    return Place(text.count("\n", 0, at) + 1, at - line_start + 1)


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _blank_length(text: str, at: int) -> int:
    return len(text[at:]) - len(text[at:].lstrip(" \t"))


def _path(text: str, at: int) -> tuple[tuple[str, ...], int]:
    names: list[str] = []
    while found := _KEY.match(text, at):
        names.append(next(name for name in found.groups() if name is not None))
        at = found.end()
        if not text.startswith(".", at):
            break
        at += 1
    return tuple(names), at


def _end_of_value(text: str, at: int) -> int:
    depth = 0
    while at < len(text):
        quoted = next((s for string in _STRINGS if (s := string.match(text, at))), None)
        if quoted:
            at = quoted.end()
            continue
        if text[at] == "#":
            at = text.find("\n", at) if "\n" in text[at:] else len(text)
            continue
        depth += (text[at] in _OPENING) - (text[at] in _CLOSING)
        if text[at] == "\n" and depth == 0:
            break
        at += 1
    return at
