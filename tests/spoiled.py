"""What disks do to a file, and which rows are still in it: told by their bytes alone."""

from __future__ import annotations

import random
import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Set
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PAGE = 4096
Row = tuple[Any, ...]
Rows = Mapping[str, frozenset[Row]]
Spoiler = Callable[[bytes, random.Random], bytes]

# The text of a placement or a response of ``grown.numbered_pack``, as it stands in its record.
_PART = re.compile(rb"a\d{5}i\d\d(?:is_not|is)(?:is_not|is|tap)")
_ID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HASH = re.compile(rb"0{64}")
_LEAF_OF_TABLE = 13


def read_rows(file: Path) -> Rows:
    """Return all rows of all tables of a sound file."""
    with closing(sqlite3.connect(file)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return {name: frozenset(connection.execute(f"SELECT * FROM {name}")) for (name,) in names}


def hit_pages(before: bytes, after: bytes) -> frozenset[int]:
    """Return which pages, counted from 0, are not as they were."""
    return frozenset(
        at // PAGE
        for at in range(0, len(before), PAGE)
        if before[at : at + PAGE] != after[at : at + PAGE]
    )


@dataclass(frozen=True)
class Whereabouts:
    """Where the rows of a sound file stand.

    Attributes:
        own: pages of an attempt with its placements and responses, by the attempt's id.
        parents: for each attempt and each of its visit, learner and pack, the pages that tell
            which it is; one of them is enough.
        visits: the page of each visit's row, by its id.
        of_visits: for each visit's learner and pack, the pages that tell which it is.
    """

    own: Mapping[str, Set[int]]
    parents: Mapping[str, tuple[Set[int], ...]]
    visits: Mapping[str, Set[int]]
    of_visits: Mapping[str, tuple[Set[int], ...]]

    def surviving(self, hit: Set[int]) -> frozenset[str]:
        """Return the attempts that no hit page has a part of and whose parents can be told."""
        return frozenset(
            attempt
            for attempt, pages in self.own.items()
            if not pages & hit and all(told - hit for told in self.parents[attempt])
        )

    def surviving_visits(self, hit: Set[int]) -> frozenset[str]:
        """Return the visits whose row no hit page has and whose learner and pack can be told."""
        return frozenset(
            visit
            for visit, pages in self.visits.items()
            if not pages & hit and all(told - hit for told in self.of_visits[visit])
        )


def find_rows(file: Path) -> Whereabouts:
    """Search a sound file, of ``grown.grow``, for the bytes of its rows."""
    content = file.read_bytes()
    told, rows = _places(content, _ID), _places(content, _ID, in_tables=True)
    parts = _places(content, _PART)
    of_pack = _places(content, _HASH)[b"0" * 64]
    own: dict[str, set[int]] = {}
    parents: dict[str, tuple[Set[int], ...]] = {}
    with closing(sqlite3.connect(file)) as connection:
        for attempt, visit, learner in connection.execute(_IDS):
            own[attempt] = set(rows[attempt.encode()])
            parents[attempt] = told[visit.encode()], told[learner.encode()], of_pack
        for attempt, mark in connection.execute(_MARKS):
            own[attempt] |= parts[mark.encode()]
        guests = connection.execute(_GUESTS).fetchall()
    visits = {visit: rows[visit.encode()] for visit, _learner in guests}
    of_visits = {visit: (told[learner.encode()], of_pack) for visit, learner in guests}
    return Whereabouts(own, parents, visits, of_visits)


_IDS = """
    SELECT attempt.id, visit.id, learner.id FROM attempt
    JOIN visit ON visit.key = attempt.visit JOIN learner ON learner.key = attempt.learner
"""
_GUESTS = """
    SELECT visit.id, learner.id FROM visit JOIN learner ON learner.key = visit.learner
"""
_MARKS = """
    SELECT attempt.id, item || to_place || method
    FROM placement JOIN attempt ON attempt.key = placement.attempt
    UNION ALL
    SELECT attempt.id, item || category || first_category
    FROM response JOIN attempt ON attempt.key = response.attempt
"""


def _places(
    content: bytes, pattern: re.Pattern[bytes], *, in_tables: bool = False
) -> Mapping[bytes, set[int]]:
    places: dict[bytes, set[int]] = defaultdict(set)
    for match in pattern.finditer(content):
        page = match.start() // PAGE
        if not in_tables or content[page * PAGE] == _LEAF_OF_TABLE:
            places[match.group()].add(page)
    return places


def one_page(content: bytes, dice: random.Random) -> bytes:
    """Overwrite one page."""
    return _overwritten(content, dice, 1)


def one_percent(content: bytes, dice: random.Random) -> bytes:
    """Overwrite 1 % of the pages, two at least."""
    return _overwritten(content, dice, max(2, len(content) // PAGE // 100))


def ten_percent(content: bytes, dice: random.Random) -> bytes:
    """Overwrite 10 % of the pages."""
    return _overwritten(content, dice, len(content) // PAGE // 10)


def header(content: bytes, dice: random.Random) -> bytes:
    """Overwrite the beginning of the file, or a field in its header."""
    begin, end = dice.choice([(0, 16), (16, 18), (0, 100), (24, 100), (0, 512), (0, PAGE)])
    return content[:begin] + _rubbish(end - begin, dice) + content[end:]


def cut_short(content: bytes, dice: random.Random) -> bytes:
    """Lose the end of the file."""
    return content[: dice.randrange(PAGE, len(content))]


def all_at_once(content: bytes, dice: random.Random) -> bytes:
    """Lose the header, a tenth of the pages and some of the end."""
    kept = content[: dice.randrange(len(content) * 3 // 4, len(content))]
    return header(ten_percent(kept, dice), dice)


SPOILERS: tuple[Spoiler, ...] = (
    one_page,
    one_percent,
    ten_percent,
    header,
    cut_short,
    all_at_once,
)


def _overwritten(content: bytes, dice: random.Random, count: int) -> bytes:
    spoiled = bytearray(content)
    for page in dice.sample(range(len(content) // PAGE), count):
        copied = dice.randrange(len(content) // PAGE) * PAGE
        spoiled[page * PAGE : (page + 1) * PAGE] = dice.choice(
            [
                _rubbish(PAGE, dice),
                bytes(PAGE),
                (b"not a page " * PAGE)[:PAGE],
                content[copied : copied + PAGE],
                content[page * PAGE + 1 : (page + 1) * PAGE] + b"\0",
            ]
        )
    return bytes(spoiled)


def _rubbish(length: int, dice: random.Random) -> bytes:
    return dice.choice([dice.randbytes(length), bytes(length)])
