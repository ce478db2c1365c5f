"""Databases with many attempts, made fast: nobody waits for the disk while they grow."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from typing import TypeVar, cast

from makers import make_activity, make_pack
from stores import CLOCK, Player, open_database

from kiosk.core.flow import Screen
from kiosk.core.lesson import Pack
from kiosk.core.model import Position, ScreenView, VisitEnd
from kiosk.store.connection import open_writer
from kiosk.store.database import Database

T = TypeVar("T")
_SCREENS = 5


class _AtOnce:
    """Takes the database's place for a ``Player``: does what is asked, in one long transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def ask(self, job: Callable[[sqlite3.Connection], T]) -> Future[T]:
        done: Future[T] = Future()
        done.set_result(job(self._connection))
        return done

    def ask_checkpoint(self) -> Future[None]:
        done: Future[None] = Future()
        done.set_result(None)
        return done


def usual_pack() -> Pack:
    """Return a pack of twelve cards in two categories."""
    belongs = ("is", "is_not") * 6
    activity = make_activity(belongs, mastery_score=0.8)
    return make_pack((activity,), screen_ids=[f"s{n}" for n in range(_SCREENS)])


def grow(folder: Path, attempts: int, pack: Pack | None = None) -> Path:
    """Make a set-up database with so many attempts, the last one open; return its file.

    Every third learner plays twice. The journal is folded in.
    """
    open_database(folder).close()
    with closing(open_writer(folder / "kiosk.db")) as connection:
        connection.execute("BEGIN")
        add_attempts(connection, attempts, pack or usual_pack())
        connection.execute("COMMIT")
    return folder / "kiosk.db"


def add_attempts(connection: sqlite3.Connection, attempts: int, pack: Pack, first: int = 0) -> None:
    """Play so many attempts into an open transaction; codes are numbered from ``first`` on."""
    database = cast("Database", _AtOnce(connection))
    for n in range(first, first + attempts):
        player = Player(database, pack, f"RV{n - n % 3 // 2}")
        _look_around(player)
        if n < first + attempts - 1:
            player.play(wrong=n % 4)
            player.journal.end_visit(player.opened.visit_id, VisitEnd.SIGNED_OUT, CLOCK.now())
        else:
            attempt = player.begin()
            player.place(attempt, attempt.board.dealt[0], "is")


def _look_around(player: Player) -> None:
    visit = player.opened.visit_id
    player.journal.save_position(visit, Position(Screen.LESSON, "s1"))
    for screen in player.pack.screens:
        view = ScreenView(screen.id, CLOCK.now(), 1_500)
        player.journal.record_screen_view(visit, player.pack, view)
