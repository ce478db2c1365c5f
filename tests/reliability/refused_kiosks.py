"""Changes refused to a whole kiosk with a learner at it: it lives, says so, and loses nothing."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from processes import Child, child
from refusals import ERRORS, Scene, assert_polite
from refuser import FOR_GOOD, Refuser, build
from shims import why_no_shim
from stores import open_database
from trials import Harm, Trial, tally

NOT_SAVED = ("shows Not saved yet", "told The kiosk cannot save just now", "told Your last steps")
"""How a screen can say that the disk refuses: the mark, the sign-in, the goodbye."""

LONGEST_SILENCE_SECONDS = 2.0
_BEATS = 8


def kiosk_scene(room: Path) -> Scene:
    """Return a scene that begins with a kiosk that is set up."""
    room.mkdir(parents=True)
    open_database(room / "begin").close()
    return Scene(build(room), room, room / "begin", ())


def kiosk_changes(scene: Scene) -> tuple[int, int]:
    """Return how many changes to files a start makes, and a visit, where none is refused."""
    refuser = scene.refuser()
    with child("child_kiosk.py", scene.data, more=refuser.environment) as one:
        one.hear_until("painted")
        started = refuser.calls
        one.hear_until("submitted")
        return started, refuser.calls - started


def refused_once(scene: Scene, number: int, error: int) -> Harm:
    """Refuse one change of a visit: the visit goes on to its end."""
    refuser = scene.refuser()
    with child("child_kiosk.py", scene.data, more=refuser.environment) as one:
        one.hear_until("painted")
        at = refuser.calls + number
        refuser.refuse(at, at, error)
        one.hear_until("submitted")
        one.process.kill()
        return scene.judged(one.hear_out())


def _relieved(scene: Scene, refuser: Refuser, one: Child) -> Harm:
    one.hear_until(NOT_SAVED)
    assert_answers(one)
    refuser.relent()
    one.hear_until("submitted")
    one.process.kill()
    return scene.judged(one.hear_out())


def refused_for_good(scene: Scene, number: int, error: int) -> Harm:
    """Refuse all changes from one on: the kiosk says so and answers; then all is written."""
    refuser = scene.refuser()
    with child("child_kiosk.py", scene.data, more=refuser.environment) as one:
        one.hear_until("painted")
        refuser.refuse(refuser.calls + number, FOR_GOOD, error)
        return _relieved(scene, refuser, one)


def start_refused(scene: Scene, number: int, error: int) -> Harm:
    """Refuse all changes of a start from one on: it says why not, or opens and says that it waits.

    What it could not write at the start, it writes once it may.
    """
    refuser = scene.refuser()
    refuser.refuse(number, FOR_GOOD, error)
    with child("child_kiosk.py", scene.data, more=refuser.environment) as one:
        if not one.hear().startswith("refused"):
            return _relieved(scene, refuser, one)
        lines = one.hear_out()
        assert_polite(one)
    return scene.judged(lines)


def refused_kiosk_trials(step: int) -> Iterator[Trial]:
    """Yield the trials at every ``step``-th change; none where nothing can be refused."""
    if why_no_shim():
        return
    with tempfile.TemporaryDirectory() as room:
        scene = kiosk_scene(Path(room) / "scene")
        started, visited = kiosk_changes(scene)
        for what, blow, last in (
            ("a kiosk's start refused its files for good", start_refused, started),
            ("a change of a kiosk in use refused once", refused_once, visited),
            ("a kiosk in use refused its files for good", refused_for_good, visited),
        ):
            numbers = range(1, last + 1, step)
            harms = (blow(scene, n, ERRORS[n // step % 2]) for n in numbers)
            yield tally(f"{what}, ENOSPC or EIO", harms)


def assert_answers(one: Child) -> None:
    """Check that a kiosk's event loop comes round in time, several times."""
    for _ in range(_BEATS):
        since = time.monotonic()
        one.hear_until("beat")
        silent = time.monotonic() - since
        assert silent < LONGEST_SILENCE_SECONDS, f"the screen stood still for {silent:.1f} s"
