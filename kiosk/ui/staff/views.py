"""What the pages of the staff area are handed to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path

from kiosk.core.kiosk_file import KioskFile
from kiosk.core.model import Settings


@dataclass(frozen=True, slots=True)
class PageTab:
    """A page as the side bar names it; ``icon`` is the name of an icon."""

    name: str
    title: str
    icon: str


@dataclass(frozen=True, slots=True)
class SetUpView:
    """The set-up. ``file`` is what a set-up file says, ``faults`` what is wrong with it."""

    file: KioskFile | None = None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaView:
    """The staff area. ``current`` is the page to open, ``notices`` are told above every page."""

    tabs: tuple[PageTab, ...]
    current: str
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What is set. ``codes_left`` is how many recovery codes have not been used."""

    site: str
    kiosk_name: str
    settings: Settings
    codes_left: int = 0


@dataclass(frozen=True, slots=True)
class PlaceToExport:
    """A folder that staff may want to export to."""

    title: str
    folder: Path


@dataclass(frozen=True, slots=True)
class ExportView:
    """What there is to export, and where to.

    ``disk`` says how the disk does.
    """

    places: tuple[PlaceToExport, ...]
    disk: str = ""


@dataclass(frozen=True, slots=True)
class ToExport:
    """How many attempts there are, and how many of them no export had as they are now.

    ``new`` is ``None`` while that is still being counted.
    """

    attempts: int
    new: int | None


class Span(Enum):
    """Which attempts an export has."""

    ALL = auto()
    NEW = auto()
    DAYS = auto()


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What staff want: with ``Span.DAYS``, what began on these days, by the clock on the wall.

    ``redacted`` has pseudonyms in the place of codes, ``workbook`` a workbook besides the tables.
    """

    span: Span = Span.ALL
    first_day: date | None = None
    last_day: date | None = None
    redacted: bool = False
    workbook: bool = False


@dataclass(frozen=True, slots=True)
class ExportDone:
    """A finished and proved export."""

    folder: Path
    attempts: int
    placements: int


@dataclass(frozen=True, slots=True)
class SlipsView:
    """Where a slip can be saved, and by which printer learners may print theirs.

    ``printers`` are names, ``printer`` is the chosen one, '' for none.
    """

    places: tuple[PlaceToExport, ...]
    printers: tuple[str, ...]
    printer: str
