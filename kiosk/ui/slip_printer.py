"""Prints without a dialog: a slip by the printer that staff have chosen, and recovery codes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kiosk.core.slip import Slip
from kiosk.errors import PageNotPrinted, SlipNotPrinted
from kiosk.ui.slip_paper import draw_slip
from kiosk.ui.theme import Look

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_JOB = "Mentor Kiosk"
"""What queues and their logs show: nothing of whose slip it is."""


class QtPrinting:
    """The port ``Printer`` on the system's printers, which may take seconds to answer."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def printers(self) -> tuple[str, ...]:
        """Return the names of the printers that this computer knows."""
        # Qt's printing is a library that a kiosk without a printer never loads.
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - see above

        return tuple(QPrinterInfo.availablePrinterNames())

    def print_slip(self, printer: str, slip: Slip, activity_title: str) -> None:
        """Hand a slip to a printer. Raises ``SlipNotPrinted``."""
        device = _device(printer)
        if device is None or not draw_slip(device, self._look, slip, activity_title):
            raise SlipNotPrinted(printer=printer)

    def print_codes(self, printer: str, names: tuple[str, str], codes: Sequence[str]) -> None:
        """Hand a page of recovery codes to a printer. Raises ``PageNotPrinted``."""
        # Imported now: it is needed once in a kiosk's life.
        from kiosk.ui.staff.code_sheet import draw_codes  # noqa: PLC0415 - see above

        device = _device(printer)
        if device is None or not draw_codes(device, names, codes):
            raise PageNotPrinted(printer=printer)


def _device(printer: str) -> QPrinter | None:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415 - see above

    info = QPrinterInfo.printerInfo(printer)
    if info.isNull():
        return None
    device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    device.setDocName(_JOB)
    return device
