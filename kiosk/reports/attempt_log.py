"""The columns of the exported tables: names that others rely on, meanings, units, values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

from kiosk.core.log_rows import AttemptRow, PlacementRow, ResponseRow
from kiosk.reports.csv_rules import list_cell, number_cell, text_cell, truth_cell

Row = TypeVar("Row")


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its name, what it means, in what unit, and the cell of a row."""

    name: str
    meaning: str
    unit: str
    cell: Callable[[Row], str]


@dataclass(frozen=True)
class Table(Generic[Row]):
    """One file of the bundle. ``summed`` names the column whose sum the manifest holds."""

    file: str
    meaning: str
    columns: tuple[Column[Row], ...]
    summed: str | None

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)


def _utc(moment: datetime | None) -> str:
    if moment is None:
        return ""
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def _local(row: AttemptRow) -> str:
    local = row.started_utc.astimezone(UTC) + timedelta(minutes=row.started_offset_minutes)
    return f"{local:%Y-%m-%d %H:%M:%S}"


_C = Column[AttemptRow]
ATTEMPTS = Table[AttemptRow](
    "attempts.csv",
    "One row an attempt: one run of a card activity by a learner. The file to open.",
    (
        _C("attempt_id", "Name of the attempt, the same in every file", "UUID",
           lambda r: text_cell(r.attempt_id)),
        _C("kiosk_id", "Name of the kiosk's installation", "UUID", lambda r: text_cell(r.kiosk_id)),
        _C("kiosk_name", "What staff call this kiosk", "text", lambda r: text_cell(r.kiosk_name)),
        _C("site", "Where it stands", "text", lambda r: text_cell(r.site)),
        _C("learner_code", "The learner's code; no name is ever kept", "text",
           lambda r: text_cell(r.learner_code)),
        _C("pack_id", "The lesson", "text", lambda r: text_cell(r.pack_id)),
        _C("pack_version", "The lesson's version", "text", lambda r: text_cell(r.pack_version)),
        _C("activity_id", "The activity", "text", lambda r: text_cell(r.activity_id)),
        _C("activity_title", "The activity as learners saw it", "text",
           lambda r: text_cell(r.activity_title)),
        _C("mode", "assessment: told after the check; practice: told at each card", "word",
           lambda r: text_cell(r.mode)),
        _C("language", "Language of the visit", "BCP 47", lambda r: text_cell(r.language)),
        _C("started_at_utc", "When the cards were dealt", "UTC, ISO 8601",
           lambda r: _utc(r.started_utc)),
        _C("started_at_local", "The same by the clock on the wall", "local time", _local),
        _C("submitted_at_utc", "When the attempt was closed; empty if it never was",
           "UTC, ISO 8601", lambda r: _utc(r.submitted_utc)),
        _C("active_seconds", "Time at the cards and answers", "seconds",
           lambda r: number_cell(r.active_ms / 1000, 3)),
        _C("items", "Cards dealt", "count", lambda r: number_cell(r.items)),
        _C("placed", "Cards in a category at the latest check, or now if there was none",
           "count", lambda r: number_cell(r.placed)),
        _C("first_try_correct", "Cards right at the first check", "count",
           lambda r: number_cell(r.first_try_correct)),
        _C("first_try_score", "The same as a share of the scored cards", "0 to 1",
           lambda r: number_cell(r.first_try_score, 4)),
        _C("final_correct", "Cards right at the latest check", "count",
           lambda r: number_cell(r.final_correct)),
        _C("final_score", "The same as a share of the scored cards", "0 to 1",
           lambda r: number_cell(r.final_score, 4)),
        _C("mastery_score", "Pass mark for final_score; empty for none", "0 to 1",
           lambda r: number_cell(r.mastery_score, 4)),
        _C("outcome", "passed, failed, completed (no pass mark), abandoned (left unfinished; a"
           " later export may show it finished); empty while the learner is at it", "word",
           lambda r: text_cell(r.outcome)),
        _C("tries", "How often the answers were checked", "count", lambda r: number_cell(r.tries)),
        _C("placements", "How often a card was moved", "count",
           lambda r: number_cell(r.placements)),
        _C("attempt_number", "This learner's attempts at this activity, from 1", "count",
           lambda r: number_cell(r.attempt_number)),
        _C("is_first", "Whether it is the learner's first", "1 or 0",
           lambda r: truth_cell(r.is_first)),
        _C("is_latest", "Whether it is the learner's latest", "1 or 0",
           lambda r: truth_cell(r.is_latest)),
        _C("is_best", "Whether it is the learner's best by final_score", "1 or 0",
           lambda r: truth_cell(r.is_best)),
        _C("input_methods", "How cards were moved: drag, tap, keys, menu", "words, '; '",
           lambda r: list_cell(r.input_methods)),
        _C("missed_items", "Cards that were not right at the first check", "titles, '; '",
           lambda r: list_cell(r.missed_items)),
    ),
    "active_seconds",
)  # fmt: skip

_P = Column[PlacementRow]
PLACEMENTS = Table[PlacementRow](
    "placements.csv",
    "One row a move of a card.",
    (
        _P("attempt_id", "The attempt", "UUID", lambda r: text_cell(r.attempt_id)),
        _P("seq", "Order of the moves in the attempt, from 1", "count",
           lambda r: number_cell(r.seq)),
        _P("item_id", "The card", "text", lambda r: text_cell(r.item_id)),
        _P("from_id", "Category it came from; empty for the stack", "text",
           lambda r: text_cell(r.from_id)),
        _P("to_id", "Category it went to; empty for the stack", "text",
           lambda r: text_cell(r.to_id)),
        _P("input_method", "drag, tap, keys or menu", "word", lambda r: text_cell(r.input_method)),
        _P("ms", "Active time since the attempt began", "milliseconds",
           lambda r: number_cell(r.ms)),
        _P("correct", "How it stood then; empty on the stack and for cards not scored",
           "1 or 0", lambda r: truth_cell(r.correct)),
        _P("try", "Which try it belongs to, from 1", "count",
           lambda r: number_cell(r.try_number)),
    ),
    "ms",
)  # fmt: skip

_R = Column[ResponseRow]
RESPONSES = Table[ResponseRow](
    "responses.csv",
    "One row a card of an attempt, as it stood at the latest check.",
    (
        _R("attempt_id", "The attempt", "UUID", lambda r: text_cell(r.attempt_id)),
        _R("item_id", "The card", "text", lambda r: text_cell(r.item_id)),
        _R("item_title", "The card as the learner saw it", "text",
           lambda r: text_cell(r.item_title)),
        _R("category_id", "Where it stood; empty if it was not placed", "text",
           lambda r: text_cell(r.category_id)),
        _R("category_title", "The same as the learner saw it", "text",
           lambda r: text_cell(r.category_title)),
        _R("correct", "Whether that was right; empty for cards not scored", "1 or 0",
           lambda r: truth_cell(r.correct)),
        _R("first_category_id", "Where it stood at the first check", "text",
           lambda r: text_cell(r.first_category_id)),
        _R("first_try_correct", "Whether that was right", "1 or 0",
           lambda r: truth_cell(r.first_try_correct)),
        _R("placements", "How often this card was moved", "count",
           lambda r: number_cell(r.placements)),
    ),
    None,
)  # fmt: skip

TABLES = (ATTEMPTS, PLACEMENTS, RESPONSES)
