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

    def keep_room(self) -> None:
        """Take the room of the line from the first: something else comes in its place."""
        self._keep(kept=True)

    def _keep(self, *, kept: bool) -> None:
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(kept)
        self.setSizePolicy(policy)

    @property
    def waiting(self) -> bool:
        """Whether what is looked for has not come yet."""
        return self._timer.isActive() or not self.isHidden()

    def end(self) -> None:
        """Go: what was looked for is there, or it is said why it is not."""
        self._timer.stop()
        self._keep(kept=False)
        self.hide()

    @Slot()
    def _show(self) -> None:
        self.show()
        announce(self, self.accessibleName())
