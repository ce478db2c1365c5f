"""What somebody brought is found where it would be, and nothing else is looked at for long."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.ui.staff.finder import find
from kiosk.ui.staff.views import PlaceToExport


def put(file: Path, age: int) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("x")
    os.utime(file, (1_740_000_000 - age, 1_740_000_000 - age))
    return file


def test_newest_come_first_from_all_places_and_three_folders_deep(tmp_path: Path) -> None:
    stick, documents = tmp_path / "stick", tmp_path / "documents"
    old = put(documents / "old.csv", 500)
    new = put(stick / "a" / "b" / "NEW.CSV", 1)
    put(stick / "a" / "b" / "c" / "deep.csv", 0)
    put(stick / ".hidden" / "x.csv", 0)
    put(stick / "notes.txt", 0)
    places = (PlaceToExport("Stick", stick), PlaceToExport("Documents", documents))
    found = find(places, (".csv",))
    assert [(each.path, each.place) for each in found] == [(new, "Stick"), (old, "Documents")]


def test_folder_is_found_by_what_marks_it_and_links_are_not_followed(tmp_path: Path) -> None:
    lesson = put(tmp_path / "stick" / "lesson" / "pack.toml", 1).parent
    (tmp_path / "stick" / "loop").symlink_to(tmp_path / "stick", target_is_directory=True)
    archive = put(tmp_path / "stick" / "lesson.zip", 5)
    places = (PlaceToExport("Stick", tmp_path / "stick"), PlaceToExport("Gone", tmp_path / "gone"))
    assert {each.path for each in find(places, (".zip",), "pack.toml")} == {lesson, archive}


def test_so_many_files_are_shown_as_their_newest(tmp_path: Path) -> None:
    for number in range(60):
        put(tmp_path / f"{number}.csv", number)
    found = find((PlaceToExport("Stick", tmp_path),), (".csv",))
    assert [each.path.name for each in found] == [f"{number}.csv" for number in range(24)]
