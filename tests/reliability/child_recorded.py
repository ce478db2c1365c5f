"""Does one of the things that a power cut must not spoil, and says what it may then rely on.

Arguments: what to do, the folder that is recorded, and how it is weakened (see ``WEAKNESSES``).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path
from unittest.mock import patch

import child_visits
from processes import say
from stores import CLOCK, Player, small_pack

from kiosk.core.log_rows import Selection
from kiosk.core.purges import OneLearner
from kiosk.reports.export import ExportOrder, export
from kiosk.store import connection
from kiosk.store.backup import FOLDER_NAME, back_up
from kiosk.store.connection import open_reader
from kiosk.store.database import Database
from kiosk.store.log import SqliteAttemptLog
from kiosk.store.migrate import Migration, load_migrations
from kiosk.store.purge import SqlitePurge
from kiosk.store.restore import restore

DATA, OUT = "data", "out"
PURGED = "XK7731"
_NEWEST = len(load_migrations())
TWO_STEPS = (
    *load_migrations(),
    Migration(_NEWEST + 1, "CREATE TABLE extra (id INTEGER PRIMARY KEY, word TEXT) STRICT;"),
    Migration(_NEWEST + 2, "INSERT INTO extra SELECT key, id FROM attempt;"),
)


def visit(folder: Path) -> None:
    child_visits.main(folder / DATA, 1)


def migrate(folder: Path) -> None:
    with closing(Database.open(folder / DATA, CLOCK.now(), TWO_STEPS)):
        say("migrated")


def backup(folder: Path) -> None:
    with closing(Database.open(folder / DATA, CLOCK.now())) as database:
        _back_up(database)
        child_visits.visit(Player(database, small_pack()))
        _back_up(database)


def _back_up(database: Database) -> None:
    with closing(open_reader(database.file)) as reader:
        file = back_up(reader, database.file.parent, "now", CLOCK.now())
    say("backed-up", file.name)


def carry_away(folder: Path) -> None:
    order = ExportOrder(Selection(), CLOCK.now(), "0.0")
    with SqliteAttemptLog(folder / DATA).snapshot(order.selection) as snapshot:
        receipt = export(snapshot, order, folder / OUT, lambda _done, _of: None, lambda: False)
    assert receipt is not None
    say("exported", receipt.folder.name)


def purge(folder: Path) -> None:
    with closing(Database.open(folder / DATA, CLOCK.now())) as database:
        SqlitePurge(database, CLOCK).run(OneLearner(PURGED))
        say("purged")


def recover(folder: Path) -> None:
    with closing(Database.open(folder / DATA, CLOCK.now())):
        say("recovered")


def put_back(folder: Path) -> None:
    (older,) = (folder / DATA / FOLDER_NAME).glob("*.db")
    restore(older, folder / DATA, CLOCK.now())
    say("restored")


ACTIONS: Mapping[str, Callable[[Path], None]] = {
    "visit": visit,
    "migrate": migrate,
    "backup": backup,
    "export": carry_away,
    "purge": purge,
    "recover": recover,
    "restore": put_back,
}
WEAKNESSES: Mapping[str, Callable[[], AbstractContextManager[object]]] = {
    "": nullcontext,
    "synchronous=NORMAL": lambda: patch.dict(connection._WRITER, synchronous=1),
    "synchronous=OFF": lambda: patch.dict(connection._WRITER, synchronous=0),
    "no fsync": lambda: patch("kiosk.durable.os.fsync", lambda _handle: None),
}

if __name__ == "__main__":
    action, place, weakness = sys.argv[1:]
    with WEAKNESSES[weakness]():
        ACTIONS[action](Path(place))
