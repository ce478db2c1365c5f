"""A second round is offered to whom it belongs, and goes on after a kill with its very cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import make_activity, make_pack
from store_tools import child, heard, opened, rows, said, unguarded
from stores import CLOCK, IDS, Player, small_pack

from kiosk.core import rounds
from kiosk.core.attempt import Attempt
from kiosk.core.lesson import Mode
from kiosk.core.model import InputMethod, SecondRound
from kiosk.store.attempts import NoSuchAttempt
from kiosk.store.checksum import checksum_ok
from kiosk.store.database import Database

moves = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(("is", "is_not", None))), max_size=9)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with opened(tmp_path) as database:
        yield database


def left_by(attempt: Attempt) -> SecondRound | None:
    """Return what the rules of the core offer after an attempt."""
    return rounds.offered_after(attempt.start.id, attempt.activity.id, attempt.responses)


def offered_at_sign_in(database: Database, code: str = "RV2048") -> SecondRound | None:
    return Player(database, small_pack(), code).opened.second_round


def required(offer: SecondRound | None) -> SecondRound:
    assert offer is not None
    return offer


@pytest.mark.slow
@settings(max_examples=25)
@given(
    mode=st.sampled_from(Mode),
    discuss=st.sets(st.integers(0, 3), max_size=2),
    tries=st.lists(moves, min_size=1, max_size=2),
)
def test_who_comes_back_is_offered_what_was_offered_on_the_day(
    tmp_path_factory: pytest.TempPathFactory,
    mode: Mode,
    discuss: set[int],
    tries: list[list[tuple[int, str | None]]],
) -> None:
    activity = make_activity(("is", "is_not", None, "is"), discuss=discuss, mode=mode)
    pack = make_pack([activity])
    with opened(tmp_path_factory.mktemp("offer")) as database:
        player = Player(database, pack)
        attempt = player.begin()
        for placed in tries:
            attempt.try_again()
            for card, place in placed:
                item_id = attempt.board.dealt[card % 4]
                if item_id not in attempt.board.locked:
                    player.place(attempt, item_id, place)
            player.check(attempt)
        assert Player(database, pack).opened.second_round is None
        player.submit(attempt)
        assert Player(database, pack).opened.second_round == left_by(attempt)


def test_round_follows_the_latest_round(database: Database) -> None:
    player = Player(database, small_pack())
    second = player.play_round(required(left_by(player.play(wrong=4))), wrong=2)
    offer = required(offered_at_sign_in(database))
    assert (offer.follows, len(offer.item_ids)) == (second.start.id, 2)
    Player(database, small_pack()).play_round(offer)
    assert offered_at_sign_in(database) is None
    whole = Player(database, small_pack()).play(wrong=1)
    assert offered_at_sign_in(database) == left_by(whole)


def test_abandoned_round_is_not_followed(database: Database) -> None:
    player = Player(database, small_pack())
    whole = player.play(wrong=3)
    attempt = player.begin_round(required(left_by(whole)))
    player.place(attempt, attempt.board.dealt[0], "is")
    player.check(attempt)
    player.begin()
    assert offered_at_sign_in(database) == left_by(whole)
    assert rows(database, "SELECT outcome FROM attempt ORDER BY key")[1] == ("abandoned",)


def test_nobody_is_offered_what_another_missed_or_what_another_pack_dealt(
    database: Database,
) -> None:
    Player(database, small_pack()).play(wrong=3)
    assert offered_at_sign_in(database, "RV2049") is None
    newer = replace(small_pack(), sha256="1" * 64)
    assert Player(database, newer).opened.second_round is None
    assert offered_at_sign_in(database) is not None


def test_summaries_tell_rounds_from_whole_boards(database: Database) -> None:
    player = Player(database, small_pack())
    whole = player.play(wrong=3)
    player.play_round(required(left_by(whole)))
    finished = Player(database, small_pack()).opened.finished
    assert [(s.follows, s.final_score) for s in finished] == [(None, 0.5), (whole.start.id, 1.0)]


NOT_OFFERED: list[Callable[[SecondRound], SecondRound]] = [
    lambda offer: replace(offer, follows=IDS.new()),
    lambda offer: replace(offer, item_ids=offer.item_ids[1:]),
]


@pytest.mark.parametrize("spoil", NOT_OFFERED)
def test_round_that_was_never_offered_is_refused(
    database: Database, spoil: Callable[[SecondRound], SecondRound]
) -> None:
    player = Player(database, small_pack())
    asked = spoil(required(left_by(player.play(wrong=3))))
    with pytest.raises(NoSuchAttempt):
        player.begin_round(asked)
    assert rows(database, "SELECT count(*) FROM attempt") == [(1,)]


def test_what_another_learner_missed_is_refused(database: Database) -> None:
    offer = required(left_by(Player(database, small_pack()).play(wrong=3)))
    with pytest.raises(NoSuchAttempt):
        Player(database, small_pack(), "RV2049").begin_round(offer)


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 4, 11])
def test_kill_in_the_middle_of_a_round_keeps_its_very_cards(tmp_path: Path, count: int) -> None:
    with child("child_round.py", tmp_path) as process:
        dealt = tuple(heard(process).split())
        lines = [heard(process) for _ in range(count)]
        process.kill()
        lines += said(process)
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        left = player.opened.open_attempt
        assert left is not None
        attempt = Attempt.resumed(player.activity, left, CLOCK)
        assert attempt.board.dealt == dealt
        assert len(dealt) == 3
        written = [f"{p.seq} {p.item_id} {p.to_id}" for p in attempt.placements]
        assert written[: len(lines)] == lines
        assert database.read(lambda db: checksum_ok(db, 2))
        player.check(attempt)
        player.submit(attempt)
        assert offered_at_sign_in(database) == left_by(attempt)


def test_open_round_whose_first_board_is_lost_keeps_nobody_from_a_new_board(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        attempt = player.begin_round(required(left_by(player.play(wrong=3))))
        assert attempt.place(attempt.board.dealt[0], "is", InputMethod.TAP) is not None
    with unguarded(tmp_path / "kiosk.db") as spoiled:
        spoiled.execute("DELETE FROM response WHERE attempt = 1 AND position = 0")
        assert checksum_ok(spoiled, 2)
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        assert player.opened.open_attempt is None
        player.play()
        assert rows(database, "SELECT outcome FROM attempt WHERE key = 2") == [("abandoned",)]
