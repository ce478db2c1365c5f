"""The page of a kiosk that cannot start: what happened, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from kiosk.ui.screens.base import Page
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.panel import Panel, centered
from kiosk.ui.widgets.text import Role, Text


class FaultPage(Page):
    """Two sentences and a button."""

    closed = Signal()

    def __init__(self, look: Look, what: str, remedy: str) -> None:
        super().__init__(look)
        close = Button(look, Kind.PRIMARY, self.tr("Close"))
        panel = Panel(look, gap=18, margins=(48, 40, 48, 40))
        panel.set_width(820)
        panel.column.addWidget(Text(look, Role.HEADING, self.tr("The kiosk cannot start")))
        panel.column.addWidget(Text(look, Role.BODY, what))
        panel.column.addWidget(Text(look, Role.BODY, remedy))
        panel.column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        whole = Column(look, 0)
        self.setLayout(whole)
        whole.addWidget(centered(look, panel))
        close.clicked.connect(self.closed)
