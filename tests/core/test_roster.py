"""Codes come out of whatever a spreadsheet wrote; names never do."""

from __future__ import annotations

import csv
import io
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.roster import BadRow, RosterFault, RosterRefused, RowFault, read_roster

CODES = ("RV2048", "AB1001", "CD2002")
PATTERN = re.compile(r"[A-Z]{2}\d{4}")


def is_code(code: str) -> bool:
    return PATTERN.fullmatch(code) is not None


def table(delimiter: str, end: str = "\r\n") -> str:
    """Return a table as a spreadsheet writes it, with names beside the codes."""
    rows = ["Nombre,Código,Año", *(f'"Gar,cía, ""X""",{code},2025' for code in CODES)]
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=delimiter, lineterminator=end)
    writer.writerows(csv.reader(rows))
    return made.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_any_spreadsheet_s_csv_gives_the_codes(delimiter: str, end: str, encoding: str) -> None:
    roster = read_roster(table(delimiter, end).encode(encoding), is_code)
    assert roster.codes == CODES
    assert roster.bad == ()
    assert roster.titles
    assert roster.column == 2
    assert roster.left_out == ("Nombre", "Año")


def test_codes_alone_without_titles() -> None:
    roster = read_roster("\n".join(CODES).encode(), is_code)
    assert (roster.codes, roster.titles, roster.left_out) == (CODES, False, ())


def test_codes_are_kept_as_they_are_typed_at_the_kiosk() -> None:
    roster = read_roster(b'code\n rv 2048\n"ab-1001"\n="CD2002"\n\'ef3003\n', is_code)
    assert roster.codes == (*CODES, "EF3003")


def test_every_bad_row_is_told_by_the_number_that_the_spreadsheet_shows() -> None:
    text = 'code,note\nRV2048,"two\nlines"\nRV204,x\n,x\n\nrv-2048,\nAnn Example,\nAB1001,\n'
    roster = read_roster(text.encode(), is_code)
    assert roster.codes == ("RV2048", "AB1001")
    assert roster.bad == (
        BadRow(3, RowFault.NOT_A_CODE),
        BadRow(4, RowFault.EMPTY),
        BadRow(6, RowFault.TWICE, 2),
        BadRow(7, RowFault.LIKE_A_NAME),
    )


def test_first_row_that_may_be_a_mistyped_code_is_no_title() -> None:
    roster = read_roster(b"RV20481\nRV2048\n", is_code)
    assert roster.bad == (BadRow(1, RowFault.NOT_A_CODE),)


def test_line_that_names_the_delimiter_is_no_row() -> None:
    roster = read_roster(b"sep=;\r\nname;code\r\nx;RV2048\r\nx;RV20\r\n", is_code)
    assert roster.codes == ("RV2048",)
    assert roster.bad == (BadRow(3, RowFault.NOT_A_CODE),)


def test_column_of_names_is_never_taken_for_codes_whatever_the_pattern() -> None:
    def any_letters(code: str) -> bool:
        return code.isalpha() and code.isupper()

    rows = b"First name,Surname,key\nAnn,Example,QWX\nBo,Sample,TRZ\n"
    assert read_roster(rows, any_letters).codes == ("QWX", "TRZ")
    with pytest.raises(RosterRefused) as refused:
        read_roster(b"Name\nAnn\nBo\n", any_letters)
    assert refused.value.fault is RosterFault.NO_CODES
    with pytest.raises(RosterRefused):
        read_roster(b"people\nAnn Example\nBo Sample\n", any_letters)


def test_column_without_a_title_is_told_by_its_letter() -> None:
    roster = read_roster(b"Ann,RV2048\nBo,AB1001\n", is_code)
    assert roster.left_out == ("A",)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", RosterFault.NO_CODES),
        (b"\n\n,,\n", RosterFault.NO_CODES),
        (b"names\nAnn\n", RosterFault.NO_CODES),
        (b"PK\x03\x04 a workbook", RosterFault.WORKBOOK),
        (b"\xd0\xcf\x11\xe0 an old one", RosterFault.WORKBOOK),
        (b"\x00\x01\x02\x00RV2048\n\x00\x00", RosterFault.NOT_TEXT),
        (b"RV2048\n" * 200_001, RosterFault.TOO_MANY_ROWS),
        (b'RV2048\n"' + b"a" * 200_000, RosterFault.BROKEN),
    ],
)
def test_file_that_is_no_roster_says_why(data: bytes, fault: RosterFault) -> None:
    with pytest.raises(RosterRefused) as refused:
        read_roster(data, is_code)
    assert refused.value.fault is fault


@pytest.mark.slow
def test_hundred_thousand_rows_are_read_in_a_moment() -> None:
    wanted = [f"{chr(65 + n // 10_000)}X{n % 10_000:04d}" for n in range(100_000)]
    text = "Name;Code\r\n" + "".join(f"Somebody {n};{code}\r\n" for n, code in enumerate(wanted))
    began = time.process_time()
    roster = read_roster(text.encode("utf-16"), is_code)
    assert time.process_time() - began < 10
    assert list(roster.codes) == wanted


@given(st.binary(max_size=300))
def test_any_bytes_are_a_roster_of_codes_or_refused(data: bytes) -> None:
    try:
        roster = read_roster(data, is_code)
    except RosterRefused:
        return
    assert all(map(is_code, roster.codes))


CELLS = st.sampled_from([*CODES, "", "Ann", "Ann Example", "rv2048", "code", "=1", '"', "\n"])


@given(st.lists(st.lists(CELLS, max_size=4), max_size=12), st.sampled_from(",;\t"))
def test_every_row_is_a_code_or_told(rows: list[list[str]], delimiter: str) -> None:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=delimiter).writerows(rows)
    try:
        roster = read_roster(made.getvalue().encode(), is_code)
    except RosterRefused:
        return
    there = list(csv.reader(io.StringIO(made.getvalue()), delimiter=delimiter))
    if any(len(row) > 1 for row in there):
        return
    filled = sum(any(cell.strip() for cell in row) for row in there)
    assert len(roster.codes) + len(roster.bad) + roster.titles == filled
