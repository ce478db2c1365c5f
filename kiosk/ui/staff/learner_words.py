"""Words for what becomes of rosters and purges."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.core.purges import PurgeCounts
from kiosk.core.roster import BadRow, Roster, RosterFault, RowFault

translate = QCoreApplication.translate


def number(value: int) -> str:
    """Return a number as this language writes it."""
    return QLocale().toString(value)


def row_words(bad: BadRow, code_example: str) -> str:
    """Return why a row is left out; what stands in it is not repeated."""
    match bad.fault:
        case RowFault.EMPTY:
            why = translate("Roster", "there is no code in it")
        case RowFault.LIKE_A_NAME:
            why = translate("Roster", "it looks like a name, and names are never kept")
        case RowFault.TWICE:
            why = translate("Roster", "the same code stands in row {n}").format(n=bad.first)
        case RowFault.NOT_A_CODE:
            words = translate("Roster", "this is no code of this site, such as {example}")
            why = words.format(example=code_example)
    return translate("Roster", "Row {n}: {why}").format(n=bad.row, why=why)


def fault_of_file(fault: RosterFault) -> str:
    """Return why a file is no roster, and what to do."""
    match fault:
        case RosterFault.TOO_LARGE:
            return translate("Roster", "This file is too large for a roster (64 MB at most).")
        case RosterFault.TOO_MANY_ROWS:
            return translate("Roster", "This file has more than 200,000 rows. Split it.")
        case RosterFault.WORKBOOK:
            return translate(
                "Roster", "This is a workbook. Open it, and save the sheet with the codes as CSV."
            )
        case RosterFault.NOT_TEXT:
            return translate("Roster", "This is not a text file. Save the sheet as CSV.")
        case RosterFault.NO_CODES:
            return translate(
                "Roster", "No column of codes is in it. A roster has codes, never names."
            )
        case RosterFault.BROKEN:
            return translate(
                "Roster", "A quotation mark in it never ends. Save the sheet as CSV once more."
            )


def left_out_words(roster: Roster) -> str:
    """Return which columns are left out, empty where none is."""
    if not roster.left_out:
        return ""
    words = translate("Roster", "Left out, as only codes are kept: {columns}.")
    return words.format(columns=", ".join(roster.left_out))


def purge_words(counts: PurgeCounts) -> str:
    """Return what a purge takes, or took."""
    words = translate("Purge", "Visits: {visits}. Attempts: {attempts}. Cards placed: {cards}.")
    return words.format(
        visits=number(counts.visits),
        attempts=number(counts.attempts),
        cards=number(counts.placements),
    )
