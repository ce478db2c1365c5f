"""An export is there whole or not at all, whatever the disk, the log or the staff do."""

from __future__ import annotations

import os
import sys
import threading
import tracemalloc
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

import pytest
from log_maker import (
    FILES,
    ORDER,
    MadeUpLog,
    attempt_row,
    entries,
    exported,
    long_log,
    never,
    placement_row,
    quiet,
)

from kiosk import durable
from kiosk.core.log_rows import LogCounts
from kiosk.errors import ExportFailed
from kiosk.reports.export import export
from kiosk.reports.verify import verify

LOG = long_log(3)
STEPS = [(durable, "write_file"), (durable, "replace"), (durable, "sync_folder"), (os, "fsync")]


def refusing(real: Callable[..., Any], at: int, calls: list[int]) -> Callable[..., Any]:
    """Return a call that does what it should, but the ``at``-th time."""

    def call(*arguments: object, **named: object) -> object:
        calls.append(1)
        if len(calls) == at:
            raise OSError(28, "No space left on device")
        return real(*arguments, **named)

    return call


@pytest.mark.parametrize(("module", "name"), STEPS, ids=[name for _, name in STEPS])
def test_disk_that_refuses_at_any_step_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: object, name: str
) -> None:
    real, refusals = getattr(module, name), 0
    for at in range(1, 100):
        out, calls = tmp_path / str(at), list[int]()
        monkeypatch.setattr(module, name, refusing(real, at, calls))
        try:
            exported(LOG, out)
        except ExportFailed as fault:
            refusals += 1
            found = str(fault)
        else:
            break
        assert "No space left" in found
        assert entries(out) == []
    assert len(calls) < at, "a refusal was passed over"
    assert refusals >= 5


def test_file_that_cannot_be_opened_at_any_step_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, refusals = Path.open, 0
    for at in range(1, 100):
        calls: list[int] = []
        monkeypatch.setattr(Path, "open", refusing(real, at, calls))
        try:
            exported(LOG, tmp_path / str(at))
        except ExportFailed:
            refusals += 1
            assert entries(tmp_path / str(at)) == []
        else:
            break
    assert refusals >= 10  # five files, each written and read back


@pytest.mark.parametrize("file", ["attempts.csv", "responses.csv", "README.txt", "manifest.json"])
def test_disk_that_keeps_something_else_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    real = durable.write_file

    def garbled(target: Path, chunks: Iterable[bytes]) -> str:
        digest = real(target, chunks)
        if target.name == file:
            content = target.read_bytes()
            target.write_bytes(content.replace(b"a", b"e", 1))
        return digest

    monkeypatch.setattr(durable, "write_file", garbled)
    with pytest.raises(ExportFailed):
        exported(LOG, tmp_path)
    assert entries(tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be told to forget a file")
@pytest.mark.parametrize("file", FILES)
def test_stick_that_does_not_have_what_memory_has_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    def forget(handle: int, *_range: int) -> None:
        path = Path("/proc/self/fd", str(handle)).readlink()
        if path.name == file:
            path.write_bytes(path.read_bytes()[:-1] + b"\0")

    monkeypatch.setattr(os, "posix_fadvise", forget)
    with pytest.raises(ExportFailed):
        exported(LOG, tmp_path)
    assert entries(tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be told to forget a file")
def test_stick_that_cannot_be_told_to_forget_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "posix_fadvise", refusing(os.posix_fadvise, 1, []))
    assert verify(exported(LOG, tmp_path).folder).attempts == 3


@pytest.mark.parametrize("at", [1, 2, 3])
def test_stick_that_is_pulled_out_is_told_of(tmp_path: Path, at: int) -> None:
    stick, steps = tmp_path / "stick", list[int]()

    def pull_out(_done: int, _total: int) -> None:
        steps.append(1)
        if len(steps) == at:
            stick.rename(tmp_path / "pocket")

    with pytest.raises(ExportFailed):
        export(LOG, ORDER, stick, pull_out, never)
    assert not stick.exists()
    assert not [name for name in entries(tmp_path / "pocket") if name.startswith("attempts_")]
    (tmp_path / "pocket").rename(stick)
    folder = exported(LOG, stick).folder
    assert entries(stick) == [folder.name]


def test_folder_without_the_right_to_write_is_refused_in_words(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("this user may write anywhere")
        with pytest.raises(ExportFailed, match="Permission denied"):
            exported(LOG, tmp_path)
        assert entries(tmp_path) == []
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("column", range(5))
@pytest.mark.parametrize("lie", [1, -1])
def test_log_whose_counts_lie_is_found(tmp_path: Path, column: int, lie: int) -> None:
    short_by = LogCounts(*(lie if n == column else 0 for n in range(5)))
    log = MadeUpLog(LOG.attempt_rows, LOG.placement_rows, LOG.response_rows, short_by=short_by)
    with pytest.raises(ExportFailed, match="database"):
        exported(log, tmp_path)
    assert entries(tmp_path) == []


def test_target_that_is_a_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for target in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(ExportFailed):
            exported(LOG, target)
    assert (tmp_path / "file").read_text() == "mine"


# Three tables are written, then three are read back.
@pytest.mark.parametrize("after", range(6))
def test_export_cancelled_at_any_moment_leaves_nothing(tmp_path: Path, after: int) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > after

    assert export(LOG, ORDER, tmp_path, quiet, cancelled) is None
    assert entries(tmp_path) == []


def test_export_after_a_failed_one_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(durable, "replace", refusing(durable.replace, 3, []))
        with pytest.raises(ExportFailed):
            exported(LOG, tmp_path)
    folder = exported(LOG, tmp_path).folder
    assert entries(tmp_path) == [folder.name]
    assert verify(folder).attempts == 3


def test_leftovers_go_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    (tmp_path / ".attempts_old_Kiosk-1_20250303T090000Z.part").mkdir()
    (tmp_path / ".attempts_old_Kiosk-1_20250303T090000Z.part" / "attempts.csv").write_text("half")
    (tmp_path / "holiday.part").mkdir()
    (tmp_path / "attempts_mine").mkdir()
    folder = exported(LOG, tmp_path).folder
    assert entries(tmp_path) == sorted([folder.name, "attempts_mine", "holiday.part"])


def test_second_export_to_the_same_place_at_once_names_no_half(tmp_path: Path) -> None:
    begun, overtaken = threading.Event(), threading.Event()

    def overtake(_done: int, _total: int) -> None:
        begun.set()
        assert overtaken.wait(30)

    def let_the_first_go_on(_done: int, _total: int) -> None:
        overtaken.set()
        wait([first], 30)

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(export, LOG, ORDER, tmp_path, overtake, never)
        assert begun.wait(30)
        second = export(LOG, ORDER, tmp_path, let_the_first_go_on, never)
    with pytest.raises(ExportFailed):
        first.result()
    assert second is not None
    assert entries(tmp_path) == [second.folder.name]
    assert verify(second.folder) == second.counts


@pytest.mark.parametrize("rows", [1, 2_000, 2_001, 5_000])
def test_progress_goes_up_to_the_end(tmp_path: Path, rows: int) -> None:
    seen: list[tuple[int, int]] = []
    export(long_log(rows), ORDER, tmp_path, lambda done, of: seen.append((done, of)), never)
    assert seen == sorted(seen)
    assert len({done for done, _ in seen}) == len(seen)
    assert {of for _, of in seen} == {3 * rows}
    assert seen[-1] == (3 * rows, 3 * rows)


def peak(rows: int, out: Path) -> int:
    """Return the most bytes that an export of so many placements holds at once."""
    log = MadeUpLog(placement_rows=lambda: (placement_row(seq=n + 1) for n in range(rows)))
    tracemalloc.start()
    try:
        exported(log, out)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
def test_long_log_needs_no_more_memory_than_a_short_one(tmp_path: Path) -> None:
    # Two full batches against twenty: one batch is written while the next is gathered.
    assert peak(40_000, tmp_path / "long") < 1.2 * peak(4_000, tmp_path / "short")


def test_sum_of_seconds_has_no_rest(tmp_path: Path) -> None:
    odd = [attempt_row(active_ms=ms) for ms in (1, 10, 100, 333, 1_000, 86_399_999, 2**40)]
    receipt = exported(MadeUpLog(lambda: odd), tmp_path)
    assert receipt.counts.active_ms == sum(row.active_ms for row in odd)
