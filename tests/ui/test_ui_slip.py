"""A slip at the end: made once all is saved, true to the log, and gone with its learner."""

from __future__ import annotations

import pytest
from rooms import Room

from kiosk.core.flow import Screen
from kiosk.core.model import InputMethod
from kiosk.core.slip import Slip
from kiosk.ui.screens.feedback import FeedbackScreen
from kiosk.ui.screens.slip import SlipScreen
from kiosk.ui.screens.summary import SummaryScreen

CODE = "RV2048"


def finish(room: Room) -> SummaryScreen:
    room.sign_in(CODE)
    page = room.open_board()
    for item_id in page.view.board.dealt:
        page.item_placed.emit(
            item_id, page.view.activity.item(item_id).category_id, InputMethod.TAP
        )
    room.way.press(page.check)
    room.at(Screen.FEEDBACK)
    room.way.press(room.page(Screen.FEEDBACK, FeedbackScreen).finish)
    room.at(Screen.SUMMARY)
    return room.page(Screen.SUMMARY, SummaryScreen)


def slip_of(room: Room) -> SlipScreen:
    room.way.press(finish(room).slip)
    room.at(Screen.SLIP)
    page = room.page(Screen.SLIP, SlipScreen)
    room.wait(page.card.isVisible)
    return page


def proved(room: Room, page: SlipScreen) -> Slip | None:
    return room.kiosk.services.slips.find(CODE, page.card.check.accessibleName())


def test_slip_that_is_shown_can_be_proved_on_this_kiosk(room: Room) -> None:
    page = slip_of(room)
    found = proved(room, page)
    assert found is not None
    assert found.facts.final_correct == found.facts.scored == 20
    assert found.facts.kiosk_name == "Kiosk 1"


def test_slip_stays_the_same_in_the_other_language_and_over_the_way_back(room: Room) -> None:
    page = slip_of(room)
    value = page.card.check.accessibleName()
    room.kiosk.tongue.speak("es")
    page = room.page(Screen.SLIP, SlipScreen)
    assert page.card.isVisible()
    assert page.card.check.accessibleName() == value
    room.way.press(page.back)
    room.at(Screen.SUMMARY)
    room.way.press(room.page(Screen.SUMMARY, SummaryScreen).slip)
    room.at(Screen.SLIP)
    assert page.card.check.accessibleName() == value


def test_nothing_of_it_is_left_for_the_next_learner(room: Room) -> None:
    page = slip_of(room)
    room.kiosk.controller.time_out()
    room.at(Screen.WELCOME)
    assert room.kiosk.navigator.page(Screen.SLIP) is not page
    room.sign_in(CODE)
    room.at(Screen.HOME)


def test_slip_that_cannot_be_made_is_told_calmly(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = finish(room)
    visit = room.kiosk.controller.visit
    assert visit is not None
    assert visit.attempt is not None
    slips = room.kiosk.services.slips
    monkeypatch.setattr(
        type(slips), "issue", lambda self, _id: self._database.ask(lambda db: db.execute("x"))
    )
    room.way.press(summary.slip)
    page = room.page(Screen.SLIP, SlipScreen)
    room.wait(lambda: "cannot be made" in page.words)
    assert not page.card.isVisible()
