"""Over everything while something runs that nobody may come in between."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.speech import announce
from kiosk.ui.theme import Look
from kiosk.ui.widgets.progress import Meter
from kiosk.ui.widgets.sheet import Sheet


class Cover(Sheet):
    """A sheet without an answer: it goes when the work is done."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(look, over)
        self._meter = Meter(look)
        self.body.addWidget(self._meter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def tell(self, title: str, words: str) -> None:
        """Cover the window."""
        self.show_question(title, words, "")
        self.safe.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._meter.show_value(0, 1, title)
        announce(self, f"{title} {words}")

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        words = self.tr("Step {n} of {total}").format(n=done, total=total)
        self._meter.show_value(done, total, words)

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        """Let no key past."""

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: FBT001 - Qt's override
        """Keep the focus where it is."""
        return self.isVisible()
