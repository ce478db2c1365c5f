"""Staff see how the kiosk does, in words and signs, and check all of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast

from PySide6.QtCore import Qt
from rooms import Room

from kiosk.core.checkup import CheckupCancelled, Finding, Said, State, Subject
from kiosk.core.flow import Screen
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.figure_words import moment_here
from kiosk.ui.staff.health import FindingLine, HealthPage
from kiosk.ui.staff.health_words import finding_words
from kiosk.ui.widgets.verdict import Verdict


def health_page(room: Room) -> HealthPage:
    room.staff_area()
    page = room.staff_page("health", HealthPage)
    room.wait(lambda: bool(page.findings))
    room.hand.rest(50)
    return page


def said(page: HealthPage) -> set[Said]:
    return {finding.said for finding in page.findings}


def test_everything_is_looked_at_by_clicks(room: Room) -> None:
    page = health_page(room)
    assert {finding.subject for finding in page.findings} == set(Subject)
    assert {Said.DATABASE_OPENED, Said.DATABASE_UNSEEN, Said.LOG_KEPT} <= said(page)
    assert Said.CLOCK_EVEN in said(page)
    room.way.press(page.check)
    room.wait(lambda: Said.DATABASE_SOUND in said(page))
    assert Said.DATABASE_UNSEEN not in said(page)
    room.wait(lambda: Said.CHECKED_GOOD in said(page))
    assert page.check.isEnabled()


def test_last_check_is_told_after_a_start_and_what_it_came_to(room: Room) -> None:
    page = health_page(room)
    room.way.press(page.check)
    room.wait(lambda: Said.CHECKED_GOOD in said(page))
    room.written()
    room.reopen()
    page = health_page(room)
    assert Said.DATABASE_UNSEEN not in said(page)
    (told,) = [one for one in page.findings if one.said is Said.CHECKED_GOOD]
    when = told.values["when"]
    assert isinstance(when, datetime)
    assert moment_here(when) in finding_words(told)
    now = room.kiosk.services.clock.now() + timedelta(seconds=1)
    room.kiosk.services.record.log_staff("checked everything: wrong", now).result(10)
    room.way.press(room.page(Screen.STAFF, StaffArea).back)
    page = health_page(room)
    (told,) = [one for one in page.findings if one.said is Said.CHECKED_FAULTY]
    assert told.state is State.WRONG


def test_every_fact_has_a_sign_and_a_word_beside_its_colour(room: Room) -> None:
    page = health_page(room)
    words = {State.GOOD: "Good", State.ATTENTION: "See to it", State.WRONG: "Wrong"}
    lines = cast("list[FindingLine]", page.findChildren(FindingLine))
    assert lines
    for line in lines:
        (mark,) = cast("list[Verdict]", line.findChildren(Verdict))
        assert mark.accessibleName() == words[line.finding.state]


class SlowCheckup:
    """A look that takes until it is called off."""

    def __init__(self) -> None:
        self.begun = threading.Event()

    def quick(self) -> tuple[Finding, ...]:
        return ()

    def thorough(
        self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> tuple[Finding, ...]:
        progress(1, 1000)
        self.begun.set()
        pause = threading.Event()
        while not cancelled():
            pause.wait(0.01)
        raise CheckupCancelled


def test_look_is_called_off_by_keys(room: Room) -> None:
    page = health_page(room)
    slow = SlowCheckup()
    object.__setattr__(room.kiosk.services.care, "checkup", slow)
    room.hand.tab_to(page.check)
    room.hand.key(Qt.Key.Key_Space)
    room.wait(slow.begun.is_set)
    assert page.cancel.hasFocus()
    room.hand.key(Qt.Key.Key_Space)
    room.wait(lambda: page.note == "Cancelled. Nothing was changed.")
