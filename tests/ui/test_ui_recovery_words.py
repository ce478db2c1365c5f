"""What staff read of a recovery says what came back, and never what is not so."""

from __future__ import annotations

from dataclasses import replace

from makers import MORNING

from kiosk.core.recovered import Recovered
from kiosk.ui.staff.recovery_words import recovery_words

USUAL = Recovered(
    at=MORNING,
    quarantine="20250303T090000Z",
    backup="kiosk-000007-20250303T083000Z-regular.db",
    salvaged=True,
    attempts=12,
    added_attempts=3,
    added_placements=18,
    added_visits=2,
    lost_attempts=0,
)


def test_words_name_the_day_the_backup_the_counts_and_the_place() -> None:
    words = recovery_words(USUAL)
    for part in ("3", "2025", USUAL.backup or "", "file: 3.", "now: 12.", USUAL.quarantine):
        assert part in words
    assert "lost" not in words


def test_words_tell_what_is_lost() -> None:
    assert "are lost: 2." in recovery_words(replace(USUAL, lost_attempts=2))


def test_words_tell_of_no_backup_and_of_a_file_that_could_not_be_read() -> None:
    words = recovery_words(replace(USUAL, backup=None, salvaged=False))
    assert "no sound backup" in words
    assert "None" not in words
    assert "could not be read" in words


def test_words_speak_of_no_file_where_there_was_none() -> None:
    words = recovery_words(replace(USUAL, quarantine=""))
    assert "gone" in words
    assert "quarantine" not in words
    assert "damaged" not in words
