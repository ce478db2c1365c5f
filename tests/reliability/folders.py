"""A kiosk's folder on a disk that is full, locked, moved away, or turned read-only under it."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from processes import HERE, Child, child, running
from refused_kiosks import NOT_SAVED, assert_answers
from refuser import FOR_GOOD, Refuser, build
from shims import why_no_shim
from stores import CLOCK, open_database
from trials import Harm, Trial, tally
from witness import harm, sound

from kiosk import paths
from kiosk.store.database import Database

READ_ONLY = "read-only refused DataFolderUnusable 4 "
_MOUNT = 'mount -t tmpfs -o size=4m none "$0" && exec "$@"'
_ROOM = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", _MOUNT)


def no_small_disk(folder: Path) -> str:
    """Return why no small file system can be mounted on a folder here, empty if one can."""
    if shutil.which("unshare"):
        with running(*_ROOM, folder, "true") as one:
            one.hear_out()
        if one.process.returncode == 0:
            return ""
    return "this system lets nobody mount a file system of their own"


def on_a_small_disk(folder: Path, count: int) -> Iterator[Harm]:
    """Fill a small disk so often under a kiosk in use; in the end, make it read-only."""
    script = HERE / "child_full_disk_kiosk.py"
    with running(*_ROOM, folder, sys.executable, script, folder, count) as one:
        for _ in range(count):
            _, lost, altered, in_order = one.hear_until("harm").split()
            assert in_order == "True", "the database is not in order"
            yield Harm(int(lost), int(altered))
        assert one.hear_until("read-only") == READ_ONLY


def while_locked(folder: Path) -> Harm:
    """Have another program lock the database until the kiosk has said so."""
    open_database(folder).close()
    with child("child_kiosk.py", folder) as one:
        one.hear_until("placed")
        with closing(sqlite3.connect(paths.database(folder), isolation_level=None)) as other:
            other.execute("PRAGMA busy_timeout = 5000")
            other.execute("BEGIN EXCLUSIVE")
            one.hear_until(NOT_SAVED)
            assert_answers(one)
            other.execute("ROLLBACK")
        return _seen_through(one, folder)


def while_read_only(folder: Path, shim: Path) -> Harm:
    """Turn the file system read-only until the kiosk has said so."""
    open_database(folder).close()
    refuser = Refuser(shim, folder.with_name("orders"), folder)
    with child("child_kiosk.py", folder, more=refuser.environment) as one:
        one.hear_until("placed")
        refuser.refuse(1, FOR_GOOD, errno.EROFS)
        one.hear_until(NOT_SAVED)
        assert_answers(one)
        refuser.relent()
        return _seen_through(one, folder)


def while_moved_away(folder: Path) -> Harm:
    """Move the folder elsewhere until the kiosk has said so, and back."""
    elsewhere = folder.with_name("elsewhere")
    open_database(folder).close()
    with child("child_kiosk.py", folder) as one:
        one.hear_until("placed")
        folder.rename(elsewhere)
        one.hear_until(NOT_SAVED)
        assert_answers(one)
        elsewhere.rename(folder)
        return _seen_through(one, folder)


def after_deletion(folder: Path) -> Harm:
    """Delete the folder under the kiosk: all of it is written anew."""
    open_database(folder).close()
    with child("child_kiosk.py", folder) as one:
        one.hear_until("placed")
        shutil.rmtree(folder)
        return _seen_through(one, folder)


def folder_trials(count: int) -> Iterator[Trial]:
    """Yield each of these so often."""
    cases: dict[str, Callable[[Path], Harm]] = {
        "database locked by another program": while_locked,
        "folder moved away and back": while_moved_away,
        "folder deleted": after_deletion,
    }
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        if not why_no_shim():
            cases["file system turned read-only"] = partial(while_read_only, shim=build(room))
        for what, blow in cases.items():
            harms = (blow(room / what / str(n)) for n in range(count))
            yield tally(f"{what} under a kiosk in use", harms)
        if not no_small_disk(room):
            yield tally("disk of 4 MB filled under a kiosk in use", on_a_small_disk(room, count))


def _seen_through(one: Child, folder: Path) -> Harm:
    one.hear_until("submitted")
    one.hear_until("submitted")
    one.process.kill()
    said = one.hear_out()
    Database.open(folder, CLOCK.now()).close()
    assert sound(folder), "the database is not in order"
    return harm(folder, said)
