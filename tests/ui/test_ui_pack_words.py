"""What is wrong with a lesson is told to staff in the language of the screen, fault by fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_packs import HOSTILE, zipped
from pack_maker import small_pack
from pytestqt.qtbot import QtBot

from kiosk.content.importers.arrival import read_arrival
from kiosk.content.problem import Problem
from kiosk.content.shelf import Shelf
from kiosk.content.wrong import Outside, Thing, Wrong
from kiosk.errors import PackBroken
from kiosk.paths import default_pack, resources
from kiosk.ui.language import Tongue
from kiosk.ui.messages import fault_words
from kiosk.ui.pack_words import problem_words

ALIKE = {Outside.HTML, Thing.ID}  # the same word in both languages


@pytest.fixture
def spanish(qtbot: QtBot) -> Iterator[None]:
    del qtbot
    tongue = Tongue(resources() / "translations", "es")
    yield
    tongue.speak("en")
    tongue.close()


def problems_of(folder: Path, data: bytes) -> tuple[Problem, ...]:
    file = folder / "brought.zip"
    file.write_bytes(data)
    return read_arrival(file).problems


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize("words", [*Wrong, *Outside, *Thing], ids=lambda each: each.name)
def test_every_fault_has_its_words(words: Wrong | Outside | Thing) -> None:
    told = problem_words(Problem("", "", words, words, {name: f"{{{name}}}" for name in NAMES}))
    assert (told != words) or words in ALIKE


NAMES = (
    "code", "depth", "detail", "fence", "file", "kinds", "most", "n", "name", "outside", "parts",
    "sign", "thing", "wanted",
)  # fmt: skip


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize("kind", HOSTILE)
def test_lesson_that_was_brought_is_told_of_in_spanish(tmp_path: Path, kind: str) -> None:
    problems = problems_of(tmp_path, HOSTILE[kind][0]())
    assert problems
    for problem in problems:
        told = problem_words(problem)
        assert problem.file in told
        assert problem.message not in told


@pytest.mark.usefixtures("spanish")
def test_place_and_what_is_wanted_are_told_in_spanish(tmp_path: Path) -> None:
    files = small_pack()
    files["pack.toml"] = files["pack.toml"].replace(b'version = "1.0.0"', b"version = 1")
    screen = next(file for file in files if file.startswith("screens/"))
    files[screen] += b"\n\n> said\n"
    told = [problem_words(problem) for problem in problems_of(tmp_path, zipped(files))]
    assert "pack.toml, version: debe ser: una versión como «1.0.0»" in told
    line = 1 + files[screen].count(b"\n", 0, files[screen].index(b"> said"))
    assert f"{screen}, línea {line}: contiene una cita; usa «quote» en la cabecera" in told


@pytest.mark.usefixtures("spanish")
def test_lesson_that_was_changed_on_the_disk_is_told_of_in_spanish(tmp_path: Path) -> None:
    file = tmp_path / "brought.zip"
    file.write_bytes(zipped(small_pack()))
    arrival = read_arrival(file)
    assert arrival.pack is not None
    shelf = Shelf(tmp_path, default_pack())
    key = shelf.take_in(arrival.pack, arrival.files)
    (tmp_path / "packs" / key / "pack.toml").write_bytes(b"spoilt")
    fault = next(pack.fault for pack in shelf.packs() if pack.key == key)
    assert isinstance(fault, PackBroken)
    assert "línea 1: no es TOML" in " ".join(fault_words(fault))
