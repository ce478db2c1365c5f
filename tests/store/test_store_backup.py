"""A backup is whole, proved and told by its sum, and nobody waits for it."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from store_tools import file_rows, opened
from stores import CLOCK, Player, small_pack

from kiosk import durable
from kiosk.store import backup, backup_keeper
from kiosk.store.backup import BackupStopped, BackupUnsound, as_written, back_up, backups_of
from kiosk.store.backup_keeper import BackupKeeper
from kiosk.store.backup_names import KEPT_RECENT
from kiosk.store.connection import open_reader
from kiosk.store.database import Database

PATIENCE = 20
PLACEMENTS = "SELECT count(*) FROM placement"


def made(database: Database, reason: str = "regular") -> Path:
    folder = database.file.parent
    with closing(open_reader(database.file)) as reader:
        return back_up(reader, folder, reason, CLOCK.now())


def wait_for(there: Callable[[], bool]) -> None:
    """Wait until something is there that another thread makes."""
    until, tick = time.monotonic() + PATIENCE, threading.Event()
    while not there():
        assert time.monotonic() < until
        tick.wait(0.01)


def whole(folder: Path) -> list[Path]:
    return [file for file in backups_of(folder) if as_written(file)]


def test_backup_is_one_file_with_all_that_was_acknowledged_and_its_sum(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        Player(database, small_pack()).play()
        file = made(database)
    assert {each.name for each in (tmp_path / "backups").iterdir()} == {
        file.name, f"{file.name}.sha256",
    }  # fmt: skip
    assert as_written(file)
    assert file_rows(file, PLACEMENTS) == [(6,)]


def test_sum_is_of_the_form_that_others_check(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        file = made(database)
    text = file.with_name(f"{file.name}.sha256").read_text()
    assert text == f"{backup.digest_of(file)}  {file.name}\n"


def test_backup_that_was_altered_is_told_by_its_sum(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        file = made(database)
    with file.open("r+b") as stream:
        stream.seek(5000)
        stream.write(b"?")
    assert as_written(file) is False


def test_database_that_has_not_changed_is_not_backed_up_twice(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        first = made(database)
        assert made(database) == first
        Player(database, small_pack()).play()
        second = made(database)
    assert backups_of(tmp_path) == [second, first]


def test_start_that_changes_nothing_makes_no_new_backup(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        Player(database, small_pack()).play()
    with opened(tmp_path) as database:
        ended = made(database)
    with opened(tmp_path) as database:
        assert made(database) == ended


def test_unchanged_database_is_backed_up_again_where_the_last_backup_was_spoiled(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as database:
        first = made(database)
        first.write_bytes(first.read_bytes()[:-1] + b"?")
        assert made(database) != first
    assert whole(tmp_path)


def test_copy_that_is_not_sound_gets_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path) as database:

        def spoil(_path: Path) -> str:
            raise BackupUnsound("page 3 is never used")

        monkeypatch.setattr(durable, "sync_file", spoil)
        with pytest.raises(BackupUnsound):
            made(database)
    assert list((tmp_path / "backups").iterdir()) == []


def test_copy_that_does_not_read_back_is_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path) as database:
        monkeypatch.setattr(backup, "digest_of", lambda _file: "0" * 64)
        with pytest.raises(BackupUnsound):
            made(database)
    assert list((tmp_path / "backups").iterdir()) == []


def test_stopped_backup_leaves_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as database, closing(open_reader(database.file)) as reader:
        with pytest.raises(BackupStopped):
            back_up(reader, tmp_path, "regular", CLOCK.now(), lambda: False)
        assert not reader.in_transaction
    assert list((tmp_path / "backups").iterdir()) == []


def test_placements_are_written_while_a_backup_is_made_and_the_backup_is_of_one_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_STEP_PAGES", 1)
    written: list[int] = []
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        player.play()
        attempt = player.begin()

        def place() -> bool:
            if len(written) < 6:
                player.place(attempt, attempt.board.dealt[len(written)], "is")
                written.append(1)
            return True

        with closing(open_reader(database.file)) as reader:
            file = back_up(reader, tmp_path, "regular", CLOCK.now(), place)
    assert len(written) == 6
    assert file_rows(file, PLACEMENTS) == [(6,)]
    assert file_rows(tmp_path / "kiosk.db", PLACEMENTS) == [(12,)]


def test_keeper_backs_up_at_the_start_and_then_only_what_changed(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        keeper = BackupKeeper(tmp_path, CLOCK, every=0.01)
        keeper.start()
        wait_for(lambda: len(whole(tmp_path)) == 1)
        Player(database, small_pack()).play()
        wait_for(lambda: file_rows(whole(tmp_path)[0], PLACEMENTS) == [(6,)])
        keeper.stop()
        before = len(backups_of(tmp_path))
        keeper.start()
        keeper.stop()
        assert len(backups_of(tmp_path)) == before


def test_backup_that_failed_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []

    def full(path: Path) -> str:
        tried.append(1)
        if len(tried) < 3:
            raise OSError(28, "No space left on device")
        return sync_file(path)

    sync_file = durable.sync_file
    monkeypatch.setattr(durable, "sync_file", full)
    with opened(tmp_path):
        keeper = BackupKeeper(tmp_path, CLOCK, again=0.01)
        keeper.start()
        wait_for(lambda: bool(whole(tmp_path)))
        keeper.stop()
    assert len(tried) == 3
    assert not [each for each in (tmp_path / "backups").iterdir() if ".part" in each.name]


def test_keeper_sweeps_what_a_kill_left_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    left = "kiosk-000003-20250303T090000Z-regular.db"
    for name in (f"{left}.part", f"{left}.part-journal", f"{left}.sha256", "mine.txt", "old.db"):
        (folder / name).write_text("x")
    with opened(tmp_path):
        keeper = BackupKeeper(tmp_path, CLOCK)
        keeper.start()
        wait_for(lambda: bool(whole(tmp_path)))
        keeper.stop()
    names = {each.name for each in folder.iterdir()} - {
        name for file in whole(tmp_path) for name in (file.name, f"{file.name}.sha256")
    }
    assert names == {"mine.txt", "old.db"}


@pytest.mark.slow
def test_keeper_thins_out_and_stops_at_once(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        for _ in range(14):
            player.visit("RV2048")
            made(database)
        player.visit("RV2048")
        keeper = BackupKeeper(tmp_path, CLOCK)
        keeper.start()
        wait_for(lambda: len(backups_of(tmp_path)) == KEPT_RECENT)
        keeper.stop()
    assert len(whole(tmp_path)) == KEPT_RECENT
    assert len(list((tmp_path / "backups").iterdir())) == 2 * KEPT_RECENT


def test_learner_never_waits_for_a_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held, go_on = threading.Event(), threading.Event()

    def hold(_keeper: BackupKeeper) -> bool:
        held.set()
        return go_on.wait(PATIENCE)

    monkeypatch.setattr(backup_keeper.BackupKeeper, "_go_on", hold)
    with opened(tmp_path) as database:
        keeper = BackupKeeper(tmp_path, CLOCK)
        keeper.start()
        assert held.wait(PATIENCE)
        Player(database, small_pack()).play()
        assert file_rows(database.file, PLACEMENTS) == [(6,)]
        go_on.set()
        keeper.stop()


def test_copy_to_a_file_that_is_there_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("mine")
    with (
        opened(tmp_path / "data") as database,
        closing(open_reader(database.file)) as reader,
        pytest.raises(FileExistsError),
    ):
        backup.copy_out(reader, target)
    assert target.read_text() == "mine"


def test_backup_of_what_is_no_database_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "kiosk.db").write_bytes(b"nonsense" * 900)
    with (
        closing(sqlite3.connect(tmp_path / "kiosk.db", isolation_level=None)) as source,
        pytest.raises(sqlite3.DatabaseError),
    ):
        back_up(source, tmp_path, "regular", CLOCK.now())
    assert list((tmp_path / "backups").iterdir()) == []
