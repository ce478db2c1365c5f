"""Many starts at once: one gets the folder, the others leave with one polite sentence."""

from __future__ import annotations

import pytest
from starts import start_trials


@pytest.mark.slow
def test_of_fifty_starts_at_once_one_owns_the_folder_and_the_others_say_so() -> None:
    (trial,) = start_trials(rounds=1)
    assert trial.harmless, trial
