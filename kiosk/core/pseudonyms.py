"""Pseudonyms: the same learner has the same one in every redacted export of a kiosk."""

from __future__ import annotations

import base64
import hashlib
import hmac

_LETTERS = 10


def pseudonym(code: str, key: bytes) -> str:
    """Return the pseudonym of a code, such as 'P-K3M7Q2XA5T'.

    It is an HMAC-SHA256 cut to 50 bits: without the key, trying every code there can be tells
    nothing, and two of a million learners share one with a chance of 1 in 2,000.
    """
    digest = hmac.digest(key, code.encode(), hashlib.sha256)
    return "P-" + base64.b32encode(digest).decode()[:_LETTERS]
