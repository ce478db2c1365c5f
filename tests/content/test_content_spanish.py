"""The shipped lesson in Spanish: the same facts and cards, in plain words of its own."""

from __future__ import annotations

import re

import pytest
from lesson_texts import all_texts, texts_of

from kiosk import paths
from kiosk.content.load import load_pack
from kiosk.core.lesson import Item, Pack

FACTS = [
    ("two-kinds", "apoyo a la recuperación|pares|conversación de apoyo|necesidad concreta"),
    ("two-kinds", "sentimientos y emociones|conversación de mentoría|aprender habilidades"),
    ("two-kinds", "cambiar una conducta|sin juzgar|sin imponer|sin dirigir|iguales"),
    ("your-story", "tu propia historia de recuperación|señal clave|iguales|consejería formal"),
    ("your-story", "por lo general no tiene lugar|parte de tu trabajo|modelo a seguir"),
    ("your-story", "lo que te ayudó|lo que no"),
    ("the-job", "mentor y modelo a seguir|especialista en apoyo entre pares|entender"),
    ("the-job", "propósito|proceso|para hacer bien el trabajo"),
    ("the-word", "mito griego|mentor|odiseo|amigo|aconsejara y guiara|hijo|guerra de troya"),
    ("the-word", "lo que hoy llamamos mentor o mentora sigue esa relación"),
    ("definition", "duradero|de persona a persona|confianza|apoya activamente a quien aprende"),
    ("definition", "crear capacidad|más eficaz|las dos personas|elementos clave"),
    ("definition", "comparte algo|coaching|terapia|ejemplo|enseñanza|separan"),
    ("four-elements", "dura en el tiempo|un solo contacto|una sola reunión|terapia pueden durar"),
    ("four-elements", "de persona a persona|directa e individual|a la enseñanza y al coaching"),
    ("four-elements", "la define|mutuo|no impones ni diriges|llevar su vida|potencial"),
    ("four-elements", "habilidades|conducta|mantener la recuperación|crece|poder sobre su vida"),
    ("how-and-since-when", "cara a cara|teléfono|correo electrónico|redes sociales|en línea"),
    ("how-and-since-when", "profesión|joven|experiencia compartida|antigua|weight watchers"),
    ("how-and-since-when", "alcohólicos anónimos"),
    ("same-path", "un poco más adelante|experiencia|tanto como|teoría|estudios|o más"),
    ("same-path", "parte en la recuperación de la persona|otros profesionales con formación"),
    ("trusted-guide", "de confianza|amigo|interés de la persona a la que guía|amistad casual"),
    ("trusted-guide", "para el bien de los dos|tú también ganas|de paso"),
    ("resource-broker", "acceso|personas, lugares y cosas|fuera del entorno de siempre"),
    ("resource-broker", "enlace con recursos|muestra cómo llegar|mejor que darlo"),
    ("the-chart", "un mentor es|un mentor no es|¿mentor o no?"),
]
"""What each screen has to say: the facts of the English pack, in the same order."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(paths.default_pack())


def items(pack: Pack) -> tuple[Item, ...]:
    (activity,) = pack.activities
    return activity.items


@pytest.fixture(scope="module")
def spanish(pack: Pack) -> Pack:
    return pack.spoken("es")


def ease(texts: list[str]) -> float:
    """Return the ease of reading by Fernández Huerta (1959): 60 and more is plain language."""
    words = [word for text in texts for word in re.findall(r"[^\W\d_]+", text)]
    sentences = sum(max(1, len(re.findall(r"[.?:;](?:\s|$)", text))) for text in texts)
    syllables = sum(max(1, len(re.findall(r"[aeiouáéíóúü]+", word.lower()))) for word in words)
    return 206.84 - 60 * syllables / len(words) - 1.02 * len(words) / sentences


def test_facts_are_looked_for_on_every_screen(spanish: Pack) -> None:
    assert [screen.id for screen in spanish.screens] == list(dict.fromkeys(one for one, _ in FACTS))


@pytest.mark.parametrize(("screen_id", "facts"), FACTS)
def test_no_fact_of_the_lesson_is_missing_in_spanish(
    spanish: Pack, screen_id: str, facts: str
) -> None:
    screen = spanish.screens[spanish.screen_number(screen_id) - 1]
    box = [screen.chart.box_title] if screen.chart else []
    said = "\n".join([screen.title, *texts_of(screen), *box]).lower()
    assert [fact for fact in facts.split("|") if fact not in said] == []


def test_spanish_has_words_of_its_own_for_everything(pack: Pack, spanish: Pack) -> None:
    same = {"Confidant", "Mentoring", *pack.sources}
    assert not (set(all_texts(pack)) & set(all_texts(spanish))) - same
    assert not any("!" in text for text in all_texts(spanish))


def test_spanish_says_who_belongs_where_as_english_does(pack: Pack, spanish: Pack) -> None:
    for ours, theirs in zip(items(pack), items(spanish), strict=True):
        assert (ours.id, ours.category_id, ours.screen_id) == (
            theirs.id,
            theirs.category_id,
            theirs.screen_id,
        )
    assert spanish.sha256 == pack.sha256
    assert [screen.id for screen in spanish.screens] == [screen.id for screen in pack.screens]


def test_spanish_is_plain_on_every_screen_and_in_all_reasons(spanish: Pack) -> None:
    eases = {screen.id: ease(list(texts_of(screen))) for screen in spanish.screens}
    eases["reasons"] = ease([text for item in items(spanish) for text in item.reasons.values()])
    assert {name: value for name, value in eases.items() if value < 70} == {}


def test_no_spanish_screen_is_over_120_words(spanish: Pack) -> None:
    counts = {s.id: sum(len(text.split()) for text in texts_of(s)) for s in spanish.screens}
    assert {name: count for name, count in counts.items() if count > 120} == {}
