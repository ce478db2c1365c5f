"""Words for what the layers below only name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from kiosk.content.problem import Problem
from kiosk.core.health import DiskFault, Health
from kiosk.core.kiosk_file import FileProblem
from kiosk.errors import KioskError
from kiosk.ui.pack_words import problem_words

_GIB = 1024**3


def fault_words(fault: BaseException) -> tuple[str, str]:
    """Return what happened and what to do about it, in the language of the screen."""
    if isinstance(fault, KioskError):
        what = QCoreApplication.translate("KioskError", fault.what)
        remedy = QCoreApplication.translate("KioskError", fault.remedy)
        values = {name: _told(value) for name, value in fault.values.items()}
        return what.format(**values), remedy.format(**values)
    what = QCoreApplication.translate("KioskError", "Something went wrong here.")
    remedy = QCoreApplication.translate("KioskError", "Please ask the room's staff.")
    return what, remedy


def _told(value: object) -> object:
    return problem_words(value) if isinstance(value, Problem) else value


def file_fault_words(problem: FileProblem) -> str:
    """Return what is wrong with a set-up file, and where, in the language of the screen."""
    fault = QCoreApplication.translate("KioskError", problem.fault)
    words = QCoreApplication.translate("SetUpFile", "kiosk.toml, line {line}, column {column}: ")
    place = words.format(line=problem.place.line, column=problem.place.column)
    return place + fault.format(**problem.values)


def health_words(health: Health) -> str:
    """Return one line for staff on how the disk does."""
    if health.held_up_since is not None:
        words = QCoreApplication.translate("Health", "Not saved since {time}: {why}.")
        moment = QDateTime.fromSecsSinceEpoch(int(health.held_up_since.timestamp()))
        return words.format(time=moment.toString("HH:mm"), why=_why(health.last_fault))
    if health.free_bytes is None:
        return QCoreApplication.translate("Health", "All is saved. The disk does not say more.")
    words = QCoreApplication.translate("Health", "All is saved. {n} GB free on the disk.")
    return words.format(n=QLocale().toString(round(health.free_bytes / _GIB, 1)))


def _why(fault: DiskFault | None) -> str:
    translate = QCoreApplication.translate
    match fault:
        case DiskFault.FULL:
            return translate("Health", "the disk is full")
        case DiskFault.READ_ONLY:
            return translate("Health", "the disk may not be written to")
        case DiskFault.IN_USE:
            return translate("Health", "another program holds the database")
        case DiskFault.GONE:
            return translate("Health", "the data folder is gone; put it back")
        case DiskFault.REPLACED:
            return translate("Health", "another database was put in its place; start again")
        case _:
            return translate("Health", "the disk gives errors")
