"""What staff read of what was deleted by its age, and of why nothing is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kiosk.core.retention import RetentionNote

translate = QCoreApplication.translate


def retention_words(note: RetentionNote) -> Iterator[str]:
    """Yield a notice for each thing there is to tell."""
    locale = QLocale()
    if note.waits:
        words = translate(
            "Retention",
            "This computer says that today is {today}, more than a month after the kiosk last ran."
            " So nothing is deleted by its age. If the date is right, open 'Settings' and keep"
            " them.",
        )
        today = locale.toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
        yield words.format(today=today)
    if note.purged:
        words = translate(
            "Retention", "Attempts deleted because they were older than you keep them: {n}."
        )
        yield words.format(n=locale.toString(note.purged))
