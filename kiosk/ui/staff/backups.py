"""Backup: what there is, one more now, a copy to carry away, and one put back in place."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.core.backups import BackupRow, Proof
from kiosk.ui.staff.backup_views import BackupsView
from kiosk.ui.staff.backup_words import age_words, proof_words, row_words
from kiosk.ui.staff.choice import ChoiceRow
from kiosk.ui.staff.figure_words import NONE, moment_here
from kiosk.ui.staff.figures_row import FiguresRow
from kiosk.ui.staff.page import ColumnPage
from kiosk.ui.staff.pick import Pick
from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.code_field import Field
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column, empty
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.progress import Meter
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import Verdict

_SHOWN = 8


class BackupLine(QWidget):
    """One backup: when, why, its proof, and a look at what it would bring back."""

    look_asked = Signal()

    def __init__(self, look: Look, row: BackupRow) -> None:
        super().__init__()
        self.row = row
        self.look_at = Button(look, Kind.TOOL, self.tr("Put back"), icon="restart")
        words, said, proof = Column(look, 2), QWidget(), Verdict(look)
        said.setLayout(words)
        when = moment_here(row.made)
        words.addWidget(Text(look, Role.KICKER, when, color="ink"))
        words.addWidget(Told(look, row_words(row)))
        proof.show_verdict(proof_words(row.proof), row.proof is Proof.AS_WRITTEN)
        self.look_at.setAccessibleName(self.tr("Put back the backup of {when}").format(when=when))
        self.look_at.clicked.connect(self.look_asked)
        line = Fold(look, 12)
        self.setLayout(line)
        line.add(said, 1, 260)
        line.add(proof)
        line.add(self.look_at)
        # Only now: what is shown before it has a parent is a window, and takes the keyboard.
        self.look_at.setVisible(row.proof in (Proof.AS_WRITTEN, Proof.NO_SUM))


class BackupsPage(ColumnPage):
    """``copy_asked`` has a folder, ``look_asked`` the file that may be put back."""

    make_asked = Signal()
    copy_asked = Signal(object)
    look_asked = Signal(object)
    cancel_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Backup: a second copy of everything"))
        self.make = Button(look, Kind.PRIMARY, self.tr("Back up now"))
        self.cancel = Button(look, Kind.SECONDARY, self.tr("Cancel"))
        self.copy = Button(look, Kind.SECONDARY, self.tr("Copy it there"))
        self.folder = Field(look, letters=19)
        self.folder.setAccessibleName(self.tr("Folder for a copy"))
        self.pick = Pick(look, self.tr("Look at it"))
        self._figures = FiguresRow(look)
        self._figures.expect(*self._counted())
        self._meter, self._note, self._proof = Meter(look), Note(look), Verdict(look)
        self._made = Told(look)
        self._lines = Column(look, 14)
        self._more = Told(look)
        self._places = Column(look, 8)
        self._lay_out(look)
        self.make.clicked.connect(self.make_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.copy.clicked.connect(self._ask_copy)
        self.folder.returnPressed.connect(self._ask_copy)
        self.pick.picked.connect(self.look_asked)
        self.show_idle()

    def _lay_out(self, look: Look) -> None:
        self.add_action(self.cancel)
        self.add_action(self.make)
        here = self._panel(look, self.tr("On this kiosk"), "")
        here.column.addLayout(self._lines)
        here.column.addWidget(self._more)
        for part in (self._meter, self._note, self._proof, self._made, self._figures, here):
            self.column.addWidget(part)
        self.column.addWidget(self._away_panel(look))
        words = self.tr(
            "A copy on a stick, or any database of this kiosk. It is checked in full and shown"
            " before anything is changed, and today's database is kept."
        )
        back = self._panel(look, self.tr("Put one back from elsewhere"), words)
        back.column.addWidget(self.pick)
        self.column.addWidget(back)
        self.column.addStretch(1)

    def _away_panel(self, look: Look) -> Panel:
        words = self.tr(
            "On a stick it outlives this computer. It holds learners' codes: lock it up."
        )
        panel = self._panel(look, self.tr("Carry a copy away"), words)
        panel.column.addLayout(self._places)
        panel.column.addWidget(Text(look, Role.KICKER, self.tr("Folder for a copy")))
        row = Fold(look, 12)
        row.add(self.folder, 1, 330)
        row.add(self.copy)
        panel.column.addLayout(row)
        return panel

    @staticmethod
    def _panel(look: Look, title: str, words: str) -> Panel:
        panel = Panel(look, gap=12, margins=(24, 20, 24, 24))
        panel.column.addWidget(Text(look, Role.SUBHEADING, title))
        if words:
            panel.column.addWidget(Told(look, words))
        return panel

    @property
    def lines(self) -> list[BackupLine]:
        """The backups, as they are shown."""
        widgets = (self._lines.itemAt(n).widget() for n in range(self._lines.count()))
        return [line for line in widgets if isinstance(line, BackupLine)]

    @property
    def note(self) -> str:
        """What did not go through."""
        return self._note.words

    @property
    def proof(self) -> str:
        """What did; empty where nothing has."""
        if self._proof.isHidden():
            return ""
        return f"{self._proof.accessibleName()}: {self._made.accessibleName()}"

    def _counted(self) -> tuple[str, str]:
        return self.tr("is the age of the newest"), self.tr("are as they were written")

    def show_view(self, view: BackupsView) -> None:
        """Show the backups, and where a copy may go."""
        rows = view.rows
        age = age_words(rows[0].made, view.now) if rows else NONE
        good = sum(row.proof is Proof.AS_WRITTEN for row in rows)
        figures = zip((age, f"{good} / {len(rows)}"), self._counted(), strict=True)
        self._figures.show_figures(tuple(figures))
        empty(self._lines)
        for row in rows[:_SHOWN]:
            line = BackupLine(self.look, row)
            line.look_asked.connect(partial(self.look_asked.emit, row.file))
            self._lines.addWidget(line)
        more = len(rows) - _SHOWN
        words = self.tr("Older ones: {n}.").format(n=more) if more > 0 else ""
        if not rows:
            words = self.tr("None yet. The kiosk makes one at each start.")
        self._more.show_text(words)
        self._more.setVisible(bool(words))
        self._show_places(view)

    def _show_places(self, view: BackupsView) -> None:
        empty(self._places)
        for place in view.places:
            row = ChoiceRow(self.look, place.title, str(place.folder))
            for chosen in (row.toggled, row.clicked):
                chosen.connect(partial(self._choose, row, place.folder))
            self._places.addWidget(row)

    def _choose(self, row: ChoiceRow, folder: Path, *_checked: object) -> None:
        if row.isChecked():
            self.folder.setText(str(folder))

    @Slot()
    def _ask_copy(self) -> None:
        text = self.folder.text().strip()
        if text and self.copy.isEnabled():
            self.copy_asked.emit(Path(text))
        else:
            self.folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_idle(self) -> None:
        """Show that nothing runs and nothing has run."""
        for part in (self.cancel, self._meter, self._proof, self._made):
            part.hide()
        self._note.show_note("")
        self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self.make.setEnabled(not busy)
        self.copy.setEnabled(not busy)
        self.pick.set_busy(busy)

    def show_running(self) -> None:
        """Show that a copy is made or looked into."""
        self.show_idle()
        self._set_busy(busy=True)
        self._meter.show()
        self.cancel.show()
        self.show_progress(0, 1)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        words = self.tr("Part {n} of {total}").format(n=done, total=total)
        self._meter.show_value(done, total, words)

    def show_done(self, file: Path) -> None:
        """Show the proof of what was made."""
        self.show_idle()
        words = self.tr("Copied, checked and read back")
        self._proof.show_verdict(words, True)  # noqa: FBT003 - a result
        self._made.show_text(str(file))
        self._proof.show()
        self._made.show()
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_note(self, words: str) -> None:
        """Show why nothing was made or put back."""
        self.show_idle()
        self._note.show_note(words)
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """Return the backup that can be made now."""
        return self.make
