"""Export: the page that carries the attempts away."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.ui.speech import announce
from kiosk.ui.staff.figures_row import NOT_YET, FiguresRow
from kiosk.ui.staff.page import ColumnPage
from kiosk.ui.staff.told import Told
from kiosk.ui.staff.views import ExportDone, ExportView, PlaceToExport, ToExport
from kiosk.ui.staff.where import WherePanel
from kiosk.ui.staff.which import WhichPanel
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.progress import Meter
from kiosk.ui.widgets.verdict import Verdict


class ExportPage(ColumnPage):
    """Export to a folder, with progress, and its proof at the end.

    ``export_asked`` has the folder and the ``ExportWish``.
    """

    export_asked = Signal(object, object)
    cancel_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Export: carry the attempts away"))
        self.export = Button(look, Kind.PRIMARY, self.tr("Export to CSV"))
        self.cancel = Button(look, Kind.SECONDARY, self.tr("Cancel"))
        self._where = WherePanel(look)
        self.folder = self._where.folder
        self.which = WhichPanel(look)
        self._figures = FiguresRow(look)
        self._disk = Told(look)
        self._meter = Meter(look)
        self._note = Note(look)
        self._proof = Verdict(look)
        self._done = Told(look)
        self._lay_out()
        self.export.clicked.connect(self._ask)
        self.folder.returnPressed.connect(self._ask)
        self.cancel.clicked.connect(self.cancel_asked)

    def _lay_out(self) -> None:
        self.add_action(self.cancel)
        self.add_action(self.export)
        told = (self._meter, self._note, self._proof, self._done)
        for part in (*told, self._figures, self._disk, self._where, self.which):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_view(self, view: ExportView) -> None:
        """Show what there is to export, and where to."""
        self._disk.show_text(view.disk)
        self._disk.setVisible(bool(view.disk))
        self._where.show_places(view.places)
        if not self.counted:
            # They take their room at once, so that nothing jumps when the figures come.
            self._show_figures((NOT_YET, NOT_YET))
        self.show_idle()

    @property
    def counted(self) -> bool:
        """Whether it is shown how many attempts there are."""
        return all(number != NOT_YET for number, _words in self._figures.figures)

    def show_counts(self, counts: ToExport | None) -> None:
        """Show how many attempts there are; ``None`` where it cannot be told."""
        numbers = ("?", "?")
        if counts is not None:
            new = NOT_YET if counts.new is None else self.locale().toString(counts.new)
            numbers = self.locale().toString(counts.attempts), new
        self._show_figures(numbers)

    def _show_figures(self, numbers: tuple[str, str]) -> None:
        words = self.tr("attempts in the log"), self.tr("new since the last export")
        self._figures.show_figures(tuple(zip(numbers, words, strict=True)))

    def renew_places(self, places: tuple[PlaceToExport, ...]) -> None:
        """Offer what is there now, and say it where a stick has just come."""
        come = self._where.renew_places(places)
        if come is not None:
            announce(self, self.tr("{place} is chosen.").format(place=come.title))

    @property
    def note(self) -> str:
        """What the note says now; empty where it says nothing."""
        return self._note.words

    @property
    def finished(self) -> bool:
        """Whether a proved export is shown."""
        return not self._proof.isHidden()

    def show_idle(self) -> None:
        """Show that nothing runs and nothing has run."""
        self._proof.hide()
        self._done.hide()
        self._note.show_note("")
        self._rest()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the export is."""
        self._meter.show()
        words = self.tr("{n} of {total} rows written")
        self._meter.show_value(done, total, words.format(n=done, total=total))

    def show_running(self) -> None:
        """Show that an export runs."""
        self.show_idle()
        self.export.setEnabled(False)
        self.cancel.show()
        self.show_progress(0, 1)

    def show_done(self, done: ExportDone) -> None:
        """Show the proof of a finished export. What is new is not known until it is counted."""
        self._rest()
        (attempts, _), _ = self._figures.figures
        self._show_figures((attempts, NOT_YET))
        number = self.locale().toString(done.attempts)
        words = self.tr("{n} attempts written, read back, equal")
        if done.attempts == 1:
            words = self.tr("One attempt written, read back, equal")
        words = words.format(n=number)
        self._proof.show_verdict(words, correct=True)
        self._proof.show()
        words = self.tr("In {folder}. A stick can be taken out now.")
        self._done.show_text(words.format(folder=done.folder))
        self._done.show()

    def show_failed(self, words: str) -> None:
        """Show why there is no export."""
        self._rest()
        self._note.show_note(words)

    def first_focus(self) -> QWidget:
        """Return the export."""
        return self.export

    def _rest(self) -> None:
        self.cancel.hide()
        self._meter.hide()
        self.export.setEnabled(True)

    @Slot()
    def _ask(self) -> None:
        folder = self._where.chosen()
        wish = self.which.chosen() if folder is not None else None
        if wish is not None and self.export.isEnabled():
            self.export_asked.emit(folder, wish)
