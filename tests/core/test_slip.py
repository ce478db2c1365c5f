from __future__ import annotations

import hashlib
import hmac
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core import slip
from kiosk.core.slip import LETTERS, SlipFacts

KEY = bytes(range(32))
FACTS = SlipFacts(
    attempt_id="0192f3a4-0000-7000-8000-000000000001",
    code="RV2048",
    activity_id="mentor-or-not",
    activity_title="Mentor or Not?",
    second_round=False,
    scored=20,
    first_correct=17,
    final_correct=20,
    day=date(2031, 5, 17),
    kiosk_name="Kiosk 1",
    site="Riverside",
)


def check_of(facts: SlipFacts, key: bytes = KEY) -> str:
    return slip.issue(facts, key).check


def test_check_value_is_the_beginning_of_the_hmac_over_the_facts() -> None:
    said = ("mentor-kiosk slip 1", FACTS.attempt_id, "RV2048", "mentor-or-not", "20", "17", "20")
    message = b"".join(
        len(part).to_bytes(4, "big") + part.encode() for part in (*said, "2031-05-17")
    )
    bits = f"{int.from_bytes(hmac.digest(KEY, message, hashlib.sha256)[:5], 'big'):040b}"
    letters = "".join(LETTERS[int(bits[n : n + 5], 2)] for n in range(0, 40, 5))
    assert check_of(FACTS) == f"{letters[:4]}-{letters[4:]}"


def test_check_value_stays_the_same_for_slips_of_years_ago() -> None:
    assert check_of(FACTS) == "70FH-F2PD"


@pytest.mark.parametrize(
    "changed",
    [
        replace(FACTS, attempt_id=FACTS.attempt_id.replace("1", "2")),
        replace(FACTS, code="RV2049"),
        replace(FACTS, activity_id="mentor-or-not-2"),
        replace(FACTS, scored=21),
        replace(FACTS, first_correct=18),
        replace(FACTS, final_correct=19),
        replace(FACTS, day=date(2031, 5, 18)),
    ],
)
def test_every_fact_that_is_changed_makes_the_slip_untrue(changed: SlipFacts) -> None:
    assert slip.find([changed], check_of(FACTS), KEY) is None


def test_renamed_kiosk_or_activity_leaves_the_slip_true() -> None:
    renamed = replace(FACTS, activity_title="Otro", kiosk_name="Kiosk 2", site="Lakeside")
    assert check_of(renamed) == check_of(FACTS)


def test_facts_cannot_be_shifted_from_one_to_the_next() -> None:
    one = replace(FACTS, scored=2, first_correct=12)
    other = replace(FACTS, scored=21, first_correct=2)
    assert check_of(one) != check_of(other)


def test_another_kiosk_makes_another_value() -> None:
    assert slip.find([FACTS], check_of(FACTS, bytes(32)), KEY) is None


@given(st.text(alphabet="abcdef0123456789-", min_size=1, max_size=36), st.binary(min_size=32))
def test_slip_is_found_however_its_value_is_typed(attempt_id: str, key: bytes) -> None:
    facts = replace(FACTS, attempt_id=attempt_id)
    made = slip.issue(facts, key)
    letters = made.check.replace("-", "")
    assert len(letters) == 8
    assert set(letters) <= set(LETTERS)
    typings = (
        made.check.lower(),
        " ".join(letters),
        letters.replace("0", "o").replace("1", "l"),
        letters.replace("0", "O").replace("1", "I"),
    )
    others = [replace(FACTS, attempt_id=f"{attempt_id}x"), facts]
    for typed in typings:
        assert slip.find(others, typed, key) == made


@pytest.mark.parametrize("typed", ["", "-", "K7QP", "K7QP-2M4D-0000", "ññññ-ññññ", "\U0001f600"])
def test_what_is_no_check_value_belongs_to_no_slip(typed: str) -> None:
    assert slip.find([FACTS], typed, KEY) is None
