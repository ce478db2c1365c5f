"""Words for backups and for what came of a restore."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.core.backups import BackupRow, Preview, Proof, Restored
from kiosk.errors import KioskError
from kiosk.ui.messages import fault_words
from kiosk.ui.staff.figure_words import moment_here, one_stop

translate = QCoreApplication.translate


def size_words(size: int) -> str:
    """Return how large a file is."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def reason_words(reason: str) -> str:
    """Return why a backup was made."""
    known = {
        "regular": translate("Backups", "made by itself"),
        "by-staff": translate("Backups", "made by staff"),
        "before-purge": translate("Backups", "before somebody was forgotten"),
        "before-restore": translate("Backups", "before a backup was put in place"),
    }
    if reason.startswith("before-schema"):
        return translate("Backups", "before a newer version of the kiosk")
    return known.get(reason, reason)


def proof_words(proof: Proof) -> str:
    """Return whether a backup is as it was written."""
    match proof:
        case Proof.AS_WRITTEN:
            return translate("Backups", "As it was written")
        case Proof.ALTERED:
            return translate("Backups", "Not as it was written")
        case Proof.NO_SUM:
            return translate("Backups", "Cannot be compared")
        case Proof.UNREADABLE:
            return translate("Backups", "Cannot be read")


def row_words(row: BackupRow) -> str:
    """Return why a backup was made, and how large it is."""
    return f"{reason_words(row.reason)}, {size_words(row.size)}"


def age_words(made: datetime, now: datetime) -> str:
    """Return how long ago something was made, in the largest unit that fits."""
    minutes = int((now - made).total_seconds() // 60)
    if minutes < 0:
        return translate("Backups", "in the future")
    if minutes < 1:
        return translate("Backups", "< 1 min").replace(" ", "\N{NBSP}")
    if minutes < 60:
        return translate("Backups", "{n} min").format(n=minutes)
    if minutes < 48 * 60:
        return translate("Backups", "{n} h").format(n=minutes // 60)
    return translate("Backups", "{n} days").format(n=minutes // (24 * 60))


def preview_words(found: Preview) -> str:
    """Return what a file would bring, and what would be missing then."""
    newest = translate("Backups", "There is no visit in it.")
    if found.newest is not None:
        words = translate("Backups", "The newest visit in it is of {when}.")
        newest = one_stop(words.format(when=moment_here(datetime.fromisoformat(found.newest))))
    words = translate("Backups", "Attempts in it: {attempts}. Visits in it: {visits}.")
    said = [words.format(attempts=found.attempts, visits=found.visits), newest]
    if found.kiosk:
        words = translate("Backups", "It is of {kiosk}, whose PIN and settings come with it.")
        said.insert(0, words.format(kiosk=found.kiosk))
    if found.unsound:
        words = translate("Backups", "Attempts in it that are not as they were written: {n}.")
        said.append(words.format(n=found.unsound))
    if found.lost is None:
        said.append(translate("Backups", "What today's database has more cannot be told."))
    else:
        words = translate("Backups", "Attempts of today that would be missing: {n}.")
        said.append(words.format(n=found.lost))
    return "\n".join(said)


def restore_words(outcome: Restored | KioskError) -> str:
    """Return what came of a restore."""
    if isinstance(outcome, KioskError):
        words = translate("Backups", "The backup was not put in place.")
        return " ".join((words, *fault_words(outcome)))
    words = translate("Backups", "The backup is in place. The database of before is kept aside.")
    return f"{words} {preview_words(outcome.preview)}"
