"""Practice mode in a real kiosk: each card is answered at once, with its reason."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot
from rooms import Room

from kiosk import paths
from kiosk.core.flow import Screen
from kiosk.core.log_rows import Selection
from kiosk.core.model import Settings
from kiosk.store.log import SqliteAttemptLog
from kiosk.ui.screens.board import BoardScreen
from kiosk.ui.screens.feedback import FeedbackScreen
from kiosk.ui.theme import TextSize
from kiosk.ui.tour.ways import Choosing
from kiosk.ui.widgets.card import Card, Stand

TALKED_ABOUT, DECOY = "advocate", "case-manager"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Our pack in practice mode, one card to talk about, one that belongs nowhere."""
    copy = tmp_path / "pack"
    shutil.copytree(paths.default_pack(), copy)
    file = copy / "activities" / "mentor-or-not.toml"
    words = file.read_text(encoding="utf-8").replace('mode = "assessment"', 'mode = "practice"')
    words = words.replace(f'id = "{TALKED_ABOUT}"', f'id = "{TALKED_ABOUT}"\ndiscuss = true')
    words = re.sub(rf'(id = "{DECOY}"\n(?:.*\n)*?)category = ".*"', r'\1category = "none"', words)
    file.write_text(words, encoding="utf-8")
    return copy


@pytest.fixture
def practice(qtbot: QtBot, tmp_path: Path, pack: Path) -> Iterator[Room]:
    room = Room(qtbot, tmp_path / "data", Settings(), pack)
    yield room
    room.close()


@pytest.fixture
def page(practice: Room) -> BoardScreen:
    practice.sign_in("RV2048")
    return practice.open_board()


def wrong_place(page: BoardScreen, item_id: str) -> str:
    belongs = page.view.activity.item(item_id).category_id
    return next(c.id for c in page.view.activity.categories if c.id != belongs)


def seen(card: Card) -> QRect:
    """What of a card is not scrolled away, in the board's coordinates."""
    box = card.geometry()
    return box if card.mask().isEmpty() else box & card.mask().boundingRect().translated(card.pos())


def scored(page: BoardScreen) -> str:
    return next(i for i in page.view.board.bank if i not in {TALKED_ABOUT, DECOY})


def test_wrong_place_is_answered_with_its_reason_and_can_be_mended(
    page: BoardScreen, practice: Room
) -> None:
    item_id = scored(page)
    item, wrong = page.view.activity.item(item_id), wrong_place(page, item_id)
    practice.place(page, item_id, wrong)
    assert page.board.card(item_id).stand is Stand.MISS
    assert page.board.note.isVisible()
    assert page.board.note.words == item.reasons[wrong]
    assert page.board.card(item_id).accessibleDescription().endswith("Worth another look.")
    assert item.category_id is not None
    practice.place(page, item_id, item.category_id)
    assert page.board.card(item_id).stand is Stand.RIGHT
    assert page.board.note.words == item.reasons[item.category_id]
    practice.written()
    with SqliteAttemptLog(practice.folder).snapshot(Selection()) as snapshot:
        assert [p.correct for p in snapshot.placements()] == [False, True]


def test_note_goes_as_the_next_card_is_taken_and_comes_back_for_who_asks(
    page: BoardScreen, practice: Room
) -> None:
    item_id = scored(page)
    practice.place(page, item_id, wrong_place(page, item_id))
    words = page.board.note.words
    practice.hand.press(page.board.card(scored(page)))
    assert not page.board.note.isVisible()
    practice.hand.press(page.board.card(scored(page)))
    card = page.board.card(item_id)
    Choosing(practice.hand).lift_card(page, item_id, None)
    why = page.board.menu.why
    assert why is not None
    practice.hand.choose(page.board.menu, why)
    assert page.board.note.isVisible()
    assert page.board.note.words == words
    assert not page.board.note.geometry().intersects(card.geometry())


def test_note_never_lies_over_the_cards_to_come(page: BoardScreen, practice: Room) -> None:
    bank = page.board.zone(None)
    for item_id in page.view.board.dealt[:14]:
        practice.place(page, item_id, "is")
        assert not page.board.note.geometry().intersects(bank.geometry())
        assert page.board.rect().contains(page.board.note.geometry())


@pytest.mark.parametrize("text_size", TextSize)
def test_note_never_lies_over_a_card_that_can_be_taken(
    page: BoardScreen, practice: Room, text_size: TextSize
) -> None:
    practice.kiosk.window.resize(1024, 768)
    practice.kiosk.look.set_text_size(text_size)
    practice.hand.rest(50)
    board = page.board
    for n, item_id in enumerate(page.view.board.dealt[:9]):
        practice.place(page, item_id, ("is", "is-not")[n % 2])
        note = board.note.geometry()
        assert board.note.isVisible()
        assert board.rect().contains(note)
        assert board.note.height() >= board.note.height_for(note.width())
        assert not note.intersects(board.zone(None).geometry())
        for card in board.pieces.cards.values():
            assert not note.intersects(seen(card)), card.item.title
    practice.hand.press(board.card(page.view.board.bank[0]))
    assert not board.note.isVisible()
    practice.wait(lambda: not board.pieces.glide.running)
    assert max(zone.geometry().bottom() for zone in board.pieces.zones.values()) > (
        board.height() - 4
    ), "the room is given back"


def test_card_to_talk_about_is_neither_right_nor_wrong_and_a_decoy_fits_nowhere(
    page: BoardScreen, practice: Room
) -> None:
    practice.place(page, TALKED_ABOUT, "is")
    assert page.board.card(TALKED_ABOUT).stand is Stand.TALK
    practice.place(page, DECOY, "is")
    assert page.board.card(DECOY).stand is Stand.MISS
    practice.place(page, DECOY, None)
    assert page.board.card(DECOY).stand is Stand.FREE


def test_decoy_left_on_the_stack_is_right_in_the_end(page: BoardScreen, practice: Room) -> None:
    for item_id in page.view.board.dealt:
        if item_id != DECOY:
            practice.place(page, item_id, page.view.activity.item(item_id).category_id)
    practice.way.press(page.check)
    sheet = practice.kiosk.window.sheet
    assert "belong nowhere" in sheet.words.accessibleName()
    practice.way.press(sheet.other)
    practice.at(Screen.FEEDBACK)
    answers = practice.page(Screen.FEEDBACK, FeedbackScreen)
    assert not answers.again.isVisible()
    rows = {answer.row.item.id: answer.row.response.correct for answer in answers.answers}
    assert rows.pop(TALKED_ABOUT) is None
    assert set(rows.values()) == {True}
