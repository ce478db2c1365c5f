"""A roster that is brought in: chosen, looked at row by row, and kept if staff say so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.staff.learner_views import RosterView
from kiosk.ui.staff.learner_words import left_out_words, number
from kiosk.ui.staff.lines import Lines
from kiosk.ui.staff.pick import Pick
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.progress import Meter
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import Verdict


class RosterPanel(Panel):
    """First what to bring in, then what is in it, then what came of it."""

    keep_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=12, margins=(24, 20, 24, 24))
        self.pick = Pick(look, self.tr("Look at it"))
        self.keep = Button(look, Kind.PRIMARY, "")
        self.drop = Button(look, Kind.SECONDARY, self.tr("Bring in nothing"))
        self.cancel = Button(look, Kind.SECONDARY, self.tr("Cancel"))
        self.bad_rows = Lines(look, self.tr("Rows that are left out"))
        self._told = Text(look, Role.BODY)
        self._beside = Text(look, Role.SMALL)
        self._bad_head = Text(look, Role.KICKER, color="ink")
        self._meter = Meter(look)
        self._note = Note(look)
        self._proof = Verdict(look)
        self._preview = self._lay_out_preview(look)
        self.column.addWidget(Text(look, Role.SUBHEADING, self.tr("Bring in a roster")))
        words = self.tr(
            "A CSV file of any spreadsheet with a column of codes. It is shown before anything"
            " is kept, and no learner ever sees it."
        )
        self.column.addWidget(Text(look, Role.SMALL, words))
        for part in (self.pick, self._preview, self._meter, self.cancel, self._note, self._proof):
            self.column.addWidget(part)
        self.keep.clicked.connect(self.keep_asked)
        self.drop.clicked.connect(self.show_idle)
        self.cancel.clicked.connect(self.cancel_asked)
        self.show_idle()

    def _lay_out_preview(self, look: Look) -> QWidget:
        preview, column = QWidget(), Column(look, 10)
        preview.setLayout(column)
        for part in (self._told, self._beside, self._bad_head, self.bad_rows):
            column.addWidget(part)
        answers = Fold(look, 12)
        answers.add(self.keep)
        answers.add(self.drop)
        column.addLayout(answers)
        return preview

    def show_idle(self) -> None:
        """Show nothing but what to bring in."""
        for part in (self._preview, self._meter, self.cancel, self._proof):
            part.hide()
        self._note.show_note("")
        self.pick.set_busy(False)

    def show_busy(self) -> None:
        """Show that a file is read."""
        self.show_idle()
        self.pick.set_busy(True)

    def show_roster(self, view: RosterView) -> None:
        """Show what a file has, row by row where a row is left out."""
        self.show_idle()
        roster, bad = view.roster, view.roster.bad
        words = self.tr("{file}: {all} codes, of which {new} are new here.")
        self._told.show_text(
            words.format(file=view.file_name, all=number(len(roster.codes)), new=number(view.new))
        )
        self._beside.show_text(left_out_words(roster))
        self._beside.setVisible(bool(roster.left_out))
        head = self.tr("Rows that are left out: {n}").format(n=number(len(bad)))
        self._bad_head.show_text(head)
        self._bad_head.setVisible(bool(bad))
        self.bad_rows.show_lines(view.bad_rows)
        keep = self.tr("Keep the {n} good ones") if bad else self.tr("Keep all {n}")
        self.keep.set_label(keep.format(n=number(len(roster.codes))))
        self.keep.setVisible(bool(roster.codes))
        self._preview.show()
        # What there is to decide comes into sight.
        (self.keep if roster.codes else self.drop).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_keeping(self) -> None:
        """Show that codes are being kept."""
        self.show_busy()
        self._meter.show()
        self.cancel.show()
        self.show_progress(0, 1)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many codes are kept."""
        words = self.tr("{n} of {total} codes").format(n=done, total=total)
        self._meter.show_value(done, total, words)

    def show_kept(self, new: int) -> None:
        """Show how it ended."""
        self.show_idle()
        self.pick.forget()
        words = self.tr("Kept. New here: {n}").format(n=number(new))
        self._proof.show_verdict(words, True)  # noqa: FBT003 - a result
        self._proof.show()

    def show_note(self, words: str) -> None:
        """Show why nothing was kept."""
        self.show_idle()
        self._note.show_note(words)

    @property
    def previewed(self) -> bool:
        """Whether a roster is shown that is not kept yet."""
        return not self._preview.isHidden()

    @property
    def note(self) -> str:
        """What is said of one that was not kept."""
        return self._note.words

    @property
    def proof(self) -> str:
        """What is said of one that was; empty where there was none."""
        return "" if self._proof.isHidden() else self._proof.accessibleName()
