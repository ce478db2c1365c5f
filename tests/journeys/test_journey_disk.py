"""A disk that goes away under a visit: calm words, nothing lost, staff told, no code in the log."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtWidgets import QWidget
from rooms import Room

from kiosk.core.flow import Screen
from kiosk.core.log_rows import Selection
from kiosk.core.ports import SaveState
from kiosk.logs import file
from kiosk.logs.file import LogFile
from kiosk.store.log import SqliteAttemptLog
from kiosk.ui.screens.board import BoardScreen
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.widgets.text import Text

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody move or delete what is open"
)
CODE = "RV2048"


@pytest.fixture
def log(room: Room) -> Iterator[LogFile]:
    """The room's log, with no net under it: what is said must be fit to be read as it is."""
    log = file.begin(room.folder, str)
    yield log
    file.end(log)


def sort(room: Room, page: BoardScreen, first: int, last: int) -> dict[str, str]:
    """Place cards of the board as it was dealt; return where they stand."""
    places = [category.id for category in page.view.activity.categories]
    sorted_to = {}
    for n, item_id in enumerate(page.view.board.dealt[first:last]):
        place = places[n % len(places)]
        room.place(page, item_id, place)
        sorted_to[item_id] = place
    return sorted_to


def words_on(page: QWidget) -> str:
    texts: Iterable[Text] = page.findChildren(Text)
    return "\n".join(text.text() for text in texts)


def written(folder: Path) -> dict[str, str | None]:
    """Return where the log of placements has each card in the end."""
    with SqliteAttemptLog(folder).snapshot(Selection()) as snapshot:
        return {placement.item_id: placement.to_id for placement in snapshot.placements()}


def test_folder_that_goes_away_and_comes_back_in_mid_visit_is_met_calmly(
    room: Room, log: LogFile
) -> None:
    away = room.folder.with_name("away")
    room.sign_in(CODE)
    page = room.open_board()
    placed = sort(room, page, 0, 2)
    room.wait(lambda: page.saved_state is SaveState.SAVED)
    room.folder.rename(away)
    placed |= sort(room, page, 2, 5)
    room.wait(lambda: page.saved_state is SaveState.WAITING)
    room.way.press(page.sign_out)
    room.at(Screen.END)
    # Staff come and are told, though the attempts cannot be counted.
    room.kiosk.controller.next_learner()
    staff = room.export_page()
    assert "Not saved since" in words_on(staff)
    assert "the data folder is gone" in words_on(staff)
    away.rename(room.folder)
    room.way.press(room.page(Screen.STAFF, StaffArea).back)
    room.written()
    assert written(room.folder) == placed
    staff = room.export_page()
    assert "All is saved" in words_on(staff)
    room.way.press(room.page(Screen.STAFF, StaffArea).back)
    text = (log.folder / "kiosk.log").read_text("utf-8")
    assert "the open database is not at its path: gone" in text
    assert CODE not in text


def test_deleted_folder_costs_a_learner_nothing(room: Room, log: LogFile) -> None:
    room.sign_in(CODE)
    page = room.open_board()
    placed = sort(room, page, 0, 2)
    room.wait(lambda: page.saved_state is SaveState.SAVED)
    shutil.rmtree(room.folder)
    placed |= sort(room, page, 2, 4)
    room.wait(lambda: page.saved_state is SaveState.SAVED)
    room.written()
    assert written(room.folder) == placed
    text = (log.folder / "kiosk.log").read_text("utf-8")
    assert "written anew" in text
    assert CODE not in text


def test_settings_that_cannot_be_read_are_as_they_were_last(room: Room, log: LogFile) -> None:
    room.sign_in(CODE)
    room.at(Screen.HOME)
    known = room.kiosk.services.record.settings()
    refused = sqlite3.OperationalError("disk I/O error")
    with patch.object(room.kiosk.database, "read", side_effect=refused):
        assert room.kiosk.services.record.settings() == known
        room.kiosk.controller.next_learner()
        room.at(Screen.WELCOME)
    assert "the last known count: disk I/O error" in log.latest[-1]
