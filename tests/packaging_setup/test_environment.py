"""What the set-up of .venv promises."""

from __future__ import annotations

from pathlib import Path

import environment
import pytest


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(environment, "VENV", tmp_path)
    path = tmp_path / "some.txt"
    path.write_text("package==1\n")
    return path


class Counted:
    """A step that counts how often it was taken, and ends as it is told."""

    def __init__(self, ends: list[bool]) -> None:
        self.ends = ends
        self.taken = 0

    def __call__(self) -> bool:
        self.taken += 1
        return self.ends.pop(0)


def test_step_is_passed_over_while_its_lock_is_unchanged(lock: Path) -> None:
    step = Counted([True])
    assert environment.unless_done("some", [lock], step)
    assert environment.unless_done("some", [lock], step)
    assert step.taken == 1


def test_changed_lock_is_installed_anew(lock: Path) -> None:
    step = Counted([True, True])
    environment.unless_done("some", [lock], step)
    lock.write_text("package==2\n")
    assert environment.unless_done("some", [lock], step)
    assert step.taken == 2


def test_failed_step_is_not_taken_for_done(lock: Path) -> None:
    step = Counted([False, True])
    assert not environment.unless_done("some", [lock], step)
    assert environment.unless_done("some", [lock], step)
    assert step.taken == 2


def test_old_python_is_told_which_one_is_needed() -> None:
    reason = environment.unfit((3, 10))
    assert reason is not None
    assert "3.11" in reason
    assert "3.10" in reason
