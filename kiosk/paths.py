"""Where things are: what came with the program, and where this machine keeps the kiosk's data."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

DATABASE_NAME = "kiosk.db"


def bundle() -> Path | None:
    """Return the folder that the program was bundled into, ``None`` where it was not."""
    folder = getattr(sys, "_MEIPASS", None)
    return None if folder is None else Path(folder)


def resources() -> Path:
    """Return the folder of what came with the program, in a checkout, a wheel or a bundle."""
    bundled = bundle()
    if bundled is not None:
        return bundled / "resources"
    inside = Path(__file__).resolve().parent / "resources"
    return inside if inside.is_dir() else inside.parent.parent / "resources"


def default_pack() -> Path:
    """Return the pack that came with the program."""
    return resources() / "packs" / "mentoring"


def machine_data_folder() -> Path:
    """Return the data folder that an installer makes for all accounts of this machine."""
    if sys.platform == "win32":
        return Path(platformdirs.site_data_dir("MentorKiosk", appauthor=False))
    return Path("/var/lib/mentor-kiosk")


def default_data_folder() -> Path:
    """Return where this kiosk keeps its data; it need not exist yet.

    An installed kiosk takes the machine's folder where this account may write to
    it. Any other kiosk takes a folder of the account's own.
    """
    shared = machine_data_folder()
    if bundle() is not None and os.access(shared, os.R_OK | os.W_OK | os.X_OK):
        return shared
    return Path(platformdirs.user_data_dir("mentor-kiosk", appauthor=False))


def database(data_folder: Path) -> Path:
    """Return the database file of a data folder."""
    return data_folder / DATABASE_NAME
