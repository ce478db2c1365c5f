"""Every change that a visit makes to its files, refused: once, and from there on for good."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from processes import Child, child
from refuser import FOR_GOOD, Refuser, build
from shims import why_no_shim
from stores import CLOCK
from trials import Harm, Trial, tally
from witness import harm, sound

from kiosk.errors import AlreadyRunning, KioskError
from kiosk.store.database import Database

ERRORS = (errno.ENOSPC, errno.EIO)
EXIT_CODES = {kind.__name__: kind.exit_code for kind in KioskError.__subclasses__()}


@dataclass(frozen=True, slots=True)
class Scene:
    """A data folder to begin with, what was acknowledged in it, and where to work on copies."""

    shim: Path
    room: Path
    begin: Path
    said: tuple[str, ...]

    def refuser(self) -> Refuser:
        """Return a refuser over a fresh copy of the folder."""
        shutil.rmtree(self.data, ignore_errors=True)
        shutil.copytree(self.begin, self.data)
        return Refuser(self.shim, self.room / "orders", self.data)

    @property
    def data(self) -> Path:
        """The copy."""
        return self.room / "data"

    def judged(self, lines: list[str]) -> Harm:
        """Return what was lost, after a start that nothing is refused."""
        Database.open(self.data, CLOCK.now()).close()
        assert sound(self.data), "the database is not in order"
        return harm(self.data, [*self.said, *lines])


def new_kiosk(room: Path) -> Scene:
    """Return a scene that begins with an empty folder."""
    (room / "begin").mkdir(parents=True)
    return Scene(build(room), room, room / "begin", ())


def killed_kiosk(room: Path) -> Scene:
    """Return a scene that begins with a visit cut off by a kill, its journal not folded in."""
    room.mkdir(parents=True)
    with child("child_visits.py", room / "begin", 0) as one:
        one.hear_until("visited")
        one.hear_until("placed")
        one.process.kill()
        said = one.hear_out()
    assert (room / "begin" / "kiosk.db-wal").stat().st_size
    return Scene(build(room), room, room / "begin", tuple(said))


def changes(scene: Scene) -> int:
    """Return how many changes a visit makes to files where nothing is refused."""
    refuser = scene.refuser()
    with child("child_visits.py", scene.data, 1, more=refuser.environment) as one:
        one.hear_out()
        assert_polite(one)
    return refuser.calls


def refused_once(scene: Scene, number: int, error: int) -> Harm:
    """Refuse one change of a visit: it goes on and all is written, or the start says why not."""
    refuser = scene.refuser()
    refuser.refuse(number, number, error)
    with child("child_visits.py", scene.data, 1, more=refuser.environment) as one:
        lines = one.hear_out()
        assert_polite(one)
    return scene.judged(lines)


def refused_for_good(scene: Scene, number: int, error: int) -> Harm:
    """Refuse all changes from one on: the visit says that it waits, and loses nothing.

    At every second number the refusing stops then, and all is written; at the
    others the process is killed with its files as they are.
    """
    refuser = scene.refuser()
    refuser.refuse(number, FOR_GOOD, error)
    with child("child_visits.py", scene.data, 1, more=refuser.environment) as one:
        waits = any(line == "state waiting" for line in iter(one.hear, ""))
        if waits and number % 2:
            assert one.process.poll() is None, "it ended while the disk refused"
            one.process.kill()
            return scene.judged(one.hear_out())
        refuser.relent()
        lines = one.hear_out()
        assert_polite(one)
    return scene.judged(lines)


def assert_polite(one: Child) -> None:
    """Check that a process that has ended did its work, or said in the end why it did not."""
    last = one.lines[-1].split() if one.lines else ["nothing"]
    expected = EXIT_CODES[last[1]] if last[0] == "refused" else 0
    complaint = one.complaint()
    assert "Traceback" not in complaint, complaint
    assert one.process.returncode == expected, (last, complaint)
    assert last != ["refused", AlreadyRunning.__name__]


def refusal_trials(step: int = 1) -> Iterator[Trial]:
    """Yield the trials at every ``step``-th change; none where nothing can be refused."""
    if why_no_shim():
        return
    for name, make in (("a visit", killed_kiosk), ("a first start", new_kiosk)):
        with tempfile.TemporaryDirectory() as room:
            scene = make(Path(room) / "scene")
            numbers = range(1, changes(scene) + 1, step)
            for how, blow in (("once", refused_once), ("for good", refused_for_good)):
                what = f"change to a file refused {how} in {name}, ENOSPC and EIO"
                yield tally(what, (blow(scene, n, error) for n in numbers for error in ERRORS))
