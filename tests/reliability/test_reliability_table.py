"""The table of the trials says so when anything was harmed, or when the trials are blind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from torture import torture
from trials import Harm, Trial, tally

FINE = Trial("a blow", 3, 0, 0, 1.0)
LOST = Trial("a loss", 3, 1, 0, 1.0)
ALTERED = Trial("an alteration", 3, 0, 1, 1.0)
NEVER = Trial("nothing", 0, 0, 0, 0.0)


def verdict(promise: Trial, control: Trial) -> tuple[bool, list[str]]:
    lines: list[str] = []
    sound = torture([lambda: [promise]], [lambda: [control]], lines.append)
    return sound, [line.split(" | ")[-1] for line in lines[2:]]


def test_run_in_which_all_is_kept_and_the_control_is_caught_ends_well() -> None:
    assert verdict(FINE, LOST) == (True, ["kept |", "caught |"])


@pytest.mark.parametrize("promise", [LOST, ALTERED, NEVER])
def test_run_that_loses_alters_or_tries_nothing_ends_badly(promise: Trial) -> None:
    assert verdict(promise, ALTERED) == (False, ["BROKEN |", "caught |"])


def test_run_whose_control_is_not_caught_ends_badly() -> None:
    assert verdict(FINE, FINE) == (False, ["kept |", "NOT CAUGHT |"])


def test_trial_that_comes_to_no_end_ends_badly_and_the_others_are_run() -> None:
    def cut_short() -> Iterator[Trial]:
        yield FINE
        raise AssertionError("the child is gone")

    lines: list[str] = []
    assert not torture([cut_short, lambda: [FINE]], [], lines.append)
    assert [line.split(" | ")[-1] for line in lines[2:]] == ["kept |", "BROKEN |", "kept |"]
    assert "the child is gone" in lines[3]


def test_harms_are_added_up() -> None:
    trial = tally("blows", [Harm(0, 0), Harm(2, 1), Harm(1, 0)])
    assert (trial.tried, trial.lost, trial.altered) == (3, 3, 1)
