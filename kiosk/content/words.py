"""The words of a pack in one more language: the same files again, with the words alone.

They lie in a folder named by the language. What a card is and where it belongs stands once, in
the pack itself; so no language can say otherwise.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from kiosk.content.pack import Id, Line, Text


class PackWords(Struct, frozen=True, forbid_unknown_fields=True):
    """``pack.toml`` of a language."""

    title: Line
    module: Line


class PartWords(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[parts]]`` of a screen, in the order of the pack's."""

    words: Line
    text: Text


class RevealWords(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[reveals]]`` of a screen, in the order of the pack's."""

    title: Line
    text: Text


class ChartWords(Struct, frozen=True, forbid_unknown_fields=True):
    """``[chart]`` of a screen."""

    box_title: Line
    box_text: Text


class ScreenWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The front matter of ``screens/*.md`` of a language."""

    title: Line
    kicker: Line | None = None
    picture_alt: Text | None = None
    quote: Text | None = None
    parts: Annotated[
        tuple[PartWords, ...], Meta(max_length=8, description="at most 8 [[parts]]")
    ] = ()
    reveals: Annotated[
        tuple[RevealWords, ...], Meta(max_length=8, description="at most 8 [[reveals]]")
    ] = ()
    chart: ChartWords | None = None


class CategoryWords(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[categories]]`` of an activity."""

    id: Id
    title: Line
    short_title: Line


class ItemWords(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[items]]`` of an activity."""

    id: Id
    title: Line
    reasons: Annotated[
        dict[str, Text], Meta(min_length=1, description="a text for each category id")
    ]


class ActivityWords(Struct, frozen=True, forbid_unknown_fields=True):
    """``activities/*.toml`` of a language."""

    title: Line
    prompt: Line
    introduction: Text
    categories: Annotated[
        tuple[CategoryWords, ...],
        Meta(min_length=1, max_length=6, description="1 to 6 [[categories]]"),
    ]
    items: Annotated[
        tuple[ItemWords, ...], Meta(min_length=2, max_length=40, description="2 to 40 [[items]]")
    ]


FILES = (PackWords, ScreenWords, ActivityWords)
"""The kinds of files there are."""
