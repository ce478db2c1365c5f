"""Purging from the command line, where no kiosk runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from kiosk import paths
from kiosk.core import codes
from kiosk.core.purges import OlderThan, OneLearner, PurgeOrder
from kiosk.errors import NotSetUp
from kiosk.store.database import Database
from kiosk.store.purge import SqlitePurge
from kiosk.world import SystemClock


def order_for(learner: str | None, older_than_days: int) -> PurgeOrder:
    """Return what is asked for: one learner, by the code as typed, or what is so old by now."""
    if learner is not None:
        return OneLearner(codes.tidy(learner))
    now = SystemClock().now()
    return OlderThan(now - timedelta(days=older_than_days), now)


@contextmanager
def purging(data_folder: Path) -> Iterator[SqlitePurge]:
    """Hold a data folder alone, to purge in it.

    Raises:
        NotSetUp: there is no database in it; none is made.
        KioskError: a kiosk is running on it, or it cannot be used.
    """
    if not paths.database(data_folder).exists():
        raise NotSetUp(path=data_folder)
    clock = SystemClock()
    database = Database.open(data_folder, clock.now())
    try:
        yield SqlitePurge(database, clock)
    finally:
        database.close()
