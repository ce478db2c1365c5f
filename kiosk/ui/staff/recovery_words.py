"""What staff read of a damaged database that the kiosk mended by itself."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kiosk.core.recovered import Recovered

translate = QCoreApplication.translate


def recovery_words(recovered: Recovered) -> str:
    """Return it as a few sentences."""
    number, at = QLocale().toString, recovered.at
    day = QDate(at.year, at.month, at.day)
    return " ".join(
        sentence.format(
            day=QLocale().toString(day, QLocale.FormatType.LongFormat),
            backup=recovered.backup,
            attempts=number(recovered.attempts),
            added=number(recovered.added_attempts),
            lost=number(recovered.lost_attempts),
            folder=recovered.quarantine,
        )
        for sentence in _sentences(recovered)
    )


def _sentences(recovered: Recovered) -> Iterator[str]:
    if recovered.quarantine:
        yield translate(
            "Recovery", "The database was damaged when the kiosk started on {day}. It was mended."
        )
    else:
        yield translate("Recovery", "The database was gone when the kiosk started on {day}.")
    if recovered.backup is None:
        yield translate("Recovery", "There was no sound backup.")
    else:
        yield translate("Recovery", "The backup {backup} was put in its place.")
    if recovered.quarantine:
        yield from _of_the_damaged_file(recovered)
    yield translate("Recovery", "Attempts in the log now: {attempts}.")


def _of_the_damaged_file(recovered: Recovered) -> Iterator[str]:
    if recovered.salvaged:
        yield translate("Recovery", "Attempts added or completed from the damaged file: {added}.")
    else:
        yield translate(
            "Recovery", "The damaged file could not be read: ask support to look at it."
        )
    if recovered.lost_attempts:
        yield translate("Recovery", "Attempts that were seen in it and are lost: {lost}.")
    yield translate("Recovery", "It is kept in quarantine/{folder}.")
