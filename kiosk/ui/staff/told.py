"""A sentence or two on a staff page."""

from __future__ import annotations

from kiosk.ui.theme import Look
from kiosk.ui.widgets.text import Role, Text


class Told(Text):
    """Second text in lines of about the same length: no word of it hangs alone below."""

    def __init__(self, look: Look, text: str = "", *, color: str | None = None) -> None:
        super().__init__(look, Role.SMALL, text, color=color)
        self.even_out()
