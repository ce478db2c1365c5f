"""Makes visits without a screen, one after the other; says what is acknowledged.

Arguments: the data folder, and how many visits; 0 goes on until it is killed.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from processes import say
from stores import CLOCK, Player, set_up, small_pack
from witness import placed

from kiosk.core.flow import Screen
from kiosk.core.model import Position, ScreenView, VisitEnd
from kiosk.core.ports import SaveState
from kiosk.errors import KioskError
from kiosk.store.database import Database


def tell_state(state: SaveState) -> None:
    say("state", state.value)


def visit(player: Player) -> None:
    visit_id = player.opened.visit_id
    journal, pack = player.journal, player.pack
    journal.save_position(visit_id, Position(Screen.LESSON, pack.screens[0].id))
    journal.record_screen_view(visit_id, pack, ScreenView(pack.screens[0].id, CLOCK.now(), 9))
    attempt = player.begin()
    dealt = attempt.board.dealt
    for n in range(2 * len(dealt)):
        turn, card = divmod(n, len(dealt))
        player.place(attempt, dealt[card], ("is", "is_not")[(turn + card) % 2])
        say(placed(attempt, n + 1))
    player.check(attempt)
    player.submit(attempt)
    say("submitted", attempt.start.id, attempt.outcome().value)
    journal.end_visit(visit_id, VisitEnd.SIGNED_OUT, CLOCK.now()).result(10)
    say("visited", visit_id)


def main(folder: Path, count: int) -> int:
    try:
        database = Database.open(folder, CLOCK.now())
    except KioskError as fault:
        say("refused", type(fault).__name__)
        return fault.exit_code
    database.watch(tell_state)
    set_up(database)
    for n in itertools.count():
        if n and n == count:
            break
        visit(Player(database, small_pack(), f"RV{2048 + n % 4}"))
    return 0 if database.close() else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
