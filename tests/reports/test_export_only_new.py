"""Exports of what is new, made while learners place cards, hold the whole log together."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from log_maker import never, quiet, read
from stores import CLOCK, IDS, Player, open_database, small_pack

from kiosk.core.log_rows import Selection
from kiosk.core.model import VisitEnd
from kiosk.reports.export import ExportOrder, export
from kiosk.store.database import Database
from kiosk.store.log import SqliteAttemptLog, SqliteExportLog

EXPORTS = 12
Rows = dict[str, list[dict[str, str]]]


def learn(database: Database, stop: threading.Event) -> None:
    """Come, play, go on with what was left, and leave, as two learners in turn."""
    for turn in range(1_000_000):
        player = Player(database, small_pack(), f"RV204{turn % 2}")
        if turn % 3:
            player.play(wrong=turn % 4)
        attempt = player.begin()
        for item_id in attempt.board.dealt[: turn % 6]:
            player.place(attempt, item_id, "is")
        visit_id = player.opened.visit_id
        player.journal.end_visit(visit_id, VisitEnd.SIGNED_OUT, CLOCK.now()).result(10)
        if stop.is_set():
            return


def rows_of(bundle: Path) -> Rows:
    """Return all rows about each attempt."""
    found: Rows = {}
    for name in ("attempts.csv", "placements.csv", "responses.csv"):
        for row in read(bundle / name):
            found.setdefault(row["attempt_id"], []).append(row)
    return found


def exports(data: Path, out: Path, database: Database, count: int) -> Iterable[Rows]:
    order = ExportOrder(Selection(only_new=True), CLOCK.now(), "0.0")
    for _ in range(count):
        with SqliteAttemptLog(data).snapshot(order.selection) as snapshot:
            receipt = export(snapshot, order, out, quiet, never)
            assert receipt is not None
            assert SqliteExportLog(database, IDS).record_export(snapshot.states(), order.made)
        yield rows_of(receipt.folder)


def test_new_ones_exported_while_learners_go_on_are_the_whole_log(tmp_path: Path) -> None:
    data, out, stop = tmp_path / "data", tmp_path / "out", threading.Event()
    carried: Rows = {}
    twice = 0
    with closing(open_database(data)) as database:
        learner = threading.Thread(target=learn, args=(database, stop))
        learner.start()
        try:
            for gone in exports(data, out, database, EXPORTS):
                twice += len(carried.keys() & gone.keys())
                carried.update(gone)
        finally:
            stop.set()
            learner.join()
        for gone in exports(data, out, database, 1):
            carried.update(gone)
        whole = ExportOrder(Selection(), CLOCK.now(), "0.0")
        with SqliteAttemptLog(data).snapshot(whole.selection) as snapshot:
            receipt = export(snapshot, whole, tmp_path / "whole", quiet, never)
    assert receipt is not None
    assert carried == rows_of(receipt.folder)
    assert twice, "nothing changed while the exports were made"
