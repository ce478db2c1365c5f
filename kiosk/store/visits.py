"""Learners and visits: coming, going, and where they were."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from kiosk.core.flow import Screen
from kiosk.core.lesson import Pack
from kiosk.core.model import Choices, Position, ScreenView, VisitEnd, VisitOpened, VisitStart
from kiosk.core.ports import UnknownCode
from kiosk.store import attempts, second_rounds, simulated
from kiosk.store.packs import pack_key
from kiosk.store.times import to_text


class NoSuchVisit(ValueError):
    """There is no visit of that id: what was to be noted of it cannot be."""


def open_visit(
    connection: sqlite3.Connection, start: VisitStart, pack: Pack, utc_offset: int
) -> VisitOpened:
    """Begin a visit. Run again with the same start, it changes nothing more.

    Raises:
        UnknownCode: the code is new and may not be.
        OnlySimulated: the database is one of made-up attempts.
    """
    if simulated.is_marked(connection):
        raise simulated.OnlySimulated
    end_interrupted(connection, but=start.visit_id)
    learner, learner_id, returning = _learner(connection, start)
    key = pack_key(connection, pack)
    position = _last_position(connection, learner, pack.id, start.visit_id)
    choices = _last_choices(connection, learner, start.visit_id)
    _insert_visit(connection, start, (learner, key, utc_offset))
    return VisitOpened(
        visit_id=start.visit_id,
        learner_id=learner_id,
        code=start.code,
        returning=returning,
        position=position,
        seen=_seen(connection, learner, pack.id),
        open_attempt=attempts.open_attempt(connection, learner, key),
        finished=attempts.finished(connection, learner, pack.id),
        second_round=second_rounds.offered(connection, learner, key),
        choices=choices,
    )


def end_interrupted(connection: sqlite3.Connection, but: str = "") -> None:
    """End visits that a kill or a power cut left open, at the last moment known of them.

    An attempt went on for its active time at least, and nothing is written at each placement.
    """
    connection.execute(
        """
        UPDATE visit SET last_known = max(last_known, coalesce(
            (SELECT max(strftime('%Y-%m-%dT%H:%M:%fZ', started,
                                 '+' || (active_ms / 1000.0) || ' seconds'))
             FROM attempt
             WHERE attempt.learner = visit.learner AND attempt.visit = visit.key), last_known))
        WHERE ended IS NULL AND id <> ?
        """,
        (but,),
    )
    connection.execute(
        "UPDATE visit SET ended = last_known, how_ended = ? WHERE ended IS NULL AND id <> ?",
        (VisitEnd.INTERRUPTED.value, but),
    )


def save_position(
    connection: sqlite3.Connection, visit_id: str, position: Position, now: datetime
) -> None:
    """Note where a learner is. Raises ``NoSuchVisit``."""
    _require(connection, visit_id)
    connection.execute(
        "UPDATE visit SET screen = ?, lesson_screen = ?, last_known = ? WHERE id = ?",
        (position.screen.value, position.lesson_screen_id, to_text(now), visit_id),
    )


def save_choices(connection: sqlite3.Connection, visit_id: str, choices: Choices) -> None:
    """Note how a learner wants it. Raises ``NoSuchVisit``."""
    _require(connection, visit_id)
    connection.execute(
        "UPDATE visit SET language = ?, theme = ?, text_size = ?, read_aloud = ?, less_motion = ?"
        " WHERE id = ?",
        (
            choices.language, choices.theme, choices.text_size,
            choices.read_aloud, choices.less_motion, visit_id,
        ),
    )  # fmt: skip


def record_screen_view(
    connection: sqlite3.Connection, visit_id: str, pack: Pack, view: ScreenView
) -> None:
    """Note a look at a lesson screen; the same look twice is one. Raises ``NoSuchVisit``."""
    _require(connection, visit_id)
    connection.execute(
        """
        INSERT INTO screen_view (visit, seq, pack, screen, entered, ms)
        SELECT key, (SELECT count(*) + 1 FROM screen_view WHERE visit = visit.key), ?, ?, ?, ?
        FROM visit
        WHERE id = ? AND NOT EXISTS (
            SELECT 1 FROM screen_view WHERE visit = visit.key AND screen = ? AND entered = ?)
        """,
        (
            pack_key(connection, pack), view.screen_id, to_text(view.entered), view.ms,
            visit_id, view.screen_id, to_text(view.entered),
        ),
    )  # fmt: skip


def end_visit(
    connection: sqlite3.Connection, visit_id: str, end: VisitEnd, ended: datetime
) -> None:
    """End a visit; one that is ended stays as it is. Raises ``NoSuchVisit``."""
    _require(connection, visit_id)
    connection.execute(
        "UPDATE visit SET ended = ?, how_ended = ?, last_known = ? WHERE id = ? AND ended IS NULL",
        (to_text(ended), end.value, to_text(ended), visit_id),
    )


def _require(connection: sqlite3.Connection, visit_id: str) -> None:
    if connection.execute("SELECT 1 FROM visit WHERE id = ?", (visit_id,)).fetchone() is None:
        raise NoSuchVisit(visit_id)


def _learner(connection: sqlite3.Connection, start: VisitStart) -> tuple[int, str, bool]:
    row = connection.execute("SELECT key, id FROM learner WHERE code = ?", (start.code,)).fetchone()
    if row is not None:
        # Tried again after a fault of the disk, a new learner would seem to return.
        return int(row[0]), str(row[1]), row[1] != start.learner_id
    if not start.may_create:
        raise UnknownCode
    cursor = connection.execute(
        "INSERT INTO learner (id, code, created) VALUES (?, ?, ?)",
        (start.learner_id, start.code, to_text(start.started)),
    )
    return int(cursor.lastrowid or 0), start.learner_id, False


def _insert_visit(
    connection: sqlite3.Connection, start: VisitStart, keys: tuple[int, int, int]
) -> None:
    started = to_text(start.started)
    connection.execute(
        """
        INSERT INTO visit (id, learner, pack, language, started, utc_offset, last_known)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """,
        (start.visit_id, keys[0], keys[1], start.language, started, keys[2], started),
    )


def _last_position(
    connection: sqlite3.Connection, learner: int, pack_id: str, but: str
) -> Position | None:
    row = connection.execute(
        """
        SELECT visit.screen, visit.lesson_screen FROM visit
        JOIN pack ON pack.key = visit.pack
        WHERE visit.learner = ? AND pack.id = ? AND visit.id <> ? AND visit.screen IS NOT NULL
        ORDER BY visit.key DESC LIMIT 1
        """,
        (learner, pack_id, but),
    ).fetchone()
    if row is None:
        return None
    # A damaged place must not keep its learner out for good.
    known = row[0] in {screen.value for screen in Screen}
    return Position(Screen(row[0]), row[1]) if known else Position(Screen.HOME)


def _last_choices(connection: sqlite3.Connection, learner: int, but: str) -> Choices | None:
    row = connection.execute(
        "SELECT language, theme, text_size, read_aloud, less_motion FROM visit"
        " WHERE learner = ? AND id <> ? ORDER BY key DESC LIMIT 1",
        (learner, but),
    ).fetchone()
    if row is None:
        return None
    language, theme, text_size, read_aloud, less_motion = row
    return Choices(language, theme, text_size, bool(read_aloud), bool(less_motion))


def _seen(connection: sqlite3.Connection, learner: int, pack_id: str) -> frozenset[str]:
    rows = connection.execute(
        """
        SELECT DISTINCT screen_view.screen FROM screen_view
        JOIN visit ON visit.key = screen_view.visit
        JOIN pack ON pack.key = screen_view.pack
        WHERE visit.learner = ? AND pack.id = ?
        """,
        (learner, pack_id),
    )
    return frozenset(screen for (screen,) in rows)
