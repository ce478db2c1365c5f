"""Words for what the layers below only name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.errors import KioskError


def fault_words(fault: BaseException) -> tuple[str, str]:
    """Return what happened and what to do about it, in the language of the screen."""
    if isinstance(fault, KioskError):
        what = QCoreApplication.translate("KioskError", fault.what)
        remedy = QCoreApplication.translate("KioskError", fault.remedy)
        return what.format(**fault.values), remedy.format(**fault.values)
    what = QCoreApplication.translate("KioskError", "Something went wrong here.")
    remedy = QCoreApplication.translate("KioskError", "Please ask the room's staff.")
    return what, remedy
