from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import make_activity

from kiosk.core.board import MoveRefused
from kiosk.core.model import InputMethod
from kiosk.core.tryout import Tryout

ACTIVITY = make_activity()
IDS = [item.id for item in ACTIVITY.items]
PLACES = [None, *(category.id for category in ACTIVITY.categories)]
moves = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(PLACES), st.sampled_from(InputMethod))
)


def test_round_begins_with_every_card_unplaced_and_no_way_tried() -> None:
    begun = Tryout.begun(ACTIVITY)
    assert list(begun.board.bank) == IDS
    assert begun.tried == frozenset()
    assert not begun.complete


@given(moves)
def test_a_way_counts_as_tried_once_a_card_moved_by_it(
    done: list[tuple[str, str | None, InputMethod]],
) -> None:
    tryout, tried = Tryout.begun(ACTIVITY), set()
    for item_id, to_id, method in done:
        if tryout.board.places[item_id] != to_id:
            tried.add(method)
        tryout = tryout.place(item_id, to_id, method)
        assert tryout.board.places[item_id] == to_id
        assert tryout.tried == tried
    assert tryout.complete == (tried == set(InputMethod))


def test_undo_brings_the_card_back_and_what_was_tried_stays() -> None:
    begun = Tryout.begun(ACTIVITY)
    after = begun.place(IDS[0], PLACES[1], InputMethod.MENU).undo()
    assert after.board == begun.board
    assert after.tried == {InputMethod.MENU}


def test_unknown_place_is_refused() -> None:
    with pytest.raises(MoveRefused):
        Tryout.begun(ACTIVITY).place(IDS[0], "nowhere", InputMethod.TAP)
