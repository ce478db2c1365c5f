"""A purge inside a running kiosk, whose backups wait meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.core.ports import Clock, never
from kiosk.core.purges import PurgeCounts, PurgeDone, PurgeOrder
from kiosk.store.backup_keeper import BackupKeeper
from kiosk.store.database import Database
from kiosk.store.purge import SqlitePurge


class LivePurge:
    """The port ``Purges``. Whoever asks sees that no learner comes before it is done."""

    def __init__(self, database: Database, clock: Clock, backups: BackupKeeper) -> None:
        self._database = database
        self._clock = clock
        self._backups = backups

    def preview(self, order: PurgeOrder) -> PurgeCounts:
        """Return how many rows of the database would go. Raises ``PurgeUnfinished``."""
        return SqlitePurge(self._database, self._clock).preview(order)

    def run(
        self,
        order: PurgeOrder,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool] = never,
    ) -> PurgeDone:
        """Purge, and prove it. Raises as ``SqlitePurge.run``."""
        self._backups.stop()
        try:
            return SqlitePurge(self._database, self._clock, progress).run(order, cancelled)
        finally:
            self._backups.start()
