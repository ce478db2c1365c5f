"""What was proved, in how long, and what could not be tried."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path

from fetch import say
from installers.steps import CannotTry, StepFailed


class Verdict(Enum):
    """How a proof ended."""

    PROVED = "proved"
    FAILED = "FAILED"
    SKIPPED = "SKIPPED"


@dataclass(frozen=True, slots=True)
class Line:
    """One proof. ``why`` is what it measured where it went well, else what is wrong."""

    title: str
    verdict: Verdict
    seconds: float
    why: str


class Ledger:
    """Runs proofs one after the other and keeps what came of them."""

    def __init__(self) -> None:
        self.lines: list[Line] = []

    def prove(self, title: str, proof: Callable[[], object]) -> bool:
        """Run a proof, which may return in words what it measured. Returns whether it went well."""
        begun = time.monotonic()
        verdict, why = Verdict.PROVED, ""
        try:
            told = proof()
            why = told if isinstance(told, str) else ""
        except CannotTry as fault:
            verdict, why = Verdict.SKIPPED, str(fault)
        except (AssertionError, StepFailed) as fault:
            verdict, why = Verdict.FAILED, str(fault) or repr(fault)
        self._note(Line(title, verdict, time.monotonic() - begun, why))
        return verdict is Verdict.PROVED

    def _note(self, line: Line) -> None:
        self.lines.append(line)
        say(self._told(line))

    def skip(self, title: str, why: str) -> None:
        """Note that something was not tried."""
        self._note(Line(title, Verdict.SKIPPED, 0.0, why))

    def write(self, file: Path) -> None:
        """Write all of it down, as JSON, for who asks later."""
        lines = [{**asdict(line), "verdict": line.verdict.value} for line in self.lines]
        file.write_text(json.dumps(lines, indent=1, ensure_ascii=False), encoding="utf-8")

    def close(self) -> int:
        """Say all of it again, what is wrong or left out last. Returns the exit code."""
        for verdict in Verdict:
            for line in self.lines:
                if line.verdict is verdict:
                    say(self._told(line))
        count = {each: sum(one.verdict is each for one in self.lines) for each in Verdict}
        say(", ".join(f"{number} {each.value}" for each, number in count.items()))
        return 1 if count[Verdict.FAILED] or not self.lines else 0

    @staticmethod
    def _told(line: Line) -> str:
        why = f": {line.why}" if line.why else ""
        return f"{line.verdict.value} ({line.seconds:.0f} s): {line.title}{why}"


def expect(found: object, wanted: object, what: str) -> None:
    """Require that something is as it should be.

    Raises:
        StepFailed: it is not.
    """
    if found != wanted:
        raise StepFailed(f"{what}: {found!r}, not {wanted!r}")
