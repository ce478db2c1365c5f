"""A slip: a finished attempt on paper, with a check value that this kiosk alone can make.

The check value is the beginning of an HMAC-SHA-256 (RFC 2104) over the facts, in eight letters
of Crockford's base 32: forty bits, so that nobody comes upon a true one by trying, and nothing
in it is taken for another letter.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
_BITS = 5
_HALF = LENGTH // 2
_TAKEN_FOR = str.maketrans({"O": "0", "I": "1", "L": "1"})
_FORM = "mentor-kiosk slip 1"


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """What a slip says. ``scored`` cards count; ``day`` is the kiosk's own when it was submitted.

    ``activity_title``, ``kiosk_name`` and ``site`` are for people and may be renamed: the check
    value does not cover them.
    """

    attempt_id: str
    code: str
    activity_id: str
    activity_title: str
    second_round: bool
    scored: int
    first_correct: int
    final_correct: int
    day: date
    kiosk_name: str
    site: str


@dataclass(frozen=True, slots=True)
class Slip:
    """The facts and their check value, written as people read it: 'K7QP-2M4D'."""

    facts: SlipFacts
    check: str


def issue(facts: SlipFacts, key: bytes) -> Slip:
    """Return the slip of these facts. ``key`` is the kiosk's own and secret."""
    value = _value(facts, key)
    return Slip(facts, f"{value[:_HALF]}-{value[_HALF:]}")


def find(candidates: Iterable[SlipFacts], typed: str, key: bytes) -> Slip | None:
    """Return the slip that a typed check value belongs to, ``None`` where it belongs to none."""
    tidied = tidy(typed)
    for facts in candidates:
        if hmac.compare_digest(_value(facts, key).encode(), tidied.encode()):
            return issue(facts, key)
    return None


def tidy(typed: str) -> str:
    """Return a check value as it is compared: upper case, no signs, letters for what they are."""
    return re.sub(r"[\W_]", "", typed).upper().translate(_TAKEN_FOR)


def _value(facts: SlipFacts, key: bytes) -> str:
    said = (
        _FORM,
        facts.attempt_id,
        facts.code,
        facts.activity_id,
        str(facts.scored),
        str(facts.first_correct),
        str(facts.final_correct),
        facts.day.isoformat(),
    )
    # Each with its length: no two sets of facts come out as the same bytes.
    message = b"".join(len(part.encode()).to_bytes(4, "big") + part.encode() for part in said)
    digest = hmac.new(key, message, hashlib.sha256).digest()
    bits = int.from_bytes(digest[: LENGTH * _BITS // 8], "big")
    return "".join(LETTERS[bits >> _BITS * n & 31] for n in reversed(range(LENGTH)))
