"""A question to staff before something that cannot be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from kiosk.ui.main_window import MainWindow
from kiosk.ui.theme import Look
from kiosk.ui.widgets.sheet import Sheet


class Question(QObject):
    """Asks over the window, on a sheet that is made when it is first needed."""

    def __init__(self, look: Look, window: MainWindow) -> None:
        super().__init__()
        self._look = look
        self._window = window
        self._go_on: Callable[[], None] | None = None
        self.sheet: Sheet | None = None

    def ask(self, title: str, words: str, safe: str, other: str, go_on: Callable[[], None]) -> None:
        """Ask; ``go_on`` is called for the answer ``other``, nothing happens for ``safe``."""
        if self.sheet is None:
            self.sheet = Sheet(self._look, self._window)
            self.sheet.opened.connect(self._window.covered)
            self.sheet.safe_chosen.connect(self._drop)
            self.sheet.other_chosen.connect(self._answer)
        self._go_on = go_on
        self.sheet.ask(title, words, safe, other)

    def close(self) -> None:
        """Take a question that stands away, unanswered."""
        self._drop()
        if self.sheet is not None:
            self.sheet.dismiss()

    @Slot()
    def _drop(self) -> None:
        self._go_on = None

    @Slot()
    def _answer(self) -> None:
        go_on, self._go_on = self._go_on, None
        if go_on is not None:
            go_on()
