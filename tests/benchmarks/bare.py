"""The floor of a start: a bare widget that paints once and quits."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Bare(QWidget):
    """Paints a rectangle and is done."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, then end the process where it stands."""
        QPainter(self).fillRect(event.rect(), QColor("#0B5D66"))
        os._exit(0)


def main() -> int:
    """Show the widget."""
    application = QApplication(sys.argv)
    widget = Bare()
    widget.resize(1280, 800)
    widget.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
