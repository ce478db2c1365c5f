"""Whether the database that is open is the one that stands at its path.

A folder can be moved or deleted under an open file. The system goes on taking
what is written, into a file that nobody finds again: nothing of that may be
called saved. Windows refuses to move or delete what is open.
"""

from __future__ import annotations

import os
import sqlite3
from enum import Enum, auto
from pathlib import Path

Identity = tuple[int, int]
_WATCHED = os.name != "nt"
# On Linux, a handle whose closing takes none of SQLite's locks away.
_ONLY_TO_LOOK = getattr(os, "O_PATH", os.O_RDONLY)


class Standing(Enum):
    """What is at the path of an open database."""

    HERE = auto()
    JOURNAL_GONE = auto()
    GONE = auto()
    REPLACED = auto()


class NotInPlace(sqlite3.OperationalError):
    """What was written stands in a file that is not at its path. Passes when it is put back."""

    def __init__(self, standing: Standing) -> None:
        super().__init__(f"the open database is not at its path: {standing.name.lower()}")
        self.standing = standing
        self.sqlite_errorcode = sqlite3.SQLITE_READONLY_DBMOVED


class OpenFile:
    """The database file and the journal that a connection has open, known by their inodes."""

    def __init__(self, file: Path) -> None:
        """Remember what is at the path now: it must just have been opened.

        Raises:
            OSError: there is nothing.
        """
        self._file = file
        self._journal = file.with_name(f"{file.name}-wal")
        self._handle = os.open(file, _ONLY_TO_LOOK) if _WATCHED else None
        self._folder_was = identity(file.parent)
        self._file_was = identity(file)
        self._journal_was = identity(self._journal)

    def standing(self) -> Standing:
        """Return what is at the path."""
        if not _WATCHED:
            return Standing.HERE
        found = identity(self._file)
        journal = identity(self._journal)
        if found not in (None, self._file_was) or self._strange(journal):
            return Standing.REPLACED
        if found is None:
            return Standing.GONE
        return Standing.HERE if journal == self._journal_was else Standing.JOURNAL_GONE

    def _strange(self, journal: Identity | None) -> bool:
        # A journal of others with something in it would be folded into our file.
        return journal not in (None, self._journal_was) and self._journal.stat().st_size > 0

    def deleted(self) -> bool:
        """Return whether the open file has no name any more, and ends with this process."""
        return self._handle is not None and os.fstat(self._handle).st_nlink == 0

    def may_be_made_anew(self) -> bool:
        """Return whether what is gone should be written anew, and not be waited for.

        So it is where the open file was deleted, or another folder was put in
        its folder's place. A folder on another disk does not count: it is what
        lies under a stick that was pulled.
        """
        if self.deleted():
            return True
        now, was = identity(self._file.parent), self._folder_was
        return now is not None and was is not None and now != was and now[0] == was[0]

    def close(self) -> None:
        """Look no more. Only once no connection has the file open."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def identity(path: Path) -> Identity | None:
    """Return the device and inode of what is at a path; ``None`` for nothing."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
