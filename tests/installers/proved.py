"""What the proofs of the installers came to, told as tests: the last thing that CI says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

LEDGER = Path(__file__).resolve().parents[2] / "build" / "installers" / "ledger.json"
LINES = json.loads(LEDGER.read_text(encoding="utf-8")) if LEDGER.is_file() else []


def test_proofs_came_to_an_end() -> None:
    assert LINES


@pytest.mark.parametrize("line", LINES, ids=[line["title"] for line in LINES])
def test_proof(line: dict[str, str]) -> None:
    if line["verdict"] == "SKIPPED":
        pytest.skip(f"{line['title']}: {line['why']}")
    assert line["verdict"] == "proved", line["why"]
