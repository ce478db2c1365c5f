"""Any text goes through a cell unharmed, and no cell is carried out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import HOSTILE, STARTERS, UNSEEN, hostile_log, shown
from hypothesis import given
from hypothesis import strategies as st
from log_maker import exported, read

from kiosk.reports.csv_rules import defused, line, list_cell, number_cell, text_cell, undefused
from kiosk.reports.verify import verify

NUMBER = re.compile(r"-?\d+(\.\d+)?")
texts = st.text(st.characters(exclude_categories=["Cs"]))
hostile_texts = st.one_of(
    texts,
    st.sampled_from(HOSTILE[:-1]),
    st.tuples(st.text(UNSEEN, max_size=4), st.sampled_from(STARTERS), texts).map("".join),
)


def is_live(cell: str) -> bool:
    """Say whether a spreadsheet could carry a cell out, now or after saving it again."""
    return cell.startswith(("\t", "\r", "\n")) or cell.lstrip(UNSEEN).startswith(tuple(STARTERS))


def assert_harmless(cell: str) -> None:
    assert NUMBER.fullmatch(cell) or not is_live(cell), cell[:40]


@given(hostile_texts, hostile_texts)
def test_any_text_comes_back_from_a_cell(one: str, other: str) -> None:
    record = line([text_cell(one), text_cell(other), "7"])
    ((first, second, last),) = csv.reader(io.StringIO(record, newline=""), strict=True)
    assert (undefused(first), undefused(second), last) == (shown(one), shown(other), "7")


@pytest.mark.usefixtures("wide_cells")
@pytest.mark.parametrize(
    "text", ["=" * 1_000_000, " " * 1_000_000, '"' * 1_000_000, "x\r" * 500_000]
)
def test_megabyte_in_one_cell_comes_back(text: str) -> None:
    ((cell,),) = csv.reader(io.StringIO(line([text_cell(text)]), newline=""), strict=True)
    assert undefused(cell) == text


@given(hostile_texts)
def test_no_text_is_a_formula(text: str) -> None:
    assert not is_live(defused(text))


@given(st.text(UNSEEN, max_size=4), st.sampled_from(STARTERS), texts)
def test_formula_starter_is_found_behind_what_cannot_be_seen(
    unseen: str, starter: str, rest: str
) -> None:
    assert defused(f"{unseen}{starter}{rest}")[0] == "'"


@pytest.mark.parametrize("text", ["RV2048", "Mentor or Not?", "a = b", "well-being", "0042", "é"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert text_cell(text) == text


@given(st.lists(hostile_texts, max_size=4))
def test_list_is_one_cell_for_every_separator_that_is_offered(titles: list[str]) -> None:
    # LibreOffice ticks comma, semicolon and tab together: only quotes keep a list in one cell.
    for separator in ",;\t":
        record = separator.join(["a", list_cell(titles), "b"]) + "\r\n"
        rows = csv.reader(io.StringIO(record, newline=""), delimiter=separator, strict=True)
        assert [len(row) for row in rows] == [3]


@given(st.integers(0, 10**15))
def test_whole_numbers_stay_numbers(number: int) -> None:
    assert number_cell(number) == str(number)


@given(st.floats(0, 1e9))
def test_fractions_are_plain_decimals(number: float) -> None:
    cell = number_cell(number, 4)
    assert re.fullmatch(r"\d+(\.\d*[1-9])?", cell)
    assert abs(float(cell) - number) <= 0.00005 + number * 1e-12


def test_zeros_that_count_are_kept() -> None:
    cells = [number_cell(0, 4), number_cell(100, 3), number_cell(0.25, 4), number_cell(None)]
    assert cells == ["0", "100", "0.25", ""]


@pytest.fixture
def wide_cells() -> Iterator[None]:
    """Let the reader of these tests take cells as long as a program for spreadsheets does."""
    before = csv.field_size_limit(2**24)
    yield
    csv.field_size_limit(before)


@pytest.mark.slow
@pytest.mark.usefixtures("wide_cells")
def test_bundle_full_of_hostile_texts_is_whole_and_harmless(tmp_path: Path) -> None:
    folder = exported(hostile_log(), tmp_path).folder
    verify(folder)
    columns = {"attempts": "learner_code", "placements": "to_id", "responses": "item_title"}
    for name, column in columns.items():
        rows = read(folder / f"{name}.csv")
        for row in rows:
            for cell in row.values():
                assert_harmless(cell)
        assert [undefused(row[column]) for row in rows] == [shown(text) for text in HOSTILE]
