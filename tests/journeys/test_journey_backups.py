"""Staff back up, carry a copy away and put one back; the kiosk comes back by itself."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot
from rooms import Room
from stores import Player, open_database, small_pack

from kiosk.app import KioskApp, KioskOptions, run_kiosk
from kiosk.core.backups import Proof
from kiosk.core.flow import Screen
from kiosk.store.backup import as_written
from kiosk.store.examine import copy_out
from kiosk.ui.main_window import WindowMode
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.backups import BackupsPage


def backups_page(room: Room) -> BackupsPage:
    room.staff_area()
    page = room.staff_page("backup", BackupsPage)
    room.wait(lambda: bool(page.lines) and page.pick.again.isEnabled())
    # The rows are laid out by the next turn of the loop: before it nobody could hit anything.
    room.hand.rest(50)
    return page


def attempts_in(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "kiosk.db")) as connection:
        return int(connection.execute("SELECT count(*) FROM attempt").fetchone()[0])


def two_moments(folder: Path, copy: Path) -> None:
    """Make a folder with two attempts, and a copy of when there was one."""
    database = open_database(folder)
    Player(database, small_pack(), "XK7731").play()
    copy_out(folder, copy)
    Player(database, small_pack(), "QW5502").play()
    database.close()


def test_backup_is_made_and_a_copy_carried_away_by_clicks(room: Room, tmp_path: Path) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    room.kiosk.controller.sign_out()
    room.kiosk.controller.next_learner()
    page = backups_page(room)
    room.way.press(page.make)
    room.wait(lambda: bool(page.proof))
    room.wait(lambda: "by-staff" in {line.row.reason for line in page.lines})
    assert {line.row.proof for line in page.lines} == {Proof.AS_WRITTEN}
    stick = tmp_path / "stick"
    stick.mkdir()
    room.way.enter(page.folder, str(stick))
    room.way.press(page.copy)
    room.wait(lambda: "mentor-kiosk_Riverside_Kiosk-1_" in page.proof)
    (copy,) = stick.glob("*.db")
    assert as_written(copy)
    page.folder.clear()
    room.way.enter(page.folder, str(tmp_path / "nowhere"))
    room.hand.key(Qt.Key.Key_Return)
    room.wait(lambda: "there is no such folder" in page.note)


def test_backup_that_was_altered_says_so_and_cannot_be_put_back(room: Room) -> None:
    page = backups_page(room)
    file = page.lines[0].row.file
    with file.open("r+b") as stream:
        stream.seek(5_000)
        stream.write(b"altered")
    area = room.page(Screen.STAFF, StaffArea)
    room.way.press(area.back)
    page = backups_page(room)
    room.wait(lambda: any(line.row.proof is Proof.ALTERED for line in page.lines))
    line = next(line for line in page.lines if line.row.file == file)
    assert not line.look_at.isVisible()


def spoil(copy: Path, kind: str) -> None:
    """Make a sound copy one that is not to be trusted."""
    with closing(sqlite3.connect(copy)) as connection, connection:
        if kind == "view":
            connection.execute("DROP TABLE export_log")
            connection.execute("CREATE VIEW export_log AS SELECT load_extension('x') AS key")
        elif kind == "trigger":
            connection.execute(
                "CREATE TRIGGER evil AFTER INSERT ON staff_log BEGIN DELETE FROM attempt; END"
            )
        elif kind == "newer":
            connection.execute("PRAGMA user_version = 999")
    if kind == "text":
        copy.write_text("not a database at all, but long enough to be looked at\n" * 50)


def test_file_that_is_not_to_be_trusted_is_refused_before_anything_changes(
    room: Room, tmp_path: Path
) -> None:
    room.written()
    page = backups_page(room)
    for kind in ("view", "trigger", "text", "newer"):
        copy = tmp_path / f"{kind}.db"
        copy_out(room.folder, copy)
        copy.with_name(f"{copy.name}.sha256").unlink()
        spoil(copy, kind)
        before = copy.read_bytes()
        page.pick.path.clear()
        room.way.enter(page.pick.path, str(copy))
        room.way.press(page.pick.take)
        room.wait(partial(told_of, page, copy))
        assert room.kiosk.to_restore is None
        assert copy.read_bytes() == before


def told_of(page: BackupsPage, file: Path) -> bool:
    return file.name in page.note


def test_putting_back_shows_what_would_be_missing_and_asks(room: Room, tmp_path: Path) -> None:
    room.written()
    copy = tmp_path / "old.db"
    copy_out(room.folder, copy)
    room.sign_in("RV2048")
    board = room.open_board()
    room.place(board, "resource-broker", "is")
    room.way.press(board.sign_out)
    room.kiosk.controller.next_learner()
    page = backups_page(room)
    room.hand.tab_to(page.pick.path)
    room.hand.type(str(copy))
    room.hand.key(Qt.Key.Key_Return)
    sheet = room.question()
    assert "Attempts in it: 0." in sheet.words.accessibleName()
    assert "Attempts of today that would be missing: 1." in sheet.words.accessibleName()
    room.hand.key(Qt.Key.Key_Escape)
    assert room.kiosk.to_restore is None
    room.way.press(page.pick.take)
    room.way.press(room.question().other)
    room.wait(lambda: not room.kiosk.window.isVisible())
    assert room.kiosk.to_restore == copy


class Shift:
    """Kiosks one after the other: the first puts a file back, the last is left."""

    def __init__(self, file: Path, folder: Path) -> None:
        self._file = file
        self._folder = folder
        self.seen: list[tuple[int, tuple[str, ...]]] = []

    def prepare(self, kiosk: KioskApp) -> None:
        """Act once the kiosk is open."""
        first = not self.seen
        QTimer.singleShot(0, kiosk.window, kiosk.window.show)
        action = self._put_back if first else self._leave
        self._kiosk = kiosk
        QTimer.singleShot(50, kiosk.window, action)

    def _put_back(self) -> None:
        self.seen.append((attempts_in(self._folder), ()))
        self._kiosk.services.care.restore(self._file)

    def _leave(self) -> None:
        self.seen.append((attempts_in(self._folder), self._kiosk.staff._notices))
        self._kiosk.leave()


@pytest.mark.parametrize("spoiled", [False, True])
def test_kiosk_comes_back_by_itself_with_the_backup_or_with_today_s(
    qtbot: QtBot, tmp_path: Path, *, spoiled: bool
) -> None:
    del qtbot
    folder, copy = tmp_path / "data", tmp_path / "copy.db"
    two_moments(folder, copy)
    if spoiled:
        shutil.copy(folder / "kiosk.db", copy)
        with copy.open("r+b") as stream:
            stream.truncate(9_000)
    shift = Shift(copy, folder)
    options = KioskOptions(folder, None, "en", WindowMode.WINDOWED)
    assert run_kiosk(options, shift.prepare) == 0
    (before, _), (after, (notice,)) = shift.seen
    assert before == 2
    assert after == (2 if spoiled else 1)
    if spoiled:
        assert "The backup was not put in place." in notice
    else:
        assert "The backup is in place." in notice
        assert "Attempts of today that would be missing: 1." in notice
        assert any((folder / "quarantine").iterdir())
