"""What is read aloud: a text by its sentences, and how far a voice has come in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_END = re.compile(r"[.!?\u2026]+[\"'\u00bb\u201d\u2019)]*(?=\s)|\n")
"""Where a sentence may end."""
_SHORT = re.compile(r"(?:^|[\s(])(?:Dr|Dra|Mr|Mrs|Ms|Prof|Sr|Sra|St|EE|UU|etc|vs|p|ej)\.$")
"""What ends with a point and not with a sentence, in both languages."""


class Silence(StrEnum):
    """Why nothing can be read aloud."""

    NO_SPEECH = "no-speech"
    NO_VOICE = "no-voice"
    NO_ANSWER = "no-answer"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a text: its first character, counted from 0, and how many there are."""

    start: int
    length: int

    @property
    def end(self) -> int:
        """The character after the last one."""
        return self.start + self.length

    def of(self, text: str) -> str:
        """Return the part of a text."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Spot:
    """How far a voice has come: a sentence by its number from 0, a word where it tells of one."""

    sentence: int
    word: Stretch | None = None


def sentences(text: str) -> tuple[Stretch, ...]:
    """Return the sentences of a text in order; each begins and ends with something to say."""
    found, begin = [], 0
    for match in _END.finditer(text):
        if match.group() == "\n" or not _goes_on(text[begin : match.end()], text[match.end() :]):
            found.append(_trimmed(text, begin, match.end()))
            begin = match.end()
    found.append(_trimmed(text, begin, len(text)))
    return tuple(one for one in found if one.length)


def _goes_on(said: str, rest: str) -> bool:
    following = rest.lstrip()[:1]
    return following.islower() or _SHORT.search(said) is not None


def _trimmed(text: str, begin: int, end: int) -> Stretch:
    part = text[begin:end]
    start = begin + len(part) - len(part.lstrip())
    return Stretch(start, len(part.strip()))
