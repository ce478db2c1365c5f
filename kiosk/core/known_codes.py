"""How many codes a kiosk knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RosterCounts:
    """How many codes there are, and how many of them never came."""

    known: int
    never_used: int
