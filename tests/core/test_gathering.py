"""Of two states of an attempt the further one is kept, and what cannot be both is told of."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import MORNING

from kiosk.core.gathering import Fate, judge
from kiosk.core.log_rows import AttemptRow, PlacementRow, ResponseRow
from kiosk.core.whole_attempts import WholeAttempt

_ROW = AttemptRow(
    attempt_id="a", kiosk_id="k", kiosk_name="Kiosk 1", site="Riverside", learner_code="RV2048",
    pack_id="mentoring", pack_version="1.0", activity_id="mentor-or-not", activity_title="M",
    mode="assessment", language="en", started_utc=MORNING, started_offset_minutes=60,
    submitted_utc=None, active_ms=0, items=2, placed=0, first_try_correct=None,
    first_try_score=None, final_correct=None, final_score=None, mastery_score=2 / 3, outcome=None,
    tries=0, placements=0, attempt_number=1, is_first=True, is_latest=True, is_best=False,
    input_methods=(), missed_items=(), round_number=1, follows_attempt_id=None,
)  # fmt: skip


def moves(*places: str) -> tuple[PlacementRow, ...]:
    return tuple(
        PlacementRow("a", n + 1, "i0", None, place, "tap", 1_000 * n, correct=None, try_number=1)
        for n, place in enumerate(places)
    )


def answers(*places: str) -> tuple[ResponseRow, ...]:
    return tuple(
        ResponseRow(
            "a", f"i{n}", "Card", place, place, correct=place == "is", first_category_id=place,
            first_try_correct=place == "is", placements=1,
        )
        for n, place in enumerate(places)
    )  # fmt: skip


def state(
    placements: tuple[PlacementRow, ...] = (),
    responses: tuple[ResponseRow, ...] = (),
    **told: object,
) -> WholeAttempt:
    row = AttemptRow(**{**_ROW._asdict(), **told})
    return WholeAttempt(row, placements, responses)


# One attempt as it was at nine moments, one after the other.
HISTORY = (
    state(),
    state(outcome="abandoned", active_ms=500),
    state(moves("is"), active_ms=500),
    state(moves("is", "is_not"), active_ms=1_500),
    state(moves("is", "is_not"), answers("is_not"), tries=1, active_ms=1_800),
    state(moves("is", "is_not", "is"), answers("is_not"), tries=1, active_ms=2_500),
    state(moves("is", "is_not", "is"), answers("is_not"), tries=1, active_ms=2_500,
          outcome="abandoned"),
    state(moves("is", "is_not", "is"), answers("is"), tries=2, active_ms=2_900),
    state(moves("is", "is_not", "is"), answers("is"), tries=2, active_ms=2_900, outcome="passed",
          submitted_utc=MORNING),
)  # fmt: skip
SAME = {(5, 6)}  # whether an open attempt is abandoned depends on where its learner was


@pytest.mark.parametrize(("early", "late"), [*combinations(range(len(HISTORY)), 2)])
def test_later_state_is_kept_in_whatever_order_they_come(early: int, late: int) -> None:
    earlier, later = HISTORY[early], HISTORY[late]
    fate = Fate.SAME if (early, late) in SAME else Fate.GONE_ON
    assert judge(earlier, later).fate is judge(later, earlier).fate is fate
    assert judge(earlier, later).kept == judge(later, earlier).kept
    if fate is Fate.GONE_ON:
        assert judge(earlier, later).kept == later


@pytest.mark.parametrize("at", range(len(HISTORY)))
def test_same_state_is_the_same_whatever_describes_it(at: int) -> None:
    one = HISTORY[at]
    other = one._replace(
        row=one.row._replace(
            kiosk_name="Front desk", site="Hillside", activity_title="New", is_latest=False,
            is_first=False, attempt_number=3, mastery_score=0.6667, language="es",
        ),
        responses=tuple(r._replace(item_title="New", category_title="New") for r in one.responses),
    )  # fmt: skip
    assert judge(one, other).fate is judge(other, one).fate is Fate.SAME


LAST = HISTORY[-1]
OTHERWISE = {
    "another learner": LAST._replace(row=LAST.row._replace(learner_code="RV2049")),
    "another kiosk": LAST._replace(row=LAST.row._replace(kiosk_id="other")),
    "another pass mark": LAST._replace(row=LAST.row._replace(mastery_score=0.5)),
    "another outcome": LAST._replace(row=LAST.row._replace(outcome="failed")),
    "another time": LAST._replace(row=LAST.row._replace(active_ms=2_901)),
    "another placement": LAST._replace(placements=moves("is", "is", "is")),
    "a placement less": LAST._replace(placements=moves("is", "is_not")),
    "another answer": LAST._replace(responses=answers("is_not")),
    "another beginning": LAST._replace(row=LAST.row._replace(started_offset_minutes=0)),
}


@pytest.mark.parametrize("what", list(OTHERWISE))
def test_states_that_cannot_both_be_are_a_conflict(what: str) -> None:
    there, back = judge(LAST, OTHERWISE[what]), judge(OTHERWISE[what], LAST)
    assert there.fate is back.fate is Fate.CONFLICT
    assert there.kept == back.kept


def test_two_that_went_on_differently_are_a_conflict() -> None:
    one = state(moves("is", "is_not"), active_ms=1_500)
    other = state(moves("is", "is", "is"), active_ms=2_500)
    assert judge(one, other).fate is Fate.CONFLICT
    assert judge(one, other).kept == judge(other, one).kept == other


@given(st.lists(st.sampled_from([*HISTORY, *OTHERWISE.values()]), min_size=2, max_size=6))
def test_order_of_coming_decides_nothing_about_what_is_closed(
    states: list[WholeAttempt],
) -> None:
    def kept(coming: list[WholeAttempt]) -> WholeAttempt:
        found = coming[0]
        for one in coming[1:]:
            found = judge(found, one).kept
        return found

    forth, back = kept(states), kept(states[::-1])
    assert forth.row.outcome == back.row.outcome
    assert (forth.row.tries, len(forth.placements)) == (back.row.tries, len(back.placements))
