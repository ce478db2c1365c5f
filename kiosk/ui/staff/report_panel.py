"""Where a PDF goes, and the word that it is there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot

from kiosk.ui.staff.places import places_to_export
from kiosk.ui.staff.told import Told
from kiosk.ui.staff.where import WherePanel
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.layout import Row
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.verdict import Verdict


class ReportPanel(WherePanel):
    """A place to choose, and the button that saves there. ``save_asked`` has the folder."""

    save_asked = Signal(object)

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look)
        self.save = Button(look, Kind.PRIMARY, title)
        self._note = Note(look)
        self._proof = Verdict(look)
        self._where = Told(look)
        row = Row(look, 0)
        row.addWidget(self.save)
        row.addStretch(1)
        self.column.addLayout(row)
        for part in (self._note, self._proof, self._where):
            self.column.addWidget(part)
        self._clear()
        self.save.clicked.connect(self._ask)
        self.folder.returnPressed.connect(self._ask)

    @Slot()
    def open_or_close(self) -> None:
        """Come up, ready to save, or go."""
        self.setVisible(self.isHidden())
        if not self.isHidden():
            self.begin()
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Offer the places that there are now; nothing was saved yet."""
        self.show_places(places_to_export())
        self._clear()

    def show_saved(self, file: Path) -> None:
        """Say that the report is there."""
        self._clear()
        self._proof.show_verdict(self.tr("Saved"), correct=True)
        self._proof.show()
        self._where.show_text(str(file))
        self._where.show()

    def show_failed(self, words: str) -> None:
        """Say why it is not."""
        self._clear()
        self._note.show_note(words)

    @property
    def saved(self) -> str:
        """Where the report was saved; empty where it was not."""
        return "" if self._proof.isHidden() else self._where.accessibleName()

    @property
    def note(self) -> str:
        """Why it was not saved."""
        return self._note.words

    def _clear(self) -> None:
        self._note.show_note("")
        self._proof.hide()
        self._where.hide()

    @Slot()
    def _ask(self) -> None:
        folder = self.chosen()
        if folder is not None:
            self._clear()
            self.save_asked.emit(folder)
