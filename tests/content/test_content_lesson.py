"""The shipped lesson: whole, in our own words, short and plain."""

from __future__ import annotations

import re

import pytest
from handed_over import hashed, known_runs, repeated
from lesson_texts import all_texts, texts_of

from kiosk import paths
from kiosk.content.check import check_pack
from kiosk.content.load import load_pack
from kiosk.content.pack import ICONS
from kiosk.core.lesson import Item, Mode, Pack

# What each screen has to say; a word in the table may be the beginning of one on the screen.
FACTS = [
    (
        "two-kinds",
        "recovery support|peers|support conversation|specific need|feelings and emotions",
    ),
    ("two-kinds", "mentoring conversation|learning specific skills|changing a behavior"),
    ("two-kinds", "nonjudgmental|non-authoritative|nondirective|equals"),
    (
        "your-story",
        "own recovery story|key sign|equals|formal counseling|generally be out of place",
    ),
    ("your-story", "part of your job|role model|what helped|what did not"),
    ("the-job", "mentor and role model|purpose|process|understand|to do the job well"),
    ("the-word", "greek myth|mentor|odysseus|friend|advise and guide|son|trojan war|today follows"),
    ("definition", "sustained|one-to-one|trust|actively supports the learner|build capacity"),
    ("definition", "enhance personal effectiveness|both|mentor and the mentee|key elements"),
    ("definition", "shares some things|coaching|therapy|role modeling|teaching|apart"),
    ("four-elements", "lasts over time|single contact|coaching, teaching and therapy|one meeting"),
    ("four-elements", "one-to-one|direct and individual|trust helps teaching and coaching|defined"),
    ("four-elements", "mutual|support|neither authoritative nor directive|own lives|potential"),
    ("four-elements", "skills|behavior|sustain recovery|growth|empowerment"),
    ("how-and-since-when", "face to face|telephone|e-mail|social media|online|profession|young"),
    ("how-and-since-when", "shared experience|old|weight watchers|alcoholics anonymous"),
    ("same-path", "a little farther along|experience|theory|academic expertise|as much as|or more"),
    ("same-path", "take part in the person's recovery|other trained providers"),
    ("trusted-guide", "trusted guide|friend|best interest of the mentee|casual friendship"),
    ("trusted-guide", "mutual benefit|you benefit too|incidental"),
    ("resource-broker", "access|people, places and things|outside|usual surroundings"),
    ("resource-broker", "resource broker|shows how to reach|better than providing"),
    ("the-chart", "a mentor is a|a mentor is not a|mentor or not?"),
]
IS = (
    "Resource Broker, Role Model, Trusted Guide, Fellow Traveler, Listener, Encourager, "
    "Skill Builder, Confidant, Goal Supporter, Advocate"
)
IS_NOT = (
    "Social Worker, Therapist, Authority Figure, Judge, Casual Friend, Parent, Money Lender, "
    "Disciplinarian, Case Manager, Rescuer"
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(paths.default_pack())


def grade(texts: list[str]) -> float:
    """Return the Flesch-Kincaid grade, with vowel groups for syllables."""
    words = [word for text in texts for word in re.findall(r"[A-Za-z']+", text)]
    sentences = sum(max(1, len(re.findall(r"[.?:;](?:\s|$)", text))) for text in texts)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+(?!$)|[aiouy]+$", w.lower()))) for w in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def items(pack: Pack) -> tuple[Item, ...]:
    return pack.activity("mentor-or-not").items


def test_shipped_pack_has_no_problem() -> None:
    assert check_pack(paths.default_pack()) == ()


def test_screens_come_in_their_order(pack: Pack) -> None:
    assert [screen.id for screen in pack.screens] == list(dict.fromkeys(one for one, _ in FACTS))


@pytest.mark.parametrize(("screen_id", "facts"), FACTS)
def test_no_fact_of_the_lesson_is_missing(pack: Pack, screen_id: str, facts: str) -> None:
    screen = pack.screens[pack.screen_number(screen_id) - 1]
    box = [screen.chart.box_title] if screen.chart else []
    said = "\n".join([screen.title, *texts_of(screen), *box]).lower()
    assert [fact for fact in facts.split("|") if fact not in said] == []


def test_no_run_of_eight_words_is_taken_from_the_document(pack: Pack) -> None:
    known = known_runs()
    assert [run for text in all_texts(pack) for run in repeated(text, known)] == []


def test_a_planted_run_of_eight_words_is_caught() -> None:
    planted = "the quick brown fox jumps over the lazy"
    known = known_runs() | {hashed(planted)}
    text = "We saw that the Quick, brown fox\njumps over the 'lazy' dog."
    assert repeated(text, known) == [planted]
    assert repeated(text, known_runs()) == []


def test_the_hashes_of_the_document_are_there() -> None:
    known = known_runs()
    assert len(known) > 800
    assert all(re.fullmatch("[0-9a-f]{16}", one) for one in known)


def test_no_screen_is_over_120_words(pack: Pack) -> None:
    counts = {s.id: sum(len(text.split()) for text in texts_of(s)) for s in pack.screens}
    assert {name: count for name, count in counts.items() if count > 120} == {}


def test_every_screen_and_all_reasons_read_at_grade_8_or_lower(pack: Pack) -> None:
    grades = {screen.id: grade(list(texts_of(screen))) for screen in pack.screens}
    grades["reasons"] = grade([text for item in items(pack) for text in item.reasons.values()])
    assert {name: value for name, value in grades.items() if value > 8} == {}


def test_the_tone_is_calm(pack: Pack) -> None:
    assert [text for text in all_texts(pack) if "!" in text] == []


def test_most_screens_have_a_picture_or_something_to_open(pack: Pack) -> None:
    assert [s.id for s in pack.screens if s.picture is None] == ["the-chart"]
    assert sum(bool(screen.reveals or screen.parts) for screen in pack.screens) >= 7


def test_twenty_cards_stand_where_they_belong(pack: Pack) -> None:
    cards = {
        one: [i.title for i in items(pack) if i.category_id == one] for one in ("is", "is-not")
    }
    assert cards == {"is": IS.split(", "), "is-not": IS_NOT.split(", ")}


def test_every_card_gives_a_plain_reason_for_both_places(pack: Pack) -> None:
    for item in items(pack):
        assert set(item.reasons) == {"is", "is-not"}
        for reason in item.reasons.values():
            assert 1 <= len(re.findall(r"[.](?:\s|$)", reason)) <= 2, reason
            assert 6 <= len(reason.split()) <= 35, reason


def test_every_card_but_two_leads_back_to_its_screen(pack: Pack) -> None:
    assert [item.title for item in items(pack) if not item.screen_id] == [
        "Advocate",
        "Case Manager",
    ]


def test_the_activity_is_an_assessment_of_all_twenty(pack: Pack) -> None:
    activity = pack.activity("mentor-or-not")
    assert (activity.mode, activity.mastery_score, activity.deal) == (Mode.ASSESSMENT, 0.8, 20)
    assert [(c.id, c.title, c.short_title, c.icon) for c in activity.categories] == [
        ("is", "A mentor is a", "is a", "check"),
        ("is-not", "A mentor is not a", "is not a", "not"),
    ]


def test_the_chart_leads_into_the_activity_with_the_two_cards_that_were_kept(pack: Pack) -> None:
    chart = pack.screens[-1].chart
    assert chart is not None
    assert chart.activity_id == "mentor-or-not"
    assert chart.example_item_ids == ("resource-broker", "social-worker")


def test_every_icon_that_a_pack_may_name_has_a_drawing() -> None:
    drawn = {path.stem for path in (paths.resources() / "icons").glob("*.svg")}
    assert sorted(set(ICONS) - drawn) == []
