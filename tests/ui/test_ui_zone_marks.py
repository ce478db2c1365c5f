"""The zone under a carried card is marked a frame later; where a drop goes waits for no mark."""

from __future__ import annotations

import pytest
from board_table import Table
from pytestqt.qtbot import QtBot

from kiosk.core.model import InputMethod
from kiosk.ui.widgets.category_zone import Welcome


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    return Table(qtbot)


def marked(table: Table) -> list[str | None]:
    zones = table.board.pieces.zones
    return [place for place, zone in zones.items() if zone.welcome is Welcome.CHOSEN]


def carry(table: Table, place: str | None) -> None:
    """Carry the card in the hand over a zone, with no time for a frame in between."""
    table.board.hands.move(table.board.zone(place).geometry().center())


def lift(table: Table) -> str:
    card = table.first
    table.board.hands.press(card, card.geometry().center())
    carry(table, "is")
    return card.item.id


def test_zone_that_is_left_loses_its_mark_at_once_and_the_next_gets_it(
    qtbot: QtBot, table: Table
) -> None:
    lift(table)
    qtbot.waitUntil(lambda: marked(table) == ["is"])
    carry(table, "is_not")
    assert marked(table) == []
    qtbot.waitUntil(lambda: marked(table) == ["is_not"])
    table.board.hands.cancel()
    assert marked(table) == []


def test_drop_before_the_mark_goes_to_what_is_under_the_card(qtbot: QtBot, table: Table) -> None:
    item_id = lift(table)
    qtbot.waitUntil(lambda: marked(table) == ["is"])
    carry(table, "is_not")
    table.board.hands.release(table.board.zone("is_not").geometry().center())
    assert table.moves == [(item_id, "is_not", InputMethod.DRAG)]
    table.settle()
    assert marked(table) == []


def test_mark_that_is_due_comes_to_nobody_after_a_cancel(qtbot: QtBot, table: Table) -> None:
    lift(table)
    qtbot.waitUntil(lambda: marked(table) == ["is"])
    carry(table, "is_not")
    table.board.hands.cancel()
    table.settle()
    qtbot.waitUntil(lambda: not table.board.pieces.glide.running)
    assert marked(table) == []


def test_tap_and_keys_mark_at_once(table: Table) -> None:
    table.board.hands.take(table.first, InputMethod.KEYS)
    first = marked(table)
    assert len(first) == 1
    table.board.hands.choose(1)
    assert len(marked(table)) == 1
    assert marked(table) != first
