"""The ledger of the proofs: what it calls proved, failed and skipped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from installers.steps import CannotTry, StepFailed
from proofs.ledger import Ledger


def fail() -> None:
    raise StepFailed("the log differs")


def skip() -> None:
    raise CannotTry("the mirror refuses")


def test_proof_that_fails_ends_badly_and_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    ledger = Ledger()
    assert ledger.prove("good", lambda: "in 3 s")
    assert not ledger.prove("bad", fail)
    assert ledger.close() == 1
    assert "FAILED (0 s): bad: the log differs" in capsys.readouterr().out


def test_what_cannot_be_tried_is_no_failure_and_is_told_last(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ledger = Ledger()
    assert not ledger.prove("far away", skip)
    ledger.prove("good", lambda: None)
    assert ledger.close() == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-2] == "== SKIPPED (0 s): far away: the mirror refuses"
    assert said[-1] == "== 1 proved, 0 FAILED, 1 SKIPPED"


def test_nothing_proved_is_no_success() -> None:
    assert Ledger().close() == 1


def test_ledger_is_kept_for_who_asks_later(tmp_path: Path) -> None:
    ledger = Ledger()
    ledger.prove("good", lambda: "in 3 s")
    ledger.write(tmp_path / "ledger.json")
    (line,) = json.loads((tmp_path / "ledger.json").read_text())
    assert (line["title"], line["verdict"], line["why"]) == ("good", "proved", "in 3 s")
