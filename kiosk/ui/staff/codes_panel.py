"""The recovery codes, shown once: to be written down, printed, or saved as a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.core.recovery_codes import shown
from kiosk.ui.staff.told import Told
from kiosk.ui.staff.views import PlaceToExport
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column, empty
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import Role, Text

_CODE_ROOM = 280
"""More than a code takes: two beside each other are not read as one."""


class CodesPanel(QWidget):
    """``save_asked`` has the folder that a page with the codes is to be written to.

    ``print_asked`` has the printer that is to print it.
    """

    save_asked = Signal(object)
    print_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.codes: tuple[str, ...] = ()
        self.saving: tuple[Button, ...] = ()
        self.printing: tuple[Button, ...] = ()
        self._codes = Fold(look, 12)
        self._buttons = Column(look, 8)
        self._note = Note(look)
        self._done = Told(look)
        column = Column(look, 16)
        self.setLayout(column)
        words = self.tr(
            "Each code opens the staff door once, where nobody knows the PIN. They are shown"
            " only now: write them down, print them, or save them as a page to print."
        )
        column.addWidget(Told(look, words))
        self._ground = Panel(look, fill="paper", gap=0, margins=(16, 16, 16, 16))
        self._ground.column.addLayout(self._codes)
        column.addWidget(self._ground)
        column.addLayout(self._buttons)
        column.addWidget(self._note)
        column.addWidget(self._done)

    @property
    def told(self) -> str:
        """What is said about the saving."""
        return self._note.words or self._done.accessibleName()

    def show_codes(self, codes: Sequence[str], places: Sequence[PlaceToExport]) -> None:
        """Show codes, and where a page with them can go."""
        self.codes = tuple(codes)
        self._ground.show()
        empty(self._codes)
        for code in codes:
            text = Text(self._look, Role.CODE, shown(code))
            text.setWordWrap(False)
            self._codes.add(text, 1, _CODE_ROOM)
        empty(self._buttons)
        saving, self.printing = [], ()
        for place in places:
            words = self.tr("Save to: {place}").format(place=place.title)
            saving.append(self._button(words, "export", partial(self._save, place.folder)))
        self.saving = tuple(saving)
        self.show_told("", "")

    def show_printers(self, printers: Sequence[str]) -> None:
        """Offer printers too, once the system has told them."""
        printing = []
        for printer in printers if self.codes and not self.printing else ():
            words = self.tr("Print by: {printer}").format(printer=printer)
            printing.append(self._button(words, "printer", partial(self._print, printer)))
        self.printing = (*self.printing, *printing)

    def _button(self, words: str, icon: str, pressed: Callable[..., None]) -> Button:
        button = Button(self._look, Kind.TOOL, words, icon=icon)
        button.clicked.connect(pressed)
        self._buttons.addWidget(button)
        return button

    def _save(self, folder: Path, *_checked: object) -> None:
        self.save_asked.emit(folder)

    def _print(self, printer: str, *_checked: object) -> None:
        self.print_asked.emit(printer)

    def show_told(self, fault: str, done: str) -> None:
        """Say what went wrong, or where the page is now."""
        self._note.show_note(fault)
        self._done.show_text(done)
        self._done.setVisible(bool(done))

    def forget(self) -> None:
        """Forget the codes."""
        self.codes = self.saving = self.printing = ()
        for part in (self._codes, self._buttons):
            empty(part)
        self._ground.hide()
        self.show_told("", "")
