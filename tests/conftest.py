"""What every room of tests can ask for: a kiosk in a room, and the run's own options."""

from __future__ import annotations

import gc
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from grown import grow
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot
from rooms import Room, RoomMaker

from kiosk.core.model import Settings

MANY_OBJECTS = 20_000

# How long an example takes says nothing on a machine that does much besides.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--board-events",
        type=int,
        default=200_000,
        help="how many random events the sorting board is played with",
    )
    parser.addoption(
        "--purge-kills",
        type=int,
        default=6,
        help="how many purges are killed at a random moment",
    )


@pytest.fixture(scope="session", autouse=True)
def _no_garbage_on_other_threads() -> Iterator[None]:
    """Let no thread of a store destroy what is left of a window: Qt does not survive that."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _garbage_taken_out() -> Iterator[None]:
    yield
    if gc.get_count()[0] > MANY_OBJECTS:
        gc.collect()


@pytest.fixture
def make_room(qtbot: QtBot, tmp_path: Path) -> Iterator[RoomMaker]:
    rooms: list[Room] = []

    def make(settings: Settings) -> Room:
        rooms.append(Room(qtbot, tmp_path / "data", settings))
        return rooms[-1]

    yield make
    for room in rooms:
        room.close()


@pytest.fixture
def room(make_room: RoomMaker) -> Room:
    return make_room(Settings())


@pytest.fixture(scope="session")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound database with 24 attempts, one open, an export, a note of staff; not in use."""
    file = grow(tmp_path_factory.mktemp("grown"), 24)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("INSERT INTO export_log VALUES (3, 'x', '2025-03-03', 1)")
        connection.execute("INSERT INTO exported SELECT key, checksum, 3 FROM attempt")
        connection.execute("INSERT INTO staff_log (at, action) VALUES ('2025-03-03', 'opened')")
    return file


@pytest.fixture
def file(grown: Path, tmp_path: Path) -> Path:
    """A copy of the grown database, to be damaged."""
    return Path(shutil.copy(grown, tmp_path / "damaged.db"))
