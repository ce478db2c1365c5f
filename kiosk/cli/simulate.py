"""Made-up attempts, for trials and measurements."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import click

from kiosk import paths
from kiosk.cli.kinds import FOLDER

_MOST_LEARNERS = 6_000_000  # codes of two letters and four digits


class SimulateAsked(TypedDict):
    """The options of ``simulate``, as they were parsed."""

    learners: int
    attempts: int
    seed: int
    data_dir: Path
    deal: int | None
    pack: Path | None


@click.command()
@click.option("--learners", type=click.IntRange(1, _MOST_LEARNERS), required=True, help="How many.")
@click.option("--attempts", type=click.IntRange(1), required=True, help="How many, of all of them.")
@click.option("--seed", type=int, default=1, help="Another seed makes other attempts.")
@click.option("--data-dir", type=FOLDER, required=True, help="A new or empty folder.")
@click.option("--deal", type=click.IntRange(1), help="Cards an attempt; as the pack says.")
@click.option("--pack", type=click.Path(path_type=Path), help="Another lesson pack.")
def simulate(**asked: Unpack[SimulateAsked]) -> int:
    """Fill a new data folder with made-up attempts, marked as such."""
    from kiosk.simulate_command import SimulationAsked
    from kiosk.simulate_command import simulate as fill

    if asked["learners"] > asked["attempts"]:
        raise click.UsageError("--learners cannot be more than --attempts.")
    folder = asked["data_dir"]
    made = fill(
        SimulationAsked(
            data_folder=folder,
            pack=asked["pack"] or paths.default_pack(),
            learners=asked["learners"],
            attempts=asked["attempts"],
            seed=asked["seed"],
            deal=asked["deal"],
        )
    )
    click.echo(
        f"{made.attempts} made-up attempts, {made.placements} placements: {folder}\n"
        "No learner can sign in on that folder."
    )
    return 0
