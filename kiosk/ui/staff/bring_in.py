"""What is brought in: chosen, shown before anything is kept, and told once it was."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.ui.staff.pick import Pick
from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import Verdict


class BringIn(Panel):
    """First what to bring in, then what was found in it, then what came of it.

    ``pick`` and ``keep`` are the subclass's words; ``found`` shows what it was handed. What is
    shown and hidden with the work is in ``at_work``.
    """

    keep_asked = Signal()

    def __init__(self, look: Look, pick: str, keep: str) -> None:
        super().__init__(look, gap=12, margins=(24, 20, 24, 24))
        self.pick = Pick(look, pick)
        self.keep = Button(look, Kind.PRIMARY, keep)
        self.drop = Button(look, Kind.SECONDARY, self.tr("Bring in nothing"))
        self.at_work: tuple[QWidget, ...] = ()
        self._told = Text(look, Role.BODY)
        self._note = Note(look)
        self._proof = Verdict(look)
        self.found = QWidget()
        self.keep.clicked.connect(self.keep_asked)
        self.drop.clicked.connect(self.show_idle)

    def lay_out_found(self, look: Look, parts: tuple[QWidget, ...], more: Button | None) -> None:
        """Put what is told of it, the parts and the answers below each other."""
        column = Column(look, 10)
        self.found.setLayout(column)
        for part in (self._told, *parts):
            column.addWidget(part)
        answers = Fold(look, 12)
        for button in (self.keep, more, self.drop):
            if button is not None:
                answers.add(button)
        column.addLayout(answers)

    def lay_out(self, look: Look, title: str, words: str) -> None:
        """Put all of it below a title and what can be brought; show nothing yet."""
        self.column.addWidget(Text(look, Role.SUBHEADING, title))
        self.column.addWidget(Told(look, words))
        for part in (self.pick, self._note, self.found, *self.at_work, self._proof):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.show_idle()

    @Slot()
    def show_idle(self) -> None:
        """Show nothing but what to bring in."""
        for part in (self.found, self._proof, *self.at_work):
            part.hide()
        self._note.show_note("")
        self.pick.set_busy(False)

    def show_busy(self) -> None:
        """Show that it is being read, checked or kept."""
        self.show_idle()
        self.pick.set_busy(True)

    def show_proof(self, words: str) -> None:
        """Show that it was kept."""
        self.show_idle()
        self.pick.forget()
        self._proof.show_verdict(words, True)  # noqa: FBT003 - a result
        self._proof.show()

    def show_note(self, words: str) -> None:
        """Show why nothing was kept."""
        self.show_idle()
        self._note.show_note(words)

    @property
    def previewed(self) -> bool:
        """Whether something is shown that is not kept yet."""
        return not self.found.isHidden()

    @property
    def note(self) -> str:
        """What is said of one that was not kept."""
        return self._note.words

    @property
    def proof(self) -> str:
        """What is said of one that was; empty where there was none."""
        return "" if self._proof.isHidden() else self._proof.accessibleName()
