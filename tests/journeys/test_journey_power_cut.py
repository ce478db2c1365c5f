"""A power cut in the middle of a board is a non-event."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rooms import RoomMaker

from kiosk.core.log_rows import Selection
from kiosk.core.model import Settings
from kiosk.store.log import SqliteAttemptLog

CHILD = Path(__file__).with_name("child_board.py")


def sort_until_killed(folder: Path, after: int) -> dict[str, str]:
    """Run a kiosk, kill it after so many saved cards, and return where they were shown saved."""
    shown: dict[str, str] = {}
    command = [sys.executable, str(CHILD), str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env=dict(os.environ), text=True
    ) as child:
        assert child.stdout is not None
        for line in child.stdout:
            word, item_id, place = line.split()
            assert word == "saved"
            shown[item_id] = place
            after -= 1
            if after == 0:
                child.kill()
    return shown


@pytest.mark.parametrize("after", [1, 9, 25])
def test_kill_in_the_middle_of_a_board_loses_no_placement(
    tmp_path: Path, make_room: RoomMaker, after: int
) -> None:
    shown = sort_until_killed(tmp_path / "data", after)
    assert shown
    room = make_room(Settings())
    room.sign_in("rv2048")
    page = room.board()
    stands = {item_id: page.place_of(item_id) for item_id in shown}
    # The hand may have dropped one more card between the last word and the kill.
    differing = [item_id for item_id, place in shown.items() if stands[item_id] != place]
    assert len(differing) <= 1
    with SqliteAttemptLog(tmp_path / "data").snapshot(Selection()) as snapshot:
        (attempt,) = snapshot.attempts()
        placements = list(snapshot.placements())
    assert attempt.placements == len(placements) >= after
    assert [p.seq for p in placements] == list(range(1, len(placements) + 1))
