"""Slips: is one that somebody brings true, a copy of it as a PDF, and whether learners print."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.core.slip import Slip
from kiosk.ui.speech import announce
from kiosk.ui.staff.choice import ChoiceRow
from kiosk.ui.staff.labelled import Labelled
from kiosk.ui.staff.page import ColumnPage
from kiosk.ui.staff.told import Told
from kiosk.ui.staff.views import SlipsView
from kiosk.ui.staff.where import WherePanel
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.code_field import CodeField
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column, empty
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.slip_card import SlipCard
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import Verdict


class SlipsPage(ColumnPage):
    """Two fields to type what is on a slip, and what this kiosk knows of it.

    ``check_asked``: the code and the check value as they were typed. ``save_asked``: the
    folder for a PDF of the slip that is shown. ``printer_chosen``: its name, '' for none.
    """

    check_asked = Signal(str, str)
    save_asked = Signal(object)
    printer_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Slips: check what a learner brings"))
        self.code = CodeField(look)
        self.value = CodeField(look)
        self.check = Button(look, Kind.PRIMARY, self.tr("Check the slip"))
        self.save = Button(look, Kind.SECONDARY, self.tr("Save as PDF"))
        self._where = WherePanel(look)
        self.folder = self._where.folder
        self.card = SlipCard(look)
        self._verdict = Verdict(look)
        self._note = Note(look)
        self._saved = Verdict(look)
        self._printers = Column(look, 10)
        self._lay_out(look)
        self.check.clicked.connect(self._ask)
        self.value.returnPressed.connect(self._ask)
        self.code.returnPressed.connect(self.value.setFocus)
        self.save.clicked.connect(self._ask_save)

    def _lay_out(self, look: Look) -> None:
        fields = Fold(look, 16)
        for field, name in (
            (self.code, self.tr("Code")),
            (self.value, self.tr("Check value, such as K7QP-2M4D")),
        ):
            fields.add(Labelled(look, field, name), 1, 300)
        ask = Panel(look, gap=16, margins=(24, 20, 24, 24))
        ask.column.addLayout(fields)
        ask.column.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(ask)
        for part in (self._verdict, self.card, self._where, self._saved, self._note):
            self.column.addWidget(part)
        self._where.column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._printing_panel(look))
        self.column.addStretch(1)

    def _printing_panel(self, look: Look) -> Panel:
        panel = Panel(look, gap=12, margins=(24, 20, 24, 24))
        panel.column.addWidget(Text(look, Role.SUBHEADING, self.tr("May learners print a slip?")))
        panel.column.addLayout(self._printers)
        words = self.tr("Without a printer, they copy it from the screen.")
        panel.column.addWidget(Told(look, words))
        return panel

    def show_view(self, view: SlipsView) -> None:
        """Show empty fields, the places to save to, and the printers of this computer."""
        self.code.clear()
        self.value.clear()
        self._where.show_places(view.places)
        empty(self._printers)
        for printer in ("", *view.printers):
            title = printer or self.tr("No, only on the screen")
            row = ChoiceRow(self.look, title, "")
            row.setChecked(printer == view.printer)
            row.toggled.connect(partial(self._choose, printer))
            self._printers.addWidget(row)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that no slip was checked."""
        for part in (self._verdict, self.card, self._where, self._saved):
            part.hide()
        self._note.show_note("")

    def show_true(self, slip: Slip) -> None:
        """Show a slip that this kiosk made, as it must look."""
        self.show_nothing()
        self._verdict.show_verdict(self.tr("True: this kiosk made it"), correct=True)
        self.card.show_slip(slip, slip.facts.activity_title)
        for part in (self._verdict, self.card, self._where):
            part.show()

    def show_untrue(self) -> None:
        """Show that this kiosk knows of no such slip."""
        self.show_nothing()
        self._verdict.show_verdict(self.tr("Not made by this kiosk"), correct=False)
        self._verdict.show()
        words = self.tr(
            "Compare both letter by letter. A slip is checked where its activity was done,"
            " and no longer once its learner was forgotten."
        )
        self._note.show_note(words)

    def show_saved(self, file: Path) -> None:
        """Show where the slip was saved."""
        self._note.show_note("")
        self._saved.show_verdict(self.tr("Saved: {file}").format(file=file), correct=True)
        self._saved.show()
        announce(self._saved, self._saved.accessibleName())

    def show_failed(self, words: str) -> None:
        """Show why nothing was saved, or no printer kept."""
        self._saved.hide()
        self._note.show_note(words)

    @property
    def saved(self) -> str:
        """What it says of a saved file; empty where none was saved."""
        return "" if self._saved.isHidden() else self._saved.accessibleName()

    @property
    def verdict(self) -> bool | None:
        """Whether a slip is shown as true or as untrue; ``None`` where none was checked."""
        return None if self._verdict.isHidden() else not self.card.isHidden()

    @property
    def note(self) -> str:
        """What the note says now; empty where it says nothing."""
        return self._note.words

    @property
    def printers(self) -> list[ChoiceRow]:
        """The rows that learners' printing is chosen by; the first is for none."""
        rows = (self._printers.itemAt(n).widget() for n in range(self._printers.count()))
        return [row for row in rows if isinstance(row, ChoiceRow)]

    @Slot()
    def _ask(self) -> None:
        for field in (self.code, self.value):
            if not field.text().strip():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.check_asked.emit(self.code.text(), self.value.text())

    @Slot()
    def _ask_save(self) -> None:
        folder = self._where.chosen()
        if folder is not None:
            self.save_asked.emit(folder)

    def _choose(self, printer: str, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if checked:
            self.printer_chosen.emit(printer)

    def first_focus(self) -> QWidget:
        """Return the first field."""
        return self.code
