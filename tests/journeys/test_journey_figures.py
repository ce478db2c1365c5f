"""Staff find yesterday's attempts, open one and see it again, and learn what the cards tell."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from rooms import Room
from stores import CLOCK, Player

from kiosk.core.flow import Screen
from kiosk.core.log_rows import Selection
from kiosk.reports.item_analysis import analyse
from kiosk.store.log import SqliteAttemptLog
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.attempts import AttemptsPage
from kiosk.ui.staff.cards import CardsPage
from kiosk.ui.staff.today import TodayPage
from kiosk.ui.widgets.choose import Choose


class DaysAgo:
    """The clock of this computer, so many days ago."""

    def __init__(self, days: int) -> None:
        self._days = timedelta(days=days)

    def now(self) -> datetime:
        return CLOCK.now() - self._days

    def utc_offset_minutes(self) -> int:
        return CLOCK.utc_offset_minutes()

    def monotonic_ms(self) -> int:
        return CLOCK.monotonic_ms()


def play(room: Room, code: str, days: int, wrong: int) -> str:
    """Have a board played some days ago, so many cards wrong; return the attempt's id."""
    services = room.kiosk.services
    player = Player(room.kiosk.database, services.pack, code, DaysAgo(days))
    attempt = player.play(wrong)
    room.kiosk.database.ask_checkpoint().result(10)
    return attempt.start.id


def choose_by_keys(room: Room, choice: Choose, value: object) -> None:
    """Go to a choice and press the arrow keys until it is the one."""
    choice.setFocus()
    while choice.currentData() != value:
        before = choice.currentIndex()
        room.hand.key(Qt.Key.Key_Down)
        assert choice.currentIndex() == before + 1


def choose_by_clicks(room: Room, choice: Choose, value: object) -> None:
    """Open a list of choices and press one of them."""
    room.way.press(choice)
    view = choice.view()
    room.wait(view.isVisible)
    index = choice.model().index(choice.findData(value), 0)

    def pressed() -> bool:
        # A list that has just opened takes no press for a moment, lest it is of a double click.
        if view.isVisible():
            QTest.mouseMove(view.viewport(), view.visualRect(index).center())
            press_row(view, view.visualRect(index))
        return not view.isVisible()

    room.wait(pressed)
    assert choice.currentData() == value


def press_row(view: QAbstractItemView, box: QRect) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def codes(page: AttemptsPage) -> list[str]:
    return [page.table.rows.row(n)[1].words for n in range(page.table.rows.rowCount())]


@pytest.fixture
def busy(room: Room) -> Room:
    """A room with boards of today, yesterday and long ago; all of them stop at the same card."""
    play(room, "RV2001", 0, 1)
    play(room, "RV2002", 1, 2)
    play(room, "RV2003", 1, 0)
    play(room, "RV2004", 90, 3)
    room.staff_area()
    return room


def test_yesterdays_attempt_is_found_and_seen_again_by_clicks(busy: Room) -> None:
    page = busy.staff_page("attempts", AttemptsPage)
    busy.wait(lambda: codes(page) == ["RV2001", "RV2003", "RV2002", "RV2004"])
    choose_by_clicks(busy, page.period, 2)
    busy.wait(lambda: codes(page) == ["RV2001", "RV2003", "RV2002"])
    assert page.told.startswith("3 attempts")
    press_row(page.table, page.table.visualRect(page.table.rows.index(2, 0)))
    busy.wait(lambda: page.is_open)
    opened = page.opened
    assert "RV2002" in opened.title
    assert "Tries: 1" in opened.facts
    assert opened.cards.rows.rowCount() == 20
    press_row(opened.cards, opened.cards.visualRect(opened.cards.rows.index(1, 0)))
    busy.way.press(opened.ways["replay"])
    busy.way.press(opened.replay.forward)
    busy.wait(lambda: opened.replay.playback.at == 1)
    assert opened.replay.line.words.startswith("1 of 20")
    busy.way.press(opened.ways["steps"])
    assert opened.steps.rows.rowCount() == 20
    busy.way.press(opened.back)
    busy.wait(lambda: not page.is_open)
    assert codes(page) == ["RV2001", "RV2003", "RV2002"], "the list is where it was"


def test_row_that_staff_are_at_is_kept_when_the_list_is_read_anew(busy: Room) -> None:
    page = busy.staff_page("attempts", AttemptsPage)
    busy.wait(lambda: codes(page) == ["RV2001", "RV2003", "RV2002", "RV2004"])
    assert page.told == "4 attempts."
    page.table.choose(2)
    busy.staff_page("today", TodayPage)
    play(busy, "RV2006", 0, 1)
    busy.staff_page("attempts", AttemptsPage)
    busy.wait(lambda: len(codes(page)) == 5)
    assert codes(page)[page.table.currentIndex().row()] == "RV2002"


def test_yesterdays_attempt_is_found_and_seen_again_by_keys(busy: Room) -> None:
    play(busy, "RV2005", 1, 15)
    page = busy.staff_page("attempts", AttemptsPage)
    busy.wait(lambda: len(codes(page)) == 5)
    choose_by_keys(busy, page.period, 2)
    busy.wait(lambda: len(codes(page)) == 4)
    choose_by_keys(busy, page.outcome, "passed")
    busy.wait(lambda: len(codes(page)) == 3)
    busy.hand.tab_to(page.table)
    busy.hand.key(Qt.Key.Key_Down)
    busy.hand.key(Qt.Key.Key_Down)
    wanted = page.table.currentIndex().row()
    code = codes(page)[wanted]
    busy.hand.key(Qt.Key.Key_Return)
    busy.wait(lambda: page.is_open)
    assert code in page.opened.title
    assert page.opened.back.hasFocus()
    busy.hand.tab_to(page.opened.ways["cards"])
    busy.hand.key(Qt.Key.Key_Right)
    assert page.opened.ways["replay"].isChecked()
    busy.hand.tab_to(page.opened.replay.forward)
    busy.hand.key(Qt.Key.Key_Space)
    busy.wait(lambda: page.opened.replay.playback.at == 1)
    busy.hand.tab_to(page.opened.back)
    busy.hand.key(Qt.Key.Key_Space)
    busy.wait(lambda: not page.is_open)
    assert page.table.hasFocus()
    assert page.table.currentIndex().row() == wanted


def test_code_narrows_the_list(busy: Room) -> None:
    page = busy.staff_page("attempts", AttemptsPage)
    busy.wait(lambda: len(codes(page)) == 4)
    busy.way.enter(page.code, "rv2004")
    busy.hand.key(Qt.Key.Key_Return)
    busy.wait(lambda: codes(page) == ["RV2004"])
    assert page.told == "One attempt."


def test_cards_tell_what_the_log_tells_and_go_to_paper(busy: Room, tmp_path: Path) -> None:
    page = busy.staff_page("cards", CardsPage)
    busy.wait(lambda: len(page.rows) == 20)
    with SqliteAttemptLog(busy.folder).snapshot(Selection()) as snapshot:
        figures = analyse(snapshot)
    most = max(figures, key=lambda one: one.first_try_error_rate or 0)
    argued = {words: figure for figure, words in page.figures}["most argued card"]
    assert page.rows[0].cells[0].words == argued
    rates = {one.item_title: one.first_try_error_rate for one in figures}
    assert rates[argued] == most.first_try_error_rate
    assert page.warning.startswith("Fewer than 30 boards")
    busy.hand.tab_to(page.table)
    busy.hand.key(Qt.Key.Key_Down)
    assert page.told.startswith(page.rows[page.table.currentIndex().row()].cells[0].words)
    busy.way.press(page.print)
    page.report.folder.clear()
    busy.way.enter(page.report.folder, str(tmp_path / "stick"))
    busy.way.press(page.report.save)
    busy.wait(lambda: bool(page.report.saved))
    (file,) = (tmp_path / "stick").iterdir()
    assert page.report.saved == str(file)
    text = " ".join(PdfReader(BytesIO(file.read_bytes())).pages[0].extract_text().split())
    for row in page.rows:
        assert row.cells[0].words in text
    assert "Riverside" in text
    assert "Fewer than 30 boards" in text


def test_cards_of_this_week_leave_out_older_boards(busy: Room) -> None:
    page = busy.staff_page("cards", CardsPage)
    busy.wait(lambda: len(page.rows) == 20)
    assert page.figures[0][0] == "4"
    choose_by_keys(busy, page.period, 4)
    busy.wait(lambda: page.figures[0][0] == "3")
    choose_by_clicks(busy, page.whose, value=True)
    busy.wait(lambda: page.figures[0][0] == "3")


def test_today_tells_what_happened_today(busy: Room) -> None:
    page = busy.staff_page("today", TodayPage)
    busy.wait(lambda: bool(page.figures))
    assert page.figures == (
        ("1", "visit today"),
        ("1", "attempt begun today"),
        ("1", "passed today"),
        ("4", "attempts in all"),
    )
    assert page.plot.bars[-1].value == 1
    assert page.plot.bars[-2].value == 2
    assert dict(page.told)["Last export"] == "not yet"
    busy.way.press(page.attempts)
    area = busy.page(Screen.STAFF, StaffArea)
    busy.wait(area.side.pages["attempts"].isChecked)
