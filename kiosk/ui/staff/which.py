"""Which attempts are to be exported, and in which form."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from kiosk.ui.staff.choice import ChoiceRow
from kiosk.ui.staff.labelled import Labelled
from kiosk.ui.staff.views import ExportWish, Span
from kiosk.ui.theme import Look
from kiosk.ui.widgets.code_field import Field
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.switch import Switch
from kiosk.ui.widgets.text import Role, Text

_DAY = "yyyy-MM-dd"
_FIELD_ROOM = 200


class WhichPanel(Panel):
    """All, what is new since the last export, or a range of days; plain or redacted."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=12, margins=(24, 20, 24, 24))
        titles = {
            Span.ALL: self.tr("All attempts"),
            Span.NEW: self.tr("What is new since the last export"),
            Span.DAYS: self.tr("From one day to another"),
        }
        self.spans = {span: ChoiceRow(look, title, "") for span, title in titles.items()}
        self._group = QButtonGroup(self)
        self.first_day, self.last_day = Field(look), Field(look)
        self._days = self._day_fields(look)
        self.redacted = Switch(look, self.tr("Pseudonyms in the place of codes"))
        self.workbook = Switch(look, self.tr("A workbook for Excel besides"))
        self._note = Note(look)
        self.column.addWidget(Text(look, Role.SUBHEADING, self.tr("Which attempts")))
        for row in self.spans.values():
            self._group.addButton(row)
            row.toggled.connect(self._show_days)
            self.column.addWidget(row)
        for part in (self._days, self._note, self.redacted, self.workbook):
            self.column.addWidget(part)
        self.spans[Span.ALL].setChecked(True)
        self._show_days()

    def _day_fields(self, look: Look) -> QWidget:
        days, fold = QWidget(), Fold(look, 16)
        days.setLayout(fold)
        today = QDate.currentDate().toString(_DAY)
        for field, name in (
            (self.first_day, self.tr("First day")),
            (self.last_day, self.tr("Last day")),
        ):
            field.setMaxLength(len(_DAY))
            field.setText(today)
            hint = self.tr("Year-month-day, such as {day}").format(day=today)
            fold.add(Labelled(look, field, name, hint), 1, _FIELD_ROOM)
        return days

    @property
    def note(self) -> str:
        """What is wrong with the days; empty where nothing is."""
        return self._note.words

    @Slot()
    def _show_days(self) -> None:
        self._days.setVisible(self.spans[Span.DAYS].isChecked())

    def chosen(self) -> ExportWish | None:
        """Return what is wished for; where the days are none, say so and return ``None``."""
        span = next(span for span, row in self.spans.items() if row.isChecked())
        redacted, workbook = self.redacted.isChecked(), self.workbook.isChecked()
        self._note.show_note("")
        if span is not Span.DAYS:
            return ExportWish(span, redacted=redacted, workbook=workbook)
        first, last = (QDate.fromString(f.text(), _DAY) for f in (self.first_day, self.last_day))
        if first.isValid() and last.isValid() and first <= last:
            return ExportWish(span, _date(first), _date(last), redacted, workbook)
        self._note.show_note(self.tr("Type two days, the earlier one first."))
        self.first_day.setFocus(Qt.FocusReason.OtherFocusReason)
        return None


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
