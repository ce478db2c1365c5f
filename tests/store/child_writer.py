"""Writes placements and says each once it is acknowledged, until it is killed."""

from __future__ import annotations

import sys
from pathlib import Path

from stores import Player, open_database, small_pack


def main(folder: Path) -> None:
    player = Player(open_database(folder), small_pack())
    attempt = player.begin()
    while True:
        item_id = attempt.board.dealt[len(attempt.placements) % len(attempt.board.dealt)]
        place = "is" if attempt.board.places[item_id] != "is" else "is_not"
        player.place(attempt, item_id, place)
        sys.stdout.write(f"{attempt.start.id} {len(attempt.placements)} {item_id} {place}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
