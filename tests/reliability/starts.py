"""Many starts at once on one folder."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from processes import Child, child, running
from trials import Harm, Trial, tally

from kiosk.errors import AlreadyRunning

STARTS = 50
_COMMAND = (sys.executable, "-m", "kiosk", "run", "--windowed", "--data-dir")


def starts_at_once(folder: Path) -> Harm:
    """Start many kiosks: one owns the folder, the others leave with one polite sentence.

    Then the owner is killed, and another start takes over the lock it leaves behind.
    """
    with ExitStack() as stack:
        waiting = stack.enter_context(ThreadPoolExecutor(STARTS))
        starts = [stack.enter_context(running(*_COMMAND, folder)) for _ in range(STARTS)]
        ends = {waiting.submit(one.process.wait): one for one in starts}
        left = [ends[end] for end in islice(as_completed(ends), STARTS - 1)]
        (owner,) = (one for one in starts if one not in left)
        for one in left:
            _assert_polite(one, folder)
        assert owner.process.poll() is None, owner.complaint()
        owner.process.kill()
    assert (folder / "kiosk.lock").exists()
    with child("child_kiosk.py", folder) as one:
        assert one.hear().startswith("painted"), one.complaint()
    return Harm(0, 0)


def start_trials(rounds: int) -> Iterator[Trial]:
    """Yield the trial of so many rounds of starts."""
    what = f"{STARTS} starts at once: one owner, {STARTS - 1} polite, a stale lock taken over"
    with tempfile.TemporaryDirectory() as room:
        yield tally(what, (starts_at_once(Path(room) / str(n)) for n in range(rounds)))


def _assert_polite(one: Child, folder: Path) -> None:
    assert one.process.returncode == AlreadyRunning.exit_code, one.complaint()
    assert one.complaint() == str(AlreadyRunning(path=folder))
    assert one.hear_out() == []
