"""Learners: who is known by a code, a roster to bring in, and forgetting one for good."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.core.purges import PurgeDone
from kiosk.ui.staff.figure_words import counted
from kiosk.ui.staff.figures_row import FiguresRow
from kiosk.ui.staff.learner_views import LearnersView
from kiosk.ui.staff.learner_words import number, purge_words
from kiosk.ui.staff.page import ColumnPage
from kiosk.ui.staff.roster_panel import RosterPanel
from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.code_field import Field
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import Verdict

_PANEL_ROOM = 440
"""As wide, a field has its room beside another panel; as written."""


class LearnersPage(ColumnPage):
    """Figures, a roster, a purge. ``purge_asked`` has what was typed."""

    purge_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Learners: codes, never names"))
        self._figures = FiguresRow(look)
        self._figures.expect(*self._counted())
        self._kept = Told(look)
        self.roster = RosterPanel(look)
        self.code = Field(look, letters=19)
        self.code.setAccessibleName(self.tr("Code of a learner"))
        self.code.setMaxLength(40)
        self.forget = Button(look, Kind.SECONDARY, self.tr("Look what is kept"))
        self._note = Note(look)
        self._proof = Verdict(look)
        self._done = Told(look)
        self._done.hide()
        panels = Fold(look, 16)
        for panel in (self.roster, self._purge_panel(look)):
            panels.add(panel, 1, _PANEL_ROOM)
        for part in (self._figures, self._kept):
            self.column.addWidget(part)
        self.column.addLayout(panels)
        self.column.addStretch(1)
        self.forget.clicked.connect(self._ask)
        self.code.returnPressed.connect(self._ask)

    def _purge_panel(self, look: Look) -> Panel:
        panel = Panel(look, gap=12, margins=(24, 20, 24, 24))
        panel.column.addWidget(Text(look, Role.SUBHEADING, self.tr("Forget a learner")))
        words = self.tr(
            "All that is kept under a code goes from this kiosk and from every backup on it, and"
            " cannot be brought back. Copies that were carried away are not touched."
        )
        panel.column.addWidget(Told(look, words))
        panel.column.addWidget(Text(look, Role.KICKER, self.tr("Code of a learner")))
        row = Fold(look, 12)
        row.add(self.code, 1, 240)
        row.add(self.forget)
        panel.column.addLayout(row)
        for part in (self._note, self._proof, self._done):
            panel.column.addWidget(part)
        panel.column.addStretch(1)
        self._proof.hide()
        return panel

    def show_view(self, view: LearnersView) -> None:
        """Show how many are known, and how long what they do is kept."""
        counts = view.counts
        many, never_came = self._counted()
        known, never = ("?", many), ("?", never_came)
        if counts is not None:
            known = counted(counts.known, self.tr("code is known here"), many)
            one = self.tr("of them never came", "one code")
            never = counted(counts.never_used, one, never_came)
        self._figures.show_figures((known, never))
        self._kept.show_text(view.kept_for)

    def _counted(self) -> tuple[str, str]:
        return self.tr("codes are known here"), self.tr("of them never came")

    def show_purged(self, done: PurgeDone) -> None:
        """Show the proof of a purge."""
        self._clear()
        self.code.clear()
        self._proof.show_verdict(
            self.tr("Forgotten. Read back: no byte of it is left."), correct=True
        )
        self._proof.show()
        words = self.tr("Backups written anew: {n}.").format(n=number(done.backups))
        lines = [f"{purge_words(done.counts)} {words}"]
        removed = self.tr("Deleted as a whole, as it could not be written anew: {file}")
        lines += [removed.format(file=file) for file in done.removed]
        self._done.show_text("\n".join(lines))
        self._done.show()
        if done.elsewhere:
            words = self.tr("Not the kiosk's own, and they hold it: {files}. Delete them yourself.")
            self._note.show_note(words.format(files=", ".join(map(str, done.elsewhere))))

    def show_note(self, words: str) -> None:
        """Show why nothing was forgotten."""
        self._clear()
        self._note.show_note(words)

    @property
    def kept_words(self) -> str:
        """How long things are kept, in words."""
        return self._kept.accessibleName()

    @property
    def note(self) -> str:
        """What is said of a purge that did not go through."""
        return self._note.words

    @property
    def proof(self) -> str:
        """What is said of one that did; empty where there was none."""
        return "" if self._proof.isHidden() else self._proof.accessibleName()

    def first_focus(self) -> QWidget:
        """Return the field for the roster's path."""
        return self.roster.pick.path

    def _clear(self) -> None:
        self._note.show_note("")
        self._proof.hide()
        self._done.hide()

    @Slot()
    def _ask(self) -> None:
        self._clear()
        if self.code.text().strip():
            self.purge_asked.emit(self.code.text())
        else:
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
