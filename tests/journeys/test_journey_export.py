"""Staff carry the attempts away: three clicks in the usual case, and as they wish in others."""

from __future__ import annotations

import csv
import threading
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from rooms import PIN, Room

from kiosk.core.flow import Screen
from kiosk.log_exporter import selected
from kiosk.reports import export as exporting
from kiosk.reports.verify import verify
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.staff import export_desk
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.door import DoorPage
from kiosk.ui.staff.export import ExportPage
from kiosk.ui.staff.figures_row import FiguresRow
from kiosk.ui.staff.learners import LearnersPage
from kiosk.ui.staff.views import ExportWish, PlaceToExport, Span

CODE = "RV2048"


class Drives:
    """The drives that are there, as a test plugs them in."""

    def __init__(self, *folders: Path) -> None:
        self.folders = list(folders)

    def __call__(self) -> tuple[PlaceToExport, ...]:
        return tuple(PlaceToExport(f"Stick {each.name}", each) for each in self.folders)


@pytest.fixture
def drives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Drives:
    """One stick, and a kiosk that looks for others all the time."""
    (tmp_path / "first").mkdir()
    found = Drives(tmp_path / "first")
    monkeypatch.setattr(export_desk, "places_to_export", found)
    monkeypatch.setattr(export_desk, "WATCH_MS", 20)
    return found


@pytest.fixture
def room(room: Room, drives: Drives) -> Room:
    """A kiosk with one attempt in its log."""
    del drives
    room.sign_in(CODE)
    page = room.open_board()
    item_id = page.view.board.dealt[0]
    room.place(page, item_id, page.view.activity.categories[0].id)
    room.written()
    room.kiosk.controller.time_out()
    room.written()
    return room


def codes_in(bundle: Path) -> list[str]:
    with (bundle / "attempts.csv").open(encoding="utf-8-sig", newline="") as stream:
        return [row["learner_code"] for row in csv.DictReader(stream)]


def only_bundle(folder: Path) -> Path:
    (bundle,) = folder.iterdir()
    return bundle


def export(room: Room, page: ExportPage) -> None:
    room.way.press(page.export)
    room.wait(lambda: page.finished or bool(page.note))


def test_finished_csv_is_three_clicks_from_the_staff_door(room: Room, drives: Drives) -> None:
    clicks = 0
    room.at(Screen.WELCOME)
    room.way.press(room.page(Screen.WELCOME, WelcomeScreen).staff)
    room.at(Screen.STAFF_DOOR)
    door = room.page(Screen.STAFF_DOOR, DoorPage)
    room.hand.type(PIN)
    room.way.press(door.open)
    clicks += 1
    room.at(Screen.STAFF)
    area = room.page(Screen.STAFF, StaffArea)
    room.way.press(area.side.pages["export"])
    clicks += 1
    page = area.page("export")
    assert isinstance(page, ExportPage)
    room.way.press(page.export)
    clicks += 1
    room.wait(lambda: page.finished)
    assert clicks <= 3
    assert codes_in(only_bundle(drives.folders[0])) == [CODE]


def test_same_by_keys_alone(room: Room, drives: Drives) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    room.at(Screen.WELCOME)
    room.hand.key(Qt.Key.Key_S, both)
    room.at(Screen.STAFF_DOOR)
    room.hand.type(PIN)
    room.hand.key(Qt.Key.Key_Return)
    room.at(Screen.STAFF)
    area = room.page(Screen.STAFF, StaffArea)
    room.hand.tab_to(next(b for b in area.side.pages.values() if b.isChecked()))
    while not area.side.pages["export"].isChecked():
        room.hand.key(Qt.Key.Key_Down)
    page = area.page("export")
    assert isinstance(page, ExportPage)
    room.hand.tab_to(page.export)
    room.hand.key(Qt.Key.Key_Space)
    room.wait(lambda: page.finished)
    assert verify(only_bundle(drives.folders[0])).attempts == 1


def test_stick_that_comes_while_the_page_is_open_is_named_and_chosen(
    room: Room, drives: Drives, tmp_path: Path
) -> None:
    page = room.export_page()
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    drives.folders.insert(0, stick)
    room.wait(lambda: page.folder.text() == str(stick))
    export(room, page)
    assert codes_in(only_bundle(stick)) == [CODE]
    drives.folders.remove(stick)
    room.wait(lambda: page.folder.text() == str(drives.folders[0]))


def test_folder_that_was_typed_outlasts_a_stick_that_goes(
    room: Room, drives: Drives, tmp_path: Path
) -> None:
    page = room.export_page()
    page.folder.setText(str(tmp_path / "typed"))
    before = len(drives.folders)
    drives.folders.clear()
    room.wait(lambda: page._where._places.count() == 0)
    assert before == 1
    assert page.folder.text() == str(tmp_path / "typed")


def test_redacted_with_a_workbook_and_then_only_what_is_new(
    room: Room, drives: Drives, tmp_path: Path
) -> None:
    page = room.export_page()
    room.way.press(page.which.redacted)
    room.way.press(page.which.workbook)
    export(room, page)
    bundle = only_bundle(drives.folders[0])
    assert (bundle / "attempts.xlsx").exists()
    assert codes_in(bundle) != [CODE]
    room.way.press(page.which.spans[Span.NEW])
    page.folder.setText(str(tmp_path / "second"))
    export(room, page)
    assert codes_in(only_bundle(tmp_path / "second")) == []


def test_days_are_those_of_the_wall_and_nonsense_is_told(room: Room, tmp_path: Path) -> None:
    page = room.export_page()
    room.way.press(page.which.spans[Span.DAYS])
    page.which.first_day.setText("2031-02-30")
    room.way.press(page.export)
    assert "two days" in page.which.note
    page.which.first_day.setText(page.which.last_day.text())
    page.folder.setText(str(tmp_path / "today"))
    export(room, page)
    assert codes_in(only_bundle(tmp_path / "today")) == [CODE]


def test_day_ends_where_the_next_begins() -> None:
    day = date(2025, 3, 3)
    one = selected(ExportWish(Span.DAYS, day, day))
    after = selected(ExportWish(Span.DAYS, day + timedelta(days=1), day + timedelta(days=2)))
    assert one.until == after.since
    assert selected(ExportWish(Span.NEW)).only_new


def test_stick_without_room_is_told_before_anything_is_written(
    room: Room, drives: Drives, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "free_bytes", lambda _target: 1_000)
    page = room.export_page()
    export(room, page)
    assert "MB free" in page.note
    assert not page.finished
    assert list(drives.folders[0].iterdir()) == []


def test_staff_pages_stay_open_while_an_export_runs_and_it_can_be_called_off(
    room: Room, drives: Drives, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = threading.Event()
    exporter = room.kiosk.services.exporter

    def slow(_folder: Path, _wish: object, _heard: object, cancelled: Callable[[], bool]) -> None:
        while not cancelled():
            asked.wait(0.01)

    monkeypatch.setattr(exporter, "export", slow)
    page = room.export_page()
    room.way.press(page.export)
    room.wait(lambda: room.kiosk.staff.busy)
    assert not room.kiosk.watchman.guard._quiet.isActive()
    assert not page.export.isEnabled()
    room.way.press(page.cancel)
    room.wait(lambda: "Nothing was left behind" in page.note)
    assert room.kiosk.watchman.guard._quiet.isActive()
    assert list(drives.folders[0].iterdir()) == []


def test_other_pages_do_not_wait_for_what_is_new_to_be_counted(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow() -> int:
        assert go_on.wait(10)
        return 3

    monkeypatch.setattr(room.kiosk.services.exporter, "new_attempts", slow)
    page = room.export_page()
    learners = room.staff_page("learners", LearnersPage)
    (row,) = cast("list[FiguresRow]", learners.findChildren(FiguresRow))
    room.wait(lambda: bool(row.figures))
    assert not page.counted
    go_on.set()
    room.wait(lambda: page.counted)


def test_what_was_new_before_is_not_told_beside_the_proof(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = room.export_page()
    room.wait(lambda: page.counted)
    go_on = threading.Event()

    def slow() -> int:
        assert go_on.wait(10)
        return 0

    monkeypatch.setattr(room.kiosk.services.exporter, "new_attempts", slow)
    room.way.press(page.export)
    room.wait(lambda: page.finished)
    assert not page.counted
    go_on.set()
    room.wait(lambda: page.counted)
