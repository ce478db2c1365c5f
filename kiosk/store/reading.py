"""One moment of a data folder's database, to be read while learners go on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk import paths
from kiosk.core.model import Kiosk
from kiosk.errors import DatabaseDamaged, DataFolderUnusable, NotSetUp
from kiosk.store.connection import open_reader, pragma
from kiosk.store.migrate import check_ours, load_migrations
from kiosk.store.record import read_kiosk


@contextmanager
def moment(
    folder: Path, *, looked_through: bool = False
) -> Iterator[tuple[sqlite3.Connection, Kiosk]]:
    """Open a view of one moment, and say whose it is; nothing is held open afterwards.

    All pages are read first, to see that they are sound, unless this process ``looked_through``
    them before: of a long log that takes many seconds.

    Raises:
        NotSetUp: there is no kiosk in the folder.
        DatabaseNewer, DatabaseDamaged: it is not for this program.
        DataFolderUnusable: it cannot be read.
    """
    file = paths.database(folder)
    if not file.exists():
        raise NotSetUp(path=folder)
    try:
        reader = open_reader(file)
    except sqlite3.Error as fault:
        raise DataFolderUnusable(path=file, detail=fault) from fault
    try:
        check_ours(reader, file, load_migrations(), looked_through=looked_through)
        reader.execute("BEGIN")
        kiosk = read_kiosk(reader) if pragma(reader, "user_version") else None
        if kiosk is None:
            raise NotSetUp(path=folder)
        yield reader, kiosk
    except sqlite3.OperationalError as fault:
        raise DataFolderUnusable(path=file, detail=fault) from fault
    except sqlite3.DatabaseError as fault:
        raise DatabaseDamaged(path=file, detail=fault) from fault
    finally:
        reader.close()
