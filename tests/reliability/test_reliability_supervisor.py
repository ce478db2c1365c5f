"""A kiosk that dies comes back at the same place; one that ends is left in peace."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest
from child_dying import CODE, LAST_INDEX
from processes import HERE, running
from stores import open_database

from kiosk.logs.crash import EXIT_CRASHED
from kiosk.supervisor import died

BACK_WITHIN_SECONDS = 2.0
WATCH = (sys.executable, HERE / "child_supervisor.py", sys.executable)
COUNT_RUNS = "import pathlib, sys; pathlib.Path(sys.argv[1]).open('a').write('.'); "


@pytest.mark.slow
def test_killed_kiosk_is_back_at_the_same_screen_within_two_seconds(tmp_path: Path) -> None:
    open_database(tmp_path / "data").close()
    with running(*WATCH, HERE / "child_dying.py", tmp_path / "data") as one:
        died_at = float(one.hear_until("dying").split()[1])
        _, back_at, waited, *place = one.hear_until("back").split()
        one.hear_out()
        assert one.process.returncode == 0
    assert place == ["lesson", str(LAST_INDEX), CODE]
    assert float(back_at) - died_at - float(waited) < BACK_WITHIN_SECONDS


@pytest.mark.parametrize("code", [0, 1, 7])
def test_kiosk_that_ends_is_not_started_again(tmp_path: Path, code: int) -> None:
    program = COUNT_RUNS + f"sys.exit({code})"
    with running(*WATCH, "-c", program, tmp_path / "runs") as one:
        one.hear_out()
        assert one.process.returncode == code
    assert (tmp_path / "runs").read_text() == "."


def test_kiosk_that_dies_at_once_is_started_again_and_only_once_told_to_resume(
    tmp_path: Path,
) -> None:
    program = (
        COUNT_RUNS + "runs = pathlib.Path(sys.argv[1]).read_text();"
        "print('run', *sys.argv[2:], flush=True);"
        f"sys.exit({EXIT_CRASHED} if len(runs) < 3 else 0)"
    )
    with running(*WATCH, "-c", program, tmp_path / "runs") as one:
        assert one.hear_out() == ["run", "run --resume", "run"]
        assert one.process.returncode == 0


def test_whoever_ends_the_watch_ends_the_kiosk(tmp_path: Path) -> None:
    program = "import time; print('up', flush=True); time.sleep(60)"
    with running(*WATCH, "-c", program, tmp_path) as one:
        one.hear_until("up")
        one.process.send_signal(signal.SIGTERM)
        one.hear_out()
        assert one.process.returncode == 128 + signal.SIGTERM


@pytest.mark.parametrize(
    ("code", "dead"),
    [
        (EXIT_CRASHED, True),
        (-signal.SIGSEGV, True),
        (-signal.SIGABRT, True),
        (0xC0000005, True),
        (-signal.SIGTERM, False),
        (0xC000013A, False),
        (0, False),
        (8, False),
    ],
)
def test_death_is_told_from_an_end(code: int, dead: bool) -> None:  # noqa: FBT001 - a case
    assert died(code) is dead


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_kiosk_does_not_outlive_its_watch() -> None:
    program = "import time; end_with_parent(); print('up', flush=True); time.sleep(60)"
    program = f"from kiosk.itself import end_with_parent; {program}"
    with running(*WATCH, "-c", program) as one:
        one.hear_until("up")
        one.process.kill()
        # Its own end of the pipe is closed only when the last of the two is gone.
        assert one.hear_out() == ["up"]
