"""What the package of the system tells of the program."""

from __future__ import annotations

import configparser
from pathlib import Path

import click

from kiosk.cli import commands

LINUX = Path(__file__).resolve().parents[2] / "packaging" / "linux"


def test_manual_names_every_command() -> None:
    lines = (LINUX / "mentor-kiosk.1").read_text(encoding="utf-8").replace("\\-", "-").splitlines()
    heads = [line.replace('"', "").split(" ", 1)[1].split() for line in lines if line[:2] == ".B"]
    told = {head[0] for head in heads}
    hidden = {name for name, command in commands.commands.items() if command.hidden}
    assert commands.commands.keys() - hidden - told == set()


def test_menu_entry_starts_a_command_that_there_is() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    entry.read(LINUX / "mentor-kiosk.desktop", encoding="utf-8")
    program, command = entry["Desktop Entry"]["Exec"].split()
    assert program == "mentor-kiosk"
    assert isinstance(commands.commands[command], click.Command)
