"""The command line: run, tour, export, verify, pack check."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TypedDict, Unpack

import click

from kiosk import __version__, paths
from kiosk.display import there_is_a_display
from kiosk.errors import KioskError, NoDisplay

LANGUAGES = ("en",)
THEMES = ("light", "dark", "contrast")
TEXT_SIZES = ("100", "125", "150", "200")
_FOLDER = click.Path(path_type=Path)
_SIZES = "1280x800"


class Size(click.ParamType[tuple[int, int]]):
    """A window's size, such as 1280x800."""

    name = "WxH"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Return width and height in pixels."""
        if isinstance(value, tuple):
            return value
        width, cross, height = str(value).partition("x")
        if not (cross and width.isdecimal() and height.isdecimal()):
            self.fail(f"{value!r} is not a size such as 1280x800", param, ctx)
        size = int(width), int(height)
        if not (640 <= size[0] <= 7680 and 480 <= size[1] <= 4320):
            self.fail("from 640x480 to 7680x4320", param, ctx)
        return size


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mentor-kiosk")
def commands() -> None:
    """Mentor Kiosk: a lesson on mentoring and a card activity for shared PCs."""


@commands.command()
@click.option("--windowed", is_flag=True, help="Open in a window instead of the full screen.")
@click.option("--data-dir", type=_FOLDER, help="Where attempts are kept.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", help="Language.")
@click.option("--pack", type=click.Path(path_type=Path), help="Another lesson pack.")
@click.option("--size", type=Size(), default=_SIZES, help="Size of the window.")
def run(
    *,
    windowed: bool,
    data_dir: Path | None,
    lang: str,
    pack: Path | None,
    size: tuple[int, int],
) -> int:
    """Run the kiosk until staff leave it."""
    _need_display()
    # Imported here: what needs no window must not wait for Qt.
    from kiosk.app import KioskOptions, run_kiosk  # noqa: PLC0415 - when asked for
    from kiosk.ui.main_window import WindowMode  # noqa: PLC0415 - when asked for

    options = KioskOptions(
        data_folder=data_dir or paths.default_data_folder(),
        pack=pack or paths.default_pack(),
        language=lang,
        mode=WindowMode.WINDOWED if windowed else WindowMode.KIOSK,
        size=size,
    )
    return run_kiosk(options)


class TourAsked(TypedDict):
    """The options of ``tour``, as they were parsed."""

    out: Path
    method: str
    size: tuple[int, int]
    seed: int
    pack: Path | None
    theme: str
    text: str


@commands.command()
@click.option("--out", type=_FOLDER, required=True, help="Where pictures, data and export go.")
@click.option(
    "--input",
    "method",
    type=click.Choice(("drag", "tap", "keys", "menu")),
    default="drag",
    help="How the cards are moved.",
)
@click.option("--size", type=Size(), default=_SIZES, help="Size of the window.")
@click.option("--seed", type=int, default=1, help="Another seed deals and misses other cards.")
@click.option("--pack", type=click.Path(path_type=Path), help="Another lesson pack.")
@click.option("--theme", type=click.Choice(THEMES), default="light", help="Colors.")
@click.option("--text", type=click.Choice(TEXT_SIZES), default="100", help="Text size in percent.")
def tour(**asked: Unpack[TourAsked]) -> int:
    """Make a whole visit through the real windows; leave pictures, data and export in --out."""
    if not there_is_a_display(os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.tour import TourOptions, run_tour  # noqa: PLC0415 - when asked for
    from kiosk.ui.theme import TextSize, ThemeName  # noqa: PLC0415 - when asked for

    options = TourOptions(
        out=asked["out"],
        method=asked["method"],
        size=asked["size"],
        seed=asked["seed"],
        pack=asked["pack"] or paths.default_pack(),
        theme=ThemeName(asked["theme"]),
        text_size=TextSize(int(asked["text"])),
    )
    return run_tour(options, click.echo)


@commands.command()
@click.option("--out", type=_FOLDER, required=True, help="Folder to make the bundle in.")
@click.option("--data-dir", type=_FOLDER, help="Where attempts are kept.")
@click.option("--since", type=click.DateTime(), help="From this time on, UTC.")
@click.option("--until", type=click.DateTime(), help="Before this time, UTC.")
@click.option("--activity", help="This activity only, by its id.")
@click.option("--only-new", is_flag=True, help="Only what no earlier export had.")
def export(**asked: object) -> int:
    """Write the attempt log as CSV, with a manifest that proves it."""
    from kiosk.export_command import ExportAsked, export_log  # noqa: PLC0415 - when asked for

    receipt = export_log(ExportAsked.from_options(asked))
    counts = receipt.counts
    click.echo(
        f"{counts.attempts} attempts, {counts.placements} placements, {counts.responses}"
        f" responses written, read back, equal: {receipt.folder}"
    )
    if receipt.note:
        click.echo(receipt.note)
    return 0


@commands.command()
@click.argument("folder", type=_FOLDER)
def verify(folder: Path) -> int:
    """Prove that an export is as it was written."""
    from kiosk.reports.verify import verify as prove  # noqa: PLC0415 - when asked for

    counts = prove(folder)
    click.echo(
        f"As it was written: {counts.attempts} attempts, {counts.placements} placements,"
        f" {counts.responses} responses."
    )
    return 0


@commands.group()
def pack() -> None:
    """Lesson packs."""


@pack.command()
@click.argument("path", type=click.Path(path_type=Path))
def check(path: Path) -> int:
    """List every problem of a lesson pack, with file and place."""
    from kiosk.content.check import check_pack  # noqa: PLC0415 - when asked for

    problems = check_pack(path)
    for problem in problems:
        click.echo(str(problem))
    count = len(problems)
    click.echo("No problems." if not count else f"{count} problem{'s' * (count > 1)}.")
    return 1 if count else 0


def _need_display() -> None:
    if not there_is_a_display(os.environ):
        raise NoDisplay


def main() -> None:
    """Run the command line; a fault that a person can mend is one sentence and an exit code."""
    try:
        status = commands.main(standalone_mode=False)
    except KioskError as fault:
        click.echo(str(fault), err=True)
        status = fault.exit_code
    except click.Abort:
        status = 130
    except click.ClickException as fault:
        fault.show()
        status = fault.exit_code
    sys.exit(status)
