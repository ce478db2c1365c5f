"""A log made up in memory, rows to fill it with, and an export without ceremony."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from makers import MORNING
from stores import Player, open_database, small_pack

from kiosk.core.log_ports import AttemptLog
from kiosk.core.log_rows import (
    AttemptRow,
    AttemptState,
    LogCounts,
    PlacementRow,
    ResponseRow,
    Selection,
)
from kiosk.core.model import Kiosk
from kiosk.reports.export import ExportOrder, ExportReceipt, export
from kiosk.store.log import SqliteAttemptLog

ORDER = ExportOrder(Selection(), MORNING, "0.0")
FILES = ("attempts.csv", "placements.csv", "responses.csv", "README.txt", "manifest.json")

_ATTEMPT = AttemptRow(
    attempt_id="01957000-0000-7000-8000-000000000001",
    kiosk_id="01957000-0000-7000-8000-000000000009",
    kiosk_name="Kiosk 1",
    site="Riverside",
    learner_code="RV2048",
    pack_id="mentoring",
    pack_version="1.0",
    activity_id="mentor-or-not",
    activity_title="Mentor or Not?",
    mode="assessment",
    language="en",
    started_utc=MORNING,
    started_offset_minutes=60,
    submitted_utc=MORNING,
    active_ms=61_234,
    items=4,
    placed=4,
    first_try_correct=3,
    first_try_score=0.75,
    final_correct=4,
    final_score=1.0,
    mastery_score=0.8,
    outcome="passed",
    tries=2,
    placements=5,
    attempt_number=1,
    is_first=True,
    is_latest=True,
    is_best=True,
    input_methods=("drag", "tap"),
    missed_items=("Card 2",),
    round_number=1,
    follows_attempt_id=None,
)
_PLACEMENT = PlacementRow(
    attempt_id=_ATTEMPT.attempt_id,
    seq=1,
    item_id="i0",
    from_id=None,
    to_id="is",
    input_method="tap",
    ms=1_500,
    correct=True,
    try_number=1,
)
_RESPONSE = ResponseRow(
    attempt_id=_ATTEMPT.attempt_id,
    item_id="i0",
    item_title="Card 0",
    category_id="is",
    category_title="Is",
    correct=True,
    first_category_id="is",
    first_try_correct=True,
    placements=1,
)
_NOTHING = LogCounts(0, 0, 0, 0, 0)


def attempt_row(**changes: object) -> AttemptRow:
    """Return a usual attempt with some values changed."""
    return AttemptRow(**{**_ATTEMPT._asdict(), **changes})


def placement_row(**changes: object) -> PlacementRow:
    """Return a usual placement with some values changed."""
    return PlacementRow(**{**_PLACEMENT._asdict(), **changes})


def response_row(**changes: object) -> ResponseRow:
    """Return a usual response with some values changed."""
    return ResponseRow(**{**_RESPONSE._asdict(), **changes})


@dataclass(frozen=True)
class MadeUpLog:
    """The port ``AttemptLog`` and its snapshot in one; the rows are made when they are asked for.

    ``short_by`` is what the counts say more than there is.
    """

    attempt_rows: Callable[[], Iterable[AttemptRow]] = tuple
    placement_rows: Callable[[], Iterable[PlacementRow]] = tuple
    response_rows: Callable[[], Iterable[ResponseRow]] = tuple
    site: str = "Riverside"
    name: str = "Kiosk 1"
    short_by: LogCounts = _NOTHING

    @contextmanager
    def snapshot(self, _selection: Selection) -> Iterator[MadeUpLog]:
        yield self

    def kiosk(self) -> Kiosk:
        return Kiosk(_ATTEMPT.kiosk_id, self.name, self.site, MORNING)

    def schema_version(self) -> int:
        return 1

    def counts(self) -> LogCounts:
        attempts = active = placements = ms = 0
        for attempt in self.attempt_rows():
            attempts, active = attempts + 1, active + attempt.active_ms
        for placement in self.placement_rows():
            placements, ms = placements + 1, ms + placement.ms
        responses = sum(1 for _ in self.response_rows())
        found = LogCounts(attempts, placements, responses, active, ms)
        return LogCounts(*(a + b for a, b in zip(found, self.short_by, strict=True)))

    def attempts(self) -> Iterator[AttemptRow]:
        yield from self.attempt_rows()

    def placements(self) -> Iterator[PlacementRow]:
        yield from self.placement_rows()

    def responses(self) -> Iterator[ResponseRow]:
        yield from self.response_rows()

    def states(self) -> Iterator[AttemptState]:
        yield from ()


def long_log(rows: int) -> MadeUpLog:
    """Return a log with so many rows in each table, made one by one."""
    return MadeUpLog(
        lambda: (attempt_row(attempt_number=n + 1) for n in range(rows)),
        lambda: (placement_row(seq=n + 1) for n in range(rows)),
        lambda: (response_row(item_id=f"i{n}") for n in range(rows)),
    )


def played_log(folder: Path) -> SqliteAttemptLog:
    """Return the log of a real database: a whole attempt with two cards wrong, and one begun."""
    database = open_database(folder)
    player = Player(database, small_pack())
    player.play(wrong=2)
    attempt = player.begin()
    player.place(attempt, attempt.board.dealt[0], "is")
    database.close()
    return SqliteAttemptLog(folder)


def quiet(_done: int, _total: int) -> None:
    pass


def never() -> bool:
    return False


def exported(log: AttemptLog, target: Path, order: ExportOrder = ORDER) -> ExportReceipt:
    """Export and return the receipt."""
    with log.snapshot(order.selection) as snapshot:
        receipt = export(snapshot, order, target, quiet, never)
    assert receipt is not None
    return receipt


def read(file: Path) -> list[dict[str, str]]:
    """Return the rows of a file as any reader of CSV sees them."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def entries(folder: Path) -> Sequence[str]:
    """Return the names in a folder, hidden ones too."""
    return sorted(entry.name for entry in folder.iterdir())
