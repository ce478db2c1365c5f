"""Which settings make sense: the limits that the store, the set-up and its file share."""

from __future__ import annotations

import re
from itertools import pairwise

from kiosk.core.model import Settings

LANGUAGES = ("en", "es")
LONGEST_NAME = 40
PIN_DIGITS = range(6, 13)
IDLE_AFTER_SECONDS = range(20, 3601)
IDLE_ANSWER_SECONDS = range(10, 601)
RETENTION_DAYS = range(36_501)
LONGEST_PATTERN = 100

_ARGON2 = re.compile(
    r"\$argon2id\$v=\d+\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]{11,}\$[A-Za-z0-9+/]{16,}"
)


def is_pin(text: str) -> bool:
    """Return whether a text can be a PIN: 6 to 12 digits that are not all the same or in a row."""
    if not (text.isascii() and text.isdecimal() and len(text) in PIN_DIGITS):
        return False
    steps = {int(after) - int(before) for before, after in pairwise(text)}
    return steps not in ({0}, {1}, {-1})


def is_pin_hash(text: str) -> bool:
    """Return whether a text is an encoded Argon2id hash."""
    return _ARGON2.fullmatch(text) is not None


def pattern_works(pattern: str) -> bool:
    """Return whether a text is a regular expression that codes can be compared with."""
    if not pattern or len(pattern) > LONGEST_PATTERN:
        return False
    try:
        re.compile(pattern, re.ASCII)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


def pattern_like(example: str) -> str:
    """Return a pattern for codes that look like an example: as many letters and digits, in order.

    Letters are those of tidy codes, A to Z; any other sign stands for itself.
    """
    kinds = ((r"[A-Z]+", "[A-Z]"), (r"[0-9]+", r"\d"))
    pattern, at = "", 0
    while at < len(example):
        for run, kind in kinds:
            found = re.compile(run).match(example, at)
            if found:
                count = found.end() - at
                pattern += kind if count == 1 else f"{kind}{{{count}}}"
                at = found.end()
                break
        else:
            pattern += re.escape(example[at])
            at += 1
    return pattern


def example_fits(settings: Settings) -> bool:
    """Return whether the example is a code of the pattern, so that learners can rely on it."""
    if not pattern_works(settings.code_pattern):
        return False
    return re.fullmatch(settings.code_pattern, settings.code_example, re.ASCII) is not None
