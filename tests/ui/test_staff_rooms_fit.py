"""The pages Learners, Lesson, Backup and Health fit at any size, with all that they can show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hostile_packs import HOSTILE
from measured_visit import faults_at_every_size
from pytestqt.qtbot import QtBot
from rooms import Room

from kiosk.core.backups import BackupRow, Proof
from kiosk.core.checkup import Finding, Keys, Said, State, Subject
from kiosk.core.model import Settings
from kiosk.core.purges import PurgeCounts, PurgeDone
from kiosk.core.roster import read_roster
from kiosk.ui.staff.backup_views import BackupsView
from kiosk.ui.staff.backups import BackupsPage
from kiosk.ui.staff.health import HealthPage
from kiosk.ui.staff.learner_views import RosterView
from kiosk.ui.staff.learners import LearnersPage
from kiosk.ui.staff.lesson import LessonPage
from kiosk.ui.staff.places import places_to_export

SIZES = [(1024, 768), (1920, 1080), (768, 1024)]
pytestmark = pytest.mark.slow


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def sized_room(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = Room(qtbot, tmp_path / "data", Settings())
    room.kiosk.look.reduced_motion = True
    room.kiosk.window.resize(*request.param)
    room.wait(lambda: (room.kiosk.window.width(), room.kiosk.window.height()) == request.param)
    room.staff_area()
    yield room
    room.close()


def look_at(room: Room, where: str) -> list[str]:
    return faults_at_every_size(room.kiosk.look, room.kiosk.window, where)


def learners(sized_room: Room) -> list[str]:
    page = sized_room.staff_page("learners", LearnersPage)
    sized_room.wait(page.roster.pick.again.isEnabled)
    data = b"Name;Code\nAnn;RV2048\n;AB\n"
    roster = read_roster(data, lambda code: len(code) == 6)
    lines = ("Row 3: this is no code of this site, such as RV2048",) * 9
    page.roster.show_roster(RosterView("a-rather-long-name-of-a-roster.csv", roster, 1, lines))
    page.show_purged(PurgeDone(PurgeCounts(1, 2, 3, 60), 12, (), (Path("/data/x.txt"),)))
    return look_at(sized_room, "learners")


def lesson(sized_room: Room) -> list[str]:
    page = sized_room.staff_page("lesson", LessonPage)
    sized_room.wait(lambda: bool(page.rows) and page.brought.pick.again.isEnabled())
    file = sized_room.folder.parent / "bad.zip"
    file.write_bytes(HOSTILE["program"][0]())
    page.brought.pick.picked.emit(file)
    sized_room.wait(lambda: bool(page.brought.note))
    page.show_note("The lesson pack at packs/small cannot be used.")
    return look_at(sized_room, "lesson")


def backup(sized_room: Room) -> list[str]:
    page = sized_room.staff_page("backup", BackupsPage)
    sized_room.wait(lambda: bool(page.lines) and page.pick.again.isEnabled())
    made = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
    rows = [BackupRow(Path(f"{p}.db"), made, "before-purge", 123_456_789, p) for p in Proof]
    page.show_view(BackupsView(tuple(rows * 3), made, places_to_export()))
    page.show_done(Path("/media/stick/mentor-kiosk_Riverside_Kiosk-1_20260303T093000Z.db"))
    return look_at(sized_room, "backup")


def health(sized_room: Room) -> list[str]:
    page = sized_room.staff_page("health", HealthPage)
    sized_room.wait(lambda: bool(page.findings))
    keys = [Finding(Subject.LOCK_DOWN, State.ATTENTION, Said.LOCK_OPEN, keys=k) for k in Keys]
    wrong = Finding(Subject.DATABASE, State.WRONG, Said.DATABASE_ALTERED, {"n": 1234})
    page.show_findings([wrong, *page.findings, *keys])
    return look_at(sized_room, "health")


def test_every_page_fits(sized_room: Room) -> None:
    found = [fault for page in (learners, lesson, backup, health) for fault in page(sized_room)]
    assert found == []
