"""The net under every log line: no code of a learner, no name of a row gets through."""

from __future__ import annotations

import re
from collections import deque

from kiosk.core import codes
from kiosk.core.model import Settings

CODE, ROW = "[code]", "[row]"
_ROW_ID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_LONGEST_CODE = 64
_SHORTEST_TYPED = 3
_REMEMBERED = 8
# What a log is made of. A site's pattern that takes these for codes cannot tell the two apart.
_OF_LOGS = ("ERROR", "WARNING", "KIOSK", "DATABASE", "PYTHON", "LINE")


class Hider:
    """Takes codes out of text: by the site's pattern, and those that it was told of.

    A pattern so wide that plain words match it is left aside: then the codes that
    it was told of are hidden alone, and those that the kiosk itself makes up.
    """

    def __init__(self) -> None:
        self._told: deque[str] = deque(maxlen=_REMEMBERED)
        self.know_settings(Settings())

    def know_settings(self, settings: Settings) -> None:
        """Hide what matches the site's pattern."""
        wide = any(codes.kind(word, settings) is codes.CodeKind.SITE for word in _OF_LOGS)
        self._settings = Settings(code_pattern=r"(?!)") if wide else settings

    def know_code(self, typed: str) -> None:
        """Hide a code that was typed or given, however it is written; the latest few count."""
        code = codes.tidy(typed)
        if len(code) >= _SHORTEST_TYPED and code not in self._told:
            self._told.append(code)

    def hide(self, text: str) -> str:
        """Return text with a sign in place of each code and of each row's name."""
        for code in tuple(self._told):
            pattern = r"[\s\-]*".join(map(re.escape, code))
            text = re.sub(pattern, CODE, text, flags=re.IGNORECASE)
        text = _ROW_ID.sub(ROW, text)
        return _WORD.sub(self._or_sign, text)

    def _or_sign(self, match: re.Match[str]) -> str:
        word = match.group()
        if len(word) > _LONGEST_CODE:
            return word
        is_code = codes.kind(word.upper(), self._settings) is not codes.CodeKind.NEITHER
        return CODE if is_code else word
