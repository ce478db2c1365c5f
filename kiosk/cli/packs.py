"""Lesson packs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk import paths
from kiosk.cli.kinds import FOLDER, LANGUAGES

if TYPE_CHECKING:
    from kiosk.content.shelf import Shelf
    from kiosk.core.shelf import ShelvedPack

OWN = "own"


@click.group()
def pack() -> None:
    """Lesson packs."""


@pack.command()
@click.argument("path", type=click.Path(path_type=Path))
def check(path: Path) -> int:
    """List every problem of a lesson pack, a folder or a zip, with file and place."""
    from kiosk.content.importers.arrival import read_arrival
    from kiosk.content.languages import lacking

    arrival = read_arrival(path)
    for problem in arrival.problems:
        click.echo(str(problem))
    if arrival.manifest is not None and arrival.manifest.language:
        own = arrival.manifest.language
        for tag in lacking(arrival.manifest, LANGUAGES):
            click.echo(f"Warning: no words in '{tag}'; who chooses it reads the pack in '{own}'.")
    count = len(arrival.problems)
    click.echo("No problems." if not count else f"{count} problem{'s' * (count > 1)}.")
    return 1 if count else 0


@pack.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--data-dir", type=FOLDER, help="Where attempts are kept.")
def take_in(path: Path, data_dir: Path | None) -> int:
    """Check a lesson pack, a folder or a zip, and keep a copy to be used."""
    from kiosk.content.importers.arrival import read_arrival

    arrival = read_arrival(path)
    for problem in arrival.problems:
        click.echo(str(problem))
    for left in arrival.left_out:
        click.echo(f"Left out: {left}")
    if arrival.pack is None:
        click.echo("Nothing was changed.")
        return 1
    key = _shelf(data_dir).take_in(arrival.pack, arrival.files)
    click.echo(f"Kept: {key}")
    click.echo(f"To have it used: mentor-kiosk pack use {key}")
    return 0


@pack.command("list")
@click.option("--data-dir", type=FOLDER, help="Where attempts are kept.")
def list_all(data_dir: Path | None) -> int:
    """List the lesson packs that there are; a star marks the one in use."""
    for each in _shelf(data_dir).packs():
        star = "*" if each.in_use else " "
        told = str(each.fault or "") or f"{each.title} ({', '.join(each.languages)})"
        click.echo(f"{star} {each.key or OWN:40} {each.version:10} {told}")
    return 0


@pack.command()
@click.argument("name", metavar="ID")
@click.option("--data-dir", type=FOLDER, help="Where attempts are kept.")
def use(name: str, data_dir: Path | None) -> int:
    """Have a lesson pack used from the next start on: its id, or all of what 'list' shows.

    'own' is the pack that came with the kiosk.
    """
    shelf = _shelf(data_dir)
    chosen = _chosen(shelf.packs(), name)
    pack = shelf.use(chosen.key)
    click.echo(f"In use from the kiosk's next start on: {pack.title}, version {pack.version}")
    return 0


def _chosen(packs: tuple[ShelvedPack, ...], name: str) -> ShelvedPack:
    exact = [each for each in packs if (each.key or OWN) == name]
    found = exact or [each for each in packs if each.key and each.id == name]
    if len(found) == 1:
        return found[0]
    there = ", ".join(each.key or OWN for each in found or packs)
    which = "There is more than one" if found else "There is none"
    raise click.UsageError(f"{which} of that name; choose one of: {there}")


def _shelf(data_dir: Path | None) -> Shelf:
    from kiosk.content.shelf import Shelf

    return Shelf(data_dir or paths.default_data_folder(), paths.default_pack())
