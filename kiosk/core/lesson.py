"""What a pack holds: lesson screens and activities, as plain frozen values.

``kiosk.content`` makes these from files; ``kiosk.ui`` shows them; the rules in
this layer read them. Nothing here knows where they came from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Mode(StrEnum):
    """When a learner is told how a card stands."""

    PRACTICE = "practice"
    ASSESSMENT = "assessment"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; ``strong`` marks a key term."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a lesson screen."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A bulleted list of a lesson screen; one tuple of spans a bullet."""

    items: tuple[tuple[Span, ...], ...]


Block = Paragraph | Bullets


@dataclass(frozen=True, slots=True)
class Reveal:
    """A box that opens when pressed: its title, the text inside, the name of an icon."""

    title: str
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a sentence that is shown piece by piece, and what it means, in plain words."""

    words: str
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the pack: the key into ``Pack.assets`` and its text alternative."""

    file: str
    alt: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart of an activity's categories, with example items, and the box that opens it."""

    activity_id: str
    example_item_ids: tuple[str, ...]
    box_title: str
    box_text: str


@dataclass(frozen=True, slots=True)
class LessonScreen:
    """One page of the lesson.

    ``quote`` is a sentence set large; ``parts`` are one that is shown piece by piece, such as
    a definition.
    """

    id: str
    title: str
    kicker: str
    blocks: tuple[Block, ...]
    picture: Picture | None = None
    quote: str | None = None
    parts: tuple[Part, ...] = ()
    reveals: tuple[Reveal, ...] = ()
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """One place to drop an item. ``short_title`` fits beside a card ('is a')."""

    id: str
    title: str
    short_title: str
    icon: str


@dataclass(frozen=True, slots=True)
class Item:
    """One card.

    ``category_id`` is where it belongs, ``None`` for a decoy that belongs
    nowhere. A ``discuss`` item is placed but never scored. ``reasons`` has a
    text for every category id. ``screen_id`` is the screen it comes from.
    """

    id: str
    title: str
    category_id: str | None
    reasons: Mapping[str, str]
    discuss: bool = False
    screen_id: str | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """One sorting board.

    ``mastery_score`` is the pass mark from 0 to 1, ``None`` for none; ``deal``
    is how many of the items are dealt, ``None`` for all.
    """

    id: str
    title: str
    prompt: str
    introduction: str
    mode: Mode
    categories: tuple[Category, ...]
    items: tuple[Item, ...]
    mastery_score: float | None = None
    deal: int | None = None

    def item(self, item_id: str) -> Item:
        """Return the item of that id. Raises ``KeyError`` where there is none."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def category(self, category_id: str) -> Category:
        """Return the category of that id. Raises ``KeyError`` where there is none."""
        for category in self.categories:
            if category.id == category_id:
                return category
        raise KeyError(category_id)


def nearest(language: str, tags: Sequence[str]) -> str:
    """Return a language among some, or the first that is near to it; empty where none is."""
    main = language.partition("-")[0]
    near = (tag for tag in tags if tag.partition("-")[0] == main)
    return language if language in tags else next(near, "")


@dataclass(frozen=True, slots=True)
class Pack:
    """A lesson with its activities, in one language.

    ``sha256`` is over every file, ``assets`` are its pictures. ``translations`` has the same
    pack in other languages, by their tags: it differs in words alone.
    """

    id: str
    version: str
    title: str
    module: str
    language: str
    sources: tuple[str, ...]
    screens: tuple[LessonScreen, ...]
    activities: tuple[Activity, ...]
    sha256: str
    assets: Mapping[str, bytes] = field(repr=False)
    translations: Mapping[str, Pack] = field(default_factory=dict, repr=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it can be read in, its own first."""
        return (self.language, *self.translations)

    def spoken(self, language: str) -> Pack:
        """Return it in a language, or in the nearest that it has; else in its own."""
        return self.translations.get(nearest(language, self.languages), self)

    def activity(self, activity_id: str) -> Activity:
        """Return the activity of that id. Raises ``KeyError`` where there is none."""
        for activity in self.activities:
            if activity.id == activity_id:
                return activity
        raise KeyError(activity_id)

    def screen_number(self, screen_id: str) -> int:
        """Return the place of a screen, from 1. Raises ``KeyError`` where there is none."""
        for number, screen in enumerate(self.screens, start=1):
            if screen.id == screen_id:
                return number
        raise KeyError(screen_id)


class LessonInUse:
    """The pack that the next visit is on. Staff may put another in its place."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
