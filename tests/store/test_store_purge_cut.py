"""A purge that is killed or refused by the disk leaves each file old or new, and is finished."""

from __future__ import annotations

import random
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from purge_tools import (
    CODE,
    ONE,
    OTHER,
    all_rows,
    backups,
    carried_by,
    digest,
    holding,
    ids_of,
    played,
    purged,
    sound,
)
from store_tools import child, file_rows, heard, said
from stores import CLOCK

from kiosk.store.database import Database
from kiosk.store.purge import SqlitePurge

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
MANY = 50
QUARANTINED = Path("quarantine", "then", "kiosk.db")


class Before:
    """A folder to be purged, what it holds, and what it must hold afterwards."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        played(folder)
        (folder / QUARANTINED).parent.mkdir(parents=True)
        shutil.copy(folder / "kiosk.db", folder / QUARANTINED)
        self.words = [CODE, *ids_of(folder)]
        self.other = carried_by(folder, OTHER)
        done = folder.with_name("done")
        shutil.copytree(folder, done)
        began = time.monotonic()
        purged(done)
        self.seconds = time.monotonic() - began
        self.rows = {file.name: self._both(file, done) for file in backups(folder)}

    def _both(self, file: Path, done: Path) -> tuple[dict[str, Any], dict[str, Any]]:
        return all_rows(file), all_rows(done / "backups" / file.name)

    def copy(self, name: str) -> Path:
        target = self.folder.with_name(name)
        shutil.copytree(self.folder, target)
        return target

    def assert_old_or_new(self, folder: Path) -> None:
        """See that every file is whole, and that nobody else has lost anything."""
        there = {file.name: file for file in backups(folder)}
        assert self.rows.keys() <= there.keys()
        for name, file in there.items():
            assert sound(file)
            assert name not in self.rows or all_rows(file) in self.rows[name]
        assert sound(folder / "kiosk.db")
        assert carried_by(folder, OTHER) == self.other

    def assert_finished(self, folder: Path) -> None:
        """See that nothing is left, and that the hashes beside the backups are true."""
        self.assert_old_or_new(folder)
        assert holding(folder, self.words) == []
        assert not [*folder.rglob("*.part*"), *folder.rglob("*.next")]
        for file in backups(folder):
            sidecar = file.with_name(f"{file.name}.sha256")
            assert not sidecar.exists() or digest(file) in sidecar.read_text()


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Before:
    return Before(tmp_path_factory.mktemp("purge") / "data")


def go_on(folder: Path) -> str:
    """Finish what is noted, or ask again; return which."""
    with closing(Database.open(folder, CLOCK.now())) as database:
        purge = SqlitePurge(database, CLOCK)
        if purge.finish() is not None:
            return "finished"
    if file_rows(folder / "kiosk.db", f"SELECT 1 FROM learner WHERE code = '{CODE}'"):
        purged(folder)
        return "asked again"
    return "was done"


def killed_at_steps(before: Before, stride: int) -> Iterator[tuple[Path, int]]:
    for step in range(1, 300, stride):
        folder = before.copy(f"step-{step}")
        with child("child_purge.py", folder, step) as process:
            said(process)
        yield folder, process.wait(30)
        shutil.rmtree(folder)


@pytest.mark.slow
def test_kill_at_every_step_leaves_old_or_new_and_is_finished(
    before: Before, request: pytest.FixtureRequest
) -> None:
    stride = 1 if request.config.getoption("--purge-kills") >= MANY else 4
    ways: list[str] = []
    for folder, status in killed_at_steps(before, stride):
        before.assert_old_or_new(folder)
        ways.append(go_on(folder))
        before.assert_finished(folder)
        if status == 0:
            break
    assert ways[-1] == "was done"
    assert ways[0] == "asked again"
    assert ways.count("finished") >= 40 // stride


@pytest.mark.slow
def test_kill_at_random_moments_leaves_old_or_new_and_is_finished(
    before: Before, request: pytest.FixtureRequest
) -> None:
    draw = random.Random(7)
    for number in range(request.config.getoption("--purge-kills")):
        folder = before.copy(f"kill-{number}")
        with child("child_purge.py", folder, 0) as process:
            assert heard(process) == "ready"
            timer = threading.Timer(draw.uniform(0, 1.2 * before.seconds), process.kill)
            timer.start()
            said(process)
            timer.cancel()
        before.assert_old_or_new(folder)
        go_on(folder)
        before.assert_finished(folder)
        shutil.rmtree(folder)


@pytest.mark.slow
def test_files_that_may_not_grow_stop_a_purge_and_cost_nobody_anything(before: Before) -> None:
    folder = before.copy("full")
    with child("child_purge_full_disk.py", folder) as process:
        *refused, last = said(process)
        assert process.wait(30) == 0
    assert last == "done"
    assert set(refused) == {"unfinished"}
    assert len(refused) >= 4
    assert len(backups(folder)) == len(before.rows), "the newest backup still was of this state"
    before.assert_finished(folder)


def test_purge_that_a_full_disk_stopped_leaves_every_file_old_or_new(before: Before) -> None:
    folder = before.copy("refused")
    backup = backups(folder)[0]
    part = backup.with_name(f"{backup.name}.part")
    part.mkdir()
    with closing(Database.open(folder, CLOCK.now())) as database:
        purge = SqlitePurge(database, CLOCK)
        with pytest.raises(Exception, match="not finished"):
            purge.run(ONE)
        assert purge.under_way() is not None
    before.assert_old_or_new(folder)
    part.rmdir()
    assert go_on(folder) == "finished"
    before.assert_finished(folder)
