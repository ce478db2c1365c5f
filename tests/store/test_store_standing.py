"""What stands in a file that is not at its path is not called saved, and is not lost."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from store_tools import child, file_rows, heard, opened, rows, said
from stores import CLOCK, Player, open_database, small_pack

from kiosk.core.attempt import Attempt
from kiosk.core.health import DiskFault
from kiosk.core.model import InputMethod
from kiosk.core.ports import SaveState
from kiosk.store import writer
from kiosk.store.database import Database
from kiosk.store.lock import InstanceLock
from kiosk.store.quarantine import FOLDER_NAME
from kiosk.store.standing import OpenFile, Standing

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody move or delete what is open"
)
PATIENT = 8
ITEMS = "SELECT item FROM placement ORDER BY seq"


@pytest.fixture(autouse=True)
def short_pauses() -> Iterator[None]:
    """Let the writer try again after a moment that no test has to wait for."""
    first, longest = "_FIRST_PAUSE_SECONDS", "_LONGEST_PAUSE_SECONDS"
    with patch.object(writer, first, 0.001), patch.object(writer, longest, 0.005):
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


class Sorting:
    """A learner at the board, with two cards placed and saved."""

    def __init__(self, database: Database) -> None:
        self.player = Player(database, small_pack())
        self.attempt: Attempt = self.player.begin()
        self.waiting = threading.Event()
        database.watch(self._hear)
        for item_id in self.attempt.board.dealt[:2]:
            self.player.place(self.attempt, item_id, "is")

    def _hear(self, state: SaveState) -> None:
        if state is SaveState.WAITING:
            self.waiting.set()

    def place_rest(self, meanwhile: Callable[[], object]) -> list[str]:
        """Place the other cards; once they wait, do something that lets them be written."""
        futures = []
        for item_id in self.attempt.board.dealt[2:]:
            placement = self.attempt.place(item_id, "is", InputMethod.DRAG)
            assert placement is not None
            journal = self.player.journal
            futures.append(journal.record_placement(self.attempt.start.id, placement))
        assert self.waiting.wait(PATIENT)
        assert not any(future.done() for future in futures)
        meanwhile()
        for future in futures:
            future.result(PATIENT)
        return list(self.attempt.board.dealt)

    def place_next(self) -> list[str]:
        """Place one more card, wait until it is saved, and return all that are."""
        item_id = self.attempt.board.dealt[2]
        self.player.place(self.attempt, item_id, "is")
        return list(self.attempt.board.dealt[:3])


def items(file: Path) -> list[str]:
    return [item for (item,) in file_rows(file, ITEMS)]


def test_folder_moved_away_and_back_holds_placements_up_and_loses_none(folder: Path) -> None:
    away = folder.with_name("away")
    with opened(folder) as database:
        sorting = Sorting(database)
        folder.rename(away)

        def put_back() -> None:
            assert not folder.exists()
            health = database.health()
            assert health.last_fault is DiskFault.GONE
            assert health.held_up_since is not None
            assert health.held_up_since <= CLOCK.now()
            away.rename(folder)

        placed = sorting.place_rest(put_back)
        assert database.health().held_up_since is None
    assert items(folder / "kiosk.db") == placed


def test_deleted_folder_is_made_anew_with_all_that_was_ever_saved(folder: Path) -> None:
    with opened(folder) as database:
        sorting = Sorting(database)
        shutil.rmtree(folder)
        sorting.place_next()
        assert database.health().last_fault is DiskFault.GONE
        item_id = sorting.attempt.board.dealt[3]
        sorting.player.place(sorting.attempt, item_id, "is_not")
        placed = list(sorting.attempt.board.dealt[:4])
    assert items(folder / "kiosk.db") == placed


def test_folder_made_anew_gets_all_that_was_ever_saved(folder: Path) -> None:
    with opened(folder) as database:
        sorting = Sorting(database)
        folder.rename(folder.with_name("away"))
        placed = sorting.place_rest(folder.mkdir)
    assert items(folder / "kiosk.db") == placed


@pytest.mark.parametrize("gone", [["kiosk.db"], ["kiosk.db-wal"], ["kiosk.db", "kiosk.lock"]])
def test_deleted_file_takes_nothing_with_it(folder: Path, gone: list[str]) -> None:
    with opened(folder) as database:
        sorting = Sorting(database)
        for name in gone:
            (folder / name).unlink()
        placed = sorting.place_next()
        assert [item for (item,) in rows(database, ITEMS)] == placed
    assert items(folder / "kiosk.db") == placed


@pytest.mark.parametrize("gone", ["", "kiosk.db", "kiosk.db-wal"])
def test_kill_after_files_were_deleted_keeps_what_was_acknowledged(folder: Path, gone: str) -> None:
    acknowledged: list[str] = []
    with child("child_writer.py", folder) as process:
        acknowledged += [heard(process) for _ in range(5)]
        shutil.rmtree(folder) if not gone else (folder / gone).unlink()
        # What was said before the deletion was noticed may still be on its way.
        acknowledged += [heard(process) for _ in range(30)]
        process.kill()
        acknowledged += said(process)[:-1]
    with opened(folder) as database:
        (last,) = rows(database, "SELECT max(seq) FROM placement")[0]
        assert last >= len(acknowledged) >= 35
        assert rows(database, "PRAGMA integrity_check") == [("ok",)]


def test_other_database_at_the_path_is_left_alone_and_ours_is_kept(folder: Path) -> None:
    other = folder.with_name("other")
    open_database(other).close()
    theirs = (other / "kiosk.db").read_bytes()
    with opened(folder) as database:
        sorting = Sorting(database)
        (other / "kiosk.db").replace(folder / "kiosk.db")
        item_id = sorting.attempt.board.dealt[2]
        placement = sorting.attempt.place(item_id, "is", InputMethod.DRAG)
        assert placement is not None
        held = sorting.player.journal.record_placement(sorting.attempt.start.id, placement)
        assert sorting.waiting.wait(PATIENT)
        assert database.health().last_fault is DiskFault.REPLACED
        with patch("kiosk.store.database.CLOSE_PATIENCE_SECONDS", 0.1):
            assert not database.close()
        assert held.exception(0) is not None
    assert (folder / "kiosk.db").read_bytes() == theirs
    (kept,) = (folder / FOLDER_NAME).glob("*/kiosk.db")
    assert items(kept) == list(sorting.attempt.board.dealt[:3])


def test_folder_that_another_kiosk_took_is_not_written_to(folder: Path) -> None:
    with opened(folder) as database:
        sorting = Sorting(database)
        folder.rename(folder.with_name("away"))
        folder.mkdir()
        theirs = InstanceLock(folder)
        theirs.take()

        def leave() -> None:
            assert [entry.name for entry in folder.iterdir()] == ["kiosk.lock"]
            theirs.free()

        placed = sorting.place_rest(leave)
    assert items(folder / "kiosk.db") == placed


def test_screen_reads_what_is_written_after_the_folder_was_made_anew(folder: Path) -> None:
    with opened(folder) as database:
        sorting = Sorting(database)
        shutil.rmtree(folder)
        sorting.place_next()
        sorting.player.visit("RV2049")
        codes = rows(database, "SELECT code FROM learner ORDER BY key")
    assert codes == [("RV2048",), ("RV2049",)]


def test_made_anew_folder_is_still_this_kiosk_alone(folder: Path) -> None:
    with opened(folder) as database:
        before = rows(database, "SELECT id, name FROM kiosk")
        shutil.rmtree(folder)
        Sorting(database)
        with child("child_holder.py", folder) as second:
            assert second.wait(PATIENT) != 0
        assert rows(database, "SELECT id, name FROM kiosk") == before


@pytest.mark.skipif(
    not Path("/dev/shm").is_dir(),  # noqa: S108 - another disk
    reason="there is no second disk here that anyone may use",
)
def test_folder_on_another_disk_is_not_taken_for_ours(folder: Path) -> None:
    with opened(folder) as database:
        sorting = Sorting(database)
        file = OpenFile(folder / "kiosk.db")
        away = folder.with_name("away")
        folder.rename(away)
        folder.symlink_to("/dev/shm", target_is_directory=True)  # noqa: S108 - likewise
        assert file.standing() is Standing.GONE
        assert not file.may_be_made_anew()
        folder.unlink()
        folder.mkdir()
        assert file.may_be_made_anew()
        folder.rmdir()
        away.rename(folder)
        assert file.standing() is Standing.HERE
        file.close()
        placed = sorting.place_next()
    assert items(folder / "kiosk.db") == placed
