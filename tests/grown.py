"""Databases with many attempts, made fast: nobody waits for the disk while they grow."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from dataclasses import replace
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
_BELONGS = ("is", "is_not") * 6


class AtOnce:
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


def numbered_pack(number: int, title: str = "Card") -> Pack:
    """Return a pack of twelve items, whose ids tell one attempt's from any other's.

    To the database it is one pack for all numbers.
    """
    activity = make_activity(_BELONGS, mastery_score=0.8, title=title)
    items = [
        replace(item, id=f"a{number:05d}i{index:02d}") for index, item in enumerate(activity.items)
    ]
    return make_pack((replace(activity, items=tuple(items)),))


def grow(folder: Path, attempts: int) -> Path:
    """Make a set-up database with so many attempts, the last one open; return its file.

    Every third learner plays twice. The journal is folded in.
    """
    open_database(folder).close()
    with closing(open_writer(folder / "kiosk.db")) as connection:
        add_attempts(connection, range(attempts))
    return folder / "kiosk.db"


def add_attempts(connection: sqlite3.Connection, numbers: range) -> None:
    """Play the attempts of some numbers in one transaction; the last one stays open."""
    connection.execute("BEGIN")
    for number in numbers:
        player = Player(
            cast("Database", AtOnce(connection)),
            numbered_pack(number),
            f"RV{number - number % 3 // 2}",
        )
        _look_around(player)
        if number < numbers[-1]:
            player.play(wrong=number % 4)
            player.journal.end_visit(player.opened.visit_id, VisitEnd.SIGNED_OUT, CLOCK.now())
        else:
            attempt = player.begin()
            player.place(attempt, attempt.board.dealt[0], "is")
    connection.execute("COMMIT")


def _look_around(player: Player) -> None:
    visit = player.opened.visit_id
    player.journal.save_position(visit, Position(Screen.LESSON, "s1"))
    for screen in player.pack.screens:
        view = ScreenView(screen.id, CLOCK.now(), 1_500)
        player.journal.record_screen_view(visit, player.pack, view)
