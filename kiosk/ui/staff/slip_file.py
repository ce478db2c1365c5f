"""A slip as a PDF in a folder that staff have chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from kiosk import durable
from kiosk.core.slip import Slip
from kiosk.errors import SlipNotSaved
from kiosk.ui.slip_paper import slip_pdf
from kiosk.ui.theme import Look


def saving(look: Look, slip: Slip, folder: Path) -> Callable[[], Path]:
    """Return the work of writing a slip into a folder: it returns the file.

    The work may be done on any thread; it raises ``SlipNotSaved``.
    """
    pdf = slip_pdf(look, slip, slip.facts.activity_title)
    return partial(_write, folder, f"slip-{slip.facts.code}-{slip.check}.pdf", pdf)


def _write(folder: Path, name: str, pdf: bytes) -> Path:
    try:
        durable.make_folder(folder)
        durable.write_file(folder / name, [pdf])
    except OSError as fault:
        raise SlipNotSaved(path=folder, detail=fault.strerror or fault) from fault
    return folder / name
