"""The command line: one file for each thing that a person comes for."""

from __future__ import annotations

import sys

import click

from kiosk import __version__
from kiosk.cli.care import backup, check, restore
from kiosk.cli.doctor import doctor
from kiosk.cli.kinds import FILE
from kiosk.cli.log import export, verify
from kiosk.cli.merge import merge
from kiosk.cli.packs import pack
from kiosk.cli.purge import purge
from kiosk.cli.report import report
from kiosk.cli.salvage import salvage
from kiosk.cli.setup import hash_pin, setup
from kiosk.cli.show import run, speak, tour, try_smoke
from kiosk.cli.simulate import simulate
from kiosk.cli.slip import slip
from kiosk.errors import KioskError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mentor-kiosk")
@click.option(
    "--smoke",
    type=FILE,
    metavar="FILE",
    expose_value=False,
    callback=try_smoke,
    help="Try each part once, write what was seen to FILE, and end.",
)
def commands() -> None:
    """Mentor Kiosk: a lesson on mentoring and a card activity for shared PCs."""


for _command in (
    run, speak, tour, export, verify, pack, purge, check, doctor, backup, restore, salvage, merge,
    report, simulate, slip, setup, hash_pin,
):  # fmt: skip
    commands.add_command(_command)


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
