"""A start that takes long says so: an older version's attempts are brought up to date."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot

from kiosk.ui.background import Background
from kiosk.ui.screens.tidying import UpdatingPage

_SECOND_MS = 1000


class UpdateStart(QObject):
    """Shows a page while some work goes on beside it."""

    def __init__(self, page: UpdatingPage) -> None:
        super().__init__()
        self._page = page
        self._seconds = 0
        self._over = False
        self._loop = QEventLoop()
        # It goes before the kiosk's own window comes: that must not end the program.
        page.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)

    def carry_out(self, work: Callable[[], None]) -> None:
        """Return once the work is done, or has failed: whoever comes next finds out why."""
        background, timer = Background(), QTimer(self)
        timer.timeout.connect(self._count)
        timer.start(_SECOND_MS)
        background.deliver(background.run_long(work), self._end, self._end)
        while not self._over:
            self._loop.exec()
        timer.stop()
        background.close()
        self._page.hide()
        self._page.deleteLater()

    @Slot()
    def _count(self) -> None:
        self._seconds += 1
        self._page.show_seconds(self._seconds)

    def _end(self, _answer: object) -> None:
        self._over = True
        self._loop.quit()
