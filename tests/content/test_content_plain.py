"""Plain language: no screen, card or word of the interface asks for more than nine school years."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from lesson_texts import texts_of
from plain import FAIRLY_EASY, FEWEST_WORDS, NORMAL, too_hard, words_in

from kiosk import paths
from kiosk.content.load import load_pack
from kiosk.core.lesson import LessonScreen, Pack

LANGUAGES = ("en", "es")
MOST_WORDS = 120
TRANSLATIONS = paths.resources() / "translations" / "kiosk_es.ts"
_BLANK = re.compile(r"\{.*?\}")
_NAMES = re.compile(r": [\w-]+(, [\w-]+){7,}$")
"""A list of names is read name by name; together they are no sentence."""

EACH = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def packs() -> dict[str, Pack]:
    pack = load_pack(paths.default_pack())
    return {language: pack.spoken(language) for language in LANGUAGES}


def told(screen: LessonScreen) -> list[str]:
    """Return all that a screen tells, boxes opened too, each part ended as a sentence."""
    parts = [screen.kicker, screen.title, *texts_of(screen)]
    return [part if part.endswith((".", "?", "!", ":")) else f"{part}." for part in parts]


def interface() -> Iterator[tuple[str, str]]:
    """Yield every text of the program with its translation, blanks filled in."""
    for message in ET.parse(TRANSLATIONS).iter("message"):
        source, spanish = message.findtext("source"), message.findtext("translation")
        if source and spanish:
            source, spanish = _NAMES.sub("", source), _NAMES.sub("", spanish)
            yield _BLANK.sub("one", source), _BLANK.sub("uno", spanish)


@pytest.mark.slow
@EACH
def test_each_screen_of_the_lesson_is_plain(packs: dict[str, Pack], language: str) -> None:
    screens = packs[language].screens
    hard = [too_hard(" ".join(told(screen)), language, FAIRLY_EASY) for screen in screens]
    assert [one for one in hard if one] == []


@EACH
def test_no_screen_of_the_lesson_has_more_words_than_a_glance_takes(
    packs: dict[str, Pack], language: str
) -> None:
    counts = {s.id: words_in(" ".join(told(s))) for s in packs[language].screens}
    assert {name: n for name, n in counts.items() if n > MOST_WORDS} == {}
    assert max(counts.values()) > MOST_WORDS // 2


@EACH
def test_each_reason_of_a_card_is_plain(packs: dict[str, Pack], language: str) -> None:
    for activity in packs[language].activities:
        reasons = [reason for item in activity.items for reason in item.reasons.values()]
        told = [activity.introduction, *reasons]
        assert [one for text in told if (one := too_hard(text, language, NORMAL))] == []


@EACH
def test_each_text_of_the_program_is_plain(language: str) -> None:
    spoken = [pair[LANGUAGES.index(language)] for pair in interface()]
    texts = [text for text in spoken if words_in(text) >= FEWEST_WORDS]
    assert len(texts) > 100
    assert [one for text in texts if (one := too_hard(text, language, NORMAL))] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Notwithstanding considerable terminological heterogeneity, contemporary mentoring"
            " literature conceptualizes relationships multidimensionally.",
            "en",
        ),
        (
            "La implementaci\u00f3n de intervenciones interdisciplinarias multidimensionales"
            " presupone conceptualizaciones institucionales diferenciadas.",
            "es",
        ),
    ],
)
def test_text_that_is_hard_is_found_out(text: str, language: str) -> None:
    assert too_hard(text, language, NORMAL)
