"""The journal beside a damaged file: what was committed counts, and nothing after a bad frame."""

from __future__ import annotations

import shutil
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from grown import add_attempts
from salvage_tools import ATTEMPTS, overwrite, salvaged
from spoiled import PAGE, read_rows

from kiosk.store.connection import open_writer

pytestmark = pytest.mark.slow

MORE = 9
HEADER, FRAME = 32, 24
Pair = tuple[Path, Path]


@pytest.fixture
def pair(file: Path) -> Iterator[Pair]:
    """A copy of a file in use and of its journal, which has the latest attempts."""
    with closing(open_writer(file)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        for number in range(ATTEMPTS, ATTEMPTS + MORE):
            add_attempts(connection, range(number, number + 1))
        copy = file.parent / "copy" / "kiosk.db"
        copy.parent.mkdir()
        shutil.copy(file, copy)
        journal = Path(shutil.copy(f"{file}-wal", f"{copy}-wal"))
        yield copy, journal


def ends_of_commits(journal: Path) -> list[int]:
    """Return where in a journal each transaction ends."""
    content = journal.read_bytes()
    frames = range(HEADER, len(content), FRAME + PAGE)
    return [at + FRAME + PAGE for at in frames if struct.unpack_from(">I", content, at + 4)[0]]


def test_what_is_only_in_the_journal_comes_back(pair: Pair, file: Path) -> None:
    told, back = salvaged(pair[0])
    assert back == read_rows(file)
    assert told.attempts == ATTEMPTS + MORE
    assert told.unreadable_pages == 0


def test_journal_mends_the_pages_that_it_has(pair: Pair, file: Path) -> None:
    overwrite(pair[0], 0, b"\xa7" * PAGE)
    content = pair[1].read_bytes()
    for at in range(HEADER, len(content), FRAME + PAGE):
        (number,) = struct.unpack_from(">I", content, at)
        overwrite(pair[0], (number - 1) * PAGE, b"\xa7" * PAGE)
    assert salvaged(pair[0])[1] == read_rows(file)


@pytest.mark.parametrize("place", [0, 4, 8, 16, FRAME, FRAME + PAGE - 1])
def test_nothing_after_a_bad_frame_counts(pair: Pair, place: int) -> None:
    ends = ends_of_commits(pair[1])
    assert len(ends) == MORE
    at = ends[3] + place
    (byte,) = pair[1].read_bytes()[at : at + 1]
    overwrite(pair[1], at, bytes([byte ^ 0x40]))
    told, _back = salvaged(pair[0])
    assert told.attempts == ATTEMPTS + 4


def test_transaction_without_its_end_does_not_count(pair: Pair) -> None:
    ends = ends_of_commits(pair[1])
    content = pair[1].read_bytes()
    pair[1].write_bytes(content[: ends[5] - FRAME - PAGE])
    assert salvaged(pair[0])[0].attempts == ATTEMPTS + 5
    pair[1].write_bytes(content[: ends[5] - 1])
    assert salvaged(pair[0])[0].attempts == ATTEMPTS + 5


@pytest.mark.parametrize("place", [0, 4, 8, 12, 16, 24, 31])
def test_journal_with_a_damaged_head_does_not_count(pair: Pair, place: int) -> None:
    (byte,) = pair[1].read_bytes()[place : place + 1]
    overwrite(pair[1], place, bytes([byte ^ 0x40]))
    told, _back = salvaged(pair[0])
    assert told.attempts == ATTEMPTS


def test_frames_of_an_earlier_round_do_not_count(pair: Pair) -> None:
    # The salts in a journal's head change when it begins anew; older frames stay behind them.
    ends, content = ends_of_commits(pair[1]), pair[1].read_bytes()
    older = bytearray(content[ends[3] :])
    for at in range(0, len(older), FRAME + PAGE):
        older[at + 8 : at + 16] = b"earlier!"
    pair[1].write_bytes(content[: ends[3]] + older)
    assert salvaged(pair[0])[0].attempts == ATTEMPTS + 4


@pytest.mark.parametrize("rest", [b"", b"x"], ids=["empty", "a byte"])
def test_journal_whose_database_is_gone_gives_what_can_be_proved(
    pair: Pair, file: Path, rest: bytes
) -> None:
    pair[0].write_bytes(rest)
    told, back = salvaged(pair[0])
    assert back["learner"]
    assert back["learner"] <= read_rows(file)["learner"]
    # The pack is not in the journal: whose attempts these are can be seen, and not proved.
    assert told.attempts == 0
    assert len(told.damaged_attempts) >= MORE
    assert told.unreadable_pages > 0
