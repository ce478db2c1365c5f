"""Lesson: the packs on this kiosk, which of them learners see, and another one to bring in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.core.shelf import ShelvedPack
from kiosk.ui.language import language_now
from kiosk.ui.staff.brought_panel import BroughtPanel
from kiosk.ui.staff.lesson_views import ShelfView
from kiosk.ui.staff.lesson_words import shelved_words
from kiosk.ui.staff.looking import Looking
from kiosk.ui.staff.page import ColumnPage
from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column, empty
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import Verdict


class PackRow(QWidget):
    """One pack: what it is, and what can be done with it."""

    preview_asked = Signal()
    use_asked = Signal()

    def __init__(self, look: Look, pack: ShelvedPack) -> None:
        super().__init__()
        self.pack = pack
        self.preview = Button(look, Kind.TOOL, self.tr("Look at it"), icon="eye")
        self.use = Button(look, Kind.TOOL, self.tr("Use it"))
        words, mark = Column(look, 2), Verdict(look)
        said = QWidget()
        said.setLayout(words)
        title = pack.spoken_title(language_now())
        words.addWidget(Text(look, Role.KICKER, title, color="ink"))
        color = "miss" if pack.fault else "soft"
        words.addWidget(Told(look, shelved_words(pack), color=color))
        row = Fold(look, 12)
        self.setLayout(row)
        row.add(said, 1, 300)
        for part in (mark, self.preview, self.use):
            row.add(part)
        mark.show_verdict(self.tr("In use"), True)  # noqa: FBT003 - a state
        if pack.fault:
            mark.show_verdict(self.tr("Damaged"), False)  # noqa: FBT003 - a state
        mark.setVisible(pack.in_use or pack.fault is not None)
        self.preview.setVisible(not pack.fault)
        self.use.setVisible(not pack.fault and not pack.in_use)
        self.preview.clicked.connect(self.preview_asked)
        self.use.clicked.connect(self.use_asked)


class LessonPage(ColumnPage):
    """Packs by their keys; ``preview_asked`` and ``use_asked`` have the pack that is meant."""

    preview_asked = Signal(object)
    use_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Lesson: what learners see"))
        self.brought = BroughtPanel(look)
        self._note, self._looking = Note(look), Looking(look)
        self._rows = Column(look, 16)
        panel = Panel(look, gap=16, margins=(24, 20, 24, 24))
        panel.column.addWidget(Text(look, Role.SUBHEADING, self.tr("On this kiosk")))
        words = self.tr("Another lesson counts from the next visit on. Attempts keep their own.")
        panel.column.addWidget(Told(look, words))
        panel.column.addWidget(self._note)
        panel.column.addWidget(self._looking)
        panel.column.addLayout(self._rows)
        for part in (panel, self.brought):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_view(self, view: ShelfView) -> None:
        """Show the packs that there are."""
        self._looking.end()
        self._note.show_note("")
        empty(self._rows)
        for pack in view.packs:
            row = PackRow(self.look, pack)
            row.preview_asked.connect(partial(self.preview_asked.emit, pack))
            row.use_asked.connect(partial(self.use_asked.emit, pack))
            self._rows.addWidget(row)

    @property
    def rows(self) -> list[PackRow]:
        """The packs, as they are shown."""
        widgets = (self._rows.itemAt(n).widget() for n in range(self._rows.count()))
        return [row for row in widgets if isinstance(row, PackRow)]

    @property
    def note(self) -> str:
        """Why a pack could not be used or shown."""
        return self._note.words

    def show_note(self, words: str) -> None:
        """Show why something did not go through; nothing was changed."""
        self._looking.end()
        self._note.show_note(words)

    def first_focus(self) -> QWidget:
        """Return the field for a path."""
        return self.brought.pick.path
