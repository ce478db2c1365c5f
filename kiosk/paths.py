"""Where things are: what came with the program, and where this machine keeps the kiosk's data."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

DATABASE_NAME = "kiosk.db"


def resources() -> Path:
    """Return the folder of what came with the program, in a checkout, a wheel or a bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    inside = Path(__file__).resolve().parent / "resources"
    return inside if inside.is_dir() else inside.parent.parent / "resources"


def default_pack() -> Path:
    """Return the pack that came with the program."""
    return resources() / "packs" / "mentoring"


def default_data_folder() -> Path:
    """Return this machine's data folder for the kiosk; it need not exist yet."""
    return Path(platformdirs.user_data_dir("mentor-kiosk", appauthor=False))


def database(data_folder: Path) -> Path:
    """Return the database file of a data folder."""
    return data_folder / DATABASE_NAME
