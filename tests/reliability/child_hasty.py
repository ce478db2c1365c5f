"""Makes the visits of ``child_visits``, and calls each placement saved one placement too early.

What the trials must catch, or they are blind.
"""

from __future__ import annotations

import sys
from concurrent.futures import Future
from pathlib import Path
from unittest.mock import patch

import child_visits

from kiosk.core.model import AttemptResult, Placement
from kiosk.store.journal import SqliteJournal


class HastyJournal(SqliteJournal):
    """Acknowledges a placement at once, and writes it with the next."""

    late: tuple[str, Placement] | None = None

    def record_placement(self, attempt_id: str, placement: Placement) -> Future[None]:
        self._catch_up()
        self.late = (attempt_id, placement)
        done: Future[None] = Future()
        done.set_result(None)
        return done

    def record_check(self, attempt_id: str, result: AttemptResult) -> Future[None]:
        self._catch_up()
        return super().record_check(attempt_id, result)

    def _catch_up(self) -> None:
        if self.late is not None:
            super().record_placement(*self.late)
            self.late = None


if __name__ == "__main__":
    with patch("stores.SqliteJournal", HastyJournal):
        sys.exit(child_visits.main(Path(sys.argv[1]), int(sys.argv[2])))
