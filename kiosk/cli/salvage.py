"""Sound attempts out of a damaged database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.kinds import FILE

if TYPE_CHECKING:
    from kiosk.store.salvage import Salvaged

SOMETHING_LOST = 20
"""Status of a process that brought back what was sound and saw that not all was."""


@click.command()
@click.argument("file", type=FILE)
@click.option("--out", type=FILE, required=True, help="The new database; nothing is overwritten.")
def salvage(file: Path, out: Path) -> int:
    """Bring the sound attempts of a damaged database into a new one.

    FILE and its journal are only read. Exit code 20: not everything was sound.
    """
    from kiosk.store.salvage.asked import salvage_file
    from kiosk.world import SystemClock

    salvaged = salvage_file(file, out, SystemClock().now())
    click.echo(
        f"{_counted(salvaged.attempts, 'attempt')} with"
        f" {_counted(salvaged.placements, 'placement')}"
        f" and {_counted(salvaged.visits, 'visit')} came back: {out}"
    )
    losses = tuple(_losses(salvaged))
    for loss in losses or ("All that was seen was sound.",):
        click.echo(loss)
    return SOMETHING_LOST if losses else 0


def _losses(salvaged: Salvaged) -> Iterator[str]:
    if salvaged.unreadable_pages:
        pages = _counted(salvaged.unreadable_pages, "page")
        yield f"{pages} of the file could not be read, or not in full."
    if salvaged.stand_ins:
        rows = _counted(salvaged.stand_ins, "lost row")
        yield f"{rows} of learners, visits or packs put together anew; what is lost reads '?'."
    if salvaged.damaged_attempts:
        attempts = _counted(len(salvaged.damaged_attempts), "attempt")
        yield f"{attempts} seen, not sound, and left out:"
        yield from salvaged.damaged_attempts


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}{'s' * (count != 1)}"
