"""Space is kept back, never the last of it, and is given up so that a visit ends well."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest
from store_tools import child, file_rows, heard, opened, said

from kiosk.core.health import DiskFault
from kiosk.store.ballast import NAME, SIZE, SPARE, Ballast
from kiosk.store.caretaker import Caretaker
from kiosk.store.lock import InstanceLock

MIB = 1024 * 1024
IN_A_NAMESPACE = ("unshare", "--user", "--map-root-user", "--mount")


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def cannot_mount() -> bool:
    """Return whether this user may not make small disks for its own processes."""
    if shutil.which("unshare") is None:
        return True
    mount = (*IN_A_NAMESPACE, "mount", "-t", "tmpfs", "none", "/mnt")
    return subprocess.run(mount, capture_output=True, check=False).returncode != 0


def free(monkeypatch: pytest.MonkeyPatch, amount: int) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(amount, 0, amount))


def test_ballast_takes_its_blocks_for_real(tmp_path: Path) -> None:
    assert Ballast(tmp_path).lay()
    found = (tmp_path / NAME).stat()
    assert found.st_size == SIZE == 5 * MIB
    if os.name != "nt":
        assert found.st_blocks * 512 >= SIZE


def test_ballast_is_written_where_the_disk_only_promises_the_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "posix_fallocate", lambda _handle, _at, _size: None, raising=False)
    assert Ballast(tmp_path).lay()
    content = (tmp_path / NAME).read_bytes()
    assert len(content) == SIZE
    assert len(set(content)) == 256


@pytest.mark.parametrize("over", [-1, 0])
def test_ballast_never_takes_the_last_space(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, over: int
) -> None:
    assert SPARE == 20 * MIB
    free(monkeypatch, SIZE + SPARE + over)
    ballast = Ballast(tmp_path)
    assert ballast.lay() is ballast.there() is (over == 0)


def test_ballast_that_a_power_cut_left_short_is_laid_anew(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"short")
    ballast = Ballast(tmp_path)
    assert not ballast.there()
    assert ballast.lay()
    assert ballast.there()


def test_ballast_is_given_up_once(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path)
    ballast.lay()
    assert ballast.give_up()
    assert not (tmp_path / NAME).exists()
    assert not ballast.give_up()


def test_ballast_that_cannot_be_laid_stops_nothing(tmp_path: Path) -> None:
    assert not Ballast(tmp_path / "gone").lay()
    (tmp_path / NAME).mkdir()
    assert not Ballast(tmp_path).lay()


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (sqlite3.SQLITE_FULL, DiskFault.FULL),
        (sqlite3.SQLITE_IOERR_WRITE, DiskFault.FAILING),
        (sqlite3.SQLITE_CANTOPEN, DiskFault.FAILING),
        (sqlite3.SQLITE_BUSY, DiskFault.IN_USE),
        (sqlite3.SQLITE_READONLY_ROLLBACK, DiskFault.READ_ONLY),
    ],
)
def test_ballast_is_given_up_for_faults_that_space_may_mend(
    tmp_path: Path, code: int, fault: DiskFault
) -> None:
    (tmp_path / "kiosk.db").touch()
    caretaker = Caretaker(tmp_path, InstanceLock(tmp_path))
    refused = sqlite3.OperationalError("made up")
    refused.sqlite_errorcode = code
    connection = sqlite3.connect(":memory:")
    caretaker.lay_ballast(connection)
    helps = fault in (DiskFault.FULL, DiskFault.FAILING)
    helped = caretaker.relieve(refused, connection)
    assert (helped is connection) is helps
    assert caretaker.health().ballast is not helps
    assert caretaker.health().last_fault is fault
    # Told at once the second time: only time can help.
    assert caretaker.relieve(refused, connection) is None
    caretaker.close()
    connection.close()


def test_ballast_is_not_laid_for_who_did_not_ask(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        database.ask_checkpoint().result(10)
        assert not database.health().ballast
        assert database.health().free_bytes is not None
    assert not (tmp_path / NAME).exists()


@pytest.mark.slow
@pytest.mark.skipif(cannot_mount(), reason="this user may not mount a small disk of its own")
def test_disk_that_is_full_to_the_last_byte_loses_nothing_and_says_so(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = f'mount -t tmpfs -o size=30m none "{disk}" && "$@" && cp "{disk}/kiosk.db" "{tmp_path}"'
    with child("child_tmpfs.py", disk, before=(*IN_A_NAMESPACE, "sh", "-c", mount, "sh")) as one:
        assert heard(one) == "laid True True"
        # The ballast lets all of it be written, and nobody waits.
        assert heard(one) == "filled False False full"
        assert heard(one) == "again True True False"
        word, ballast, since, placed = heard(one).split()
        assert (word, ballast, since) == ("room", "True", "None")
        assert heard(one) == "closed True"
        said(one)
        assert one.wait(20) == 0
    numbers = file_rows(tmp_path / "kiosk.db", "SELECT seq FROM placement ORDER BY seq")
    assert [seq for (seq,) in numbers] == list(range(1, int(placed) + 1))
