"""What a slip says, line by line, in the language spoken now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kiosk.core.slip import SlipFacts
from kiosk.ui.language import language_now

translate = QCoreApplication.translate


def slip_lines(facts: SlipFacts) -> tuple[tuple[str, str], ...]:
    """Return pairs of a name and a value, in the order in which they stand on a slip."""
    score = translate("Slip", "{n} of {total} cards")
    day = QDate(facts.day.year, facts.day.month, facts.day.day)
    locale = QLocale(language_now())
    # The day of the week says nothing of use, and makes a line of it two.
    long = locale.dateFormat(QLocale.FormatType.LongFormat).replace("dddd, ", "")
    at_once, first_try = translate("Slip", "At once"), translate("Slip", "First try")
    first = at_once if facts.second_round else first_try
    return (
        (translate("Slip", "Code"), facts.code),
        (first, score.format(n=facts.first_correct, total=facts.scored)),
        (translate("Slip", "In the end"), score.format(n=facts.final_correct, total=facts.scored)),
        (translate("Slip", "Date"), locale.toString(day, long)),
    )


def slip_place(facts: SlipFacts) -> str:
    """Return where a slip was made: it can be checked there and nowhere else."""
    return translate("Slip", "{site}, {kiosk}").format(site=facts.site, kiosk=facts.kiosk_name)


def slip_title(facts: SlipFacts, activity_title: str) -> str:
    """Return what was done; ``activity_title`` is in the language spoken now, where it is known."""
    if facts.second_round:
        return translate("Slip", "{activity}, second round").format(activity=activity_title)
    return activity_title


def check_title() -> str:
    """Return what the check value is called."""
    return translate("Slip", "Check value")


def how_to_check() -> str:
    """Return what a slip says at its foot."""
    return translate(
        "Slip", "The room's staff can check it at the kiosk, by its code and its check value."
    )
