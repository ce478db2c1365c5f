"""A visit by ear: through the accessibility bus alone, with no pointer and no key.

It brings its own screen and its own bus, so both passes of `make test` over the
journeys would play the same. It is played in the first, the one without windows: that
is also the pass which a person starts by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import optional
import pytest
from screen_reader import Heard, ScreenReader, Seen, counted, focused, named
from stores import open_database

from kiosk import paths
from kiosk.content.load import load_pack
from kiosk.core.log_rows import PlacementRow, Selection
from kiosk.store.log import SqliteAttemptLog

pytestmark = pytest.mark.slow

CODE = "RV2048"
ACTIVITY = load_pack(paths.default_pack()).activities[0]
CARDS = [item.title for item in ACTIVITY.items]
CATEGORIES = [category.title for category in ACTIVITY.categories]


@dataclass(frozen=True)
class Turn:
    """One card that was put into one category: the board before and after, and what was said."""

    card: str
    category: str
    before: list[Seen]
    after: list[Seen]
    heard: Heard


@dataclass
class Visit:
    """What a screen reader met in a visit, from the first page to the answers."""

    pages: dict[str, list[Seen]] = field(default_factory=dict)
    landings: dict[str, Heard] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)
    answers: dict[str, list[Seen]] = field(default_factory=dict)
    placements: list[PlacementRow] = field(default_factory=list)

    def turn_page(self, reader: ScreenReader, pressed: str, page: str, landmark: str) -> None:
        """Press a control and wait for the page that it leads to."""
        control = reader.find(pressed)
        reader.heard()
        reader.press(control)
        reader.find(landmark)
        self.pages[page] = reader.look()
        self.landings[page] = reader.heard()

    def sign_in(self, reader: ScreenReader) -> None:
        """Type the code on the keys of the screen, and go on to the board."""
        reader.find("Start")
        self.pages["welcome"] = reader.look()
        self.turn_page(reader, "Keys", "welcome with keys", "Delete")
        for letter in CODE:
            reader.press(reader.find(letter))
        self.turn_page(reader, "Start", "home", "Sort the cards")
        self.turn_page(reader, "Sort the cards", "introduction", f"Deal {len(CARDS)} cards")
        self.turn_page(reader, f"Deal {len(CARDS)} cards", "board", "Check my answers")

    def place(self, reader: ScreenReader, card: str, category: str) -> None:
        """Press a card, then a category."""
        before = reader.look()
        reader.heard()
        reader.press(named(before, card))
        reader.press(counted(before, category))
        self.turns.append(Turn(card, category, before, reader.look(), reader.heard()))

    def read_answer(self, reader: ScreenReader, card: str) -> None:
        """Give an answer the focus, press it, and look at what it opens."""
        answer = named(reader.look(), card)
        reader.focus(answer)
        reader.press(answer)
        self.answers[card] = reader.look()


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Visit:
    missing = optional.missing_to_read()
    if missing:
        pytest.skip(f"the system lacks {' '.join(missing)}")
    folder: Path = tmp_path_factory.mktemp("room") / "data"
    open_database(folder).close()
    visit = Visit()
    with ScreenReader(folder) as reader:
        visit.sign_in(reader)
        for n, card in enumerate(CARDS):
            visit.place(reader, card, CATEGORIES[n % len(CATEGORIES)])
        visit.turn_page(reader, "Check my answers", "answers", "Finish")
        for card in CARDS:
            visit.read_answer(reader, card)
        reader.wait(lambda: any(seen.name == "Saved" for seen in reader.look()), "the saved mark")
    with SqliteAttemptLog(folder).snapshot(Selection()) as snapshot:
        visit.placements.extend(snapshot.placements())
    return visit


def test_no_control_is_unnamed(visit: Visit) -> None:
    for page, seen in visit.pages.items():
        controls = [one for one in seen if one.is_control]
        assert len(controls) >= 4, page
        assert [one for one in controls if not one.name.strip()] == [], page


def test_every_page_begins_where_a_person_acts_and_calls_out_nothing_on_the_way(
    visit: Visit,
) -> None:
    said = {page: heard.focused for page, heard in visit.landings.items()}
    first_card = said.pop("board")
    first_answer = said.pop("answers")
    assert said == {
        "welcome with keys": [],
        "home": ["Start the lesson"],
        "introduction": ["Try moving a card"],
    }
    assert len(first_card) == len(first_answer) == 1
    assert {*first_card, *first_answer} <= set(CARDS)


def test_every_card_is_a_button_that_says_where_it_is(visit: Visit) -> None:
    for turn in visit.turns:
        before, after = named(turn.before, turn.card), named(turn.after, turn.card)
        assert before.role == after.role == "push button"
        assert before.description
        assert turn.category not in before.description
        assert turn.category in after.description


def test_every_category_says_how_many_cards_it_has(visit: Visit) -> None:
    for n, turn in enumerate(visit.turns):
        names = [counted(look, turn.category).name for look in (turn.before, turn.after)]
        had = n // len(CATEGORIES)
        assert names == [
            f"{turn.category}, {in_words(had)}",
            f"{turn.category}, {in_words(had + 1)}",
        ]


def test_each_outcome_is_announced_once_and_nothing_else_is(visit: Visit) -> None:
    for n, turn in enumerate(visit.turns, start=1):
        assert len(turn.heard.announced) == 1, f"{turn.card}: {turn.heard.announced}"
        for part in (turn.card, turn.category, f"{n} of {len(CARDS)} placed"):
            assert turn.heard.announced[0].count(part) == 1
    assert [heard.announced for heard in visit.landings.values() if heard.announced] == []


def test_focus_is_never_lost_and_goes_to_what_is_left_to_do(visit: Visit) -> None:
    left = list(CARDS)
    for turn in visit.turns:
        left.remove(turn.card)
        names = focused(turn.after)
        assert len(names) == 1, f"{turn.card}: {names}"
        assert names[0] in (left or ["Check my answers"])


def test_every_answer_is_reached_and_opened_by_its_name(visit: Visit) -> None:
    assert list(visit.answers) == CARDS
    for card, opened in visit.answers.items():
        assert focused(opened) == [card]
        assert [one.name for one in opened if "checked" in one.states] == [card]
        assert card in [one.name for one in opened if one.role == "label"]
        assert named(opened, card).description


def test_every_card_has_one_placement_in_the_log(visit: Visit) -> None:
    ids = [category.id for category in ACTIVITY.categories]
    assert [(row.item_id, row.to_id) for row in visit.placements] == [
        (item.id, ids[n % len(ids)]) for n, item in enumerate(ACTIVITY.items)
    ]


def in_words(count: int) -> str:
    return "one card" if count == 1 else f"{count} cards"
