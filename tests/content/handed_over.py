"""Tells whether a text repeats the lesson document that was handed over, without holding it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

RUN_WORDS = 8
RUNS_FILE = Path(__file__).parent.parent / "data" / "handed_over_runs.txt"


def runs(text: str) -> list[str]:
    """Return every run of eight words of a text, without regard to case and punctuation."""
    words = re.findall(r"[^\W_]+", re.sub("['\u2019]", "", text.lower()))
    return [" ".join(words[n : n + RUN_WORDS]) for n in range(len(words) - RUN_WORDS + 1)]


def hashed(run: str) -> str:
    """Return the first 16 hex digits of a run's SHA-256."""
    return hashlib.sha256(run.encode()).hexdigest()[:16]


def known_runs() -> frozenset[str]:
    """Return the hashes of the document's runs."""
    lines = RUNS_FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def repeated(text: str, known: frozenset[str]) -> list[str]:
    """Return the runs of a text that stand in the document too."""
    return [run for run in runs(text) if hashed(run) in known]
