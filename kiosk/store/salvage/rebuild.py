"""From rows to attempts: each is put into the new database and stays if its checksum is good."""

from __future__ import annotations

import contextlib
import sqlite3
from graphlib import TopologicalSorter
from itertools import islice, product

from kiosk.store.checksum import checksum_ok
from kiosk.store.salvage import sql
from kiosk.store.salvage.found import Found, Rank
from kiosk.store.salvage.standins import ID_FIELDS, StandIn, put

_MOST_GUESSES = 64
_PARTS = ("placement", "response")
_PROVED = ("attempt", *_PARTS)
_CANDIDATES = "SELECT key, pack, learner, visit FROM found.attempt WHERE doubt = 0 ORDER BY key"
_VISITED = "SELECT DISTINCT pack, learner FROM found.visit WHERE doubt = 0"
_HINTS = """
    SELECT DISTINCT value FROM found.hint WHERE of = ? AND field = ? AND key = ? AND rank <= ?
    ORDER BY rank
"""
_NOT_SOUND = """
    SELECT id FROM found.attempt WHERE id NOT IN (SELECT id FROM main.attempt)
    UNION
    SELECT value FROM found.hint
    WHERE of = 'attempt' AND field = 'id' AND rank = 0
      AND value NOT IN (SELECT id FROM main.attempt)
    ORDER BY 1
"""


class Rebuilder:
    """Fills a new database from what was found."""

    def __init__(self, connection: sqlite3.Connection, found: Found) -> None:
        self.stand_ins = 0
        self._connection = connection
        self._shapes = found.shapes

    def run(self) -> None:
        """Put in all that is sound.

        Raises:
            sqlite3.Error: the new database cannot be written.
        """
        self._copy_all("pack")
        self._copy_all("learner")
        for key, *parents in self._connection.execute(_CANDIDATES).fetchall():
            self._bring_back(key, parents)
        for pack, learner in self._connection.execute(_VISITED).fetchall():
            self._stand_in("pack", pack)
            self._stand_in("learner", learner)
        for table in self._parents_first():
            if table not in _PROVED:
                self._copy_all(table)

    def not_sound(self) -> tuple[str, ...]:
        """Return the ids of attempts that were seen and are not in the new database."""
        return tuple(str(row[0]) for row in self._connection.execute(_NOT_SOUND))

    def _bring_back(self, attempt: int, parents: list[int]) -> None:
        choices = [self._choices(*parent) for parent in zip(ID_FIELDS, parents, strict=True)]
        for chosen in islice(product(*choices), _MOST_GUESSES):
            stand_ins = [row for row in chosen if row is not None]
            if self._is_proved(attempt, parents[-1], stand_ins):
                self.stand_ins += len(stand_ins)
                return

    def _choices(self, table: str, key: int) -> list[StandIn | None]:
        if self._has(table, key):
            return [None]
        found = self._connection.execute(sql.has_sound(table), (key,)).fetchall()
        return [*(None for _row in found), *self._hinted(table, key, Rank.ORPHAN)]

    def _hinted(self, table: str, key: int, worst: Rank) -> list[StandIn]:
        hints = self._connection.execute(_HINTS, (table, ID_FIELDS[table], key, worst))
        return [StandIn(table, key, row[0]) for row in hints]

    def _is_proved(self, attempt: int, visit: int, stand_ins: list[StandIn]) -> bool:
        """Put an attempt in with all that it needs; take it out again if it is not as written."""
        self._connection.execute("BEGIN")
        try:
            self._connection.execute("PRAGMA defer_foreign_keys = 1")
            for row in stand_ins:
                put(self._connection, row, attempt)
            self._put_parts(attempt, visit)
            if checksum_ok(self._connection, attempt):
                self._connection.execute("COMMIT")
        except sqlite3.IntegrityError:
            pass
        finally:
            proved = not self._connection.in_transaction
            if not proved:
                self._connection.execute("ROLLBACK")
        return proved

    def _put_parts(self, attempt: int, visit: int) -> None:
        if not self._has("visit", visit):
            self._connection.execute(sql.copy_where(self._shapes["visit"], "key"), (visit,))
        # The attempt comes last: once it is there and closed, it takes no more parts.
        for table in _PARTS:
            self._connection.execute(sql.copy_where(self._shapes[table], "attempt"), (attempt,))
        self._connection.execute(sql.copy_where(self._shapes["attempt"], "key"), (attempt,))

    def _copy_all(self, table: str) -> None:
        self._connection.execute(sql.copy_all(self._shapes[table]))

    def _stand_in(self, table: str, key: int) -> None:
        # No checksum covers a visit without an attempt: only what was reached counts.
        if self._has(table, key):
            return
        hints = self._hinted(table, key, Rank.REACHED)
        if len(hints) == 1:
            with contextlib.suppress(sqlite3.IntegrityError):
                put(self._connection, hints[0], 0)
                self.stand_ins += 1

    def _has(self, table: str, key: int) -> bool:
        return self._connection.execute(sql.has(table), (key,)).fetchone() is not None

    def _parents_first(self) -> list[str]:
        parents = {
            shape.table: {table for _ours, table, _theirs in shape.parents}
            for shape in self._shapes.values()
        }
        return list(TopologicalSorter(parents).static_order())
