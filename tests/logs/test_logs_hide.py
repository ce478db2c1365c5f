"""No code of a learner gets into a log, however it is written; what is no code stays readable."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.codes import RESUME_LENGTH, RESUME_LETTERS
from kiosk.core.model import Settings
from kiosk.logs.hide import CODE, ROW, Hider

PLAIN = "not written yet: database or disk is full at kiosk/store/writer.py, line 193"
ROW_ID = "01957000-0000-7000-8000-000000000001"
around = st.text(st.characters(exclude_categories=["Cs", "L", "N"]), max_size=5)


@given(
    st.text(string.ascii_uppercase, min_size=2, max_size=2),
    st.text(string.digits, min_size=4, max_size=4),
    around,
    around,
)
def test_code_of_the_sites_pattern_never_gets_through(
    letters: str, digits: str, before: str, after: str
) -> None:
    for code in (letters + digits, (letters + digits).lower()):
        hidden = Hider().hide(f"{before}{code}{after}")
        assert hidden == f"{before}{CODE}{after}"


@given(st.text(RESUME_LETTERS, min_size=RESUME_LENGTH, max_size=RESUME_LENGTH))
def test_code_that_the_kiosk_made_up_never_gets_through(code: str) -> None:
    assert Hider().hide(f"of {code}!") == f"of {CODE}!"


@given(st.text(string.ascii_letters + string.digits, min_size=3, max_size=12))
def test_code_that_was_told_is_hidden_in_whatever_form(code: str) -> None:
    hider = Hider()
    hider.know_settings(Settings(code_pattern=r"\w+", code_example="x"))
    hider.know_code(f" {code[:2]}-{code[2:]} ")
    for written in (code, code.lower(), code.upper(), " ".join(code), f"x{code}x", "-".join(code)):
        hidden = hider.hide(f"<{written}>")
        assert CODE in hidden
        assert written not in hidden


@pytest.mark.parametrize("typed", ["", " ", "ab", "- -"])
def test_what_is_too_short_for_a_code_blots_nothing_out(typed: str) -> None:
    hider = Hider()
    hider.know_code(typed)
    assert hider.hide(PLAIN) == PLAIN


def test_log_lines_stay_readable() -> None:
    assert Hider().hide(PLAIN) == PLAIN


@pytest.mark.parametrize("pattern", [r".+", r"\w+", r"[A-Z]{4,6}"])
def test_pattern_that_plain_words_match_leaves_the_log_readable(pattern: str) -> None:
    hider = Hider()
    hider.know_settings(Settings(code_pattern=pattern, code_example="ABCD"))
    hider.know_code("QUEEN")
    assert hider.hide(PLAIN) == PLAIN
    assert hider.hide("of queen and of BCDFG") == f"of {CODE} and of {CODE}"


def test_sites_own_pattern_counts_once_it_is_known() -> None:
    hider = Hider()
    assert hider.hide("of 123456") == "of 123456"
    hider.know_settings(Settings(code_pattern=r"\d{6}", code_example="123456"))
    assert hider.hide("of 123456") == f"of {CODE}"


def test_name_of_a_row_never_gets_through() -> None:
    assert Hider().hide(f"NoSuchVisit: {ROW_ID}") == f"NoSuchVisit: {ROW}"
