"""The pages of figures fit every window and text size, and a screen reader has all of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from grown import AtOnce
from measured_visit import faults_at_every_size
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot
from rooms import Room
from stores import Player, small_pack

from kiosk.core.model import Settings
from kiosk.store.database import Database
from kiosk.ui.staff.attempts import AttemptsPage
from kiosk.ui.staff.cards import CardsPage
from kiosk.ui.staff.today import TodayPage

SIZES = [(1024, 768), (1920, 1080)]
_MANY = 230


def played(room: Room) -> Room:
    """Have some boards played, and come to the staff area."""
    for number in range(3):
        player = Player(room.kiosk.database, room.kiosk.services.pack, f"RV200{number}")
        player.play(wrong=number)
    room.staff_area()
    return room


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def sized(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = Room(qtbot, tmp_path / "data", Settings())
    room.kiosk.look.reduced_motion = True
    room.kiosk.window.resize(*request.param)
    room.wait(lambda: (room.kiosk.window.width(), room.kiosk.window.height()) == request.param)
    yield played(room)
    room.close()


@pytest.mark.slow
def test_pages_of_figures_fit(sized: Room) -> None:
    look, found = sized.kiosk.look, []
    today = sized.staff_page("today", TodayPage)
    sized.wait(lambda: bool(today.figures))
    found += faults_at_every_size(look, today, "today")
    attempts = sized.staff_page("attempts", AttemptsPage)
    sized.wait(lambda: attempts.table.rows.rowCount() == 3)
    found += faults_at_every_size(look, attempts, "attempts")
    attempts.table.opened.emit(0)
    sized.wait(lambda: attempts.is_open)
    found += faults_at_every_size(look, attempts, "one attempt")
    cards = sized.staff_page("cards", CardsPage)
    sized.wait(lambda: len(cards.rows) == 20)
    found += faults_at_every_size(look, cards, "cards")
    cards.print.click()
    found += faults_at_every_size(look, cards, "cards with the report")
    assert found == [], "\n".join(found)


def test_screen_reader_has_every_figure_and_every_bar(room: Room) -> None:
    played(room)
    page = room.staff_page("cards", CardsPage)
    room.wait(lambda: len(page.rows) == 20)
    table = QAccessible.queryAccessibleInterface(page.table)
    assert table.role() == QAccessible.Role.Table
    heard = [table.child(n) for n in range(table.childCount())]
    cells = [one for one in heard if one.role() == QAccessible.Role.Cell]
    heads = [one for one in heard if one.role() == QAccessible.Role.ColumnHeader]
    assert "Wrong first time" in [one.text(QAccessible.Text.Name) for one in heads]
    wanted = [cell.spoken or cell.words for row in page.rows for cell in row.cells]
    assert [one.text(QAccessible.Text.Name) for one in cells] == wanted
    plot = QAccessible.queryAccessibleInterface(page.rights)
    told = plot.text(QAccessible.Text.Description)
    assert told == "18 right: 1; 19 right: 1; 20 right: 1"
    assert plot.text(QAccessible.Text.Name) == "Boards by cards right at once"


@pytest.mark.slow
def test_card_that_misleads_is_marked_and_told(room: Room) -> None:
    # Who gets all others right gets this one wrong, and the other way round.
    for number in range(32):
        player = Player(room.kiosk.database, room.kiosk.services.pack, f"RV3{number:03d}")
        attempt = player.begin()
        misleading = player.activity.items[0].id
        ids = [one.id for one in player.activity.categories]
        for n, item in enumerate(attempt.board.dealt):
            right = player.activity.item(item).category_id
            wrong = next(one for one in ids if one != right)
            good = (number % 2 == 1) if item == misleading else (n % 3 > 0 or number % 2 == 0)
            player.place(attempt, item, right if good else wrong)
        player.check(attempt)
        player.submit(attempt)
    room.staff_area()
    page = room.staff_page("cards", CardsPage)
    room.wait(lambda: len(page.rows) == 20)
    assert page.warning == ""
    marked = [row for row in page.rows if row.cells[4].warned]
    assert [row.cells[0].words for row in marked] == [player.activity.items[0].title]
    assert "look at it" in marked[0].told
    page.table.sort_asked.emit(4)
    page.table.sort_asked.emit(4)
    assert page.rows[0] is marked[0], "sorted by what it tells apart, the least first"


@pytest.mark.slow
def test_list_is_sorted_by_the_heading_that_is_pressed(room: Room) -> None:
    for code, wrong in (("RV2001", 9), ("RV2003", 0), ("RV2002", 3)):
        Player(room.kiosk.database, room.kiosk.services.pack, code).play(wrong=wrong)
    Player(room.kiosk.database, room.kiosk.services.pack, "RV2004").begin()
    room.staff_area()
    page = room.staff_page("attempts", AttemptsPage)
    head, rows = page.table.head, page.table.rows
    columns = {heading.title: n for n, heading in enumerate(rows.headings)}

    def press(title: str) -> list[str]:
        column, told = columns[title], QSignalSpy(rows.modelReset)
        at = QPoint(head.sectionViewportPosition(column) + head.sectionSize(column) // 2, 12)
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
        room.wait(lambda: told.count() > 0)
        return [rows.row(n)[1].words for n in range(rows.rowCount())]

    room.wait(lambda: rows.rowCount() == 4)
    assert press("Code") == ["RV2001", "RV2002", "RV2003", "RV2004"]
    assert press("Code") == ["RV2004", "RV2003", "RV2002", "RV2001"]
    assert press("Outcome") == ["RV2002", "RV2003", "RV2001", "RV2004"]
    assert press("Outcome") == ["RV2004", "RV2001", "RV2002", "RV2003"]
    assert press("Final") == ["RV2003", "RV2002", "RV2001"]
    assert "1 that were never checked" in page.told
    assert press("Final") == ["RV2001", "RV2002", "RV2003"]
    assert page.sorting.currentText() == "Weakest final first"


@pytest.mark.slow
def test_rows_come_as_one_scrolls_and_none_is_there_twice(room: Room) -> None:
    room.kiosk.database.ask(_play_many).result(60)
    room.staff_area()
    page = room.staff_page("attempts", AttemptsPage)
    rows = page.table.rows
    room.wait(lambda: rows.rowCount() == 100)
    assert page.told.startswith(f"{_MANY} attempts")
    page.table.scrollToBottom()
    room.wait(lambda: rows.rowCount() == 200)
    page.table.scrollToBottom()
    room.wait(lambda: rows.rowCount() == _MANY)
    codes = [rows.row(n)[1].words for n in range(_MANY)]
    assert len(set(codes)) == _MANY


def _play_many(connection: sqlite3.Connection) -> None:
    database = cast("Database", AtOnce(connection))
    for number in range(_MANY):
        Player(database, small_pack(), f"RV{number:04d}").play()
