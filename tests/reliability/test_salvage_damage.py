"""Whatever damage a file takes, the attempts still in it come back, and none is altered."""

from __future__ import annotations

import pytest
from damage import ATTEMPTS, Damage, damage_trials
from spoiled import SPOILERS, all_at_once

TRIALS = 60
PROMISED = 0.999


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> list[Damage]:
    return list(damage_trials(TRIALS, tmp_path_factory.mktemp("damage")))


@pytest.mark.slow
@pytest.mark.parametrize("kind", [spoil.__name__ for spoil in SPOILERS])
def test_attempts_still_in_the_file_come_back(trials: list[Damage], kind: str) -> None:
    of_kind = [trial for trial in trials if trial.kind == kind]
    surviving = sum(trial.surviving for trial in of_kind)
    missed = sum(trial.missed for trial in of_kind)
    assert surviving > ATTEMPTS
    assert 1 - missed / surviving >= PROMISED


@pytest.mark.slow
def test_visits_still_in_the_file_come_back_from_each_single_damage(trials: list[Damage]) -> None:
    single = [trial for trial in trials if trial.kind != all_at_once.__name__]
    assert sum(trial.visits_missed for trial in single) == 0


@pytest.mark.slow
def test_no_row_is_altered(trials: list[Damage]) -> None:
    assert sum(trial.altered for trial in trials) == 0


@pytest.mark.slow
def test_a_loss_is_never_called_sound(trials: list[Damage]) -> None:
    losses = [trial.told for trial in trials if trial.told.attempts < ATTEMPTS]
    assert losses
    for told in losses:
        assert told.unreadable_pages
        assert told.attempts + len(told.damaged_attempts) <= ATTEMPTS
