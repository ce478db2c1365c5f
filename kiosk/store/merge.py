"""Rows of another database of ours that this one lacks: from a salvage, or another kiosk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.store.connection import pragma
from kiosk.store.merge_attempts import AttemptMerger, Fate
from kiosk.store.migrate import load_migrations
from kiosk.store.proof import proved, unsound_attempts

Keys = dict[int, int]
"""From the keys of the source to ours."""

_VISITS = """
    SELECT key, id, learner, pack, language, started, utc_offset,
           last_known, ended, how_ended, screen, lesson_screen, theme, text_size,
           read_aloud, less_motion
    FROM visit ORDER BY key
"""
_VISITS_OF_SCHEMA_1 = """
    SELECT key, id, learner, pack, language, started, utc_offset,
           last_known, ended, how_ended, screen, lesson_screen, theme, text_size, 0, 0
    FROM visit ORDER BY key
"""
_NEW_VISIT = """
    INSERT INTO visit (id, learner, pack, language, started, utc_offset,
                       last_known, ended, how_ended, screen, lesson_screen, theme, text_size,
                       read_aloud, less_motion)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought.

    Attributes:
        attempts: that were not here, or came further there.
        placements: that were not here.
        visits: that were not here.
        conflicts: attempts that went on otherwise there; ours were kept.
        unsound: attempts there whose checksum does not agree; they were left.
    """

    attempts: int
    placements: int
    visits: int
    conflicts: int
    unsound: int


def merge(connection: sqlite3.Connection, source: Path) -> Merged:
    """Take over what another database of this schema has more, in one transaction.

    Everything is known by its UUID, learners by their code too: merging again changes nothing.
    The source is opened read-only and checked in full first; none of its triggers or views
    runs. What was exported there counts as not exported here: twice is told by the attempt's
    id, and what was wrongly left out would be lost.

    Args:
        connection: the database to bring it into; a transaction may be open, and stays so.
        source: the other database.

    Raises:
        DatabaseNewer: a newer program made the source; nothing was changed.
        SourceRefused: the source is not to be trusted; nothing was changed.
        sqlite3.Error: our disk refuses; nothing was changed.
    """
    steps = load_migrations()[: pragma(connection, "user_version")]
    with proved(source, steps) as theirs, _one_transaction(connection):
        return _Merge(connection, theirs).run()


@contextmanager
def _one_transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("SAVEPOINT merge")
    try:
        yield
    except BaseException:
        # A full disk may have rolled it all back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK TO merge")
            connection.execute("RELEASE merge")
        raise
    connection.execute("RELEASE merge")


class _Merge:
    def __init__(self, ours: sqlite3.Connection, theirs: sqlite3.Connection) -> None:
        self._ours = ours
        self._theirs = theirs

    def run(self) -> Merged:
        """Take over what is sound and new, in the caller's transaction."""
        unsound = unsound_attempts(self._theirs)
        self._set_up()
        packs = self._packs()
        learners = self._learners()
        visits, new_visits = self._visits(packs, learners)
        self._screen_views(visits, packs)
        self._logs()
        fates: list[Fate] = []
        merger = AttemptMerger(self._ours, self._theirs, visits, learners, packs)
        for (key,) in self._theirs.execute("SELECT key FROM attempt ORDER BY key"):
            if key not in unsound:
                fates.append(merger.merge(key))
        return Merged(
            attempts=sum(fate is Fate.TAKEN for fate in fates),
            placements=merger.placements,
            visits=new_visits,
            conflicts=sum(fate is Fate.CONFLICT for fate in fates),
            unsound=len(unsound),
        )

    def _set_up(self) -> None:
        # A kiosk without a PIN would let anybody set it up anew.
        if self._ours.execute("SELECT 1 FROM kiosk").fetchone() is not None:
            return
        for row in self._theirs.execute("SELECT id, name, site, created FROM kiosk"):
            self._ours.execute("INSERT INTO kiosk VALUES (?, ?, ?, ?)", row)
        for row in self._theirs.execute("SELECT name, value FROM setting"):
            self._ours.execute("INSERT OR IGNORE INTO setting VALUES (?, ?)", row)

    def _packs(self) -> Keys:
        keys = {}
        rows = self._theirs.execute("SELECT key, sha256, id, version, title, language FROM pack")
        for key, *values in rows:
            self._ours.execute(
                "INSERT INTO pack (sha256, id, version, title, language) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (sha256) DO NOTHING",
                values,
            )
            keys[key] = self._key("SELECT key FROM pack WHERE sha256 = ?", values[0])
        for pack, *label in self._theirs.execute("SELECT pack, kind, id, title FROM label"):
            self._ours.execute(
                "INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?)", (keys[pack], *label)
            )
        return keys

    def _learners(self) -> Keys:
        keys = {}
        for key, *values in self._theirs.execute("SELECT key, id, code, created FROM learner"):
            # The same code is the same learner, wherever the learner was first met.
            self._ours.execute(
                "INSERT INTO learner (id, code, created) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                values,
            )
            keys[key] = self._key(
                "SELECT key FROM learner WHERE id = ? OR code = ? ORDER BY id <> ?",
                *values[:2],
                values[0],
            )
        return keys

    def _visits(self, packs: Keys, learners: Keys) -> tuple[Keys, int]:
        keys, new = {}, 0
        older = pragma(self._theirs, "user_version") < 2
        rows = self._theirs.execute(_VISITS_OF_SCHEMA_1 if older else _VISITS)
        for key, visit_id, learner, pack, *rest in rows:
            values = (visit_id, learners[learner], packs[pack], *rest)
            new += self._ours.execute(_NEW_VISIT, values).rowcount
            self._go_on_with(visit_id, values[6:])
            keys[key] = self._key("SELECT key FROM visit WHERE id = ?", visit_id)
        return keys, new

    def _go_on_with(self, visit_id: str, known: tuple[object, ...]) -> None:
        last_known = known[0]
        self._ours.execute(
            """
            UPDATE visit SET last_known = ?, ended = ?, how_ended = ?,
                             screen = coalesce(?, screen),
                             lesson_screen = coalesce(?, lesson_screen),
                             theme = coalesce(?, theme), text_size = coalesce(?, text_size),
                             read_aloud = ?, less_motion = ?
            WHERE id = ? AND ended IS NULL AND last_known <= ?
            """,
            (*known, visit_id, last_known),
        )

    def _screen_views(self, visits: Keys, packs: Keys) -> None:
        for visit, pack, screen, entered, ms in self._theirs.execute(
            "SELECT visit, pack, screen, entered, ms FROM screen_view ORDER BY visit, seq"
        ):
            self._ours.execute(
                """
                INSERT INTO screen_view (visit, seq, pack, screen, entered, ms)
                SELECT :visit,
                       (SELECT coalesce(max(seq), 0) + 1 FROM screen_view WHERE visit = :visit),
                       :pack, :screen, :entered, :ms
                WHERE NOT EXISTS (SELECT 1 FROM screen_view WHERE visit = :visit
                                  AND screen = :screen AND entered = :entered)
                """,
                {
                    "visit": visits[visit], "pack": packs[pack], "screen": screen,
                    "entered": entered, "ms": ms,
                },
            )  # fmt: skip

    def _logs(self) -> None:
        for row in self._theirs.execute("SELECT id, at, attempts FROM export_log ORDER BY key"):
            self._ours.execute(
                "INSERT INTO export_log (id, at, attempts) VALUES (?, ?, ?)"
                " ON CONFLICT (id) DO NOTHING",
                row,
            )
        for row in self._theirs.execute("SELECT at, action FROM staff_log ORDER BY key"):
            self._ours.execute(
                "INSERT INTO staff_log (at, action) SELECT ?1, ?2 WHERE NOT EXISTS"
                " (SELECT 1 FROM staff_log WHERE at = ?1 AND action = ?2)",
                row,
            )

    def _key(self, sql: str, *values: object) -> int:
        (key,) = self._ours.execute(sql, values).fetchone()
        return int(key)
