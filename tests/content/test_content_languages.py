"""A pack says the same in each of its languages, no less and nothing else."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from pack_maker import small_pack, write_pack

from kiosk.content.check import check_pack
from kiosk.content.load import load_pack
from kiosk.core.lesson import Pack

FIRST = """\
+++
title = "La primera pantalla"
kicker = "Para empezar"
picture_alt = "Una línea"
quote = "Una frase"

[[reveals]]
title = "Ábreme"
text = "Hay más."
+++
Un párrafo con un **término clave**.
"""
SECOND = """\
+++
title = "La segunda pantalla"

[[parts]]
words = "Una parte,"
text = "y lo que significa."

[chart]
box_title = "Tu turno"
box_text = "Toca aquí."
+++
"""
SORT = """\
title = "¿Qué se come?"
prompt = "¿Qué es comida?"
introduction = "Pon cada tarjeta en su lugar."

[[categories]]
id = "food"
title = "Es comida"
short_title = "comida"

[[categories]]
id = "not-food"
title = "No es comida"
short_title = "no es comida"
"""


def spanish_pack() -> dict[str, bytes]:
    """Return the small pack with all of its words in Spanish too."""
    files = small_pack()
    manifest = files["pack.toml"].decode()
    files["pack.toml"] = manifest.replace('= "en"\n', '= "en"\nlanguages = ["es"]\n', 1).encode()
    pack = load_sound(small_pack())
    sort = SORT + "".join(
        f'\n[[items]]\nid = "{item.id}"\ntitle = "Tarjeta {n}"\n'
        f'reasons = {{ food = "Sí {n}.", not-food = "No {n}." }}\n'
        for n, item in enumerate(pack.activities[0].items, start=1)
    )
    texts = {
        "es/pack.toml": 'title = "Pequeño"\nmodule = "Módulo 1"\n',
        "es/screens/01-first.md": FIRST,
        "es/screens/02-second.md": SECOND,
        "es/activities/sort.toml": sort,
    }
    return {**files, **{file: text.encode() for file, text in texts.items()}}


def load_sound(files: dict[str, bytes]) -> Pack:
    """Load a pack from a folder that goes away again."""
    with tempfile.TemporaryDirectory() as folder:
        return load_pack(write_pack(Path(folder), files))


def test_pack_is_read_in_each_language_with_the_same_rules(tmp_path: Path) -> None:
    pack = load_pack(write_pack(tmp_path, spanish_pack()))
    spanish = pack.spoken("es")
    assert pack.languages == ("en", "es")
    assert (spanish.language, spanish.title, spanish.module) == ("es", "Pequeño", "Módulo 1")
    first, ours = spanish.screens[0], pack.screens[0]
    assert (first.id, first.title, first.quote) == (ours.id, "La primera pantalla", "Una frase")
    assert [(one.words, one.icon) for one in spanish.screens[1].parts] == [("Una parte,", "star")]
    assert [(one.title, one.icon) for one in first.reveals] == [("Ábreme", ours.reveals[0].icon)]
    item, card = spanish.activities[0].items[0], pack.activities[0].items[0]
    assert (item.id, item.category_id, item.title) == (card.id, card.category_id, "Tarjeta 1")
    assert item.reasons == {"food": "Sí 1.", "not-food": "No 1."}
    assert spanish.sha256 == pack.sha256


@pytest.mark.parametrize(
    ("asked", "spoken"), [("es", "es"), ("es-MX", "es"), ("en-US", "en"), ("fr", "en"), ("", "en")]
)
def test_nearest_language_is_spoken(tmp_path: Path, asked: str, spoken: str) -> None:
    pack = load_pack(write_pack(tmp_path, spanish_pack()))
    assert pack.spoken(asked).language == spoken


def test_fingerprint_covers_every_language(tmp_path: Path) -> None:
    files = spanish_pack()
    before = load_pack(write_pack(tmp_path / "a", files)).sha256
    files["es/pack.toml"] = files["es/pack.toml"].replace(b"Peque", b"Chiqu")
    assert load_pack(write_pack(tmp_path / "b", files)).sha256 != before


CASES = [
    ("es/pack.toml", 'title = "Pequeño"\n', "", "title", "missing"),
    ("es/screens/01-first.md", 'kicker = "Para empezar"\n', "", "kicker", "the pack itself has it"),
    ("es/screens/01-first.md", 'quote = "Una frase"\n', "", "quote", "the pack itself has it"),
    ("es/screens/01-first.md", 'picture_alt = "Una línea"\n', "", "picture_alt", "missing"),
    ("es/screens/02-second.md", "[[parts]]", "[[others]]", "parts", "must be 1 [[parts]]"),
    ("es/screens/01-first.md", "[[reveals]]", "[[others]]", "reveals", "must be 1 [[reveals]]"),
    ("es/screens/01-first.md", "Un párrafo", "palabra " * 121, "", "at most 120"),
    ("es/screens/02-second.md", "[chart]", "[graph]", "chart", "the pack itself has it"),
    ("es/screens/01-first.md", "Un párrafo con un **término clave**.", "", "", "has a text"),
    ("es/activities/sort.toml", 'id = "food"', 'id = "drink"', "categories[1].id", "has no"),
    ("es/activities/sort.toml", 'id = "food"', 'id = "drink"', "categories", "'food' is missing"),
    ("es/activities/sort.toml", "{ food", "{ drink", "items[1].reasons.food", "missing"),
    ("es/activities/sort.toml", "{ food", "{ drink", "items[1].reasons.drink", "no such category"),
    ("es/activities/sort.toml", "Es comida", "", "categories[1].title", "one line of text"),
    ("pack.toml", '["es"]', '["es", "es"]', "languages[2]", "also number 1"),
    ("pack.toml", '["es"]', '["en"]', "languages", "language of the pack itself"),
    ("pack.toml", '["es"]', '["Español"]', "languages[1]", "a language tag"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}, {case[3]}: {case[4]}")
def test_what_a_language_lacks_is_named_with_its_place(
    tmp_path: Path, case: tuple[str, str, str, str, str]
) -> None:
    file, old, new, place, message = case
    files = spanish_pack()
    assert old.encode() in files[file]
    files[file] = files[file].replace(old.encode(), new.encode(), 1)
    problems = check_pack(write_pack(tmp_path, files))
    assert any((p.file, p.place) == (file, place) and message in p.message for p in problems), (
        problems
    )


@pytest.mark.parametrize("file", [f for f in sorted(spanish_pack()) if f.startswith("es/")])
def test_missing_file_of_a_language_is_named(tmp_path: Path, file: str) -> None:
    files = spanish_pack()
    del files[file]
    assert [p.file for p in check_pack(write_pack(tmp_path, files))] == [file]
