"""A slip as a PDF in a folder that staff have chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from kiosk.core.slip import Slip
from kiosk.ui.slip_paper import slip_pdf
from kiosk.ui.staff.page_file import save_page
from kiosk.ui.theme import Look


def saving(look: Look, slip: Slip, folder: Path) -> Callable[[], Path]:
    """Return the work of writing a slip into a folder: it returns the file.

    The work may be done on any thread; it raises ``PageNotSaved``.
    """
    pdf = slip_pdf(look, slip, slip.facts.activity_title)
    return partial(save_page, folder, f"slip-{slip.facts.code}-{slip.check}.pdf", pdf)
