"""Looking after what is kept: is it sound, a copy for elsewhere, a copy put back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk import paths
from kiosk.cli.kinds import FOLDER
from kiosk.errors import AttemptsDamaged, BackupUnproved, SumsAstray

if TYPE_CHECKING:
    from kiosk.core.backups import Preview

FILE = click.Path(path_type=Path)


@click.command()
@click.option("--data-dir", type=FOLDER, help="Where attempts are kept.")
@click.option("--mend", is_flag=True, help="Count the sums of the staff pages anew first.")
def check(*, data_dir: Path | None, mend: bool) -> int:
    """Check the database, each attempt in it, the sums, and the newest backup."""
    from kiosk.store.examine import examine, mend_sums
    from kiosk.world import SystemClock

    folder = data_dir or paths.default_data_folder()
    if mend:
        mend_sums(folder, SystemClock().now())
    found = examine(folder)
    if found.altered:
        raise AttemptsDamaged(path=paths.database(folder), count=found.altered)
    if found.stray:
        raise SumsAstray(path=paths.database(folder), count=found.stray)
    if found.backup_fault:
        raise BackupUnproved(path=found.backup, detail=found.backup_fault)
    click.echo(f"Sound: {_many(found.attempts, 'attempt')}, each as it was written.")
    if found.backup is None:
        click.echo("There is no backup yet: the kiosk makes one at its next start.")
    else:
        click.echo(f"The newest backup is as it was written: {found.backup}")
    return 0


@click.command()
@click.option("--out", type=FILE, required=True, help="File to make; there must be none yet.")
@click.option("--data-dir", type=FOLDER, help="Where attempts are kept.")
def backup(out: Path, data_dir: Path | None) -> int:
    """Copy the database to a file, proved, also while the kiosk runs."""
    from kiosk.store.examine import copy_out

    made = copy_out(data_dir or paths.default_data_folder(), out)
    click.echo(f"Copied, checked and read back: {made}")
    return 0


@click.command()
@click.argument("file", type=FILE)
@click.option(
    "--preview", "only_look", is_flag=True, help="Say what it would bring; change nothing."
)
@click.option("--data-dir", type=FOLDER, help="Where attempts are kept.")
def restore(*, file: Path, only_look: bool, data_dir: Path | None) -> int:
    """Put a backup in the place of today's database; today's is kept."""
    from kiosk.store import restore as restoring
    from kiosk.world import SystemClock

    folder = data_dir or paths.default_data_folder()
    if only_look:
        _tell(restoring.preview(file, folder))
        click.echo("Nothing was changed.")
        return 0
    done = restoring.restore(file, folder, SystemClock().now())
    _tell(done.preview)
    if done.backup is not None:
        click.echo(f"The database of before is kept: {done.backup} and {done.quarantine}")
    click.echo(f"Restored: {paths.database(folder)}")
    return 0


def _tell(found: Preview) -> None:
    newest = "no visit" if found.newest is None else f"the newest visit of {found.newest}"
    click.echo(
        f"It has {_many(found.attempts, 'attempt')} and {_many(found.visits, 'visit')}, {newest}."
    )
    if found.unsound:
        click.echo(f"{_many(found.unsound, 'attempt')} in it not as written.")
    if found.lost is None:
        click.echo("Today's database cannot be read, so what it has more cannot be told.")
    else:
        click.echo(f"Not in it, or not as far as today: {_many(found.lost, 'attempt')}.")


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
