"""Lesson packs."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def pack() -> None:
    """Lesson packs."""


@pack.command()
@click.argument("path", type=click.Path(path_type=Path))
def check(path: Path) -> int:
    """List every problem of a lesson pack, with file and place."""
    from kiosk.content.check import check_pack

    problems = check_pack(path)
    for problem in problems:
        click.echo(str(problem))
    count = len(problems)
    click.echo("No problems." if not count else f"{count} problem{'s' * (count > 1)}.")
    return 1 if count else 0
