"""When the first page of a start has been painted: up to there, somebody waits for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from kiosk.ui.main_window import MainWindow


class FirstPaint(QObject):
    """Calls ``then`` once the first page of a window has been painted, whole."""

    def __init__(self, window: MainWindow, then: Callable[[], None]) -> None:
        super().__init__()
        self._window = window
        self._then = then
        window.turned.connect(self._watch_page)

    @Slot()
    def _watch_page(self) -> None:
        self._window.turned.disconnect(self._watch_page)
        self._window.pages.currentWidget().installEventFilter(self)

    def eventFilter(self, page: QObject, event: QEvent) -> bool:
        """Wait for the page's first painting, and let that come to its end."""
        if event.type() == QEvent.Type.Paint:
            page.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return False
