"""Kinds of values: each as a cell of a text file and as one of a workbook, telling the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Generic, TypeVar

from kiosk.reports.csv_rules import (
    list_cell,
    number_cell,
    score_cell,
    seconds_cell,
    shown,
    text_cell,
    truth_cell,
)

_WITHOUT_OFFSET = -len("+00:00")
Value = TypeVar("Value")
SheetValue = str | float | datetime | None
"""What a workbook's cell holds: text, a number, a time without a zone, or nothing."""


@dataclass(frozen=True)
class Kind(Generic[Value]):
    """How values of a kind are told."""

    cell: Callable[[Value], str]
    sheet_cell: Callable[[Value], SheetValue]


def _sheet_text(text: str | None) -> str | None:
    # A workbook's cell knows that it is a text: nothing in it needs to be defused.
    return shown(text) if text else None


def _sheet_list(texts: tuple[str, ...]) -> str | None:
    return _sheet_text("; ".join(texts))


def _number(cell: Callable[[Value], str]) -> Callable[[Value], float | None]:
    # By way of the text, so that both files tell the same digits.
    def sheet_cell(value: Value) -> float | None:
        text = cell(value)
        return float(text) if text else None

    return sheet_cell


def _at_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo is UTC else moment.astimezone(UTC)


def _utc(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return _at_utc(moment).isoformat("T", "milliseconds")[:_WITHOUT_OFFSET] + "Z"


def _sheet_utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else _at_utc(moment).replace(tzinfo=None)


@lru_cache(maxsize=64)
def _offset(minutes: int) -> timedelta:
    return timedelta(minutes=minutes)


def _on_the_wall(started: tuple[datetime, int]) -> datetime:
    # Still marked as UTC: the hands of the clock, without a zone of their own.
    moment, offset_minutes = started
    return _at_utc(moment) + _offset(offset_minutes)


def _local(started: tuple[datetime, int]) -> str:
    return _on_the_wall(started).isoformat(" ", "seconds")[:_WITHOUT_OFFSET]


def _sheet_local(started: tuple[datetime, int]) -> datetime:
    return _on_the_wall(started).replace(microsecond=0, tzinfo=None)


TEXT = Kind[str | None](text_cell, _sheet_text)
LIST = Kind[tuple[str, ...]](list_cell, _sheet_list)
NUMBER = Kind[int | None](number_cell, _number(number_cell))
SCORE = Kind[float | None](score_cell, _number(score_cell))
SECONDS = Kind[int](seconds_cell, _number(seconds_cell))
TRUTH = Kind[bool | None](truth_cell, _number(truth_cell))
UTC_TIME = Kind[datetime | None](_utc, _sheet_utc)
LOCAL = Kind[tuple[datetime, int]](_local, _sheet_local)
