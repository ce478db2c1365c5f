"""What the query of the attempts hands back, as rows of the log."""

from __future__ import annotations

from functools import cache
from typing import Any

from kiosk.core.log_rows import AttemptRow
from kiosk.core.model import Kiosk
from kiosk.store.times import from_text

_BETWEEN_TITLES = "\x1f"


def attempt_row(kiosk: Kiosk, row: tuple[Any, ...]) -> AttemptRow:
    """Return an attempt of a kiosk, from a row of ``log_sql.ATTEMPTS``."""
    (attempt_id, code, pack_id, pack_version, activity_id, activity_title, mode, language,
     started, offset, submitted, active_ms, items, checked, placed, first_score,
     final_score, mastery, outcome, tries, placements, number, first, latest, best,
     methods, round_number, follows) = row  # fmt: skip
    first_correct = final_correct = None
    missed: tuple[str, ...] = ()
    if checked is not None:
        *counts, titles = checked.split("/", 3)
        placed, first_correct, final_correct = map(int, counts)
        missed = tuple(titles.split(_BETWEEN_TITLES)) if titles else ()
    return AttemptRow(
        attempt_id, kiosk.id, kiosk.name, kiosk.site,
        code, pack_id, pack_version, activity_id, activity_title, mode, language,
        from_text(started), offset, None if submitted is None else from_text(submitted),
        active_ms, items, placed, first_correct, first_score, final_correct, final_score,
        mastery, outcome, tries, placements, number, bool(first), bool(latest), bool(best),
        _sorted_methods(methods) if methods else (), missed, round_number, follows,
    )  # fmt: skip


@cache
def _sorted_methods(methods: str) -> tuple[str, ...]:
    # There are four: the ways to tell them are few.
    return tuple(sorted(methods.split(",")))
