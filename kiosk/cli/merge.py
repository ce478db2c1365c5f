"""Exports of many kiosks made into one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.kinds import FOLDER

if TYPE_CHECKING:
    from kiosk.merge_command import Merged

_EXIT_CONFLICTS = 25
_SHOWN = 10


@click.command()
@click.argument("sources", metavar="IN...", nargs=-1, required=True, type=FOLDER)
@click.option("--out", type=FOLDER, required=True, help="Folder to make the export in.")
def merge(sources: tuple[Path, ...], out: Path) -> int:
    """Put exports, their zips, data folders and databases together, each attempt once."""
    from kiosk.merge_command import merge as put_together

    merged = put_together(sources, out)
    _tell(merged)
    return _EXIT_CONFLICTS if merged.conflicts else 0


def _tell(merged: Merged) -> None:
    counts = merged.counts
    click.echo(
        f"{counts.attempts} attempts of {merged.kiosks} kiosks, {counts.placements} placements,"
        f" {counts.responses} responses put together, read back, equal: {merged.folder}"
    )
    if merged.duplicates:
        click.echo(f"In more than one input, each taken once: {merged.duplicates}.")
    if merged.gone_on:
        click.echo(f"Gone on between inputs, the further state taken: {merged.gone_on}.")
    if merged.conflicts:
        shown = ", ".join(merged.conflicts[:_SHOWN])
        more = ", ..." if len(merged.conflicts) > _SHOWN else ""
        click.echo(
            f"Different in two inputs, the further one taken: {len(merged.conflicts)}"
            f" ({shown}{more})."
        )
