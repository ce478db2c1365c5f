"""What a step that fetches something promises over a network that stumbles."""

from __future__ import annotations

import fetch
import pytest


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that would have been waited."""
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    return waited


def test_refused_download_is_tried_again_after_growing_waits(waits: list[float]) -> None:
    ends = iter([False, False, True])
    assert fetch.persist(lambda: next(ends))
    assert waits == [2.0, 4.0]


def test_step_that_never_goes_well_ends_after_five_tries(waits: list[float]) -> None:
    assert not fetch.persist(lambda: False)
    assert waits == [2.0, 4.0, 8.0, 16.0]


def test_command_that_does_not_exist_is_a_quiet_no() -> None:
    assert not fetch.quiet(["/there/is/no/such/program"])
