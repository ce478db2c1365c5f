"""The columns of the exported tables: names that others rely on, meanings, units, values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kiosk.core.log_rows import AttemptRow, PlacementRow, ResponseRow
from kiosk.reports.csv_rules import (
    list_cell,
    number_cell,
    score_cell,
    seconds_cell,
    text_cell,
    truth_cell,
)
from kiosk.reports.table import Table, repeating, varied


def _utc(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def _local(started: tuple[datetime, int]) -> str:
    moment, offset_minutes = started
    local = moment.astimezone(UTC) + timedelta(minutes=offset_minutes)
    return local.isoformat(" ", "seconds").removesuffix("+00:00")


ATTEMPTS = Table[AttemptRow](
    "attempts.csv",
    "One row an attempt: one run of a card activity by a learner. The file to open.",
    (
        varied("attempt_id", "Name of the attempt, the same in every file", "UUID",
               lambda r: r.attempt_id, text_cell),
        repeating("kiosk_id", "Name of the kiosk's installation", "UUID",
                  lambda r: r.kiosk_id, text_cell),
        repeating("kiosk_name", "What staff call this kiosk", "text",
                  lambda r: r.kiosk_name, text_cell),
        repeating("site", "Where it stands", "text",
                  lambda r: r.site, text_cell),
        varied("learner_code", "The learner's code; no name is ever kept", "text",
               lambda r: r.learner_code, text_cell),
        repeating("pack_id", "The lesson", "text",
                  lambda r: r.pack_id, text_cell),
        repeating("pack_version", "The lesson's version", "text",
                  lambda r: r.pack_version, text_cell),
        repeating("activity_id", "The activity", "text",
                  lambda r: r.activity_id, text_cell),
        repeating("activity_title", "The activity as learners saw it", "text",
                  lambda r: r.activity_title, text_cell),
        repeating("mode", "assessment: told after the check; practice: told at each card", "word",
                  lambda r: r.mode, text_cell),
        repeating("language", "Language of the visit", "BCP 47",
                  lambda r: r.language, text_cell),
        varied("started_at_utc", "When the cards were dealt", "UTC, ISO 8601",
               lambda r: r.started_utc, _utc),
        varied("started_at_local", "The same by the clock on the wall", "local time",
               lambda r: (r.started_utc, r.started_offset_minutes), _local),
        varied("submitted_at_utc", "When the attempt was closed; empty if it never was",
               "UTC, ISO 8601",
               lambda r: r.submitted_utc, _utc),
        varied("active_seconds", "Time at the cards and answers", "seconds",
               lambda r: r.active_ms, seconds_cell),
        repeating("items", "Cards dealt", "count",
                  lambda r: r.items, number_cell),
        repeating("placed", "Cards in a category at the latest check, or now if there was none",
                  "count",
                  lambda r: r.placed, number_cell),
        repeating("first_try_correct", "Cards right at the first check", "count",
                  lambda r: r.first_try_correct, number_cell),
        repeating("first_try_score", "The same as a share of the scored cards", "0 to 1",
                  lambda r: r.first_try_score, score_cell),
        repeating("final_correct", "Cards right at the latest check", "count",
                  lambda r: r.final_correct, number_cell),
        repeating("final_score", "The same as a share of the scored cards", "0 to 1",
                  lambda r: r.final_score, score_cell),
        repeating("mastery_score", "Pass mark for final_score; empty for none", "0 to 1",
                  lambda r: r.mastery_score, score_cell),
        repeating("outcome",
                  "passed, failed, completed (no pass mark), abandoned (left unfinished; a later"
                  " export may show it finished); empty while the learner is at the kiosk", "word",
                  lambda r: r.outcome, text_cell),
        repeating("tries", "How often the answers were checked", "count",
                  lambda r: r.tries, number_cell),
        repeating("placements", "How often a card was moved", "count",
                  lambda r: r.placements, number_cell),
        repeating("attempt_number",
                  "This learner's attempts at this activity, from 1; later rounds count apart",
                  "count",
                  lambda r: r.attempt_number, number_cell),
        repeating("is_first", "Whether it is the learner's first whole board", "1 or 0",
                  lambda r: r.is_first, truth_cell),
        repeating("is_latest", "Whether it is the learner's latest whole board", "1 or 0",
                  lambda r: r.is_latest, truth_cell),
        repeating("is_best", "Whether it is the learner's best whole board by final_score",
                  "1 or 0",
                  lambda r: r.is_best, truth_cell),
        repeating("input_methods", "How cards were moved: drag, tap, keys, menu", "words, '; '",
                  lambda r: r.input_methods, list_cell),
        repeating("missed_items", "Cards that were not right at the first check", "titles, '; '",
                  lambda r: r.missed_items, list_cell),
        repeating("round",
                  "1: a whole board; 2 and up: only the cards missed at the first try of the"
                  " attempt that it follows", "count",
                  lambda r: r.round_number, number_cell),
        varied("follows_attempt_id", "That attempt; empty for a whole board", "UUID",
               lambda r: r.follows_attempt_id, text_cell),
    ),
    "active_seconds",
)  # fmt: skip

PLACEMENTS = Table[PlacementRow](
    "placements.csv",
    "One row a move of a card.",
    (
        repeating("attempt_id", "The attempt", "UUID",
                  lambda r: r.attempt_id, text_cell),
        repeating("seq", "Order of the moves in the attempt, from 1", "count",
                  lambda r: r.seq, number_cell),
        repeating("item_id", "The card", "text",
                  lambda r: r.item_id, text_cell),
        repeating("from_id", "Category it came from; empty for the stack", "text",
                  lambda r: r.from_id, text_cell),
        repeating("to_id", "Category it went to; empty for the stack", "text",
                  lambda r: r.to_id, text_cell),
        repeating("input_method", "drag, tap, keys or menu", "word",
                  lambda r: r.input_method, text_cell),
        varied("ms", "Active time since the attempt began", "milliseconds",
               lambda r: r.ms, number_cell),
        repeating("correct", "How it stood then; empty on the stack and for cards not scored",
                  "1 or 0",
                  lambda r: r.correct, truth_cell),
        repeating("try", "Which try it belongs to, from 1", "count",
                  lambda r: r.try_number, number_cell),
    ),
    "ms",
)  # fmt: skip

RESPONSES = Table[ResponseRow](
    "responses.csv",
    "One row a card of an attempt, as it stood at the latest check.",
    (
        repeating("attempt_id", "The attempt", "UUID",
                  lambda r: r.attempt_id, text_cell),
        repeating("item_id", "The card", "text",
                  lambda r: r.item_id, text_cell),
        repeating("item_title", "The card as the learner saw it", "text",
                  lambda r: r.item_title, text_cell),
        repeating("category_id", "Where it stood; empty if it was not placed", "text",
                  lambda r: r.category_id, text_cell),
        repeating("category_title", "The same as the learner saw it", "text",
                  lambda r: r.category_title, text_cell),
        repeating("correct", "Whether that was right; empty for cards not scored", "1 or 0",
                  lambda r: r.correct, truth_cell),
        repeating("first_category_id", "Where it stood at the first check", "text",
                  lambda r: r.first_category_id, text_cell),
        repeating("first_try_correct", "Whether that was right", "1 or 0",
                  lambda r: r.first_try_correct, truth_cell),
        repeating("placements", "How often this card was moved", "count",
                  lambda r: r.placements, number_cell),
    ),
    None,
)  # fmt: skip

TABLES = (ATTEMPTS, PLACEMENTS, RESPONSES)
