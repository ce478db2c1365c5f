"""A disk that refuses is asked again, and nothing that was told as saved is lost by it."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest
from processes import running
from refusals import refusal_trials
from refused_kiosks import refused_kiosk_trials
from refuser import FOR_GOOD, Refuser, build
from shims import why_no_shim

pytestmark = pytest.mark.skipif(bool(why_no_shim()), reason=why_no_shim() or "it can be refused")

CHANGES = """
import os, sys
from pathlib import Path
folder = Path(sys.argv[1])
def attempt(change):
    try:
        change()
    except OSError as fault:
        print(fault.errno, flush=True)
    else:
        print(0, flush=True)
file = os.open(folder / "there", os.O_RDWR)
for change in (
    lambda: os.write(file, b"x"),
    lambda: os.pwrite(file, b"x", 0),
    lambda: os.fsync(file),
    lambda: os.fdatasync(file),
    lambda: os.ftruncate(file, 9),
    lambda: os.posix_fallocate(file, 0, 9),
    lambda: (folder / "new").open("w"),
    lambda: (folder / "room").mkdir(),
    lambda: (folder / "room").rmdir(),
    lambda: (folder / "there").rename(folder / "elsewhere"),
    lambda: (folder / "elsewhere").unlink(),
):
    attempt(change)
print(os.pread(os.open(sys.argv[2], os.O_RDONLY), 9, 0), flush=True)
"""
KINDS = 11


@pytest.fixture
def refuser(tmp_path: Path) -> Refuser:
    """A refuser over a folder with a file in it; a file outside is no concern of it."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "there").touch()
    (tmp_path / "outside").write_bytes(b"readable")
    return Refuser(build(tmp_path), tmp_path / "orders", tmp_path / "data")


def outcomes(folder: Path, refuser: Refuser) -> list[str]:
    command = (sys.executable, "-c", CHANGES, folder / "data", folder / "outside")
    with running(*command, more=refuser.environment) as one:
        *said, outside = one.hear_out()
    assert outside == "b'readable'"
    return said


@pytest.mark.parametrize("number", range(1, KINDS))
def test_refuser_refuses_the_change_that_it_is_told_to(
    tmp_path: Path, refuser: Refuser, number: int
) -> None:
    refuser.refuse(number, number, errno.EIO)
    said = outcomes(tmp_path, refuser)
    assert said[number - 1] == str(errno.EIO)
    assert set(said[: number - 1]) <= {"0"}
    assert (refuser.calls, refuser.refused) == (KINDS, 1)


def test_refuser_refuses_all_from_one_on(tmp_path: Path, refuser: Refuser) -> None:
    refuser.refuse(4, FOR_GOOD, errno.ENOSPC)
    assert outcomes(tmp_path, refuser) == ["0"] * 3 + [str(errno.ENOSPC)] * (KINDS - 3)
    assert refuser.refused == KINDS - 3


def test_refuser_that_is_told_nothing_counts_alone(tmp_path: Path, refuser: Refuser) -> None:
    assert outcomes(tmp_path, refuser) == ["0"] * KINDS
    assert (refuser.calls, refuser.refused) == (KINDS, 0)


@pytest.mark.slow
def test_refused_changes_lose_nothing_and_leave_a_database_in_order() -> None:
    for trial in refusal_trials(step=29):
        assert trial.harmless, trial


@pytest.mark.slow
def test_kiosk_whose_disk_refuses_answers_says_so_and_loses_nothing() -> None:
    for trial in refused_kiosk_trials(step=60):
        assert trial.harmless, trial
