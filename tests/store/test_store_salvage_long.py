"""Texts that do not fit in one page: the chain of their parts is whole, or the row is left out."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from salvage_tools import ATTEMPTS, overwrite, salvaged
from spoiled import PAGE, read_rows

from kiosk.store.connection import open_writer

TEXT = "".join(f"{n} grüße, " for n in range(1_500))
AROUND = (480, 981, 1_001, 1_023, 3_900, 4_062, 4_096, 8_200, 15_000)
LENGTHS = [n for length in AROUND for n in range(length - 6, length + 7)]


@pytest.fixture
def long_file(file: Path) -> Path:
    """A database with texts of all lengths around those at which SQLite spills."""
    with closing(open_writer(file)) as connection:
        connection.executemany(
            "INSERT INTO label VALUES (1, 'screen', ?, ?)",
            ((f"{n}", TEXT[:n]) for n in LENGTHS),
        )
        connection.executemany(
            "INSERT INTO staff_log (at, action) VALUES (?, ?)",
            ((f"{n}", TEXT[:n]) for n in LENGTHS),
        )
    return file


@pytest.mark.slow
def test_long_texts_come_back_whole(long_file: Path) -> None:
    rows = read_rows(long_file)
    told, back = salvaged(long_file)
    assert back == rows
    assert told.unreadable_pages == 0
    overwrite(long_file, 0, bytes(100))
    assert salvaged(long_file)[1] == rows


@pytest.mark.slow
@pytest.mark.parametrize("rubbish", [bytes(PAGE), b"a" * PAGE, bytes(4) + b"\xff" * (PAGE - 4)])
def test_text_with_a_lost_part_is_left_out_and_never_altered(
    long_file: Path, rubbish: bytes
) -> None:
    rows, content = read_rows(long_file), long_file.read_bytes()
    # The parts of long texts begin with the number of the next part: a small one, or none.
    parts = [at for at in range(0, len(content), PAGE) if content[at : at + 2] == b"\0\0"]
    assert len(parts) > 20
    lost = 0
    for at in parts[::9]:
        long_file.write_bytes(content[:at] + rubbish + content[at + PAGE :])
        told, back = salvaged(long_file)
        assert told.attempts == ATTEMPTS
        assert back["label"] <= rows["label"]
        lost += len(rows["staff_log"] - back["staff_log"]) + len(rows["label"] - back["label"])
    assert lost >= len(parts[::9])
