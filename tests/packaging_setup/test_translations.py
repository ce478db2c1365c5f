"""Every word that a screen shows is there in every language, with its values in place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
import words
from translations import FOLDER, release

from kiosk.ui.language import LANGUAGES

FILES = sorted(FOLDER.glob("*.ts"))
EACH = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
Message = tuple[str, str]


def messages(file: Path) -> dict[Message, str | None]:
    """Return the translation of each source text of each context; ``None`` for unfinished ones."""
    found: dict[Message, str | None] = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            done = translation.text if "type" not in translation.attrib else None
            found[str(context.findtext("name")), str(message.findtext("source"))] = done
    return found


def test_every_language_but_the_sources_own_has_a_file() -> None:
    assert {file.stem for file in FILES} == {f"kiosk_{tag}" for tag in list(LANGUAGES)[1:]}


@EACH
def test_no_word_of_the_source_is_missing_and_none_is_left_over(file: Path, tmp_path: Path) -> None:
    fresh = tmp_path / file.name
    shutil.copy(file, fresh)
    assert words.gather(fresh)
    assert messages(fresh).keys() == messages(file).keys()


@EACH
def test_every_word_is_translated_with_its_values(file: Path) -> None:
    for (context, source), done in messages(file).items():
        assert done, f"{context}: {source!r} is not translated"
        assert sorted(re.findall(r"{\w+}", done)) == sorted(re.findall(r"{\w+}", source)), source


@EACH
def test_what_the_kiosk_reads_is_made_of_what_stands_here(file: Path) -> None:
    made = file.with_suffix(".qm")
    assert made.is_file(), "make setup"
    before = made.read_bytes()
    assert release()
    assert made.read_bytes() == before
