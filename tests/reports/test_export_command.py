"""Exporting and proving from the command line, in processes of their own."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path

import pytest
from log_maker import entries, read
from makers import MORNING, make_activity, make_pack
from stores import Player, open_database, small_pack

from kiosk import export_command
from kiosk.core.log_rows import Selection
from kiosk.core.model import VisitEnd
from kiosk.errors import DataFolderUnusable
from kiosk.export_command import ExportAsked, export_log
from kiosk.reports.verify import verify
from kiosk.store import log
from kiosk.store.database import Database
from kiosk.store.writer import Job, T

ROOT = Path(__file__).parents[2]
Done = subprocess.CompletedProcess[str]


def command(*arguments: str | Path, env: Mapping[str, str] = os.environ) -> Done:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *map(str, arguments)],
        cwd=ROOT,
        env=dict(env),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def assert_refused(done: Done, status: int, *words: str) -> None:
    assert (done.returncode, done.stdout) == (status, "")
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept") / "data"
    database = open_database(folder)
    Player(database, small_pack()).play(wrong=2)
    other = make_activity(mastery_score=0.8, activity_id="other")
    Player(database, make_pack((other,), version="2.0"), "RV2049").play()
    database.close()
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def chosen(out: Path) -> list[str]:
    """Return the activities in the one bundle of a folder."""
    (bundle,) = out.iterdir()
    assert verify(bundle).attempts == len(read(bundle / "attempts.csv"))
    return [row["activity_id"] for row in read(bundle / "attempts.csv")]


@pytest.mark.slow
def test_export_says_what_it_made_and_verify_proves_it(data: Path, out: Path) -> None:
    done = command("export", "--out", out, "--data-dir", data)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 attempts" in done.stdout
    (bundle,) = out.iterdir()
    assert str(bundle) in done.stdout
    proved = command("verify", bundle)
    assert (proved.returncode, proved.stderr) == (0, "")
    assert "2 attempts" in proved.stdout


@pytest.mark.slow
def test_changed_bundle_is_refused(data: Path, out: Path) -> None:
    command("export", "--out", out, "--data-dir", data)
    (bundle,) = out.iterdir()
    with (bundle / "attempts.csv").open("ab") as stream:
        stream.write(b" ")
    assert_refused(command("verify", bundle), 11, str(bundle), "attempts.csv")


@pytest.mark.slow
def test_folder_without_a_kiosk_is_refused(tmp_path: Path, out: Path) -> None:
    for folder in (tmp_path, tmp_path / "not there"):
        assert_refused(command("export", "--out", out, "--data-dir", folder), 9, str(folder))
    assert not out.exists()
    assert not (tmp_path / "not there").exists()


@pytest.mark.parametrize("damage", ["garbage", "half"])
def test_damaged_database_is_refused_and_left_as_it_is(
    data: Path, tmp_path: Path, out: Path, damage: str
) -> None:
    whole = (data / "kiosk.db").read_bytes()
    content = b"no database" * 1000 if damage == "garbage" else whole[: len(whole) // 2]
    (tmp_path / "kiosk.db").write_bytes(content)
    assert_refused(command("export", "--out", out, "--data-dir", tmp_path), 5, "kiosk.db")
    assert (tmp_path / "kiosk.db").read_bytes() == content
    assert not out.exists()


def test_place_that_cannot_be_written_is_refused(data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    target = tmp_path / "file" / "below"
    assert_refused(command("export", "--out", target, "--data-dir", data), 10, str(target))


def test_export_beside_a_running_kiosk_says_that_it_is_not_noted(data: Path, out: Path) -> None:
    database = open_database(data)
    try:
        done = command("export", "--out", out, "--data-dir", data)
    finally:
        database.close()
    assert (done.returncode, done.stderr) == (0, "")
    assert "The kiosk is running" in done.stdout
    assert "not in its export log" in done.stdout
    assert len(chosen(out)) == 2


def test_activity_chooses_one(data: Path, out: Path) -> None:
    command("export", "--out", out, "--data-dir", data, "--activity", "other")
    assert chosen(out) == ["other"]


def test_since_and_until_choose_by_the_beginning(data: Path, tmp_path: Path) -> None:
    with sqlite3.connect(f"file:{data / 'kiosk.db'}?mode=ro", uri=True) as connection:
        starts = connection.execute("SELECT started FROM attempt ORDER BY key").fetchall()
    connection.close()
    (second,) = starts[1]
    # Asked without the command line, which takes no fractions: both may share a second.
    moment = datetime.fromisoformat(second).astimezone(UTC)
    for number, (since, until, wanted) in enumerate(
        [
            (moment, None, ["other"]),
            (None, moment, ["mentor-or-not"]),
            (None, None, ["mentor-or-not", "other"]),
            (moment, moment, []),
        ]
    ):
        selection = Selection(since, until)
        export_log(ExportAsked(data, tmp_path / str(number), selection))
        assert chosen(tmp_path / str(number)) == wanted


@pytest.mark.parametrize(
    ("option", "day", "count"),
    [("--since", "2000-01-01", 2), ("--since", "2999-01-01", 0), ("--until", "2000-01-01", 0)],
)
def test_days_on_the_command_line_choose(
    data: Path, out: Path, option: str, day: str, count: int
) -> None:
    done = command("export", "--out", out, "--data-dir", data, option, day)
    assert done.returncode == 0, done.stderr
    assert len(chosen(out)) == count
    (bundle,) = out.iterdir()
    assert day in (bundle / "README.txt").read_text(encoding="utf-8-sig")


@pytest.mark.slow
def test_export_leaves_a_database_that_is_whole_without_its_journal(
    data: Path, tmp_path: Path, out: Path
) -> None:
    command("export", "--out", out, "--data-dir", data)
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(data / "kiosk.db", alone)
    assert export_new(alone, tmp_path / "again") == []


@pytest.mark.slow
def test_only_new_leaves_out_what_was_exported_in_its_present_state(tmp_path: Path) -> None:
    data = tmp_path / "data"
    database = open_database(data)
    player = Player(database, small_pack())
    player.play()
    half_done = player.begin()
    player.place(half_done, half_done.board.dealt[0], "is")
    player.journal.end_visit(player.opened.visit_id, VisitEnd.IDLE, MORNING).result(10)
    database.close()
    assert len(export_new(data, tmp_path / "1")) == 2
    assert export_new(data, tmp_path / "2") == []
    database = open_database(data)
    player.journal = Player(database, small_pack()).journal
    player.place(half_done, half_done.board.dealt[1], "is")
    database.close()
    assert export_new(data, tmp_path / "3") == [half_done.start.id]


def export_new(data: Path, out: Path) -> list[str]:
    done = command("export", "--out", out, "--data-dir", data, "--only-new")
    assert done.returncode == 0, done.stderr
    (bundle,) = out.iterdir()
    return [row["attempt_id"] for row in read(bundle / "attempts.csv")]


class Refusing:
    """A database that cannot be opened to write."""

    @staticmethod
    def open(folder: Path, _now: datetime, **_how: bool) -> None:
        raise DataFolderUnusable(path=folder, detail="no right to write there")


class Waiting(Database):
    """A database whose disk refuses, for as long as one waits."""

    def ask(self, _job: Job[T]) -> Future[T]:
        return Future()


@pytest.mark.parametrize("fault", [Refusing, Waiting])
def test_bundle_stays_made_where_it_cannot_be_noted(
    data: Path, out: Path, monkeypatch: pytest.MonkeyPatch, fault: type
) -> None:
    monkeypatch.setattr(export_command, "Database", fault)
    monkeypatch.setattr(log, "PATIENCE_SECONDS", 0.01)
    made = export_log(ExportAsked(data, out, Selection()))
    assert "not in its export log" in made.note
    assert entries(out) == [made.folder.name]
    verify(made.folder)


@pytest.mark.slow
def test_workbook_comes_besides_where_it_is_asked_for(data: Path, out: Path) -> None:
    done = command("export", "--out", out, "--data-dir", data, "--format", "xlsx")
    assert (done.returncode, done.stderr) == (0, "")
    (bundle,) = out.iterdir()
    assert "attempts.xlsx" in entries(bundle)
    assert verify(bundle).attempts == 2
    assert command("export", "--out", out, "--data-dir", data, "--format", "ods").returncode == 2
