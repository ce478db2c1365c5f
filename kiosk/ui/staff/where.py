"""Where to: the places that are at hand, or any other folder."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from kiosk.ui.staff.choice import ChoiceRow
from kiosk.ui.staff.views import PlaceToExport
from kiosk.ui.theme import Look
from kiosk.ui.widgets.code_field import Field
from kiosk.ui.widgets.layout import Column, empty
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import Role, Text


class WherePanel(Panel):
    """A place to choose, and a field with its folder, which can be typed in as well."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=12, margins=(24, 20, 24, 24))
        self.folder = Field(look, letters=19)
        self.folder.setAccessibleName(self.tr("Folder"))
        self._places = Column(look, 10)
        self._shown: tuple[PlaceToExport, ...] = ()
        self.column.addWidget(Text(look, Role.SUBHEADING, self.tr("Where to")))
        self.column.addLayout(self._places)
        self.column.addWidget(Text(look, Role.KICKER, self.tr("Or any other folder")))
        self.column.addWidget(self.folder)

    def show_places(self, places: Sequence[PlaceToExport]) -> None:
        """Offer these places; the first is chosen."""
        self._shown = tuple(places)
        empty(self._places)
        for place in places:
            row = ChoiceRow(self._look, place.title, str(place.folder))
            # Checked by assistive technology, or clicked again after a folder was typed.
            for chosen in (row.toggled, row.clicked):
                chosen.connect(partial(self._choose, row, place))
            self._places.addWidget(row)
            row.setChecked(place is places[0])

    def renew_places(self, places: Sequence[PlaceToExport]) -> PlaceToExport | None:
        """Offer what is there now; a place that has just come is chosen, and returned.

        A folder that was typed stays.
        """
        before, self._shown = self._shown, tuple(places)
        if before == self._shown:
            return None
        come = next((place for place in places if place not in before), None)
        typed = self.folder.text()
        gone = any(typed == str(place.folder) for place in before if place not in places)
        self.show_places(places)
        if come is None and not gone:
            self._check(typed)
            self.folder.setText(typed)
        elif come is not None:
            self._check(str(come.folder))
        return come

    def _check(self, folder: str) -> None:
        for n in range(self._places.count()):
            row = self._places.itemAt(n).widget()
            if isinstance(row, ChoiceRow) and row.detail == folder:
                row.setChecked(True)

    def chosen(self) -> Path | None:
        """Return the folder, or ``None`` and give the field the focus where it is empty."""
        text = self.folder.text().strip()
        if not text:
            self.folder.setFocus(Qt.FocusReason.OtherFocusReason)
        return Path(text) if text else None

    def _choose(self, row: ChoiceRow, place: PlaceToExport, *_checked: object) -> None:
        if row.isChecked():
            self.folder.setText(str(place.folder))
