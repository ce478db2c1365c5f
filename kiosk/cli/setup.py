"""Setting a kiosk up without its window."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.kinds import FILE, FOLDER

_PLAIN_PIN = (
    "{file} holds the PIN in plain letters: delete the file now, or keep in it only the hash"
    " that 'mentor-kiosk hash-pin' prints."
)


@click.command()
@click.option("--from", "file", type=FILE, required=True, help="The set-up file, kiosk.toml.")
@click.option("--data-dir", type=FOLDER, help="Where attempts are kept.")
@click.option("--change", is_flag=True, help="Give a kiosk that is set up the file's settings.")
@click.option("--codes", type=FILE, help="Make recovery codes, and write them to this file.")
def setup(*, file: Path, data_dir: Path | None, change: bool, codes: Path | None) -> int:
    """Set a kiosk up from a file, with no question asked."""
    from kiosk import setup_command

    asked = setup_command.SetUpAsked(file, data_dir or paths.default_data_folder(), codes)
    done = setup_command.change(asked) if change else setup_command.set_up(asked)
    what = "Changed" if change else "Set up"
    click.echo(f"{what}: {done.kiosk_name} in {done.site} ({asked.data_folder})")
    if codes is not None:
        click.echo(f"Recovery codes, each of which opens the staff door once: {codes}")
    if done.plain_pin:
        click.echo(_PLAIN_PIN.format(file=file), err=True)
    return 0


@click.command("hash-pin")
def hash_pin() -> int:
    """Print the hash of a PIN, for pin_hash in a set-up file; the PIN is asked for."""
    from kiosk import setup_command
    from kiosk.core.setting_rules import is_pin

    if sys.stdin.isatty():
        pin = click.prompt("PIN", hide_input=True, confirmation_prompt=True, err=True)
    else:
        pin = sys.stdin.readline().strip()
    if not is_pin(pin):
        raise click.UsageError("A PIN has 6 to 12 digits, not all the same and not all in a row.")
    click.echo(setup_command.hash_pin(pin))
    return 0
