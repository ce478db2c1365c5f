"""Words for what a look at the kiosk found."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.core.checkup import Finding, State, Subject, Titles
from kiosk.ui.language import language_now
from kiosk.ui.staff.figure_words import moment_here, one_stop

translate = QCoreApplication.translate


def finding_words(finding: Finding) -> str:
    """Return one finding, in the language of the screen."""
    values = {name: _value(value) for name, value in finding.values.items()}
    if finding.keys is not None:
        values["keys"] = translate("Finding", finding.keys.value)
    return one_stop(translate("Finding", finding.said.value).format(**values))


def state_words(state: State) -> str:
    """Return how something stands, in a word or two."""
    match state:
        case State.GOOD:
            return translate("Checkup", "Good")
        case State.ATTENTION:
            return translate("Checkup", "See to it")
        case State.WRONG:
            return translate("Checkup", "Wrong")


def subject_words(subject: Subject) -> str:
    """Return what was looked at."""
    return {
        Subject.DATABASE: translate("Checkup", "What is kept"),
        Subject.BACKUPS: translate("Checkup", "Backups"),
        Subject.DISK: translate("Checkup", "The disk"),
        Subject.CLOCK: translate("Checkup", "The clock"),
        Subject.LESSON: translate("Checkup", "The lesson"),
        Subject.LOCK_DOWN: translate("Checkup", "What keeps learners in the kiosk"),
        Subject.CRASHES: translate("Checkup", "The log and crashes"),
        Subject.VERSION: translate("Checkup", "Version"),
    }[subject]


def _value(value: object) -> str:
    if isinstance(value, int | float):
        return QLocale().toString(value)
    if isinstance(value, Titles):
        return value.spoken(language_now())
    return moment_here(value) if isinstance(value, datetime) else str(value)
