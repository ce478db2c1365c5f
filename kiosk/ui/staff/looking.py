"""A calm line in the place of what is still being looked up."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot

from kiosk.ui.speech import announce
from kiosk.ui.theme import Look
from kiosk.ui.widgets.text import Role, Text

PATIENCE_MS = 300
"""What comes sooner needs no line, which would only flash."""


class Looking(Text):
    """Waits from the first; shows and speaks itself if nothing came before a moment is over."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, Role.SMALL)
        self.show_text(self.tr("Looking…"))
        self.hide()
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self._show)
        self._timer.start()

    def end(self) -> None:
        """Go: what was looked for is there, or it is said why it is not."""
        self._timer.stop()
        self.hide()

    @Slot()
    def _show(self) -> None:
        self.show()
        announce(self, self.accessibleName())
