"""What a process holds in memory that shows a bare widget."""

from __future__ import annotations

import sys

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from resting import resident_mib, rest


class Bare(QWidget):
    """Paints a rectangle."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        QPainter(self).fillRect(event.rect(), QColor("#0B5D66"))


def main() -> None:
    """Show the widget, and tell how much is held."""
    application = QApplication(sys.argv)
    widget = Bare()
    widget.resize(1280, 800)
    widget.show()
    rest(widget.isVisible)
    sys.stdout.write(f"{resident_mib():.1f}\n")
    application.quit()


if __name__ == "__main__":
    main()
