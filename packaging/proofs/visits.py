"""Two visits of the tour are the same when all agrees that is not a name, a time or a duration."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path

from installers.steps import StepFailed

from proofs.ledger import expect

Row = dict[str, str]
FILES = ("attempts.csv", "placements.csv", "responses.csv")
CONFIG = 'site = "Riverside"\nkiosk_name = "Kiosk 7"\npin = "271828"\n'
"""Settings by which a kiosk can be set up without a question."""

OF_THIS_RUN = {
    "active_seconds",
    "attempt_id",
    "follows_attempt_id",
    "kiosk_id",
    "ms",
    "started_at_local",
    "started_at_utc",
    "submitted_at_utc",
}
"""Columns that are others in each run."""


def essence(rows: Iterable[Row]) -> list[Row]:
    """Return the rows without what differs from run to run."""
    return [{key: row[key] for key in row if key not in OF_THIS_RUN} for row in rows]


def read(tour: Path, name: str) -> list[Row]:
    """Return the rows of a file of the one export that a tour left."""
    bundles = list((tour / "export").iterdir())
    expect(len(bundles), 1, f"exports in {tour}")
    with (bundles[0] / name).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def same(one: Path, other: Path) -> None:
    """Require that two tours left the same log.

    Raises:
        StepFailed: a row differs.
    """
    for name in FILES:
        first, second = (essence(read(tour, name)) for tour in (one, other))
        expect(len(second), len(first), f"rows in {name}")
        for number, (left, right) in enumerate(zip(first, second, strict=True), 1):
            expect(right, left, f"row {number} of {name}")


def passed(report: Path, **wanted: object) -> None:
    """Require that a smoke test passed, and saw what was wanted.

    Raises:
        StepFailed: it did not, or there is no report.
    """
    if not report.is_file():
        raise StepFailed(f"The smoke test left no report at {report}.")
    seen = json.loads(report.read_text(encoding="utf-8"))
    for key, value in {"passed": True, "bundled": True, **wanted}.items():
        expect(seen.get(key), value, f"{key} in the report")
