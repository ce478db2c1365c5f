"""Who missed cards meets them once more: in the same visit, or at the next."""

from __future__ import annotations

from collections.abc import Iterable

from rooms import Room

from kiosk.core.flow import Screen
from kiosk.core.log_rows import AttemptRow, Selection
from kiosk.store.log import SqliteAttemptLog
from kiosk.ui.screens.board import BoardScreen
from kiosk.ui.screens.feedback import FeedbackScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.summary import SummaryScreen
from kiosk.ui.widgets.text import Text


def home(room: Room) -> HomeScreen:
    room.at(Screen.HOME)
    return room.page(Screen.HOME, HomeScreen)


def sort_all_but(room: Room, page: BoardScreen, left: int) -> list[str]:
    """Place the cards right, leave so many in the bank, and check. Returns those left."""
    dealt = page.view.board.dealt
    split = len(dealt) - left
    for item_id in dealt[:split]:
        room.place(page, item_id, page.view.activity.item(item_id).category_id)
    room.way.press(page.check)
    if left:
        sheet = room.kiosk.window.sheet
        room.wait(sheet.isVisible)
        room.way.press(sheet.other)
    room.at(Screen.FEEDBACK)
    return list(dealt[split:])


def finish(room: Room) -> SummaryScreen:
    room.way.press(room.page(Screen.FEEDBACK, FeedbackScreen).finish)
    room.at(Screen.SUMMARY)
    return room.page(Screen.SUMMARY, SummaryScreen)


def log_of(room: Room) -> list[AttemptRow]:
    room.written()
    with SqliteAttemptLog(room.folder).snapshot(Selection()) as snapshot:
        return list(snapshot.attempts())


def said(page: SummaryScreen | HomeScreen) -> list[str]:
    texts: Iterable[Text] = page.findChildren(Text)
    return [text.accessibleName() for text in texts if text.isVisibleTo(page)]


def test_missed_cards_are_dealt_again_in_the_same_visit_and_told_apart_in_the_log(
    room: Room,
) -> None:
    room.sign_in("RV2048")
    assert not home(room).second_round_button.isVisible()
    missed = sort_all_but(room, room.open_board(), 3)
    room.way.press(finish(room).home)
    assert "A second round: 3 cards" in said(home(room))
    room.way.press(home(room).second_round_button)
    page = room.board()
    assert sorted(page.view.board.dealt) == sorted(missed)
    (last,) = sort_all_but(room, page, 1)
    summary = finish(room)
    assert "You missed these 3 the first time. Now 2 are right." in said(summary)
    room.way.press(summary.home)
    assert "Another round: one card" in said(home(room))
    whole, second = log_of(room)
    assert (whole.outcome, whole.is_best, whole.round_number) == ("passed", True, 1)
    assert (second.outcome, second.is_best, second.round_number) == ("completed", False, 2)
    assert (second.follows_attempt_id, second.items) == (whole.attempt_id, 3)
    assert second.missed_items == (page.view.activity.item(last).title,)


def test_round_with_every_card_right_is_the_last_and_not_the_best(room: Room) -> None:
    room.sign_in("RV2048")
    sort_all_but(room, room.open_board(), 3)
    room.way.press(finish(room).home)
    room.way.press(home(room).second_round_button)
    sort_all_but(room, room.board(), 0)
    room.way.press(finish(room).home)
    assert "Done, 85 % right in the end" in said(home(room))
    assert not home(room).second_round_button.isVisible()


def test_second_round_waits_for_the_next_visit_and_goes_on_after_a_stop(room: Room) -> None:
    room.sign_in("RV2048")
    missed = sort_all_but(room, room.open_board(), 4)
    room.kiosk.controller.sign_out()
    room.reopen()
    room.sign_in("RV2048")
    room.way.press(home(room).second_round_button)
    page = room.board()
    dealt = page.view.board.dealt
    room.place(page, dealt[1], "is")
    room.reopen()
    room.sign_in("RV2048")
    page = room.board()
    assert page.view.board.dealt == dealt
    assert sorted(dealt) == sorted(missed)
    assert page.place_of(dealt[1]) == "is"
    room.way.press(page.home)
    assert "This round: 1 of 4 cards placed" in said(home(room))
    assert not home(room).second_round_button.isVisible()
    room.way.press(home(room).activity_button)
    assert room.board().view.board.dealt == dealt


def test_another_learner_is_not_offered_it(room: Room) -> None:
    room.sign_in("RV2048")
    sort_all_but(room, room.open_board(), 4)
    room.way.press(finish(room).home)
    assert home(room).second_round_button.isVisible()
    room.kiosk.controller.sign_out()
    room.kiosk.controller.next_learner()
    room.sign_in("RV2049")
    assert not home(room).second_round_button.isVisible()
