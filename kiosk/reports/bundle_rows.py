"""From the cells of an export to the values that they were made of, table by table."""

from __future__ import annotations

from datetime import datetime

from kiosk.core.log_rows import AttemptRow, PlacementRow, ResponseRow
from kiosk.reports.csv_rules import undefused

Record = list[str]
"""The cells of one row, in the order of the table's columns."""


def attempt(cells: Record) -> AttemptRow:
    """Return an attempt. Raises ``ValueError``."""
    (
        attempt_id, kiosk_id, kiosk_name, site, learner_code, pack_id, pack_version, activity_id,
        activity_title, mode, language, started, local, submitted, seconds, items, placed,
        first_correct, first_score, final_correct, final_score, mastery, outcome, tries,
        placements, number, is_first, is_latest, is_best, methods, missed, round_number, follows,
    ) = cells  # fmt: skip
    started_utc = datetime.fromisoformat(started)
    return AttemptRow(
        attempt_id=undefused(attempt_id),
        kiosk_id=undefused(kiosk_id),
        kiosk_name=undefused(kiosk_name),
        site=undefused(site),
        learner_code=undefused(learner_code),
        pack_id=undefused(pack_id),
        pack_version=undefused(pack_version),
        activity_id=undefused(activity_id),
        activity_title=undefused(activity_title),
        mode=undefused(mode),
        language=undefused(language),
        started_utc=started_utc,
        started_offset_minutes=_offset_minutes(started_utc, local),
        submitted_utc=datetime.fromisoformat(submitted) if submitted else None,
        active_ms=round(float(seconds) * 1000),
        items=int(items),
        placed=int(placed),
        first_try_correct=_count(first_correct),
        first_try_score=_score(first_score),
        final_correct=_count(final_correct),
        final_score=_score(final_score),
        mastery_score=_score(mastery),
        outcome=_text(outcome),
        tries=int(tries),
        placements=int(placements),
        attempt_number=int(number),
        is_first=bool(_truth(is_first)),
        is_latest=bool(_truth(is_latest)),
        is_best=bool(_truth(is_best)),
        input_methods=_texts(methods),
        missed_items=_texts(missed),
        round_number=int(round_number),
        follows_attempt_id=_text(follows),
    )


def placement(cells: Record) -> PlacementRow:
    """Return a placement. Raises ``ValueError``."""
    attempt_id, seq, item_id, from_id, to_id, method, ms, correct, try_number = cells
    return PlacementRow(
        undefused(attempt_id), int(seq), undefused(item_id), _text(from_id), _text(to_id),
        undefused(method), int(ms), _truth(correct), int(try_number),
    )  # fmt: skip


def response(cells: Record) -> ResponseRow:
    """Return a response. Raises ``ValueError``."""
    attempt_id, item_id, title, category_id, category, correct, first, first_correct, moved = cells
    return ResponseRow(
        undefused(attempt_id), undefused(item_id), undefused(title), _text(category_id),
        _text(category), _truth(correct), _text(first), _truth(first_correct), int(moved),
    )  # fmt: skip


def _offset_minutes(started_utc: datetime, local: str) -> int:
    # The local time is told in whole seconds, and offsets are whole minutes.
    ahead = datetime.fromisoformat(local) - started_utc.replace(tzinfo=None)
    return round(ahead.total_seconds() / 60)


def _text(cell: str) -> str | None:
    return undefused(cell) if cell else None


def _texts(cell: str) -> tuple[str, ...]:
    # A title may have the separator in it: what was one cell stays one text.
    return (undefused(cell),) if cell else ()


def _count(cell: str) -> int | None:
    return int(cell) if cell else None


def _score(cell: str) -> float | None:
    return float(cell) if cell else None


def _truth(cell: str) -> bool | None:
    if cell not in _TRUTHS:
        raise ValueError(f"{cell!r} is neither 1 nor 0")
    return _TRUTHS[cell]


_TRUTHS = {"": None, "0": False, "1": True}
