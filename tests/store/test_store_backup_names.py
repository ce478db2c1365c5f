"""Which backups are kept: the newest in any case, and what no clock can talk away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from makers import MORNING

from kiosk.store.backup_names import (
    BackupName,
    is_leftover,
    newest_first,
    next_number,
    parsed,
    superfluous,
)

moments = st.integers(315_532_800, 4_294_967_295).map(lambda s: datetime.fromtimestamp(s, UTC))
reasons = st.sampled_from(("regular", "before-schema-2", "before-restore"))
strangers = st.sampled_from(
    ("kiosk.db", "notes.txt", "kiosk-000001-20250303T090000Z-regular.db.sha256", "kiosk-1-x.db",
     "kiosk-000001-20251399T090000Z-regular.db", ".db", "kiosk-000001-20250303T090000Z-.db")
)  # fmt: skip


def named(made: Sequence[datetime], reason: str = "regular") -> list[str]:
    """Return the names of backups made one after another, whatever the clock said."""
    return [BackupName(n, moment, reason).text() for n, moment in enumerate(made, 1)]


def kept(names: Sequence[str]) -> set[str]:
    return set(names) - superfluous(names, names[-1])


@given(number=st.integers(1, 10**8), made=moments, reason=reasons)
def test_name_tells_what_it_was_made_of(number: int, made: datetime, reason: str) -> None:
    name = BackupName(number, made, reason)
    assert parsed(name.text()) == name


@given(made=st.lists(moments, min_size=1, max_size=60), data=st.data())
def test_newest_recent_and_proved_are_kept_whatever_the_clock_said(
    made: list[datetime], data: st.DataObject
) -> None:
    names = named(made)
    proved = data.draw(st.sampled_from(names))
    gone = superfluous(data.draw(st.permutations(names)), proved)
    assert not gone & {proved, *names[-10:]}
    assert gone <= set(names)


@given(made=st.lists(moments, min_size=1, max_size=60), others=st.lists(strangers))
def test_files_that_are_no_backups_are_left_alone(made: list[datetime], others: list[str]) -> None:
    names = named(made)
    assert superfluous([*names, *others], names[-1]) == superfluous(names, names[-1])
    assert newest_first([*others, *names]) == names[::-1]
    assert next_number([*others, *names]) == len(names) + 1


@given(made=st.lists(moments, min_size=1, max_size=60))
def test_thinning_out_again_takes_nothing_more(made: list[datetime]) -> None:
    names = named(made)
    left = sorted(kept(names))
    assert superfluous(left, names[-1]) == frozenset()
    assert len(left) <= 10 + 14 + 12


def test_last_of_each_day_and_of_each_month_is_kept() -> None:
    hours = [MORNING + timedelta(hours=n) for n in range(24 * 400)]
    names = named(hours)
    left = sorted(kept(names))
    days = {name[13:21] for name in left}
    last_days = [f"{MORNING + timedelta(hours=len(hours) - 1, days=-n):%Y%m%d}" for n in range(14)]
    assert set(last_days) <= days
    assert len({name[13:19] for name in left}) == 12
    assert names[-10:] == left[-10:]
    for day in last_days[1:]:
        (only,) = [name for name in left if name[13:21] == day and name not in names[-10:]] or [""]
        assert only in ("", max(name for name in names if name[13:21] == day))


@given(jump=st.integers(-40, 75), after=st.integers(1, 12))
def test_clock_that_jumps_by_years_costs_at_most_the_days_that_it_made_up(
    jump: int, after: int
) -> None:
    usual = [MORNING + timedelta(days=n) for n in range(30)]
    jumped = [
        MORNING.replace(year=MORNING.year + jump) + timedelta(minutes=n) for n in range(after)
    ]
    names = named([*usual, *jumped])
    left = kept(names)
    days = {name[13:21] for name in left if name in names[:30]}
    assert len(days) >= 12
    assert names[29] in left


def test_a_kiosk_whose_clock_is_set_back_each_night_still_keeps_its_recent_backups() -> None:
    names = named([datetime(2000, 1, 1, tzinfo=UTC) for _ in range(200)])
    assert set(names[-10:]) <= kept(names)


def test_leftovers_of_a_kill_are_told_from_what_others_put_there() -> None:
    name = BackupName(7, MORNING, "regular").text()
    names = frozenset({name, f"{name}.sha256"})
    for left in (".part", ".sha256.part", ".part-journal", ".part-wal", ".part-shm"):
        assert is_leftover(name + left, names)
    assert not any(is_leftover(each, names) for each in names)
    assert is_leftover(f"{name}.sha256", frozenset({f"{name}.sha256"}))
    for other in ("mine.part", "kiosk.db.part", "other.sha256", "kiosk.db-wal"):
        assert not is_leftover(other, names)
