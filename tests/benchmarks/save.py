"""A placement's acknowledgement, against a bare write and sync of one page."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from figures import Figure, middle
from stores import Player, open_database, small_pack

from kiosk.core.attempt import Attempt
from kiosk.core.model import InputMethod, Placement

_ROUNDS = 400
_PAGE = 4096


def _next(attempt: Attempt) -> Placement:
    board = attempt.board
    item_id = board.dealt[len(attempt.placements) % len(board.dealt)]
    place = "is" if board.places[item_id] != "is" else "is_not"
    placement = attempt.place(item_id, place, InputMethod.DRAG)
    if placement is None:
        raise AssertionError("the card did not move")
    return placement


def measure() -> list[Figure]:
    """Write both in turn, on one disk."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        database = open_database(folder / "data")
        player = Player(database, small_pack())
        attempt = player.begin()
        floor_file = os.open(folder / "floor", os.O_RDWR | os.O_CREAT)
        os.posix_fallocate(floor_file, 0, _PAGE * _ROUNDS)
        whole, asked, floor = [], [], []
        for n in range(_ROUNDS):
            placement = _next(attempt)
            start = time.perf_counter_ns()
            future = player.journal.record_placement(attempt.start.id, placement)
            asked.append((time.perf_counter_ns() - start) / 1e6)
            future.result()
            whole.append((time.perf_counter_ns() - start) / 1e6)
            start = time.perf_counter_ns()
            os.pwrite(floor_file, b"\x5a" * _PAGE, n * _PAGE)
            os.fdatasync(floor_file)
            floor.append((time.perf_counter_ns() - start) / 1e6)
        os.close(floor_file)
        database.close()
    return [
        Figure("save, acknowledgement p50", middle(whole), middle(floor), "ms", 2.0),
        Figure("save, screen's thread against a commit", middle(asked), middle(whole), "ms", 0.05),
    ]
