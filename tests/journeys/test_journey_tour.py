"""The tour is a demonstration and a test: every way of input makes the whole visit."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.cli.kinds import LANGUAGES
from kiosk.cli.show import TEXT_SIZES, THEMES
from kiosk.ui import language
from kiosk.ui.theme import TextSize, ThemeName


def tour(out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", "tour", "--out", str(out), *options]
    return subprocess.run(
        command, env=dict(os.environ), capture_output=True, text=True, timeout=240, check=False
    )


@pytest.mark.parametrize(
    ("method", "size", "seed", "lang"),
    [
        ("drag", "1920x1080", "7", "en"),
        ("tap", "1280x800", "7", "es"),
        ("keys", "1024x768", "7", "en"),
        # The first card missed has no screen to read again: keys must get past it in the list.
        ("keys", "1024x768", "19", "en"),
    ],
)
def test_each_way_of_input_makes_the_whole_visit(
    tmp_path: Path, method: str, size: str, seed: str, lang: str
) -> None:
    how = ("--input", method, "--size", size, "--seed", seed, "--lang", lang)
    done = tour(tmp_path / "tour", *how)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "All of it agrees." in done.stdout
    pictures = list((tmp_path / "tour" / "screens").glob("*.png"))
    assert len(pictures) >= 25
    assert all(picture.stat().st_size > 5_000 for picture in pictures)
    (bundle,) = (tmp_path / "tour" / "export").iterdir()
    with (bundle / "attempts.csv").open(encoding="utf-8-sig", newline="") as stream:
        row, again = csv.DictReader(stream)
    assert (row["first_try_correct"], row["final_correct"], row["outcome"]) == (
        "17", "20", "passed",
    )  # fmt: skip
    assert (again["first_try_correct"], again["items"], again["outcome"]) == ("3", "3", "completed")
    assert (again["round"], again["follows_attempt_id"]) == ("2", row["attempt_id"])
    # Staff compare kiosks by titles: those of the pack's own language stand in the log.
    assert (row["language"], row["activity_title"]) == (lang, "Mentor or Not?")
    assert all(method in attempt["input_methods"] for attempt in (row, again))


def test_tour_begins_with_the_theme_and_text_size_asked_for(tmp_path: Path) -> None:
    done = tour(tmp_path / "tour", "--input", "tap", "--theme", "contrast", "--text", "200")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "All of it agrees." in done.stdout
    for picture in sorted((tmp_path / "tour" / "screens").glob("*-staff-*.png")):
        shown = QImage(str(picture))
        assert shown.pixelColor(shown.width() - 2, shown.height() - 2) == QColor("#000000")


@pytest.mark.parametrize("option", [("--theme", "mauve"), ("--text", "115")])
def test_tour_refuses_a_look_that_there_is_not(tmp_path: Path, option: tuple[str, str]) -> None:
    assert tour(tmp_path / "tour", *option).returncode == 2


def test_every_look_can_be_asked_for() -> None:
    assert list(LANGUAGES) == list(language.LANGUAGES)
    assert list(THEMES) == [name.value for name in ThemeName]
    assert list(TEXT_SIZES) == [str(int(size)) for size in TextSize]


def test_tour_leaves_a_folder_with_other_files_alone(tmp_path: Path) -> None:
    keep = tmp_path / "letters.txt"
    keep.write_text("mine")
    done = tour(tmp_path)
    assert done.returncode == 12
    assert keep.read_text() == "mine"
    assert "Traceback" not in done.stderr
