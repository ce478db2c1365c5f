"""The workbook tells what the tables tell, with real numbers and times, and carries nothing out."""

from __future__ import annotations

import importlib
import re
import tracemalloc
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from log_maker import (
    ORDER,
    MadeUpLog,
    attempt_row,
    entries,
    long_log,
    never,
    placement_row,
    played_log,
    quiet,
    read,
    response_row,
)

from kiosk import durable
from kiosk.core.log_ports import ReportedLog
from kiosk.core.log_rows import LogCounts, Selection
from kiosk.errors import ExportFailed, ExportUnproved
from kiosk.reports import workbook, workbook_check
from kiosk.reports.export import export
from kiosk.reports.reading import TableUnsound
from kiosk.reports.verify import verify
from kiosk.reports.workbook_check import counts_in
from kiosk.reports.workbook_file import add_workbook

openpyxl: Any = importlib.import_module("openpyxl")
WITH_BOOK = replace(ORDER, beside=add_workbook)
TABLES = ("attempts", "placements", "responses")
ESCAPED = re.compile("_x([0-9A-F]{4})_")
HOSTILE = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "\uff1d1+1", "{=1}",
    "=HYPERLINK(\"http://localhost\")", "http://localhost", "mailto:x", "internal:Sheet1!A1",
    "0042", "1E5", "1.10", "TRUE", "#N/A", "2025-03-03", "_x0041_", "_x005F_", "a\x01b\x1f",
    "in\0side", "lone\rCR", "two\r\nlines", " padded ", "   ", "<&>\"'", "]]>", "\u202ereversed",
    "\ufffe\uffff", "\U0001f9d1\u200d\U0001f3eb", "e\u0301", "x" * 32_767,
)  # fmt: skip


def made(log: ReportedLog, out: Path) -> Path:
    receipt = export(log, WITH_BOOK, out, quiet, never)
    assert receipt is not None
    return receipt.folder


def rows(file: Path, sheet: str) -> list[dict[str, Any]]:
    book = openpyxl.load_workbook(file)
    try:
        head, *lines = book[sheet].iter_rows()
        for line in lines:
            assert all(cell.data_type in "nsd" for cell in line), "a formula, a fault or a truth"
            assert all(cell.hyperlink is None for cell in line)
        names = [cell.value for cell in head]
        return [dict(zip(names, (c.value for c in line), strict=True)) for line in lines]
    finally:
        book.close()


def test_each_table_is_a_sheet_and_says_what_the_text_says(tmp_path: Path) -> None:
    with played_log(tmp_path / "data").snapshot(Selection()) as snapshot:
        folder = made(snapshot, tmp_path / "out")
    verify(folder)
    for table in TABLES:
        wanted = read(folder / f"{table}.csv")
        found = rows(folder / "attempts.xlsx", table)
        assert [list(row) for row in found] == [list(row) for row in wanted]
        for row, texts in zip(found, wanted, strict=True):
            for name, text in texts.items():
                assert as_text(name, row[name]) == text


def as_text(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        value += timedelta(microseconds=500)  # a workbook counts in parts of days
        if name.endswith("_local"):
            return value.isoformat(" ", "seconds")
        return value.isoformat(timespec="milliseconds") + "Z"
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    return str(value)


def test_numbers_and_times_are_real_ones(tmp_path: Path) -> None:
    started = datetime(2025, 3, 3, 9, 0, 0, 123_000, tzinfo=UTC)
    log = MadeUpLog(
        lambda: [attempt_row(started_utc=started, active_ms=61_234, mastery_score=None)],
        lambda: [placement_row(ms=1_500, correct=False)],
    )
    file = made(log, tmp_path) / "attempts.xlsx"
    (attempt,) = rows(file, "attempts")
    assert attempt["active_seconds"] == 61.234
    assert (attempt["is_first"], attempt["items"], attempt["mastery_score"]) == (1, 4, None)
    assert abs(attempt["started_at_utc"] - started.replace(tzinfo=None)) < timedelta(milliseconds=1)
    local = datetime(2025, 3, 3, 10)  # noqa: DTZ001 - a workbook has no zones
    assert attempt["started_at_local"] == local
    (placement,) = rows(file, "placements")
    assert (placement["ms"], placement["correct"]) == (1_500, 0)
    assert rows(file, "responses") == []


def test_time_before_workbooks_count_is_told_as_text(tmp_path: Path) -> None:
    log = MadeUpLog(lambda: [attempt_row(started_utc=datetime(1900, 1, 5, tzinfo=UTC))])
    (attempt,) = rows(made(log, tmp_path) / "attempts.xlsx", "attempts")
    assert attempt["started_at_utc"] == "1900-01-05 00:00:00.000"


def unescaped(text: str | None) -> str:
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text or "")


def in_a_workbook(text: str) -> str:
    """Return what must come back: signs for NUL and for what XML has no way to tell."""
    return text.replace("\0", "\u2400").replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def test_any_text_comes_back_as_a_text(tmp_path: Path) -> None:
    log = MadeUpLog(
        lambda: [attempt_row(learner_code=text, missed_items=(text,)) for text in HOSTILE],
        lambda: [placement_row(to_id=text) for text in HOSTILE],
        lambda: [response_row(item_title=text) for text in HOSTILE],
    )
    folder = made(log, tmp_path)
    columns = {"attempts": "learner_code", "placements": "to_id", "responses": "item_title"}
    for table, column in columns.items():
        found = [unescaped(row[column]) for row in rows(folder / "attempts.xlsx", table)]
        assert found == [in_a_workbook(text) for text in HOSTILE]


def test_text_that_is_too_long_is_told_of_and_nothing_is_left(tmp_path: Path) -> None:
    log = MadeUpLog(response_rows=lambda: [response_row(item_title="x" * 32_768)])
    with pytest.raises(ExportFailed, match="32768 characters is too long"):
        made(log, tmp_path)
    assert entries(tmp_path) == []


@pytest.mark.parametrize("more", [0, 1, 4, 5, 9])
def test_more_rows_than_a_sheet_holds_go_on_in_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: int
) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 5)
    log = long_log(more)
    file = made(log, tmp_path) / "attempts.xlsx"
    sheets = max(1, -(-more // 4))
    names = ["placements", *(f"placements {n}" for n in range(2, sheets + 1))]
    assert openpyxl.load_workbook(file).sheetnames[sheets : 2 * sheets] == names
    assert [row["seq"] for name in names for row in rows(file, name)] == list(range(1, more + 1))


@pytest.mark.parametrize("after", range(14))
def test_workbook_given_up_at_any_moment_leaves_nothing(tmp_path: Path, after: int) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > after

    found = export(long_log(3), WITH_BOOK, tmp_path, quiet, cancelled)
    assert (found is None) == (after < len(asked))
    assert len(entries(tmp_path)) == (found is not None)
    assert len(asked) >= min(after, 12)


def test_progress_goes_up_to_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    export(long_log(4), WITH_BOOK, tmp_path, lambda done, of: seen.append((done, of)), never)
    assert seen == sorted(seen)
    assert seen[-1] == (24, 24)


def test_disk_that_refuses_is_told_of_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "write", refuse)
    with pytest.raises(ExportFailed, match="No space left"):
        made(long_log(3), tmp_path)
    assert entries(tmp_path) == []


def test_disk_that_keeps_something_else_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = durable.sync_file

    def garbled(file: Path) -> str:
        digest = real(file)
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
        return digest

    monkeypatch.setattr(durable, "sync_file", garbled)
    with pytest.raises(ExportFailed):
        made(long_log(3), tmp_path)
    assert entries(tmp_path) == []


@pytest.mark.parametrize("column", range(5))
def test_workbook_that_lacks_something_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, column: int
) -> None:
    real = workbook_check.counts_in

    def short(file: Path, watch: Callable[[], None]) -> LogCounts:
        found = list(real(file, watch))
        found[column] -= 1
        return LogCounts(*found)

    monkeypatch.setattr("kiosk.reports.workbook_file.counts_in", short)
    with pytest.raises(ExportFailed, match="database"):
        made(long_log(3), tmp_path)


def test_counts_are_read_from_the_cells_themselves(tmp_path: Path) -> None:
    log = long_log(7)
    folder = made(log, tmp_path)
    assert counts_in(folder / "attempts.xlsx", lambda: None) == log.counts()


def repacked(file: Path, member: str, change: tuple[bytes, bytes] | None) -> None:
    with zipfile.ZipFile(file) as book:
        content = {name: book.read(name) for name in book.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in content.items():
            if name == member and change is None:
                continue
            book.writestr(name, text.replace(*change, 1) if name == member and change else text)


SHEET = "xl/worksheets/sheet2.xml"
CHANGES: Iterable[tuple[bytes, bytes] | None] = [
    None, (b"</row>", b""), (b">ms<", b">mss<"), (b"<v>1500</v>", b"<v>fast</v>"),
]  # fmt: skip


@pytest.mark.parametrize("change", [*CHANGES])
def test_workbook_that_is_none_of_ours_is_refused(
    tmp_path: Path, change: tuple[bytes, bytes] | None
) -> None:
    file = made(long_log(3), tmp_path) / "attempts.xlsx"
    repacked(file, SHEET, change)
    with pytest.raises(TableUnsound):
        counts_in(file, lambda: None)


def test_row_that_was_taken_out_changes_the_counts(tmp_path: Path) -> None:
    file = made(long_log(3), tmp_path) / "attempts.xlsx"
    before = counts_in(file, lambda: None)
    repacked(file, SHEET, (b"<v>1500</v>", b"<v>1400</v>"))
    assert counts_in(file, lambda: None).placement_ms == before.placement_ms - 100


def test_verify_finds_a_changed_and_a_missing_workbook(tmp_path: Path) -> None:
    folder = made(long_log(3), tmp_path)
    with (folder / "attempts.xlsx").open("ab") as stream:
        stream.write(b" ")
    with pytest.raises(ExportUnproved, match="xlsx"):
        verify(folder)
    (folder / "attempts.xlsx").unlink()
    with pytest.raises(ExportUnproved, match="xlsx"):
        verify(folder)


def peak(rows: int, out: Path) -> int:
    log = MadeUpLog(placement_rows=lambda: (placement_row(seq=n + 1) for n in range(rows)))
    tracemalloc.start()
    try:
        made(log, out)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
def test_long_log_needs_no_more_memory_than_a_short_one(tmp_path: Path) -> None:
    assert peak(12_000, tmp_path / "long") < 1.2 * peak(4_000, tmp_path / "short")
