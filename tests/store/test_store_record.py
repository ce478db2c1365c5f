"""The kiosk's own record: set up once; settings that a disk or a hand spoiled fall back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_tools import opened, rows
from stores import CLOCK, IDS

from kiosk.core.model import Kiosk, Settings
from kiosk.store.database import Database
from kiosk.store.record import SqliteKioskRecord

NAMES = ("code_pattern", "code_example", "idle_after_seconds", "idle_answer_seconds")
SET = Settings(r"[a-z]{3}", "abc", 120, 45)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with opened(tmp_path) as database:
        yield database


def store(database: Database, name: str, text: str) -> None:
    def write(db: sqlite3.Connection) -> None:
        db.execute("UPDATE setting SET value = ? WHERE name = ?", (text, name))

    database.ask(write).result(10)


def test_set_up_is_read_back_after_a_restart(tmp_path: Path) -> None:
    here = Kiosk(IDS.new(), "Kiosk 1", "Riverside", CLOCK.now().replace(microsecond=0))
    database = Database.open(tmp_path, CLOCK.now())
    record = SqliteKioskRecord(database)
    assert (record.kiosk(), record.settings(), record.pin_hash()) == (None, Settings(), None)
    record.set_up(here, SET, "hash").result(10)
    database.close()
    with opened(tmp_path) as database:
        record = SqliteKioskRecord(database)
        assert (record.kiosk(), record.settings(), record.pin_hash()) == (here, SET, "hash")


def test_second_set_up_is_refused_and_changes_nothing(database: Database) -> None:
    before = database.read(lambda db: list(db.iterdump()))
    record = SqliteKioskRecord(database)
    other = Kiosk(IDS.new(), "Kiosk 2", "Hillside", CLOCK.now())
    assert isinstance(record.set_up(other, SET, "other").exception(10), ValueError)
    assert database.read(lambda db: list(db.iterdump())) == before


def test_set_up_of_the_same_kiosk_cannot_change_the_pin(database: Database) -> None:
    record = SqliteKioskRecord(database)
    here = record.kiosk()
    assert here is not None
    record.set_up(here, SET, "other").result(10)
    assert record.pin_hash() == "hash"
    assert record.settings() == Settings()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("code_pattern", '"["'),
        ("code_pattern", '"a{99999999999999999999}"'),
        ("code_pattern", json.dumps("(" * 5_000 + ")" * 5_000)),
        ("code_pattern", '"[0-9]+"'),
        ("code_pattern", "7"),
        ("code_example", '"not of the pattern"'),
        ("code_example", "[" * 100_000),
        ("idle_after_seconds", '"soon"'),
        ("idle_after_seconds", "0"),
        ("idle_after_seconds", "true"),
        ("idle_answer_seconds", "-5"),
        ("idle_answer_seconds", "30.5"),
        ("idle_answer_seconds", "{"),
        ("idle_answer_seconds", "null"),
    ],
)
def test_setting_that_makes_no_sense_falls_back(database: Database, name: str, text: str) -> None:
    store(database, name, text)
    assert SqliteKioskRecord(database).settings() == Settings()


# Python may say that a pattern looks strange; it is one all the same.
@pytest.mark.filterwarnings("ignore:Possible:FutureWarning")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(NAMES),
    text=st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    | st.integers(-100, 100).map(str)
    | st.text("[](){}*+?\\|a0", max_size=8).map(json.dumps),
)
def test_settings_can_always_be_used(database: Database, name: str, text: str) -> None:
    store(database, name, text)
    found = SqliteKioskRecord(database).settings()
    assert min(found.idle_after_seconds, found.idle_answer_seconds) > 0
    assert isinstance(found.code_pattern, str)
    assert isinstance(found.code_example, str)


@pytest.mark.parametrize("text", ["", "7", "{", "null"])
def test_pin_that_was_spoiled_is_none(database: Database, text: str) -> None:
    store(database, "pin_hash", text)
    assert SqliteKioskRecord(database).pin_hash() is None


def test_what_staff_did_is_logged_in_order(database: Database) -> None:
    record = SqliteKioskRecord(database)
    for action in ("entered", "exported", "left"):
        record.log_staff(action, CLOCK.now()).result(10)
    actions = rows(database, "SELECT action FROM staff_log ORDER BY key")
    assert actions == [("entered",), ("exported",), ("left",)]
