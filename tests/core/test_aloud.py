"""A text is read sentence by sentence, and nothing of it is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import paths
from kiosk.content.load import load_pack
from kiosk.core.aloud import sentences

LETTERS = st.text(alphabet="ab .!?\n\u00bf\u2019A1", max_size=80)


def said(text: str) -> list[str]:
    return [one.of(text) for one in sentences(text)]


@given(LETTERS)
def test_nothing_but_spaces_is_left_out_and_the_order_stays(text: str) -> None:
    assert "".join("".join(said(text)).split()) == "".join(text.split())


@given(LETTERS)
def test_each_sentence_has_something_to_say_and_lies_after_the_one_before(text: str) -> None:
    end = 0
    for one in sentences(text):
        assert one.start >= end
        assert one.of(text).strip() == one.of(text) != ""
        end = one.end


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("\u00bfQui\u00e9n? Alguien.", ["\u00bfQui\u00e9n?", "Alguien."]),
        ("'Stop.' Then go.", ["'Stop.'", "Then go."]),
        ("A title\nand a line", ["A title", "and a line"]),
        ("La Dra. Ruiz llega a EE. UU. en mayo.", ["La Dra. Ruiz llega a EE. UU. en mayo."]),
        ("It has 3.5 parts, e.g. this one.", ["It has 3.5 parts, e.g. this one."]),
        ("", []),
        ("   ", []),
    ],
)
def test_ends_of_sentences_are_told_from_other_points(text: str, parts: list[str]) -> None:
    assert said(text) == parts


def test_no_sentence_of_the_lesson_begins_in_the_middle_of_one() -> None:
    for screen in load_pack(paths.default_pack()).screens:
        for block in screen.blocks:
            spans = getattr(block, "spans", ())
            for one in said("".join(span.text for span in spans)):
                assert not one[0].islower(), one
