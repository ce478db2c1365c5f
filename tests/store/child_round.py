"""Plays a board with three cards wrong, then a second round of them, until it is killed.

It says the cards of the round as they are dealt, then each placement once it is acknowledged.
"""

from __future__ import annotations

import sys
from pathlib import Path

from stores import Player, open_database, small_pack

from kiosk.core import rounds


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main(folder: Path) -> None:
    player = Player(open_database(folder), small_pack())
    whole = player.play(wrong=3)
    offer = rounds.offered_after(whole.start.id, whole.activity.id, whole.responses)
    assert offer is not None
    attempt = player.begin_round(offer, seed=2048)
    say(*attempt.board.dealt)
    while True:
        item_id = attempt.board.dealt[len(attempt.placements) % len(attempt.board.dealt)]
        place = "is" if attempt.board.places[item_id] != "is" else "is_not"
        player.place(attempt, item_id, place)
        say(len(attempt.placements), item_id, place)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
