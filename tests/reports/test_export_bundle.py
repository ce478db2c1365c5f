"""An export is whole, proved and harmless, or it is not there."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stores import CLOCK, Player, open_database, small_pack

from kiosk import durable
from kiosk.core.log_rows import AttemptRow, LogCounts, Selection
from kiosk.core.ports import LogSnapshot
from kiosk.errors import ExportFailed, ExportUnproved
from kiosk.reports import names
from kiosk.reports.csv_rules import defused, line, text_cell, undefused
from kiosk.reports.export import ExportOrder, ExportReceipt, export
from kiosk.reports.verify import verify
from kiosk.store.log import SqliteAttemptLog

ATTEMPTS = (
    "attempt_id kiosk_id kiosk_name site learner_code pack_id pack_version activity_id"
    " activity_title mode language started_at_utc started_at_local submitted_at_utc"
    " active_seconds items placed first_try_correct first_try_score final_correct final_score"
    " mastery_score outcome tries placements attempt_number is_first is_latest is_best"
    " input_methods missed_items"
)
PLACEMENTS = "attempt_id seq item_id from_id to_id input_method ms correct try"
RESPONSES = (
    "attempt_id item_id item_title category_id category_title correct first_category_id"
    " first_try_correct placements"
)
STARTERS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"


@pytest.fixture
def log(tmp_path: Path) -> SqliteAttemptLog:
    database = open_database(tmp_path / "data")
    player = Player(database, small_pack())
    player.play(wrong=2)
    attempt = player.begin()
    player.place(attempt, attempt.board.dealt[0], "is")
    database.close()
    return SqliteAttemptLog(tmp_path / "data")


def order(selection: Selection = Selection()) -> ExportOrder:  # noqa: B008 - it never changes
    return ExportOrder(selection, CLOCK.now(), "0.0")


def never() -> bool:
    return False


def quiet(_done: int, _total: int) -> None:
    pass


def exported(log: SqliteAttemptLog, target: Path) -> ExportReceipt:
    receipt = export(log, order(), target, quiet, never)
    assert receipt is not None
    return receipt


def read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize(
    ("file", "columns"),
    [("attempts.csv", ATTEMPTS), ("placements.csv", PLACEMENTS), ("responses.csv", RESPONSES)],
)
def test_columns_are_the_documented_ones(
    log: SqliteAttemptLog, tmp_path: Path, file: str, columns: str
) -> None:
    raw = (exported(log, tmp_path / "out").folder / file).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf" + columns.replace(" ", ",").encode() + b"\r\n")
    assert raw.endswith(b"\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_bundle_says_what_the_database_says(log: SqliteAttemptLog, tmp_path: Path) -> None:
    receipt = exported(log, tmp_path / "out")
    assert verify(receipt.folder) == receipt.counts == LogCounts(2, 7, 6, *receipt.counts[3:])
    done, still_open = read(receipt.folder / "attempts.csv")
    assert (done["first_try_correct"], done["final_score"], done["outcome"]) == (
        "4", "0.6667", "failed",
    )  # fmt: skip
    assert len(done["missed_items"].split("; ")) == 2
    assert (still_open["outcome"], still_open["submitted_at_utc"]) == ("", "")
    assert still_open["placed"] == "1"
    described = (receipt.folder / "README.txt").read_text(encoding="utf-8-sig")
    for name in f"{ATTEMPTS} {PLACEMENTS} {RESPONSES}".split():
        assert f"  {name}: " in described


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_comes_back_from_a_cell(text: str) -> None:
    record = line([text_cell(text), text_cell(text)])
    ((first, second),) = csv.reader(io.StringIO(record, newline=""), strict=True)
    assert undefused(first) == undefused(second) == text


@given(st.text(" ", max_size=3), st.sampled_from(STARTERS), st.text(max_size=5))
def test_no_cell_is_a_formula(spaces: str, starter: str, rest: str) -> None:
    cell = defused(spaces + starter + rest)
    assert cell[0] == "'"


@given(st.text(max_size=60), st.text(max_size=60))
def test_folder_names_fit_any_stick(site: str, kiosk: str) -> None:
    name = names.bundle_name(site, kiosk, CLOCK.now())
    assert not set('<>:"/\\|?*') & set(name)
    assert all(character.isprintable() for character in name)
    assert not name.endswith((".", " "))
    assert len(name) < 120


def test_two_exports_in_one_second_stand_beside_each_other(
    log: SqliteAttemptLog, tmp_path: Path
) -> None:
    one = order()
    first = export(log, one, tmp_path / "out", quiet, never)
    second = export(log, one, tmp_path / "out", quiet, never)
    assert first is not None
    assert second is not None
    assert first.folder != second.folder
    assert verify(first.folder) == verify(second.folder)


@pytest.mark.parametrize(
    "file", ["attempts.csv", "placements.csv", "responses.csv", "README.txt", "manifest.json"]
)
def test_any_changed_byte_is_found(log: SqliteAttemptLog, tmp_path: Path, file: str) -> None:
    folder = exported(log, tmp_path / "out").folder
    content = (folder / file).read_bytes()
    for at in range(0, len(content), max(1, len(content) // 60)):
        changed = bytearray(content)
        changed[at] ^= 1
        (folder / file).write_bytes(bytes(changed))
        with pytest.raises(ExportUnproved):
            verify(folder)
    (folder / file).write_bytes(content[:-1])
    with pytest.raises(ExportUnproved):
        verify(folder)
    (folder / file).unlink()
    with pytest.raises(ExportUnproved, match=file):
        verify(folder)
    (folder / file).write_bytes(content)
    verify(folder)
    (folder / "extra.csv").write_text("")
    with pytest.raises(ExportUnproved, match="extra"):
        verify(folder)


def test_cancelled_export_leaves_nothing(log: SqliteAttemptLog, tmp_path: Path) -> None:
    assert export(log, order(), tmp_path / "out", quiet, lambda: True) is None
    assert list((tmp_path / "out").iterdir()) == []


def test_progress_goes_up_to_the_end(log: SqliteAttemptLog, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    export(log, order(), tmp_path / "out", lambda n, total: seen.append((n, total)), never)
    assert seen == sorted(seen)
    assert seen[-1] == (15, 15)


@pytest.mark.parametrize("call", ["write_file", "replace", "sync_folder"])
def test_disk_that_refuses_leaves_nothing_half_made(
    log: SqliteAttemptLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    real = getattr(durable, call)
    calls = 0

    def refuse(*arguments: object) -> object:
        nonlocal calls
        calls += 1
        if calls == 3 or (call == "replace" and "part" in str(arguments[0]) and calls > 5):
            raise OSError(28, "No space left on device")
        return real(*arguments)

    monkeypatch.setattr(durable, call, refuse)
    with pytest.raises(ExportFailed, match="No space left"):
        export(log, order(), tmp_path / "out", quiet, never)
    assert list((tmp_path / "out").iterdir()) == []


class LyingSnapshot:
    """Counts one attempt more than it gives."""

    def __init__(self, honest: LogSnapshot) -> None:
        self._honest = honest

    def __getattr__(self, name: str) -> object:
        return getattr(self._honest, name)

    def counts(self) -> LogCounts:
        counts = self._honest.counts()
        return counts._replace(attempts=counts.attempts + 1)

    def attempts(self) -> Iterator[AttemptRow]:
        return self._honest.attempts()


class LyingLog:
    def __init__(self, honest: SqliteAttemptLog) -> None:
        self._honest = honest

    def snapshot(self, selection: Selection) -> AbstractContextManager[LogSnapshot]:
        return self._snapshot(selection)

    @contextmanager
    def _snapshot(self, selection: Selection) -> Iterator[LogSnapshot]:
        with self._honest.snapshot(selection) as snapshot:
            yield LyingSnapshot(snapshot)  # type: ignore[misc] # the rest is handed on


def test_row_that_went_missing_on_the_way_is_found(log: SqliteAttemptLog, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="database"):
        export(LyingLog(log), order(), tmp_path / "out", quiet, never)
    assert list((tmp_path / "out").iterdir()) == []


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *arguments],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.usefixtures("log")
def test_command_line_exports_proves_and_finds_a_change(tmp_path: Path) -> None:
    data, out = str(tmp_path / "data"), tmp_path / "out"
    done = command("export", "--out", str(out), "--data-dir", data)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 attempts" in done.stdout
    (bundle,) = out.iterdir()
    assert command("verify", str(bundle)).returncode == 0
    again = command("export", "--out", str(tmp_path / "new"), "--data-dir", data, "--only-new")
    assert "0 attempts" in again.stdout
    with (bundle / "attempts.csv").open("ab") as stream:
        stream.write(b" ")
    found = command("verify", str(bundle))
    assert found.returncode == 11
    assert len(found.stderr.splitlines()) == 1


def test_command_line_exports_beside_a_running_kiosk(tmp_path: Path) -> None:
    database = open_database(tmp_path / "data")
    Player(database, small_pack()).play()
    done = command("export", "--out", str(tmp_path / "out"), "--data-dir", str(tmp_path / "data"))
    database.close()
    assert done.returncode == 0, done.stderr
    assert "1 attempts" in done.stdout
    assert "running" in done.stdout
    shutil.rmtree(tmp_path / "out")
