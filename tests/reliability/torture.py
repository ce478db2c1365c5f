"""Every blow with its full count, and a table of what they did; ends with 1 if any did harm.

A negative control is a store or an export made unsafe on purpose: where nothing
is lost of it, the trials are blind, and that is a failure too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from crash_trials import crash_state_trials, negative_controls
from damage import salvage_trials
from folders import folder_trials
from kills import kill_control, kill_trials
from refusals import refusal_trials
from refused_kiosks import refused_kiosk_trials
from starts import start_trials
from trials import Trial

Part = Callable[[], Iterable[Trial]]
PROMISES: tuple[Part, ...] = (
    partial(kill_trials, stores=800, kiosks=200),
    partial(start_trials, rounds=10),
    partial(folder_trials, count=5),
    refusal_trials,
    partial(refused_kiosk_trials, step=2),
    partial(salvage_trials, count=200),
    partial(crash_state_trials, states=100_000),
)
CONTROLS: tuple[Part, ...] = (partial(kill_control, kills=60), negative_controls)
HEAD = ("| what was tried | times | lost | altered | seconds | |", "|---|---|---|---|---|---|")


def row(trial: Trial, verdict: str) -> str:
    """Return a row of the table."""
    return (
        f"| {trial.what} | {trial.tried:,} | {trial.lost:,} | {trial.altered:,} |"
        f" {trial.seconds:.0f} | {verdict} |"
    )


def torture(promises: Iterable[Part], controls: Iterable[Part], say: Callable[[str], None]) -> bool:
    """Run all trials. Returns whether none did harm and each control was caught."""
    for line in HEAD:
        say(line)
    sound = True
    for trial in _run(promises):
        say(row(trial, "kept" if trial.harmless else "BROKEN"))
        sound = sound and trial.harmless
    for trial in _run(controls):
        caught = trial.lost + trial.altered > 0
        say(row(trial, "caught" if caught else "NOT CAUGHT"))
        sound = sound and caught
    return sound


def _run(parts: Iterable[Part]) -> Iterator[Trial]:
    for part in parts:
        try:
            yield from part()
        except AssertionError as broken:
            # Hours of other trials are not thrown away for one that came to no end.
            yield Trial(f"cut short: {broken}", 0, 0, 0, 0.0)


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(0 if torture(PROMISES, CONTROLS, _say) else 1)
