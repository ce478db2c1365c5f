"""What every room of tests can ask for: a kiosk in a room, and the run's own options."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from rooms import Room, RoomMaker

from kiosk.core.model import Settings


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
