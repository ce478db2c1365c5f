"""Forgetting learners for good."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk import paths
from kiosk.cli.kinds import FOLDER
from kiosk.errors import LearnerUnknown, PurgedButElsewhere

if TYPE_CHECKING:
    from kiosk.core.purges import PurgeCounts, PurgeDone, PurgeOrder
    from kiosk.store.purge import SqlitePurge

_LONGEST_DAYS = 36_500


@click.command()
@click.option("--learner", metavar="CODE", help="All that is kept of this learner.")
@click.option(
    "--older-than",
    metavar="DAYS",
    type=click.IntRange(1, _LONGEST_DAYS),
    help="All that was submitted, left or ended longer ago.",
)
@click.option("--data-dir", type=FOLDER, help="Where attempts are kept.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def purge(*, learner: str | None, older_than: int | None, data_dir: Path | None, yes: bool) -> int:
    """Delete learners' data for good, from the database and every backup."""
    from kiosk.core import codes
    from kiosk.purge_command import order_for, purging

    if (learner is None) == (older_than is None):
        raise click.UsageError("One of --learner and --older-than is needed.")
    if learner is not None and not codes.tidy(learner):
        raise click.UsageError("--learner needs a code.")
    if not yes and not sys.stdin.isatty():
        raise click.UsageError("Nobody is there to ask: say --yes.")
    folder = data_dir or paths.default_data_folder()
    with purging(folder) as purges:
        finished = _finish(purges)
        order = order_for(learner, older_than or 0)
        if not yes:
            click.echo(_question(purges.preview(order), order))
            click.confirm("It cannot be undone. Purge?", abort=True)
        try:
            done = purges.run(order)
        except LearnerUnknown:
            # What was gone on with may well have been the same.
            if not finished:
                raise
            return 0
    return _tell(done, folder)


def _finish(purges: SqlitePurge) -> bool:
    begun = purges.under_way()
    if begun is None:
        return False
    purges.finish()
    click.echo(f"The purge of {begun:%Y-%m-%d %H:%M} UTC, which was interrupted, is finished now.")
    return True


def _question(counts: PurgeCounts, order: PurgeOrder) -> str:
    from kiosk.core.purges import OlderThan

    of_what = ""
    if isinstance(order, OlderThan):
        of_what = f" of before {order.before:%Y-%m-%d} (this PC says: {order.now:%Y-%m-%d})"
    return f"In the database: {_words(counts)}{of_what}; and the same in every backup."


def _tell(done: PurgeDone, folder: Path) -> int:
    click.echo(f"Purged: {_words(done.counts)}; {_many(done.backups, 'backup')} written anew.")
    for path in done.removed:
        click.echo(f"Deleted as a whole, as it could not be written anew: {path}")
    if done.elsewhere:
        raise PurgedButElsewhere(path=", ".join(map(str, done.elsewhere)))
    click.echo(f"Read back: no byte of it is left in {folder}.")
    return 0


def _words(counts: PurgeCounts) -> str:
    return ", ".join(
        _many(count, name.removesuffix("s")) for name, count in counts._asdict().items()
    )


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
