"""Prints a slip, without a dialog, by a printer that staff have chosen."""

from __future__ import annotations

from kiosk.core.slip import Slip
from kiosk.errors import SlipNotPrinted
from kiosk.ui.slip_paper import draw_slip
from kiosk.ui.theme import Look

_JOB = "Mentor Kiosk"
"""What queues and their logs show: nothing of whose slip it is."""


class QtSlipPrinter:
    """The port ``SlipPrinter`` on the system's printers, which may take seconds to answer."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def printers(self) -> tuple[str, ...]:
        """Return the names of the printers that this computer knows."""
        # Qt's printing is a library that a kiosk without a printer never loads.
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - see above

        return tuple(QPrinterInfo.availablePrinterNames())

    def print_slip(self, printer: str, slip: Slip, activity_title: str) -> None:
        """Hand a slip to a printer. Raises ``SlipNotPrinted``."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415 - see above

        info = QPrinterInfo.printerInfo(printer)
        if info.isNull():
            raise SlipNotPrinted(printer=printer)
        device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        device.setDocName(_JOB)
        if not draw_slip(device, self._look, slip, activity_title):
            raise SlipNotPrinted(printer=printer)
