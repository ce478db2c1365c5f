"""Codes that learners sign in with: the site's own, and the short ones that the kiosk gives."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto

from kiosk.core.model import Settings, SignInMode
from kiosk.core.ports import Dice

RESUME_LETTERS = "BCDFGHJKMNPQRTWXYZ"
"""No vowels, so that no words come out; no letters that are taken for another or for a digit."""

RESUME_LENGTH = 5


_ON_ROSTER = re.compile(r"(?=.*[0-9])[A-Z0-9]{3,24}")


class CodeKind(Enum):
    """What a typed code can be."""

    SITE = auto()
    RESUME = auto()
    NEITHER = auto()


def tidy(typed: str) -> str:
    """Return a code as it is kept: upper case, no spaces, no hyphens."""
    return re.sub(r"[\s\-]", "", typed).upper()


def plain(title: str) -> str:
    """Return the letters of a title alone, small and without accents, to be compared."""
    bare = unicodedata.normalize("NFKD", title).casefold()
    return "".join(letter for letter in bare if letter.isalpha())


def kind(code: str, settings: Settings) -> CodeKind:
    """Return what a tidy code is. The site's pattern counts before ours.

    A digit or letter class means ASCII: digits of another script would make a
    second learner of the same person.
    """
    if re.fullmatch(settings.code_pattern, code, re.ASCII):
        return CodeKind.SITE
    if len(code) == RESUME_LENGTH and set(code) <= set(RESUME_LETTERS):
        return CodeKind.RESUME
    return CodeKind.NEITHER


def may_be_on_roster(code: str, settings: Settings) -> bool:
    """Return whether a roster may bring a tidy code.

    Where the roster alone lets people in, its codes need not look like the site's. They have a
    digit, so that nobody's name is taken for one.
    """
    if kind(code, settings) is CodeKind.SITE:
        return True
    return settings.sign_in is SignInMode.ROSTER and _ON_ROSTER.fullmatch(code) is not None


def new_resume_code(dice: Dice) -> str:
    """Return a new short code of clear letters: one of about 1.9 million."""
    return "".join(dice.choice(RESUME_LETTERS) for _ in range(RESUME_LENGTH))
