"""Codes that were imported: kept whole or not, signed in with, and purged to the last byte."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from purge_tools import backed_up, backups, holding
from stores import CLOCK, IDS, Player, open_database, small_pack

from kiosk.core.known_codes import RosterCounts
from kiosk.core.model import VisitStart
from kiosk.core.ports import UnknownCode
from kiosk.core.purges import OlderThan, OneLearner
from kiosk.errors import LearnerUnknown
from kiosk.store.backup_keeper import BackupKeeper
from kiosk.store.database import Database
from kiosk.store.journal import SqliteJournal
from kiosk.store.live_purge import LivePurge
from kiosk.store.purge import SqlitePurge
from kiosk.store.roster import SqliteRoster

CODES = [f"XK{n:04d}" for n in range(5_000)]


def nobody(_done: int, _total: int) -> None:
    """Hear nothing."""


def go_on() -> bool:
    return False


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return open_database(tmp_path)


@pytest.fixture
def roster(database: Database) -> SqliteRoster:
    return SqliteRoster(database, CLOCK, IDS)


def test_new_codes_are_kept_once_and_known_ones_stay_as_they_are(
    database: Database, roster: SqliteRoster
) -> None:
    player = Player(database, small_pack(), "XK0007")
    assert roster.unknown(CODES) == 4_999
    told: list[tuple[int, int]] = []
    assert roster.add(CODES, lambda *far: told.append(far), go_on) == 4_999
    assert told[-1] == (5_000, 5_000)
    assert roster.add(CODES, nobody, go_on) == 0
    assert roster.counts() == RosterCounts(5_000, 4_999)
    assert roster.holds("XK4999")
    assert not roster.holds("XK5000")
    assert player.visit("XK0007").returning
    database.close()


def test_cancelled_import_keeps_nothing(database: Database, roster: SqliteRoster) -> None:
    answers = iter([False, False, True])
    assert roster.add(CODES, nobody, lambda: next(answers)) is None
    assert roster.counts() == RosterCounts(0, 0)
    database.close()


def test_code_of_the_roster_signs_in_where_no_other_may(
    database: Database, roster: SqliteRoster
) -> None:
    roster.add(["XK0001"], nobody, go_on)
    journal = SqliteJournal(database, CLOCK)

    def sign_in(code: str) -> str:
        start = VisitStart(
            visit_id=IDS.new(),
            learner_id=IDS.new(),
            code=code,
            may_create=False,
            language="en",
            started=CLOCK.now(),
        )
        return journal.open_visit(start, small_pack()).result(10).code

    assert sign_in("XK0001") == "XK0001"
    with pytest.raises(UnknownCode):
        sign_in("XK0002")
    database.close()


def test_purge_takes_a_code_that_never_came_to_the_last_byte(
    database: Database, roster: SqliteRoster, tmp_path: Path
) -> None:
    roster.add(["XK7731", "QW5502"], nobody, go_on)
    backed_up(tmp_path)
    database.ask_checkpoint().result(10)
    assert len(holding(tmp_path, ["XK7731"])) >= 2
    keeper = BackupKeeper(tmp_path, CLOCK)
    keeper.start()
    steps: list[tuple[int, int]] = []
    purges = LivePurge(database, CLOCK, keeper)
    assert purges.preview(OneLearner("XK7731")).learners == 1
    done = purges.run(OneLearner("XK7731"), lambda *far: steps.append(far))
    keeper.stop()
    assert done.counts.learners == 1
    assert steps == [(n, 7) for n in range(1, 8)]
    assert holding(tmp_path, ["XK7731"]) == []
    assert len(holding(tmp_path, ["QW5502"])) >= 2
    assert backups(tmp_path)
    assert roster.counts().known == 1
    with pytest.raises(LearnerUnknown):
        purges.run(OneLearner("XK7731"), nobody)
    keeper.stop()
    database.close()


def test_codes_that_nobody_used_for_so_long_go_with_what_is_old(
    database: Database, roster: SqliteRoster
) -> None:
    roster.add(["XK7731"], nobody, go_on)
    Player(database, small_pack(), "QW5502")
    now = CLOCK.now()
    order = OlderThan(now - timedelta(days=30), now)
    assert SqlitePurge(database, CLOCK).preview(order).learners == 0
    later = OlderThan(now + timedelta(seconds=1), now + timedelta(days=30))
    assert SqlitePurge(database, CLOCK).preview(later).learners == 2
    database.close()
