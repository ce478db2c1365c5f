"""The short code that the kiosk gives to a learner who came without one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.theme import Look
from kiosk.ui.views import ResumeCodeView
from kiosk.ui.widgets.big_code import BigCode
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.text import Role, Text


class ResumeCodeScreen(LearnerScreen):
    """Shows the code large, and says what it is good for."""

    continued = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.go_on = Button(look, Kind.PRIMARY, self.tr("Continue"), icon_after="next")
        self.bottom.fill(None, self.go_on)
        self._code = BigCode(look)
        content = QWidget()
        column = Column(look, 24, (200, 24, 200, 24))
        content.setLayout(column)
        whole = Column(look, 0)
        self.middle.setLayout(whole)
        whole.addWidget(Scroll(look, content))
        words = self.tr(
            "Write it down. With this code you can come back later, to this very place."
            " Without it, nobody can find your answers again, not even you."
        )
        column.addStretch(1)
        title = Text(look, Role.TITLE, self.tr("This is your code"))
        more = Text(look, Role.BODY, words)
        for text in (title, more):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            text.even_out()
        column.addWidget(title)
        column.addWidget(self._code, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(more)
        column.addStretch(1)
        self.go_on.clicked.connect(self.continued)

    def show_view(self, view: ResumeCodeView) -> None:
        """Show a code."""
        self.top.show_place(self.tr("Welcome"), "")
        self._code.show_code(view.code)

    def first_focus(self) -> QWidget:
        """Return the way on."""
        return self.go_on
