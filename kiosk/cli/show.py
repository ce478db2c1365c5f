"""What opens windows: the kiosk itself, and the tour through it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TypedDict, Unpack

import click

from kiosk import paths
from kiosk.cli.kinds import FOLDER, LANGUAGES, USUAL_SIZE, Size
from kiosk.display import there_is_a_display
from kiosk.errors import NoDisplay
from kiosk.itself import end_with_parent, own_command
from kiosk.supervisor import RESUME, WATCHED, Supervisor

THEMES = ("light", "dark", "contrast")
TEXT_SIZES = ("100", "125", "150", "200")


class RunAsked(TypedDict):
    """The options of ``run``, as they were parsed."""

    windowed: bool
    data_dir: Path | None
    lang: str | None
    pack: Path | None
    size: tuple[int, int]
    watched: bool
    resume: bool
    until_painted: bool


@click.command()
@click.option("--windowed", is_flag=True, help="Open in a window instead of the full screen.")
@click.option("--data-dir", type=FOLDER, help="Where attempts are kept.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language to begin with.")
@click.option("--pack", type=click.Path(path_type=Path), help="Another lesson pack.")
@click.option("--size", type=Size(), default=USUAL_SIZE, help="Size of the window.")
@click.option(WATCHED, is_flag=True, hidden=True)
@click.option(RESUME, is_flag=True, hidden=True)
@click.option("--until-painted", is_flag=True, hidden=True)
def run(**asked: Unpack[RunAsked]) -> int:
    """Run the kiosk until staff leave it. Full screen, it is started again if it dies."""
    _need_display()
    if not (asked["windowed"] or asked["watched"]):
        return Supervisor([*own_command(), *sys.argv[1:], WATCHED]).watch()
    if asked["watched"]:
        end_with_parent()
    # Imported here: what needs no window must not wait for Qt.
    from kiosk.app import KioskOptions
    from kiosk.run_command import run_watched
    from kiosk.ui.main_window import WindowMode

    options = KioskOptions(
        data_folder=asked["data_dir"] or paths.default_data_folder(),
        pack=asked["pack"],
        language=asked["lang"],
        mode=WindowMode.WINDOWED if asked["windowed"] else WindowMode.KIOSK,
        size=asked["size"],
        resume=asked["resume"],
    )
    return run_watched(options, until_painted=asked["until_painted"])


@click.command(hidden=True)
@click.option("--engine", help="The name of Qt's engine.")
def speak(engine: str | None) -> int:
    """Speak for a kiosk, as its input says."""
    from kiosk.speak_command import run_speech

    return run_speech(engine)


class TourAsked(TypedDict):
    """The options of ``tour``, as they were parsed."""

    out: Path
    method: str
    size: tuple[int, int]
    seed: int
    pack: Path | None
    theme: str
    text: str
    lang: str


@click.command()
@click.option("--out", type=FOLDER, required=True, help="Where pictures, data and export go.")
@click.option(
    "--input",
    "method",
    type=click.Choice(("drag", "tap", "keys", "menu")),
    default="drag",
    help="How the cards are moved.",
)
@click.option("--size", type=Size(), default=USUAL_SIZE, help="Size of the window.")
@click.option("--seed", type=int, default=1, help="Another seed deals and misses other cards.")
@click.option("--pack", type=click.Path(path_type=Path), help="Another lesson pack.")
@click.option("--theme", type=click.Choice(THEMES), default="light", help="Colors.")
@click.option("--text", type=click.Choice(TEXT_SIZES), default="100", help="Text size in percent.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", help="Language of the visit.")
def tour(**asked: Unpack[TourAsked]) -> int:
    """Make a whole visit through the real windows; leave pictures, data and export in --out."""
    if not there_is_a_display(os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.tour import TourOptions, run_tour
    from kiosk.ui.theme import TextSize, ThemeName

    options = TourOptions(
        out=asked["out"],
        method=asked["method"],
        size=asked["size"],
        seed=asked["seed"],
        pack=asked["pack"] or paths.default_pack(),
        theme=ThemeName(asked["theme"]),
        text_size=TextSize(int(asked["text"])),
        language=asked["lang"],
    )
    return run_tour(options, click.echo)


def _need_display() -> None:
    if not there_is_a_display(os.environ):
        raise NoDisplay


def try_smoke(context: click.Context, _option: click.Parameter, report: Path | None) -> None:
    """Make the smoke test where a report of it is asked for, and end with its exit code."""
    if report is None or context.resilient_parsing:
        return
    _need_display()
    from kiosk.smoke_command import run_smoke

    context.exit(run_smoke(report, paths.default_data_folder()))
