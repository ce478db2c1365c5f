"""Whole visits through real windows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from rooms import Room, RoomMaker

from kiosk.core.model import Settings


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
