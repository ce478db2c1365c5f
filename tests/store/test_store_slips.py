"""A slip can be proved as long as its attempt is kept, and tells no more than it says."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from purge_tools import CODE, holding
from store_tools import file_rows, opened, rows
from stores import CLOCK, Player, small_pack

from kiosk.core.log_rows import Selection
from kiosk.core.purges import OneLearner
from kiosk.core.slip import Slip
from kiosk.reports.export import ExportOrder, export
from kiosk.store.backup import back_up
from kiosk.store.connection import open_reader
from kiosk.store.database import Database
from kiosk.store.log import SqliteAttemptLog
from kiosk.store.purge import SqlitePurge
from kiosk.store.restore import restore
from kiosk.store.slips import SqliteSlips, find_slip

KEY = "SELECT value FROM setting WHERE name = 'slip_key'"


def made(database: Database, code: str = "RV2048", wrong: int = 1) -> Slip:
    """Play an attempt and have its slip made."""
    attempt = Player(database, small_pack(), code).play(wrong)
    return SqliteSlips(database).issue(attempt.start.id).result(10)


def test_slip_says_what_was_done(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        slip = made(database, wrong=2)
    facts = slip.facts
    assert (facts.code, facts.activity_title) == ("RV2048", small_pack().activities[0].title)
    assert (facts.first_correct, facts.final_correct, facts.scored) == (4, 4, 6)
    assert (facts.kiosk_name, facts.site, facts.second_round) == ("Kiosk 1", "Riverside", False)
    local = CLOCK.now() + timedelta(minutes=CLOCK.utc_offset_minutes())
    assert facts.day == local.date()


def test_slip_is_found_by_its_code_and_value_alone(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        mine, other = made(database), made(database, "RV2049")
        slips = SqliteSlips(database)
        assert slips.find("RV2048", mine.check) == mine
        assert slips.find("RV2048", other.check) is None
        assert slips.find("RV2050", mine.check) is None
        assert made(database) != mine
        assert slips.find("RV2048", mine.check) == mine


def test_open_and_abandoned_attempts_have_no_slip(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        left, now = player.begin(), player.begin()
        for attempt in (left, now):
            with pytest.raises(ValueError, match=attempt.start.id):
                SqliteSlips(database).issue(attempt.start.id).result(10)


def test_second_round_says_that_it_is_one(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        Player(database, small_pack()).play(2)
        player = Player(database, small_pack())
        assert player.opened.second_round is not None
        attempt = player.play_round(player.opened.second_round)
        facts = SqliteSlips(database).issue(attempt.start.id).result(10).facts
    assert (facts.second_round, facts.scored, facts.final_correct) == (True, 2, 2)


def test_nothing_is_true_before_the_first_slip_was_made(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        Player(database, small_pack()).play()
        assert SqliteSlips(database).find("RV2048", "") is None
        assert rows(database, KEY) == []


def test_key_stays_over_a_restart_and_in_another_process_reading(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        slip = made(database)
    assert find_slip(tmp_path, "RV2048", slip.check) == slip
    with opened(tmp_path) as database:
        assert made(database).check != slip.check
        assert SqliteSlips(database).find("RV2048", slip.check) == slip


def test_slip_is_true_after_a_restore_and_on_a_copy(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with opened(data) as database:
        slip = made(database)
    with closing(open_reader(data / "kiosk.db")) as reader:
        copy = shutil.copy(back_up(reader, data, "regular", CLOCK.now()), tmp_path / "away.db")
    shutil.rmtree(data)
    with opened(data):
        pass
    restore(Path(copy), data, CLOCK.now())
    assert find_slip(data, "RV2048", slip.check) == slip


def test_purge_takes_the_learners_slips_and_leaves_the_others_true(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        gone, kept = made(database, CODE), made(database, "RV2049")
        SqlitePurge(database, CLOCK).run(OneLearner(CODE))
        slips = SqliteSlips(database)
        assert slips.find(CODE, gone.check) is None
        assert slips.find("RV2049", kept.check) == kept
    assert holding(tmp_path, [CODE]) == []


def test_key_can_hold_no_code_and_leaves_in_no_export(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        made(database)
    ((value,),) = file_rows(tmp_path / "kiosk.db", KEY)
    letters = value.strip('"')
    assert len(letters) == 64
    assert letters.isalpha()
    assert letters.islower()
    with SqliteAttemptLog(tmp_path).snapshot(Selection()) as snapshot:
        order = ExportOrder(Selection(), CLOCK.now(), "0")
        receipt = export(snapshot, order, tmp_path / "away", lambda *_: None, lambda: False)
    assert receipt is not None
    for file in receipt.folder.iterdir():
        assert letters.encode() not in file.read_bytes()


@pytest.mark.parametrize("value", ["", '"abc"', "17", '"\u00e9"', "{"])
def test_spoiled_key_makes_no_slip_true_and_is_made_anew(tmp_path: Path, value: str) -> None:
    with opened(tmp_path) as database:
        slip = made(database)
        spoil = "UPDATE setting SET value = ? WHERE name = 'slip_key'"
        database.ask(lambda db: db.execute(spoil, (value,)).rowcount).result(10)
        assert SqliteSlips(database).find("RV2048", slip.check) is None
        again = made(database)
        assert SqliteSlips(database).find("RV2048", again.check) == again
