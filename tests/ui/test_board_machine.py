"""Whatever comes in whatever order: the board on the screen and the board of the rules agree."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import pytest
from board_events import EVENTS, Event, Hands
from board_model import BoardModel, Place
from board_table import Table, seen
from board_ways import WAYS
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from makers import make_activity
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.core.model import InputMethod
from kiosk.ui.widgets.card import Card, Stand
from kiosk.ui.widgets.category_zone import CategoryZone

CARDS = 14
MOST_STEPS = 16
EXAMPLES = 25
PARTS = 8
BURST = 80


class Play:
    """One board in its window, the events sent to it so far, and the model beside it."""

    def __init__(self, qtbot: QtBot) -> None:
        belongs = ["is", "is_not", "third"] * CARDS
        activity = make_activity(belongs[:CARDS], categories=("is", "is_not", "third"))
        self.table = Table(qtbot, activity)
        self.table.look.reduced_motion = True
        self.hands = Hands(self.table)
        self.events = 0
        self.begin(())

    def begin(self, locked: Sequence[int]) -> None:
        """Deal anew; locked cards lie in 'is'."""
        self.table.restart()
        dealt = self.table.state.dealt
        self.table.deal(locked=[dealt[n] for n in locked])
        self.model = BoardModel(dealt, self.table.state.locked, "is")
        self._seen = 0

    def send(self, event: Event) -> None:
        """Send one event; the model follows what was asked for."""
        self.events += 1
        self.hands.send(event)
        self.follow()

    def follow(self) -> None:
        """Tell the model what the board asked for, and compare."""
        for asked in self.table.asked[self._seen :]:
            if asked is None:
                self.model.undo()
            else:
                self.model.move(*asked)
        self._seen = len(self.table.asked)
        assert self.model.places == dict(self.table.state.places)
        hold = self.table.board.hands.hold
        assert hold is None or hold.card.item.id not in self.model.locked

    def rest(self) -> None:
        """Take all hands away; then everything lies where the model says, and can be seen."""
        self.hands.let_go()
        self.table.setUpdatesEnabled(True)
        QCoreApplication.processEvents()
        self.follow()
        board = self.table.board
        assert board.settled
        assert board.hands.hold is None
        for item_id, place in self.model.places.items():
            card, zone = board.card(item_id), board.zone(place)
            assert not card.isHidden()
            assert card.stand is (Stand.RIGHT if item_id in self.model.locked else Stand.FREE)
            self._lies_in(card, zone)
        self._focus_is_somewhere()

    def _lies_in(self, card: Card, zone: CategoryZone) -> None:
        pieces = self.table.board.pieces
        pieces.reveal(card)
        assert zone.geometry().contains(card.geometry() & pieces.scrolls.room(zone.place))
        inside = [c for c in pieces.cards.values() if c is not card]
        box = seen(card)
        assert not box.isEmpty()
        assert not any(box.intersects(seen(other)) for other in inside)

    def _focus_is_somewhere(self) -> None:
        focused = self.table.focusWidget()
        assert focused is not None
        assert focused.isVisible()


PLACES: tuple[Place, ...] = ("is", "is_not", "third", None)


class Machine(RuleBasedStateMachine):
    """Chaos in bursts, and between them whole moves that must do what they say."""

    play: Play

    @initialize(locked=st.lists(st.integers(0, CARDS - 1), unique=True, max_size=4))
    def deal(self, locked: list[int]) -> None:
        self.play.begin(locked)

    @rule(burst=st.lists(EVENTS, min_size=BURST, max_size=BURST), seen=st.integers(0, 5))
    def send_anything(self, burst: list[Event], seen: int) -> None:
        # Painting is most of the time that an event takes: one burst in six is painted.
        self.play.table.setUpdatesEnabled(seen == 0)
        for event in burst:
            self.play.send(event)

    @rule(
        number=st.integers(0, CARDS - 1),
        place=st.sampled_from(PLACES),
        method=st.sampled_from(tuple(WAYS)),
    )
    def move_a_card(self, number: int, place: Place, method: InputMethod) -> None:
        play = self.play
        play.rest()
        item_id = play.table.state.dealt[number]
        expected = dict(play.model.places)
        moves = item_id not in play.model.locked and expected[item_id] != place
        if moves or method is not InputMethod.KEYS:
            WAYS[method](play.table, play.table.board.card(item_id), place)
            play.events += 4
        play.follow()
        if moves:
            expected[item_id] = place
            assert play.table.moves[-1] == (item_id, place, method)
        assert play.model.places == expected

    @rule()
    def undo(self) -> None:
        play = self.play
        play.rest()
        before = len(play.model.moves)
        play.table.board.card(play.table.state.dealt[0]).setFocus()
        play.table.hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        play.follow()
        assert len(play.model.moves) == max(0, before - 1)

    def teardown(self) -> None:
        self.play.rest()


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("part", range(PARTS))
def test_no_events_in_any_order_part_the_screen_from_the_rules(
    qtbot: QtBot, request: pytest.FixtureRequest, part: int
) -> None:
    wanted = int(request.config.getoption("--board-events")) // PARTS
    Machine.play = Play(qtbot)
    how = settings(
        database=None,
        stateful_step_count=MOST_STEPS,
        max_examples=EXAMPLES,
        suppress_health_check=list(HealthCheck),
    )
    # The same events each time, and others in each part: a run that fails can be run again.
    seeds = count(part, PARTS)
    while Machine.play.events < wanted:
        run_state_machine_as_test(seed(next(seeds))(Machine), settings=how)
    assert QApplication.activePopupWidget() is None
