"""A page that is ready to print, as a file in a folder that staff have chosen."""

from __future__ import annotations

from pathlib import Path

from kiosk import durable
from kiosk.errors import PageNotSaved


def save_page(folder: Path, name: str, pdf: bytes) -> Path:
    """Write a page into a folder, whole or not at all, and return the file. For any thread.

    The folder is made where it is missing.

    Raises:
        PageNotSaved: the disk refuses.
    """
    try:
        durable.make_folder(folder)
        durable.write_file(folder / name, [pdf])
    except OSError as fault:
        raise PageNotSaved(path=folder, detail=fault.strerror or fault) from fault
    return folder / name
