"""Over everything while something runs that nobody may come in between."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.speech import announce
from kiosk.ui.theme import Look
from kiosk.ui.widgets.progress import Meter
from kiosk.ui.widgets.sheet import Sheet


class Cover(Sheet):
    """A sheet that goes when the work is done.

    ``cancel_asked`` is the one thing that can be answered, for as long as that is offered.
    """

    cancel_asked = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(look, over)
        self._meter = Meter(look)
        self.body.addWidget(self._meter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def tell(self, title: str, words: str, cancel: str = "") -> None:
        """Cover the window; where ``cancel`` has words, offer to call the work off."""
        self.show_question(title, words, cancel)
        self.safe.setEnabled(True)
        self.safe.setVisible(bool(cancel))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._meter.show_value(0, 1, title)
        announce(self, f"{title} {words}")

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        words = self.tr("Step {n} of {total}").format(n=done, total=total)
        self._meter.show_value(done, total, words)

    @property
    def can_be_cancelled(self) -> bool:
        """Whether it can still be called off."""
        return self.is_open and not self.safe.isHidden()

    def tell_no_return(self, words: str) -> None:
        """Say that from now on the work cannot be called off, and why."""
        if self.can_be_cancelled:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.safe.hide()
            self.words.show_text(words)
            announce(self, words)

    @Slot()
    def _answer_safe(self) -> None:
        # The sheet stays: the work has to come to a stop first.
        if self.can_be_cancelled:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.safe.setEnabled(False)
            self.cancel_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape calls the work off where that is offered; no other key gets past."""
        if event.key() == Qt.Key.Key_Escape:
            self._answer_safe()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's override
        """Keep the focus inside: on the one answer, where there is one."""
        if self.can_be_cancelled and self.safe.isEnabled():
            return super().focusNextPrevChild(forward)
        return self.isVisible()
