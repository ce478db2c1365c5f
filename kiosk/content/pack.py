"""The pack format, version 1: what may stand in each file of a pack.

Each description finishes the sentence 'this must be ...' when a value does not fit.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from kiosk.core.lesson import Mode

FORMAT = 1
NO_CATEGORY = "none"
MAX_SCREEN_WORDS = 120
ICONS = (
    "arrow-up", "book", "chat", "check", "clock", "compass", "door", "globe", "handshake",
    "heart", "leaf", "mail", "map", "not", "pair", "people", "phone", "puzzle", "shield",
    "star", "steps", "wave",
)  # fmt: skip

# Windows opens a device, not a file, for these names, whatever their ending.
_NO_DEVICE = r"(?!(con|prn|aux|nul|com\d|lpt\d)(\.|\Z))"
_KEBAB = r"[a-z0-9]+(-[a-z0-9]+)*"
_PRINTED = r"\A(?=\s*\S)[^\x00-\x1f\x7f]*\Z"

Id = Annotated[
    str,
    Meta(
        pattern=rf"\A{_NO_DEVICE}{_KEBAB}\Z",
        max_length=64,
        description="small letters a-z and digits, in words joined by '-' (at most 64 characters)",
    ),
]
PictureName = Annotated[
    str,
    Meta(
        pattern=rf"\A{_NO_DEVICE}{_KEBAB}\.svg\Z",
        max_length=64,
        description="the name of an SVG file, in small letters, such as 'two-kinds.svg'",
    ),
]
Line = Annotated[
    str,
    Meta(pattern=_PRINTED, max_length=120, description="one line of text, 1 to 120 characters"),
]
Text = Annotated[
    str,
    Meta(pattern=_PRINTED, max_length=1000, description="one line of text, 1 to 1000 characters"),
]
Version = Annotated[
    str, Meta(pattern=r"\A\d{1,6}\.\d{1,6}\.\d{1,6}\Z", description="a version such as '1.0.0'")
]
Language = Annotated[
    str,
    Meta(
        pattern=r"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\Z",
        description="a language tag such as 'en' or 'es-MX'",
    ),
]
Icon = Annotated[
    str,
    Meta(
        pattern=rf"\A({'|'.join(ICONS)})\Z",
        description="the name of an icon: " + ", ".join(ICONS),
    ),
]
Share = Annotated[float, Meta(ge=0, le=1, description="a number from 0 to 1")]
Count = Annotated[int, Meta(ge=2, le=40, description="a whole number from 2 to 40")]
Flag = Annotated[bool, Meta(description="true or false")]
When = Annotated[Mode, Meta(description="'practice' or 'assessment'")]
FormatNumber = Annotated[int, Meta(description=f"the number {FORMAT}")]


class PackFile(Struct, frozen=True, forbid_unknown_fields=True):
    """``pack.toml``. ``screens`` and ``activities`` are file names without their ending."""

    format: FormatNumber
    id: Id
    version: Version
    title: Line
    module: Line
    language: Language
    sources: Annotated[tuple[Text, ...], Meta(max_length=40, description="at most 40 texts")]
    screens: Annotated[
        tuple[Id, ...], Meta(min_length=1, max_length=60, description="1 to 60 file names")
    ]
    activities: Annotated[
        tuple[Id, ...], Meta(min_length=1, max_length=12, description="1 to 12 file names")
    ]
    languages: Annotated[
        tuple[Language, ...], Meta(max_length=12, description="at most 12 language tags")
    ] = ()


class PartTable(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[parts]]`` of a screen."""

    words: Line
    text: Text
    icon: Icon


class RevealTable(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[reveals]]`` of a screen."""

    title: Line
    text: Text
    icon: Icon


class ChartTable(Struct, frozen=True, forbid_unknown_fields=True):
    """``[chart]`` of a screen."""

    activity: Id
    examples: Annotated[tuple[Id, ...], Meta(max_length=12, description="at most 12 item ids")]
    box_title: Line
    box_text: Text


class ScreenFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The front matter of ``screens/*.md``."""

    id: Id
    title: Line
    kicker: Line | None = None
    picture: PictureName | None = None
    picture_alt: Text | None = None
    quote: Text | None = None
    parts: Annotated[
        tuple[PartTable, ...], Meta(max_length=8, description="at most 8 [[parts]]")
    ] = ()
    reveals: Annotated[
        tuple[RevealTable, ...], Meta(max_length=8, description="at most 8 [[reveals]]")
    ] = ()
    chart: ChartTable | None = None


class CategoryTable(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[categories]]`` of an activity."""

    id: Id
    title: Line
    short_title: Line
    icon: Icon


class ItemTable(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[items]]`` of an activity. ``category`` may be ``none``, for a decoy."""

    id: Id
    title: Line
    category: Id
    reasons: Annotated[
        dict[str, Text], Meta(min_length=1, description="a text for each category id")
    ]
    discuss: Flag = False
    screen: Id | None = None


class ActivityFile(Struct, frozen=True, forbid_unknown_fields=True):
    """``activities/*.toml``."""

    id: Id
    title: Line
    prompt: Line
    introduction: Text
    mode: When
    categories: Annotated[
        tuple[CategoryTable, ...],
        Meta(min_length=1, max_length=6, description="1 to 6 [[categories]]"),
    ]
    items: Annotated[
        tuple[ItemTable, ...], Meta(min_length=2, max_length=40, description="2 to 40 [[items]]")
    ]
    mastery_score: Share | None = None
    deal: Count | None = None


FILES = (PackFile, ScreenFile, ActivityFile)
"""The kinds of files there are."""
