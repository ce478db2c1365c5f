"""Lesson packs."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.cli.kinds import LANGUAGES


@click.group()
def pack() -> None:
    """Lesson packs."""


@pack.command()
@click.argument("path", type=click.Path(path_type=Path))
def check(path: Path) -> int:
    """List every problem of a lesson pack, with file and place."""
    from kiosk.content.check import examine
    from kiosk.content.languages import lacking

    draft = examine(path)
    for problem in draft.problems:
        click.echo(str(problem))
    if draft.manifest is not None and draft.manifest.language:
        own = draft.manifest.language
        for tag in lacking(draft.manifest, LANGUAGES):
            click.echo(f"Warning: no words in '{tag}'; who chooses it reads the pack in '{own}'.")
    count = len(draft.problems)
    click.echo("No problems." if not count else f"{count} problem{'s' * (count > 1)}.")
    return 1 if count else 0
