"""How the attempts at each activity went, in one pass over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.core.item_statistics import median
from kiosk.core.log_rows import AttemptRow
from kiosk.core.model import Outcome

_FINISHED = (Outcome.PASSED, Outcome.FAILED, Outcome.COMPLETED)
_SCALE = 10_000  # scores are told with four decimals everywhere


@dataclass(frozen=True, slots=True)
class ActivityFigures:
    """The attempts at one activity; ``None`` is a figure of nothing.

    Attributes:
        activity_id: the activity.
        activity_title: as learners saw it last.
        attempts: whole boards that were begun.
        rounds: second and later rounds, of missed cards only; they count in nothing else.
        learners: different codes.
        passed: attempts that ended so; the same for failed, completed and abandoned.
        under_way: attempts whose learner was at the kiosk.
        pass_rate: passed as a share of passed and failed.
        median_first_try_score: of attempts that were checked, 0 to 1.
        median_final_score: likewise, at the latest check.
        median_active_seconds: of attempts that were finished.
        first_started_utc: when the first one began.
        last_started_utc: when the latest one began.
    """

    activity_id: str
    activity_title: str
    attempts: int
    rounds: int
    learners: int
    passed: int
    failed: int
    completed: int
    abandoned: int
    under_way: int
    pass_rate: float | None
    median_first_try_score: float | None
    median_final_score: float | None
    median_active_seconds: float | None
    first_started_utc: datetime | None
    last_started_utc: datetime | None


def attempt_figures(rows: Iterable[AttemptRow]) -> tuple[ActivityFigures, ...]:
    """Return the figures of every activity, by its id.

    What is held grows with the learners and with how many different values were seen.
    """
    tallies: dict[str, _Tally] = {}
    for row in rows:
        tallies.setdefault(row.activity_id, _Tally()).take(row)
    return tuple(tallies[activity_id].figures(activity_id) for activity_id in sorted(tallies))


@dataclass(slots=True)
class _Tally:
    title: str = ""
    rounds: int = 0
    learners: set[str] = field(default_factory=set)
    outcomes: Counter[str | None] = field(default_factory=Counter)
    first: Counter[int] = field(default_factory=Counter)
    final: Counter[int] = field(default_factory=Counter)
    ms: Counter[int] = field(default_factory=Counter)
    began: list[datetime] = field(default_factory=list)

    def take(self, row: AttemptRow) -> None:
        """Count an attempt; of a second round only that it was."""
        self.title = row.activity_title
        if row.round_number > 1:
            self.rounds += 1
            return
        self.learners.add(row.learner_code)
        self.outcomes[row.outcome] += 1
        self.began = [min([*self.began, row.started_utc]), max([*self.began, row.started_utc])]
        if row.first_try_score is not None:
            self.first[round(row.first_try_score * _SCALE)] += 1
        if row.final_score is not None:
            self.final[round(row.final_score * _SCALE)] += 1
        if row.outcome in _FINISHED:
            self.ms[row.active_ms] += 1

    def figures(self, activity_id: str) -> ActivityFigures:
        """Return what was counted, as the figures of an activity."""
        passed, failed = self.outcomes[Outcome.PASSED], self.outcomes[Outcome.FAILED]
        return ActivityFigures(
            activity_id=activity_id,
            activity_title=self.title,
            attempts=self.outcomes.total(),
            rounds=self.rounds,
            learners=len(self.learners),
            passed=passed,
            failed=failed,
            completed=self.outcomes[Outcome.COMPLETED],
            abandoned=self.outcomes[Outcome.ABANDONED],
            under_way=self.outcomes[None],
            pass_rate=passed / (passed + failed) if passed + failed else None,
            median_first_try_score=_share(median(self.first), _SCALE),
            median_final_score=_share(median(self.final), _SCALE),
            median_active_seconds=_share(median(self.ms), 1000),
            first_started_utc=self.began[0] if self.began else None,
            last_started_utc=self.began[1] if self.began else None,
        )


def _share(value: float | None, scale: int) -> float | None:
    return None if value is None else value / scale
