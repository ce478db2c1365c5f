"""Choosing what somebody brought: from what was found on sticks, or by typing where it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.ui.staff.choice import ChoiceRow
from kiosk.ui.staff.finder import FoundFile
from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.code_field import Field
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column, empty
from kiosk.ui.widgets.text import Role, Text

_SHOWN = 6


class Pick(QWidget):
    """Rows to choose from, a field for any other path, and a button. ``picked`` has a ``Path``."""

    picked = Signal(object)
    again_asked = Signal()

    def __init__(self, look: Look, button: str) -> None:
        super().__init__()
        self._look = look
        self.take = Button(look, Kind.SECONDARY, button)
        self.again = Button(look, Kind.TOOL, self.tr("Look again"), icon="redo")
        self.path = Field(look, letters=19)
        self.path.setAccessibleName(self.tr("File or folder"))
        self._told = Told(look)
        self._rows = Column(look, 8)
        self._lay_out(look)
        self.take.clicked.connect(self._pick)
        self.path.returnPressed.connect(self._pick)
        self.again.clicked.connect(self.again_asked)

    def _lay_out(self, look: Look) -> None:
        column = Column(look, 10)
        self.setLayout(column)
        head = Fold(look, 12)
        head.add(self._told, 1, 240)
        head.add(self.again)
        column.addLayout(head)
        column.addLayout(self._rows)
        words = self.tr("Or type where it is")
        column.addWidget(Text(look, Role.KICKER, words))
        foot = Fold(look, 12)
        foot.add(self.path, 1, 330)
        foot.add(self.take)
        column.addLayout(foot)

    @property
    def rows(self) -> list[ChoiceRow]:
        """The rows to choose from."""
        widgets = (self._rows.itemAt(n).widget() for n in range(self._rows.count()))
        return [row for row in widgets if isinstance(row, ChoiceRow)]

    @property
    def looking(self) -> bool:
        """Whether sticks and folders are still being looked through."""
        return not self.again.isEnabled()

    def show_looking(self) -> None:
        """Show that sticks and folders are looked through."""
        self.again.setEnabled(False)
        self._told.show_text(self.tr("Looking through sticks and folders…"))

    def show_found(self, found: tuple[FoundFile, ...]) -> None:
        """Show what was found, the newest first; none is chosen for anybody."""
        self.again.setEnabled(True)
        empty(self._rows)
        for each in found[:_SHOWN]:
            day = QDate(each.changed.year, each.changed.month, each.changed.day)
            when = QLocale().toString(day, QLocale.FormatType.ShortFormat)
            detail = f"{each.place}, {when}: {each.path}"
            row = ChoiceRow(self._look, each.path.name, detail)
            for chosen in (row.toggled, row.clicked):
                chosen.connect(partial(self._choose, row, each.path))
            self._rows.addWidget(row)
        self._told.show_text(self._found_words(len(found)))

    def _found_words(self, count: int) -> str:
        if not count:
            return self.tr("Nothing was found on sticks or in the usual folders.")
        if count > _SHOWN:
            words = self.tr("The newest {n} of {all} that were found:")
            return words.format(n=_SHOWN, all=count)
        return self.tr("Found on sticks and in the usual folders:")

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a state, as setEnabled has it
        """Let nothing be picked meanwhile, or again."""
        self.take.setEnabled(not busy)

    def forget(self) -> None:
        """Show no choice any more."""
        self.path.clear()
        for row in self.rows:
            row.setAutoExclusive(False)
            row.setChecked(False)
            row.setAutoExclusive(True)

    def _choose(self, row: ChoiceRow, path: Path, *_checked: object) -> None:
        if row.isChecked():
            self.path.setText(str(path))

    @Slot()
    def _pick(self) -> None:
        text = self.path.text().strip().strip('"')
        if text and self.take.isEnabled():
            self.picked.emit(Path(text))
        else:
            self.path.setFocus(Qt.FocusReason.OtherFocusReason)
