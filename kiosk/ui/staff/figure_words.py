"""Words for figures: numbers, shares, times and outcomes, as this language writes them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

NONE = "\N{EN DASH}"
"""Stands where there is no figure."""

_MINUS = "\N{MINUS SIGN}"
_GAP = re.compile(r"\s+")
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
translate = QCoreApplication.translate


def number(value: int) -> str:
    """Return a whole number."""
    return QLocale().toString(value)


def counted(value: int, one: str, more: str) -> tuple[str, str]:
    """Return a whole number, and the words for what it counts: those for one, or for more."""
    return number(value), one if value == 1 else more


def decimal(value: float | None, digits: int) -> str:
    """Return a number with so many decimals, and a true minus sign."""
    if value is None:
        return NONE
    # What is less than nothing by less than is told has no sign.
    return _fixed(round(value, digits) or 0.0, digits).replace("-", _MINUS)


def percent(share: float | None) -> str:
    """Return a share of one in percent, without decimals."""
    return NONE if share is None else f"{QLocale().toString(round(100 * share))}\N{NBSP}%"


def seconds(ms: float | None) -> str:
    """Return milliseconds as seconds: with a decimal under ten, and none from there on."""
    if ms is None:
        return NONE
    words = _fixed(ms / 1000, 1 if ms < 10_000 else 0)
    return _kept(translate("Figures", "{n} s").format(n=words))


def _fixed(value: float, digits: int) -> str:
    return QLocale().toString(value, ord("f"), digits)


def _kept(words: str) -> str:
    # A figure is not parted from its unit.
    return words.replace(" ", "\N{NBSP}")


def minutes(ms: float | None) -> str:
    """Return milliseconds as minutes and seconds."""
    if ms is None:
        return NONE
    whole = round(ms / 1000)
    if whole < 60:
        return _kept(translate("Figures", "{n} s").format(n=whole))
    words = translate("Figures", "{m} min {s} s")
    return _kept(words.format(m=number(whole // 60), s=whole % 60))


def day(moment: date) -> str:
    """Return a day, short."""
    told = QDate(moment.year, moment.month, moment.day)
    return QLocale().toString(told, QLocale.FormatType.ShortFormat)


def weekday(moment: date) -> str:
    """Return the day of the week, short."""
    return QLocale().dayName(moment.isoweekday(), QLocale.FormatType.ShortFormat)


def moment_there(utc: datetime, utc_offset: int) -> str:
    """Return a day and time as a clock showed it that was so many minutes ahead of UTC."""
    there = utc.astimezone(UTC) + timedelta(minutes=utc_offset)
    clock = QLocale().toString(QTime(there.hour, there.minute), QLocale.FormatType.ShortFormat)
    return _whole(f"{day(there.date())} {clock}")


def moment_here(utc: datetime) -> str:
    """Return a day and time as the clock of this computer shows it."""
    here = QDateTime.fromSecsSinceEpoch(int(utc.timestamp()))
    return _whole(QLocale().toString(here, QLocale.FormatType.ShortFormat))


def _whole(moment: str) -> str:
    # Neither the half of the day nor the time goes on in the next line.
    return _GAP.sub("\N{NBSP}", moment)


def one_stop(words: str) -> str:
    """Return a sentence that ends with one full stop, where a time before it has its own: a.m."""
    return _TWO_STOPS.sub(".", words)


def outcome_words(outcome: str | None) -> str:
    """Return how an attempt ended, ``None`` for one that goes on."""
    match outcome:
        case "passed":
            return translate("Figures", "Passed")
        case "failed":
            return translate("Figures", "Not passed")
        case "completed":
            return translate("Figures", "Completed")
        case "abandoned":
            return translate("Figures", "Left open")
    return translate("Figures", "Under way")


def method_words(method: str) -> str:
    """Return by what a card was placed."""
    match method:
        case "drag":
            return translate("Figures", "dragged")
        case "tap":
            return translate("Figures", "tapped")
        case "keys":
            return translate("Figures", "by keys")
    return translate("Figures", "from its menu")
