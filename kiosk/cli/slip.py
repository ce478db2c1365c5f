"""Slips that learners bring back: was one made here, and is it as it was?"""

from __future__ import annotations

from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.kinds import FOLDER


@click.group()
def slip() -> None:
    """Slips of finished activities."""


@slip.command()
@click.argument("code")
@click.argument("check")
@click.option("--data-dir", type=FOLDER, help="Where attempts are kept.")
def verify(code: str, check: str, data_dir: Path | None) -> int:
    """Prove a slip by the CODE and the CHECK value on it, and say what it must say."""
    from kiosk.core import codes
    from kiosk.errors import SlipUnknown
    from kiosk.store.slips import find_slip

    found = find_slip(data_dir or paths.default_data_folder(), codes.tidy(code), check)
    if found is None:
        raise SlipUnknown
    facts = found.facts
    click.echo("This slip was made by this kiosk. It must say:")
    click.echo(f"  code        {facts.code}")
    click.echo(f"  activity    {facts.activity_title}{_round(second=facts.second_round)}")
    click.echo(f"  first try   {facts.first_correct} of {facts.scored}")
    click.echo(f"  in the end  {facts.final_correct} of {facts.scored}")
    click.echo(f"  date        {facts.day.isoformat()}")
    return 0


def _round(*, second: bool) -> str:
    return " (second round)" if second else ""
