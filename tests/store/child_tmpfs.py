"""Plays on a small disk that is filled to the last byte, twice; says how each part went."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import Future
from pathlib import Path

from stores import Player, open_database, small_pack

from kiosk.core.attempt import Attempt
from kiosk.core.model import InputMethod
from kiosk.core.ports import SaveState
from kiosk.store.database import Database

PATIENT = 20
CARDS = 12


class Sorter:
    """A learner who moves cards to and fro."""

    def __init__(self, database: Database) -> None:
        self.player = Player(database, small_pack())
        self.attempt: Attempt = self.player.begin()
        self.waiting = threading.Event()
        database.watch(self._hear)

    def _hear(self, state: SaveState) -> None:
        if state is SaveState.WAITING:
            self.waiting.set()

    def move(self) -> list[Future[None]]:
        futures = []
        for n in range(CARDS):
            board = self.attempt.board
            item_id = board.dealt[n % len(board.dealt)]
            place = "is" if board.places[item_id] != "is" else "is_not"
            placement = self.attempt.place(item_id, place, InputMethod.TAP)
            assert placement is not None
            journal = self.player.journal
            futures.append(journal.record_placement(self.attempt.start.id, placement))
        return futures


def fill(folder: Path, name: str) -> Path:
    """Take every byte that is left."""
    filler = folder / name
    size = 1 << 20
    with filler.open("ab", buffering=0) as stream:
        while size:
            try:
                stream.write(b"\x5a" * size)
            except OSError:
                size //= 2
    return filler


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main(folder: Path) -> None:
    database = open_database(folder)
    say("laid", database.lay_ballast().result(PATIENT), database.health().ballast)
    sorter = Sorter(database)
    first = fill(folder, "first")
    for future in sorter.move():
        future.result(PATIENT)
    health = database.health()
    say("filled", sorter.waiting.is_set(), health.ballast, health.last_fault)
    second = fill(folder, "second")
    held = sorter.move()
    while not sorter.waiting.wait(0.01) and not held[-1].done():
        second = fill(folder, "second")
        held += sorter.move()
    since = database.health().held_up_since
    say("again", sorter.waiting.is_set(), since is not None, held[-1].done())
    first.unlink()
    for future in held:
        future.result(PATIENT)
    second.unlink()
    database.ask_checkpoint().result(PATIENT)
    health = database.health()
    say("room", health.ballast, health.held_up_since, len(sorter.attempt.placements))
    say("closed", database.close())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
