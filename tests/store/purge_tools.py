"""Folders with learners to purge, and a search of every byte that is not the program's own."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from store_tools import file_rows
from stores import CLOCK, Player, open_database, small_pack

from kiosk.core.log_rows import Selection
from kiosk.core.model import ScreenView, VisitEnd
from kiosk.core.purges import OneLearner, PurgeDone, PurgeOrder
from kiosk.reports.attempt_log import ATTEMPTS, PLACEMENTS, RESPONSES
from kiosk.store.backup import back_up
from kiosk.store.connection import open_reader
from kiosk.store.database import Database
from kiosk.store.log import SqliteAttemptLog
from kiosk.store.purge import SqlitePurge

CODE, OTHER = "XK7731", "QW5502"
SUMS_AND_NOTES = ("tally_day", "tally_sum", "tally_taken", "purge", "staff_log")
ONE = OneLearner(CODE)
IDS_OF = """
    SELECT learner.id FROM learner WHERE code = '{code}'
    UNION SELECT visit.id FROM visit JOIN learner ON learner.key = learner WHERE code = '{code}'
    UNION SELECT attempt.id FROM attempt JOIN learner ON learner.key = learner WHERE code = '{code}'
"""


def played(folder: Path, backups: int = 2) -> None:
    """Make a folder with two learners, and backups of two moments with their hashes beside."""
    database = open_database(folder)
    for _ in range(backups):
        for code in (CODE, OTHER):
            player = Player(database, small_pack(), code)
            player.play(wrong=1)
            player.begin()
            left = player.opened.visit_id
            view = ScreenView("s1", CLOCK.now(), 4_000)
            player.journal.record_screen_view(left, player.pack, view).result(10)
            player.journal.end_visit(left, VisitEnd.IDLE, CLOCK.now()).result(10)
        backed_up(folder)
    database.close()


def backed_up(folder: Path) -> Path:
    """Back a database up, as a running kiosk would, with its hash beside it."""
    with closing(open_reader(folder / "kiosk.db")) as reader:
        file = back_up(reader, folder, "now", CLOCK.now())
    file.with_name(f"{file.name}.sha256").write_text(f"{digest(file)}  {file.name}\n")
    return file


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def backups(folder: Path) -> list[Path]:
    return sorted((folder / "backups").glob("*.db"))


def ids_of(folder: Path, code: str = CODE) -> list[str]:
    """Return the ids of a learner and of all visits and attempts, in the database's file."""
    return [each for (each,) in file_rows(folder / "kiosk.db", IDS_OF.format(code=code))]


def holding(folder: Path, words: list[str]) -> list[str]:
    """Return the files of a folder in whose bytes one of the words stands."""
    needles = [word.encode(name) for word in words for name in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [file for file in folder.rglob("*") if file.is_file()]
    held = [f for f in files if any(needle in f.read_bytes() for needle in needles)]
    return sorted(str(file.relative_to(folder)) for file in held)


def carried_by(folder: Path, code: str) -> str:
    """Return what an export has of one learner, byte for byte."""
    with SqliteAttemptLog(folder).snapshot(Selection()) as snapshot:
        attempts = [row for row in snapshot.attempts() if row.learner_code == code]
        ids = {row.attempt_id for row in attempts}
        placements = [row for row in snapshot.placements() if row.attempt_id in ids]
        responses = [row for row in snapshot.responses() if row.attempt_id in ids]
    return ATTEMPTS.lines(attempts) + PLACEMENTS.lines(placements) + RESPONSES.lines(responses)


def all_rows(file: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of a file that nobody has open, but sums and what a purge says of itself."""
    with closing(sqlite3.connect(file)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        names = [name for (name,) in tables if name not in SUMS_AND_NOTES]
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall()
            for name in names
        }


def sound(file: Path) -> bool:
    """Return whether SQLite finds nothing wrong with a file."""
    checks = ("PRAGMA integrity_check", "PRAGMA foreign_key_check")
    return [file_rows(file, check) for check in checks] == [[("ok",)], []]


def purged(folder: Path, order: PurgeOrder = ONE) -> PurgeDone:
    """Purge in a folder that nobody holds."""
    with closing(Database.open(folder, CLOCK.now())) as database:
        return SqlitePurge(database, CLOCK).run(order)
