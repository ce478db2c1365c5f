"""A lesson that is brought in: chosen, checked in full, looked at, and kept if staff say so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.staff.lesson_views import BroughtView
from kiosk.ui.staff.lesson_words import brought_words
from kiosk.ui.staff.lines import Lines
from kiosk.ui.staff.pick import Pick
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import Verdict


class BroughtPanel(Panel):
    """First what to bring in, then what is wrong with it or what it is."""

    preview_asked = Signal()
    keep_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=12, margins=(24, 20, 24, 24))
        self.pick = Pick(look, self.tr("Check it"))
        self.keep = Button(look, Kind.PRIMARY, self.tr("Keep it on this kiosk"))
        self.preview = Button(look, Kind.SECONDARY, self.tr("Look at it"))
        self.drop = Button(look, Kind.SECONDARY, self.tr("Bring in nothing"))
        self.problems = Lines(look, self.tr("What is wrong with it"))
        self.left_out = Lines(look, self.tr("What is left out"))
        self._told = Text(look, Role.BODY)
        self._left_head = Text(look, Role.KICKER, self.tr("Left out, as no part of it uses it:"))
        self._note = Note(look)
        self._proof = Verdict(look)
        self._found = self._lay_out_found(look)
        self.column.addWidget(Text(look, Role.SUBHEADING, self.tr("Bring in a lesson")))
        words = self.tr(
            "A folder or a zip of it. All of it is checked before anything is kept; the lesson"
            " in use stays as it is."
        )
        self.column.addWidget(Text(look, Role.SMALL, words))
        for part in (self.pick, self._note, self._found, self._proof):
            self.column.addWidget(part)
        self.keep.clicked.connect(self.keep_asked)
        self.preview.clicked.connect(self.preview_asked)
        self.drop.clicked.connect(self.show_idle)
        self.show_idle()

    def _lay_out_found(self, look: Look) -> QWidget:
        found, column = QWidget(), Column(look, 10)
        found.setLayout(column)
        for part in (self._told, self.problems, self._left_head, self.left_out):
            column.addWidget(part)
        answers = Fold(look, 12)
        for button in (self.keep, self.preview, self.drop):
            answers.add(button)
        column.addLayout(answers)
        return found

    def show_idle(self) -> None:
        """Show nothing but what to bring in."""
        self._found.hide()
        self._proof.hide()
        self._note.show_note("")
        self.pick.set_busy(False)

    def show_busy(self) -> None:
        """Show that a pack is being checked or kept."""
        self.show_idle()
        self.pick.set_busy(True)

    def show_brought(self, view: BroughtView) -> None:
        """Show what is wrong with a pack, or what it is."""
        self.show_idle()
        good = view.pack is not None
        if view.pack is not None:
            self._told.show_text(brought_words(view.pack))
        else:
            words = self.tr("{name} cannot be used. Problems: {n}")
            self._note.show_note(words.format(name=view.name, n=len(view.problems)))
            self._told.show_text(
                self.tr("Each names its file and place, for the author of the lesson.")
            )
        self.problems.show_lines(view.problems)
        self._left_head.setVisible(bool(view.left_out) and good)
        self.left_out.show_lines(view.left_out if good else ())
        self.keep.setVisible(good)
        self.preview.setVisible(good)
        self._found.show()
        (self.keep if good else self.drop).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_kept(self, title: str) -> None:
        """Show that a pack was kept."""
        self.show_idle()
        self.pick.forget()
        words = self.tr("Kept, and read back: {title}").format(title=title)
        self._proof.show_verdict(words, True)  # noqa: FBT003 - a result
        self._proof.show()

    def show_note(self, words: str) -> None:
        """Show why nothing was kept."""
        self.show_idle()
        self._note.show_note(words)

    @property
    def note(self) -> str:
        """What is said of one that was not kept."""
        return self._note.words

    @property
    def proof(self) -> str:
        """What is said of one that was; empty where there was none."""
        return "" if self._proof.isHidden() else self._proof.accessibleName()
