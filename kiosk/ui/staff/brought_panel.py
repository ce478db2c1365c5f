"""A lesson that is brought in: chosen, checked in full, looked at, and kept if staff say so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from kiosk.ui.staff.bring_in import BringIn
from kiosk.ui.staff.lesson_views import BroughtView
from kiosk.ui.staff.lesson_words import brought_words
from kiosk.ui.staff.lines import Lines
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.text import Role, Text


class BroughtPanel(BringIn):
    """A lesson can be looked at before it is kept."""

    preview_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Check it"), self.tr("Keep it on this kiosk"))
        self.preview = Button(look, Kind.SECONDARY, self.tr("Look at it"))
        self.problems = Lines(look, self.tr("What is wrong with it"))
        self.left_out = Lines(look, self.tr("What is left out"))
        self._left_head = Text(look, Role.KICKER, self.tr("Left out, as no part of it uses it:"))
        self.lay_out_found(look, (self.problems, self._left_head, self.left_out), self.preview)
        words = self.tr(
            "A folder or a zip of it. All of it is checked before anything is kept; the lesson"
            " in use stays as it is."
        )
        self.lay_out(look, self.tr("Bring in a lesson"), words)
        self.preview.clicked.connect(self.preview_asked)

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
        self.found.show()
        (self.keep if good else self.drop).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_kept(self, title: str) -> None:
        """Show that a pack was kept."""
        self.show_proof(self.tr("Kept, and read back: {title}").format(title=title))
