"""Texts that readers of tables stumble over, or carry out; and a log that is full of them."""

from __future__ import annotations

from log_maker import MadeUpLog, attempt_row, placement_row, response_row

STARTERS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
UNSEEN = " \t\r\n\x0b\x0c\x1f\x7f\x85\xa0\xad\u061c\u200b\u200e\u200f\u202e\u2066\u3000\ufeff"
HOSTILE = (
    *(f"{starter}cmd|' /C calc'!A0" for starter in STARTERS),
    *(f"{unseen}=1+1" for unseen in UNSEEN),
    "  \u200f\x0b@SUM(A1)",
    "\0=1+1",
    "'quoted'",
    " 'after a space",
    "''",
    'say "yes"',
    '"',
    '",=1+1,"',
    "a; =1+1",
    "a\tb",
    "two\r\nlines",
    "lone\rCR",
    "lone\nLF",
    "in\0side",
    "\u202eright to left",
    "\u05e9\u05dc\u05d5\u05dd",
    "\U0001f9d1\u200d\U0001f3eb\U0001f44d\U0001f3fd",
    "Zo\u00eb Gr\u00f6\u00dfe",
    "e\u0301",
    " padded ",
    "   ",
    "",
    "0042",
    "1E5",
    "-1",
    "\ufeffBOM",
    "\u2028line\u2029paragraph",
    "\x1a",
    "\ufe661+1",
    "\ufe6bSUM(A1)",
    "\u22121",
    "\u2795\u2796",
    "=\u0661+\u0661",
    "\uff1d\uff33\uff35\uff2d(A1)",
    '=HYPERLINK("http://localhost/?"&A1)',
    '=DDE("soffice";"x";"y")',
    "{=1+1}",
    "http://localhost",
    "TRUE",
    "#REF!",
    "1/2",
    "2025-03-03",
    "12:30",
    "50 %",
    "1,5",
    "1.10",
    "00",
    "-0042",
    "\u200e=1\u200f",
    "long" * 250_000,
)


def shown(text: str) -> str:
    """Return what must come back: all of it, but for NUL, which shows as its sign."""
    return text.replace("\0", "\u2400")


def hostile_log() -> MadeUpLog:
    attempts = tuple(
        attempt_row(
            attempt_id=text, kiosk_id=text, kiosk_name=text, site=text, learner_code=text,
            pack_id=text, pack_version=text, activity_id=text, activity_title=text, mode=text,
            language=text, outcome=text, input_methods=(text,), missed_items=(text, text),
        )
        for text in HOSTILE
    )  # fmt: skip
    placements = tuple(
        placement_row(attempt_id=text, item_id=text, from_id=text, to_id=text, input_method=text)
        for text in HOSTILE
    )
    responses = tuple(
        response_row(
            attempt_id=text, item_id=text, item_title=text, category_id=text,
            category_title=text, first_category_id=text,
        )
        for text in HOSTILE
    )  # fmt: skip
    return MadeUpLog(lambda: attempts, lambda: placements, lambda: responses, HOSTILE[0], "\r\n=1")
