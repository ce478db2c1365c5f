"""Codes that open the staff door once each, for the day when nobody knows the PIN any more."""

from __future__ import annotations

from kiosk.core.ports import Dice

CODES = 6
"""How many a kiosk gives at a time."""
DIGITS = 16
"""Longer than any PIN, so that one is not taken for the other; 53 bits are not to be guessed."""
_GROUP = 4


def new_code(dice: Dice) -> str:
    """Return a new code: digits alone, so that the keys of the staff door can type it."""
    return "".join(dice.choice("0123456789") for _ in range(DIGITS))


def shown(code: str) -> str:
    """Return a code as people read it, in groups of four."""
    return " ".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))


def is_code(typed: str) -> bool:
    """Return whether what was typed, without its gaps, has the form of such a code."""
    return typed.isascii() and typed.isdecimal() and len(typed) == DIGITS


def tidy(typed: str) -> str:
    """Return what was typed without gaps and hyphens."""
    return typed.replace(" ", "").replace("-", "")
