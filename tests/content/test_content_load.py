"""A sound pack becomes values; anything else is refused with what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from pack_maker import ACTIVITY, FIRST, SVG, changed, small_pack, write_pack

from kiosk.content.check import check_pack
from kiosk.content.load import fingerprint, load_pack
from kiosk.core.lesson import Bullets, Chart, Mode, Paragraph, Part, Picture, Reveal, Span
from kiosk.errors import PackBroken, PackMissing


def test_a_sound_pack_has_no_problem(tmp_path: Path) -> None:
    assert check_pack(write_pack(tmp_path, small_pack())) == ()


def test_what_the_author_wrote_is_what_the_lesson_shows(tmp_path: Path) -> None:
    pack = load_pack(write_pack(tmp_path, small_pack()))
    screen = pack.screens[0]
    assert (pack.id, pack.version, pack.title, pack.module) == (
        "small",
        "1.0.0",
        "Small",
        "Module 1",
    )
    assert (pack.language, pack.sources) == ("en", ("Made for a test.",))
    assert (screen.id, screen.title, screen.kicker) == ("first", "The first screen", "To begin")
    assert screen.quote == "One line"
    assert screen.picture == Picture("first.svg", "A line")
    assert pack.screens[1].parts == (Part("One piece,", "and what it means.", "star"),)
    assert screen.reveals == (Reveal("Open me", "There is more.", "heart"),)
    assert pack.screens[1].chart == Chart("sort", ("apple",), "Sort", "Press here.")
    assert pack.assets == {"first.svg": SVG.encode()}


def test_body_keeps_paragraphs_bullets_and_key_terms(tmp_path: Path) -> None:
    blocks = load_pack(write_pack(tmp_path, small_pack())).screens[0].blocks
    assert blocks == (
        Paragraph(
            (Span("A paragraph with a "), Span("key term", strong=True), Span(" over two lines."))
        ),
        Bullets(((Span("one"),), (Span("two", strong=True), Span(" and a half")))),
    )


def test_activity_keeps_its_rules_and_its_cards(tmp_path: Path) -> None:
    activity = load_pack(write_pack(tmp_path, small_pack())).activity("sort")
    apple, _, air = activity.items
    assert (activity.mode, activity.mastery_score, activity.deal) == (Mode.ASSESSMENT, 0.5, 3)
    assert [c.id for c in activity.categories] == ["food", "not-food"]
    assert (apple.category_id, apple.screen_id, apple.discuss) == ("food", "first", False)
    assert apple.reasons == {"food": "It grows to be eaten.", "not-food": "It is also a toy."}
    assert (air.category_id, air.discuss) == (None, True)


def test_mastery_score_deal_and_kicker_may_be_left_out(tmp_path: Path) -> None:
    files = small_pack()
    without = ACTIVITY.replace("mastery_score = 0.5\n", "").replace("deal = 3\n", "")
    files["activities/sort.toml"] = without.encode()
    pack = load_pack(write_pack(tmp_path, files))
    assert (pack.activities[0].mastery_score, pack.activities[0].deal) == (None, None)
    assert pack.screens[1].kicker == ""


@pytest.mark.parametrize("encode", ["utf-8", "utf-8-sig"])
def test_text_saved_by_a_windows_editor_reads_the_same(tmp_path: Path, encode: str) -> None:
    files = small_pack()
    files["screens/01-first.md"] = FIRST.replace("\n", "\r\n").encode(encode)
    files["activities/sort.toml"] = ACTIVITY.replace("\n", "\r\n").encode(encode)
    plain = load_pack(write_pack(tmp_path / "plain", small_pack()))
    windows = load_pack(write_pack(tmp_path / "windows", files))
    assert windows.screens == plain.screens
    assert windows.activities == plain.activities


@pytest.mark.parametrize("make", ["nothing", "a file", "an empty folder"])
def test_where_there_is_no_pack_it_says_so(tmp_path: Path, make: str) -> None:
    path = tmp_path / "pack"
    if make == "a file":
        path.write_text("not a folder", encoding="utf-8")
    elif make == "an empty folder":
        path.mkdir()
    with pytest.raises(PackMissing, match="No lesson pack was found"):
        load_pack(path)
    assert [problem.file for problem in check_pack(path)] == ["pack.toml"]


def test_a_broken_pack_is_refused_with_the_count_and_the_first(tmp_path: Path) -> None:
    files = changed("pack.toml", 'version = "1.0.0"', 'version = "one"')
    files["activities/sort.toml"] = files["activities/sort.toml"].replace(b"deal = 3", b"deal = 9")
    path = write_pack(tmp_path, files)
    first, _ = check_pack(path)
    with pytest.raises(PackBroken) as caught:
        load_pack(path)
    assert caught.value.values == {"path": path, "count": 2, "first": first}
    assert "2 problems, the first: pack.toml, version: must be a version" in str(caught.value)


@pytest.mark.parametrize("file", sorted(small_pack()))
def test_hash_changes_with_any_byte_of_any_file(tmp_path: Path, file: str) -> None:
    files = small_pack()
    before = load_pack(write_pack(tmp_path / "before", files)).sha256
    files[file] += b"\n"
    assert load_pack(write_pack(tmp_path / "after", files)).sha256 != before


def test_hash_changes_when_a_file_is_renamed(tmp_path: Path) -> None:
    before = load_pack(write_pack(tmp_path / "before", small_pack())).sha256
    files = small_pack()
    renamed = {
        ("pictures/second.svg" if f == "pictures/first.svg" else f): d for f, d in files.items()
    }
    renamed["screens/01-first.md"] = FIRST.replace("first.svg", "second.svg").encode()
    assert load_pack(write_pack(tmp_path / "after", renamed)).sha256 != before
    assert fingerprint({"a": b"1"}) != fingerprint({"b": b"1"})
    assert fingerprint({"a": b"1", "b": b"2"}) != fingerprint({"a": b"2", "b": b"1"})


def test_hash_has_lengths_so_that_bytes_cannot_move_between_files() -> None:
    assert fingerprint({"a": b"bc"}) != fingerprint({"ab": b"c"})
    assert fingerprint({"a": b"", "b": b""}) != fingerprint({"a": b"b"})


def test_hash_is_the_same_wherever_and_with_whatever_lies_beside_the_pack(tmp_path: Path) -> None:
    here = load_pack(write_pack(tmp_path / "here", small_pack()))
    strange = {**small_pack(), "notes.txt": b"mine", "pictures/unused.svg": b"<svg"}
    there = load_pack(write_pack(tmp_path / "there", strange))
    assert there == here


def test_each_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_pack(tmp_path, small_pack())
    opened: list[str] = []
    real_open = Path.open

    def counting(self: Path, mode: str = "r") -> object:
        opened.append(self.relative_to(path).as_posix())
        return real_open(self, mode)

    monkeypatch.setattr(Path, "open", counting)
    load_pack(path)
    assert sorted(opened) == sorted(small_pack())
