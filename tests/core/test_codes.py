from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import LoadedDice

from kiosk.core import codes
from kiosk.core.codes import CodeKind
from kiosk.core.model import Settings, SignInMode

DEFAULT = Settings()

given_codes = st.lists(st.integers(0, 1000), min_size=5, max_size=5).map(
    lambda picks: codes.new_resume_code(LoadedDice(picks))
)


@pytest.mark.parametrize(
    "typed",
    ["RV2048", "rv2048", " rv 2048 ", "RV-2048", "r v - 2 0 4 8", "RV\u00a02048", "\trv2048\n"],
)
def test_one_code_however_it_is_typed(typed: str) -> None:
    assert codes.tidy(typed) == "RV2048"


@given(st.text())
def test_tidying_twice_changes_nothing_more(typed: str) -> None:
    assert codes.tidy(codes.tidy(typed)) == codes.tidy(typed)


@given(st.from_regex(r"[A-Za-z]{2}[0-9]{4}", fullmatch=True))
def test_code_of_the_sites_pattern_is_the_sites(typed: str) -> None:
    assert codes.kind(codes.tidy(typed), DEFAULT) is CodeKind.SITE


def test_example_that_learners_are_shown_is_a_code_of_the_site() -> None:
    assert codes.kind(codes.tidy(DEFAULT.code_example), DEFAULT) is CodeKind.SITE


@pytest.mark.parametrize(
    "code", ["", "RV204", "RV20480", "1RV2048", "RV2048\n", "2048RV", "RV2O48", "RVRVRV"]
)
def test_part_of_a_code_or_more_than_one_is_none(code: str) -> None:
    assert codes.kind(code, DEFAULT) is CodeKind.NEITHER


@pytest.mark.parametrize("zero", [0x0660, 0x0966, 0xFF10], ids=["arabic", "devanagari", "wide"])
def test_code_in_digits_of_another_script_makes_no_second_learner(zero: int) -> None:
    code = "RV" + "".join(chr(zero + digit) for digit in (2, 0, 4, 8))
    assert codes.kind(codes.tidy(code), DEFAULT) is not CodeKind.SITE


@given(given_codes)
def test_code_that_the_kiosk_gives_is_known_as_such(code: str) -> None:
    assert codes.kind(code, DEFAULT) is CodeKind.RESUME
    assert codes.kind(codes.tidy(code.lower()), DEFAULT) is CodeKind.RESUME


@given(given_codes)
def test_code_that_the_kiosk_gives_is_never_one_of_the_sites_pattern(code: str) -> None:
    assert codes.kind(code, DEFAULT) is not CodeKind.SITE
    assert codes.tidy(code) == code


def test_every_clear_letter_can_be_given() -> None:
    given_letters = {
        codes.new_resume_code(LoadedDice([pick])) for pick in range(len(codes.RESUME_LETTERS))
    }
    assert given_letters == {letter * 5 for letter in codes.RESUME_LETTERS}


def test_clear_letters_make_no_words_and_are_not_mistaken() -> None:
    assert not set("AEIOU") & set(codes.RESUME_LETTERS)
    assert not set("IL1O0S5UV") & set(codes.RESUME_LETTERS)
    assert len(set(codes.RESUME_LETTERS)) == len(codes.RESUME_LETTERS)


@pytest.mark.parametrize("code", ["BCDF", "BCDFGH", "BCDFA", "BCDF2", "bcdfg"])
def test_code_that_the_kiosk_could_not_have_given_is_none(code: str) -> None:
    assert codes.kind(code, DEFAULT) is CodeKind.NEITHER


def test_pattern_of_the_site_counts_before_that_of_the_kiosk() -> None:
    letters_only = Settings(code_pattern="[A-Z]{5}", code_example="ABCDE")
    assert codes.kind("BCDFG", letters_only) is CodeKind.SITE


def test_codes_of_a_roster_that_alone_lets_in_may_look_like_anything_but_a_name() -> None:
    by_roster = Settings(sign_in=SignInMode.ROSTER)
    assert codes.may_be_on_roster("RV2048", Settings())
    assert codes.may_be_on_roster("RV2048", by_roster)
    assert codes.may_be_on_roster("2026A7", by_roster)
    assert not codes.may_be_on_roster("2026A7", Settings())
    for name in ("ANN", "ANNEXAMPLE", "A1", "ANN.1", "X" * 24 + "1"):
        assert not codes.may_be_on_roster(name, by_roster)
