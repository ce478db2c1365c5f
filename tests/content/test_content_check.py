"""Every kind of problem is found, in its file and at its place, and never only the first."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from pack_maker import ACTIVITY, SVG, changed, small_pack, write_pack

from kiosk.content.check import check_pack
from kiosk.content.problem import Problem

PACK, FIRST, SECOND, SORT, SVG_FILE = (
    "pack.toml",
    "screens/01-first.md",
    "screens/02-second.md",
    "activities/sort.toml",
    "pictures/first.svg",
)
WORDS = " ".join(["word"] * 120)
ELEVEN = "".join(
    f'[[categories]]\nid = "c{n}"\ntitle = "C"\nshort_title = "c"\nicon = "check"\n'
    for n in range(5)
)
CASES = [
    # pack.toml
    (PACK, "format = 1", "format = 2", "format", "must be 1; another format"),
    (PACK, "format = 1\n", "", "format", "missing"),
    (PACK, "format = 1", 'format = "1"', "format", "must be 1"),
    (PACK, 'id = "small"', 'id = "Small Pack"', "id", "small letters"),
    (PACK, 'version = "1.0.0"', "version = 1.0", "version", "must be a version"),
    (PACK, 'title = "Small"', 'title = " "', "title", "one line of text"),
    (PACK, 'title = "Small"', 'title = "Sm\\nall"', "title", "one line of text"),
    (PACK, 'language = "en"', 'language = "English!"', "language", "language tag"),
    (PACK, 'module = "Module 1"\n', "", "module", "missing"),
    (PACK, '["Made for a test."]', '"Made for a test."', "sources", "must be at most 40 texts"),
    (PACK, '["Made for a test."]', '["Made", 3]', "sources[2]", "one line of text"),
    (PACK, "sources =", 'colour = "red"\nsources =', "colour", "unknown key"),
    (PACK, '"02-second"]', '"01-first"]', "screens[2]", "'01-first' is also number 1"),
    (PACK, '["sort"]', '["sort", "sort"]', "activities[2]", "'sort' is also number 1"),
    (PACK, '["sort"]', '["../sort"]', "activities[1]", "small letters"),
    (PACK, '["sort"]', '["con"]', "activities[1]", "small letters"),
    (PACK, '["sort"]', "[]", "activities", "1 to 12"),
    (PACK, "format = 1", "format 1", "line 1", "is not TOML"),
    (PACK, '["sort"]', '["sort"', "line 9", "is not TOML"),
    (PACK, "format = 1", "format = 1\nformat = 1", "line 2", "is not TOML"),
    (PACK, "format = 1", f"format = {'9' * 5000}", "line 1", "too many digits"),
    (PACK, "format = 1", f"format = {'[' * 5000}", "line 1", "nested too deeply"),
    (PACK, "format = 1", f"format = 1\n{'a.' * 65}a = 1", "line 2", "more than 64 full stops"),
    # front matter
    (FIRST, "+++\nid", "id", "line 1", "must be '+++'"),
    (SECOND, 'here."\n+++', 'here."\n', "line 1", "no second '+++'"),
    (FIRST, 'title = "The first screen"', "title = The first", "line 3", "is not TOML"),
    (FIRST, 'id = "first"\n', "", "id", "missing"),
    (FIRST, 'kicker = "To begin"', "kicker = 3", "kicker", "one line of text"),
    (FIRST, 'kicker = "To begin"', 'subtitle = "To begin"', "subtitle", "unknown key"),
    (FIRST, 'picture_alt = "A line"\n', "", "picture_alt", "missing"),
    (FIRST, 'picture = "first.svg"\n', "", "picture_alt", "no picture"),
    (FIRST, '"first.svg"', '"../first.svg"', "picture", "name of an SVG file"),
    (FIRST, '"first.svg"', '"nul.svg"', "picture", "name of an SVG file"),
    (SECOND, 'icon = "star"', 'icon = "skull"', "parts[1].icon", "name of an icon"),
    (SECOND, 'words = "One piece,"\n', "", "parts[1].words", "missing"),
    (FIRST, 'icon = "heart"', 'icon = "skull"', "reveals[1].icon", "name of an icon"),
    (FIRST, 'text = "There is more."\n', "", "reveals[1].text", "missing"),
    (FIRST, "[[reveals]]", "[reveals]", "reveals", "must be at most 8 [[reveals]]"),
    (
        SECOND,
        'id = "second"',
        'id = "first"',
        "id",
        "'first' is also the id of screens/01-first.md",
    ),
    (SECOND, 'activity = "sort"', 'activity = "play"', "chart.activity", "no activity 'play'"),
    (SECOND, '["apple"]', '["pear"]', "chart.examples[1]", "no item 'pear'"),
    (SECOND, '["apple"]', '["apple", "apple"]', "chart.examples[2]", "'apple' is also number 1"),
    # body
    (FIRST, "A paragraph", "# Heading\n\nA paragraph", "line 14", "a heading"),
    (FIRST, "over two lines.", "over [two](https://example.org) lines.", "line 15", "a link"),
    (FIRST, "over two lines.", "over ![two](x.png) lines.", "line 15", "an image"),
    (FIRST, "over two lines.", "over <b>two</b> lines.", "line 15", "HTML"),
    (FIRST, "over two lines.", "over `two` lines.", "line 15", "holds code"),
    (FIRST, "over two lines.", "over *two* lines.", "line 15", "*emphasis*"),
    (FIRST, "over two lines.", "over ~~two~~ lines.", "line 15", "struck-out"),
    (FIRST, "- one", "<div>\n\n- one", "line 17", "HTML"),
    (FIRST, "- one", "```\nx\n```\n\n- one", "line 17", "a block of code"),
    (FIRST, "- one", "    x\n\n- one", "line 17", "four spaces"),
    (FIRST, "- one", "> x\n\n- one", "line 17", "a quotation"),
    (FIRST, "- one", "***\n\n- one", "line 17", "a rule"),
    (FIRST, "- one", "| a |\n|---|\n| b |\n\n- one", "line 17", "a table"),
    (FIRST, "- one", "[a]: https://example.org\n\n- one", "line 17", "a link"),
    (FIRST, "- one", "1. x\n\n- one", "line 17", "a numbered list"),
    (FIRST, "- one\n- **two**", "* one\n* **two**", "line 17", "begins a bullet with '*'"),
    (FIRST, "- **two**", "  - **two**", "line 18", "bullets inside a bullet"),
    (FIRST, "- **two**", "\n  More.\n- **two**", "line 19", "second paragraph"),
    (FIRST, "- one", f"- {WORDS}", "", "has 140 words; a screen has at most 120"),
    (FIRST, "One line", WORDS, "", "has 139 words"),
    (FIRST, "There is more.", WORDS, "", "has 138 words"),
    (FIRST, "- one", "- \x07one", "line 17", "control character (U+0007)"),
    # activity
    (SORT, 'mode = "assessment"', 'mode = "exam"', "mode", "'practice' or 'assessment'"),
    (SORT, "mastery_score = 0.5", "mastery_score = 1.1", "mastery_score", "from 0 to 1"),
    (SORT, "mastery_score = 0.5", "mastery_score = -0.1", "mastery_score", "from 0 to 1"),
    (SORT, "mastery_score = 0.5", "mastery_score = nan", "mastery_score", "from 0 to 1"),
    (SORT, "deal = 3", "deal = 4", "deal", "at most 3, the number of items"),
    (SORT, "deal = 3", "deal = 1", "deal", "whole number from 2"),
    (SORT, "deal = 3", "deal = 2.5", "deal", "whole number"),
    (SORT, 'prompt = "Which of these can be eaten?"\n', "", "prompt", "missing"),
    (SORT, 'id = "not-food"', 'id = "food"', "categories[2].id", "'food' is also number 1"),
    (SORT, 'icon = "check"', 'icon = "tick"', "categories[1].icon", "name of an icon"),
    (SORT, 'title = "It is food"', 'title = ""', "categories[1].title", "one line of text"),
    (SORT, "[[items]]", f"{ELEVEN}\n[[items]]", "categories", "must be 1 to 6"),
    (SORT, 'id = "stone"', 'id = "apple"', "items[2].id", "'apple' is also number 1"),
    (SORT, 'title = "Stone"', 'title = "\\t"', "items[2].title", "one line of text"),
    (SORT, 'category = "food"', 'category = "drink"', "items[1].category", "no category 'drink'"),
    (SORT, 'screen = "first"', 'screen = "third"', "items[1].screen", "no screen 'third'"),
    (SORT, "discuss = true", "discuss = 1", "items[3].discuss", "true or false"),
    (SORT, 'food = "Some', 'drink = "Some', "items[2].reasons.drink", "no category 'drink'"),
    (SORT, 'food = "Some', 'drink = "Some', "items[2].reasons.food", "every category has a reason"),
    (SORT, '"Teeth break on it."', '""', "items[2].reasons.not-food", "one line of text"),
    (SORT, '"Teeth break on it."', "7", "items[2].reasons.not-food", "one line of text"),
    (SORT, "reasons = { food", "why = { food", "items[1].reasons", "missing"),
    (SORT, "reasons = { food", "why = { food", "items[1].why", "unknown key"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}, {case[3]}: {case[4]}")
def test_problem_is_named_with_its_file_and_place(
    tmp_path: Path, case: tuple[str, str, str, str, str]
) -> None:
    file, old, new, place, message = case
    problems = check_pack(write_pack(tmp_path, changed(file, old, new)))
    assert any((p.file, p.place) == (file, place) and message in p.message for p in problems), (
        problems
    )


@pytest.mark.parametrize("file", sorted(small_pack()))
def test_missing_file_is_named(tmp_path: Path, file: str) -> None:
    files = small_pack()
    del files[file]
    assert Problem(file, "", "there is no such file") in check_pack(write_pack(tmp_path, files))


@pytest.mark.parametrize("file", sorted(set(small_pack()) - {SVG_FILE}))
def test_text_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path, file: str) -> None:
    files = small_pack()
    files[file] = b"\n\n" + files[file] + b"\xff"
    line = files[file].count(b"\n") + 1
    problems = check_pack(write_pack(tmp_path, files))
    assert Problem(file, f"line {line}", "is not UTF-8; save the file as UTF-8") in problems


@pytest.mark.parametrize("file", sorted(small_pack()))
def test_file_over_the_limit_is_refused(tmp_path: Path, file: str) -> None:
    files = small_pack()
    files[file] += b" " * 2 * 1024 * 1024
    problems = [p for p in check_pack(write_pack(tmp_path, files)) if p.file == file]
    assert [p.message.rsplit(" ", 2)[0] for p in problems] == ["is larger than"]


def test_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    files = small_pack()
    del files[SVG_FILE]
    (tmp_path / SVG_FILE).mkdir(parents=True)
    problems = check_pack(write_pack(tmp_path, files))
    assert problems == (Problem(SVG_FILE, "", "is not a plain file"),)


@pytest.mark.skipif(sys.platform == "win32", reason="needs the right to make links and pipes")
@pytest.mark.parametrize("kind", ["link to a file", "link to a folder", "pipe"])
def test_nothing_outside_the_pack_is_read(tmp_path: Path, kind: str) -> None:
    files, outside = small_pack(), tmp_path / "outside"
    write_pack(outside, {"first.svg": files.pop(SVG_FILE)})
    pictures = tmp_path / "pack" / "pictures"
    write_pack(tmp_path / "pack", files)
    if kind == "link to a folder":
        pictures.symlink_to(outside)
    else:
        pictures.mkdir()
        if kind == "pipe":
            os.mkfifo(pictures / "first.svg")
        else:
            (pictures / "first.svg").symlink_to(outside / "first.svg")
    assert [p.file for p in check_pack(tmp_path / "pack")] == [SVG_FILE]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps one name in two cases")
def test_name_in_capitals_is_another_file_on_every_system(tmp_path: Path) -> None:
    files = small_pack()
    files["pictures/First.svg"] = files.pop(SVG_FILE)
    problems = check_pack(write_pack(tmp_path, files))
    assert problems == (Problem(SVG_FILE, "", "there is no such file"),)


def test_screen_with_nothing_to_read_is_refused(tmp_path: Path) -> None:
    files = small_pack()
    files[SECOND] = b'+++\nid = "second"\ntitle = "Empty"\n+++\n'
    problems = check_pack(write_pack(tmp_path, files))
    assert problems == (Problem(SECOND, "", "has nothing to read"),)


@pytest.mark.parametrize(("items", "fine"), [(1, False), (2, True), (40, True), (41, False)])
def test_board_has_2_to_40_items(tmp_path: Path, *, items: int, fine: bool) -> None:
    files = small_pack()
    head = ACTIVITY.split("[[items]]")[0].replace("deal = 3\n", "")
    one = (
        '[[items]]\nid = "i{}"\ntitle = "I"\ncategory = "food"\n'
        'reasons = {{ food = "a", not-food = "b" }}\n'
    )
    files[SORT] = (head + "".join(one.format(n) for n in range(items))).encode()
    files[SECOND] = files[SECOND].replace(b'["apple"]', b'["i0"]')
    problems = check_pack(write_pack(tmp_path, files))
    assert problems == (() if fine else (Problem(SORT, "items", "must be 2 to 40 [[items]]"),))


def test_decoys_need_the_word_none_so_no_category_may_have_it(tmp_path: Path) -> None:
    files = small_pack()
    files[SORT] = files[SORT].replace(b"not-food", b"none")
    problems = check_pack(write_pack(tmp_path, files))
    assert problems == (Problem(SORT, "categories[2].id", "'none' is kept for decoys"),)


def test_all_problems_are_listed_and_not_only_the_first(tmp_path: Path) -> None:
    files = small_pack()
    files[PACK] = files[PACK].replace(b'"Small"', b"7").replace(b'"1.0.0"', b'"x"')
    files[FIRST] = files[FIRST].replace(b'"To begin"', b"7").replace(b"over two", b"`over` *two*")
    files[SORT] = files[SORT].replace(b'"Stone"', b"7").replace(b'"Air"', b'""')
    files[SVG_FILE] = b"<html/>"
    problems = check_pack(write_pack(tmp_path, files))
    assert [(p.file, p.place) for p in problems] == [
        (PACK, "version"),
        (PACK, "title"),
        (FIRST, "line 15"),
        (FIRST, "line 15"),
        (FIRST, "kicker"),
        (SORT, "items[2].title"),
        (SORT, "items[3].title"),
        (SVG_FILE, "line 1"),
    ]


def test_one_broken_id_does_not_make_false_problems_elsewhere(tmp_path: Path) -> None:
    problems = check_pack(write_pack(tmp_path, changed(FIRST, 'id = "first"', "id = 1")))
    assert [(p.file, p.place) for p in problems] == [(FIRST, "id")]


@pytest.mark.parametrize("file", [FIRST, SORT])
def test_one_missing_file_does_not_make_false_problems_elsewhere(tmp_path: Path, file: str) -> None:
    files = small_pack()
    del files[file]
    problems = check_pack(write_pack(tmp_path, files))
    assert problems == (Problem(file, "", "there is no such file"),)


def test_pictures_of_two_screens_are_checked_once(tmp_path: Path) -> None:
    files = changed(
        SECOND, 'id = "second"', 'id = "second"\npicture = "first.svg"\npicture_alt = "A"'
    )
    files[SVG_FILE] = SVG.replace("<path", "<script/><path").encode()
    assert len(check_pack(write_pack(tmp_path, files))) == 1


def test_problem_reads_as_one_line() -> None:
    assert str(Problem("a.toml", "line 3", "is odd")) == "a.toml, line 3: is odd"
    assert str(Problem("a.toml", "", "is odd")) == "a.toml: is odd"


def test_the_example_in_the_authors_page_is_a_sound_pack(tmp_path: Path) -> None:
    page = Path(__file__).parents[2] / "docs" / "authors.md"
    parts = page.read_text(encoding="utf-8").split("```")
    manifest, screen, activity = (
        next(part for part in parts if part.startswith(start))
        for start in ("toml\nformat", "\n+++", "toml\nid")
    )
    files = {
        PACK: manifest.removeprefix("toml\n").encode(),
        "screens/01-start.md": screen.removeprefix("\n").encode(),
        SORT: activity.removeprefix("toml\n").encode(),
        "pictures/start.svg": SVG.encode(),
    }
    assert check_pack(write_pack(tmp_path, files)) == ()
