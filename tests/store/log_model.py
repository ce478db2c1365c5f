"""A log drawn at random, and what its rows must say, counted without a database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from makers import MORNING, make_activity, make_pack
from stores import IDS

from kiosk.core.lesson import Mode
from kiosk.core.log_rows import Selection
from kiosk.core.model import (
    AttemptResult,
    AttemptStart,
    InputMethod,
    Outcome,
    Placement,
    Response,
    VisitEnd,
    VisitStart,
)
from kiosk.store.journal import SqliteJournal

ACTIVITIES = ("sort-a", "sort-b")
ITEMS = ("i0", "i1", "i2")
PLACES = (None, "is", "is_not")
TRUTHS = (None, False, True)
DAY_MINUTES = 1_440
PACK = make_pack([make_activity(activity_id=activity_id) for activity_id in ACTIVITIES])

scores = st.sampled_from((0.0, 0.25, 0.5, 1.0))
minutes = st.integers(-3, 3).map(lambda days: days * DAY_MINUTES)
"""When an attempt begins, against a morning: the clock of a kiosk may be set back."""
responses = st.tuples(
    *(
        st.builds(
            Response,
            item_id=st.just(item_id),
            category_id=st.sampled_from(PLACES),
            correct=st.sampled_from(TRUTHS),
            first_category_id=st.sampled_from(PLACES),
            first_try_correct=st.sampled_from(TRUTHS),
            placements=st.integers(0, 3),
        )
        for item_id in ITEMS
    )
)
moves = st.tuples(
    st.sampled_from(ITEMS),
    st.sampled_from(PLACES),
    st.sampled_from(InputMethod),
    st.integers(0, 90_000),
)


@dataclass
class Told:
    """An attempt as it is to be written."""

    activity_id: str
    begins: int
    moves: list[tuple[str, str | None, InputMethod, int]]
    result: AttemptResult | None
    outcome: Outcome | None
    again: bool = False
    id: str = field(default_factory=IDS.new)
    followed: Told | None = None

    @property
    def closed(self) -> Outcome | None:
        """How the learner ends it; only what was checked can be submitted."""
        return self.outcome if self.result else None

    @property
    def round_number(self) -> int:
        """1 for a whole board."""
        return 1 if self.followed is None else 1 + self.followed.round_number

    @property
    def missed(self) -> tuple[str, ...]:
        """The items that were not right at the first check."""
        found = self.result.responses if self.result else ()
        return tuple(r.item_id for r in found if r.first_try_correct is False)


@dataclass
class Stay:
    """A visit as it is to be written: ended by the learner, or left."""

    code: str
    ended: bool
    attempts: list[Told]


results = st.builds(
    AttemptResult,
    tries=st.integers(1, 3),
    active_ms=st.integers(0, 200_000),
    first_try_score=scores,
    final_score=scores,
    responses=responses,
)
attempts = st.builds(
    Told,
    activity_id=st.sampled_from(ACTIVITIES),
    begins=minutes,
    moves=st.lists(moves, max_size=5),
    result=st.none() | results,
    outcome=st.none() | st.sampled_from((Outcome.PASSED, Outcome.FAILED, Outcome.COMPLETED)),
    again=st.booleans(),
    id=st.builds(IDS.new),
)


def _with_rounds(stays: list[Stay]) -> list[Stay]:
    latest: dict[str, Told] = {}
    for stay in stays:
        for told in stay.attempts:
            offered = latest.get(stay.code)
            if told.again and offered is not None and offered.missed:
                told.followed, told.activity_id = offered, offered.activity_id
            if told.closed:
                latest[stay.code] = told
    return stays


logs = st.lists(
    st.builds(
        Stay,
        code=st.sampled_from(("RV2048", "RV2049")),
        ended=st.booleans(),
        attempts=st.lists(attempts, max_size=3),
    ),
    max_size=4,
).map(_with_rounds)
selections = st.builds(
    Selection,
    since=st.none() | minutes.map(lambda n: MORNING + timedelta(minutes=n)),
    until=st.none() | minutes.map(lambda n: MORNING + timedelta(minutes=n)),
    activity_id=st.none() | st.sampled_from((*ACTIVITIES, "no-such")),
)


def write(journal: SqliteJournal, stays: list[Stay]) -> None:
    """Write a log down as a kiosk would."""
    for stay in stays:
        visit = VisitStart(
            IDS.new(), IDS.new(), stay.code, may_create=True, language="en", started=MORNING
        )
        journal.open_visit(visit, PACK).result(10)
        for told in stay.attempts:
            _write_attempt(journal, visit.visit_id, told)
        if stay.ended:
            journal.end_visit(visit.visit_id, VisitEnd.SIGNED_OUT, MORNING).result(10)


def _write_attempt(journal: SqliteJournal, visit_id: str, told: Told) -> None:
    begins = MORNING + timedelta(minutes=told.begins)
    start = AttemptStart(
        told.id, visit_id, told.activity_id, Mode.ASSESSMENT, 7, 0.5, len(ITEMS), begins
    )
    if told.followed is not None:
        start = replace(start, follows=told.followed.id, item_ids=told.followed.missed)
    journal.start_attempt(start, PACK).result(10)
    for placement in placements(told):
        journal.record_placement(told.id, placement).result(10)
    if told.result:
        journal.record_check(told.id, told.result).result(10)
    if told.closed:
        journal.submit(told.id, told.closed, begins).result(10)


def placements(told: Told) -> list[Placement]:
    """Return the placements of an attempt as they are written."""
    return [
        Placement(seq, item, None, place, method, ms, None, 1)
        for seq, (item, place, method, ms) in enumerate(told.moves, start=1)
    ]


def selected(stays: list[Stay], selection: Selection) -> list[Told]:
    """Return the attempts of a selection in the order in which they began."""

    def chosen(told: Told) -> bool:
        begins = MORNING + timedelta(minutes=told.begins)
        return (
            (selection.since is None or begins >= selection.since)
            and (selection.until is None or begins < selection.until)
            and selection.activity_id in (None, told.activity_id)
        )

    return [told for stay in stays for told in stay.attempts if chosen(told)]


def expected(stays: list[Stay]) -> dict[str, dict[str, Any]]:
    """Return for each attempt, by its id, what its row must say."""
    every = [(stay.code, told) for stay in stays for told in stay.attempts]
    present = stays[-1].code if stays and not stays[-1].ended else None
    told_of: dict[str, dict[str, Any]] = {}
    for code, told in every:
        both = [t for c, t in every if (c, t.activity_id) == (code, told.activity_id)]
        whole = told.followed is None
        same = [t for t in both if (t.followed is None) == whole]
        still_open = code == present and told is both[-1]
        told_of[told.id] = {
            "learner_code": code,
            "attempt_number": same.index(told) + 1,
            "is_first": whole and told is same[0],
            "is_latest": whole and told is same[-1],
            "is_best": whole and told is _best(same),
            "round_number": told.round_number,
            "follows_attempt_id": None if told.followed is None else told.followed.id,
            "outcome": told.closed or (None if still_open else "abandoned"),
            "placed": _placed(told),
            "placements": len(told.moves),
            "active_ms": max([ms for *_, ms in told.moves] + [_active_ms(told)]),
            "input_methods": tuple(sorted({str(method) for _, _, method, _ in told.moves})),
            **_of_the_check(told.result),
        }
    return told_of


def _best(same: list[Told]) -> Told | None:
    best: Told | None = None
    for told in same:
        if told.result and (
            best is None or best.result is None or told.result.final_score > best.result.final_score
        ):
            best = told
    return best


def _placed(told: Told) -> int:
    if told.result:
        return sum(response.category_id is not None for response in told.result.responses)
    stands = {item: place for item, place, *_ in told.moves}
    return sum(place is not None for place in stands.values())


def _active_ms(told: Told) -> int:
    return told.result.active_ms if told.result else 0


def _of_the_check(result: AttemptResult | None) -> dict[str, Any]:
    if result is None:
        names = ("first_try_correct", "first_try_score", "final_correct", "final_score")
        return {**dict.fromkeys(names), "tries": 0, "missed_items": ()}
    return {
        "first_try_correct": sum(r.first_try_correct is True for r in result.responses),
        "first_try_score": result.first_try_score,
        "final_correct": sum(r.correct is True for r in result.responses),
        "final_score": result.final_score,
        "tries": result.tries,
        "missed_items": tuple(_missed(result)),
    }


def _missed(result: AttemptResult) -> Iterator[str]:
    for response in result.responses:
        if response.first_try_correct is False:
            yield f"Card {response.item_id[1:]}"
