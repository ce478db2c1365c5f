"""Turns what translators write into what the kiosk reads."""

from __future__ import annotations

from pathlib import Path

from fetch import hushed

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
TOOLS = ROOT / ".venv" / "bin"


def release(tools: Path = TOOLS) -> bool:
    """Make a .qm file of each .ts file, by the program in a folder; whether all went well."""
    command = [str(tools / "pyside6-lrelease"), "-silent"]
    return all(
        hushed([*command, str(words), "-qm", str(words.with_suffix(".qm"))])
        for words in sorted(FOLDER.glob("*.ts"))
    )
