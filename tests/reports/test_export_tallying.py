"""Records are counted without being taken apart, as the csv module counts them."""

from __future__ import annotations

import csv
import io

import pytest
from hostile import HOSTILE
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.reports.csv_rules import line, number_cell, text_cell
from kiosk.reports.tallying import tally, whole_records

TEXTS = st.sampled_from(HOSTILE) | st.text(st.characters(codec="utf-8"), max_size=8)
ROWS = st.lists(st.tuples(TEXTS, st.integers(0, 10**9), TEXTS), max_size=12)


def parsed(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))


@given(rows=ROWS)
def test_what_is_written_is_counted_and_summed(rows: list[tuple[str, int, str]]) -> None:
    data = "".join(
        line([text_cell(one), number_cell(number), text_cell(two)]) for one, number, two in rows
    ).encode()
    assert tally(data, 3, 1, 1) == (len(rows), sum(number for _, number, _ in rows))
    assert whole_records(data) == len(data)


@pytest.mark.slow
@given(rows=ROWS, cut=st.integers(0, 400))
def test_cut_file_is_counted_up_to_its_last_whole_record(
    rows: list[tuple[str, int, str]], cut: int
) -> None:
    lines = [
        line([text_cell(one), number_cell(number), text_cell(two)]).encode()
        for one, number, two in rows
    ]
    data = b"".join(lines)[:cut]
    whole = whole_records(data)
    assert data[:whole] in [b"".join(lines[:n]) for n in range(len(lines) + 1)]
    assert tally(data[:whole], 3, 1, 1).rows == sum(
        len(b"".join(lines[: n + 1])) <= cut for n in range(len(lines))
    )


@given(data=st.text('",a1\r\n', max_size=24).map(str.encode), width=st.integers(1, 3))
@example(data=b'a,"b"c\r\n', width=2)
@example(data=b'a,b"c\r\n', width=2)
@example(data=b'"a""b",1\r\n', width=2)
@example(data=b"a,1,1\r\n1\r\n", width=2)
@example(data=b"a,1\rb,1\r\n", width=2)
@example(data=b"a,1\r\na", width=2)
def test_nothing_is_counted_that_the_csv_module_reads_otherwise(data: bytes, width: int) -> None:
    try:
        found = tally(data, width, None, 1)
    except ValueError:
        return
    records = parsed(data)
    assert len(records) == found.rows
    # The csv module tells an empty line from one of a single empty cell.
    assert {len(record) or 1 for record in records} <= {width}


def test_seconds_are_summed_without_a_rest() -> None:
    assert tally(b"0.1\r\n0.2\r\n12.345\r\n", 1, 0, 1000) == (3, 12_645)


@pytest.mark.parametrize("cell", [b"", b"x", b'"1"', b"1.5"])
def test_cell_that_is_no_whole_number_is_not_summed(cell: bytes) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        tally(b"a," + cell + b"\r\n", 2, 1, 1)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnicodeDecodeError):
        tally(b"\xff,1\r\n", 2, None, 1)
