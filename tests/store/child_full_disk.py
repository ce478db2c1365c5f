"""Places cards while the system lets no file grow, then while it does again; says how it went."""

from __future__ import annotations

import resource
import sys
import threading
from pathlib import Path

from stores import Player, open_database, small_pack

from kiosk.core.model import InputMethod
from kiosk.core.ports import SaveState


def main(folder: Path) -> None:
    database = open_database(folder)
    player = Player(database, small_pack())
    attempt = player.begin()
    states: list[SaveState] = []
    waiting = threading.Event()

    def hear(state: SaveState) -> None:
        states.append(state)
        if state is SaveState.WAITING:
            waiting.set()

    database.watch(hear)
    _let_files_grow_to((folder / "kiosk.db-wal").stat().st_size)
    futures = []
    for item_id in attempt.board.dealt:
        placement = attempt.place(item_id, "is", InputMethod.DRAG)
        if placement is not None:
            futures.append(player.journal.record_placement(attempt.start.id, placement))
    refused = waiting.wait(20) and not any(future.done() for future in futures)
    _let_files_grow_to(resource.RLIM_INFINITY)
    for future in futures:
        future.result(20)
    sys.stdout.write(f"{refused} {len(futures)} {' '.join(states)}\n")
    database.close()


def _let_files_grow_to(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
