"""A roster that is brought in: chosen, looked at row by row, and kept if staff say so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from kiosk.ui.staff.bring_in import BringIn
from kiosk.ui.staff.learner_views import RosterView
from kiosk.ui.staff.learner_words import left_out_words, number
from kiosk.ui.staff.lines import Lines
from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.progress import Meter
from kiosk.ui.widgets.text import Role, Text


class RosterPanel(BringIn):
    """Keeping many codes takes a while, and can be called off."""

    cancel_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Look at it"), "")
        self.cancel = Button(look, Kind.SECONDARY, self.tr("Cancel"))
        self.bad_rows = Lines(look, self.tr("Rows that are left out"))
        self._beside = Told(look)
        self._bad_head = Text(look, Role.KICKER, color="ink")
        self._meter = Meter(look)
        self.at_work = (self._meter, self.cancel)
        self.lay_out_found(look, (self._beside, self._bad_head, self.bad_rows), None)
        words = self.tr(
            "A CSV file of any spreadsheet with a column of codes. It is shown before anything"
            " is kept, and no learner ever sees it."
        )
        self.lay_out(look, self.tr("Bring in a roster"), words)
        self.cancel.clicked.connect(self.cancel_asked)

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
        self.found.show()
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
        self.show_proof(self.tr("Kept. New here: {n}").format(n=number(new)))
