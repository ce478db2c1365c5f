"""The staff area: a side bar, and the page that carries the attempts away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.ui.screens.base import Page
from kiosk.ui.staff.choice import ChoiceRow
from kiosk.ui.staff.recovery_words import recovery_words
from kiosk.ui.theme import Look
from kiosk.ui.views import ExportDone, PlaceToExport, StaffView
from kiosk.ui.widgets.buttons import Button, Kind, Parts
from kiosk.ui.widgets.code_field import Field
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column, Row, empty
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel, Scroll
from kiosk.ui.widgets.progress import Meter
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import Verdict

_MOST_OF_PAGE = 0.4


class SideBar(QWidget):
    """The dark bar at the left: pages above, ways out below."""

    def __init__(self, look: Look, pages: tuple[Button, ...], ways_out: tuple[Button, ...]) -> None:
        super().__init__()
        self._look = look
        column = Column(look, 6, (14, 28, 14, 24))
        self.setLayout(column)
        head = Text(look, Role.BAR_TITLE, self.tr("Staff"), color="side-ink")
        head.setContentsMargins(look.px(16), 0, 0, look.px(16))
        column.addWidget(head)
        for button in pages:
            column.addWidget(button)
        column.addStretch(1)
        for button in ways_out:
            column.addWidget(button)
        for button in (*pages, *ways_out):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._buttons = (*pages, *ways_out)

    def fit(self, page_width: int) -> None:
        """Take the room that words need; of a narrow page only what icons need."""
        for button in self._buttons:
            button.show_parts(Parts.WHOLE)
        words = max(button.sizeHint().width() for button in self._buttons) + self._look.px(28)
        wide = max(self._look.px(240), self._look.text_px(17) * 13, words)
        narrow = wide > _MOST_OF_PAGE * page_width
        for button in self._buttons:
            button.show_parts(Parts.ICON if narrow else Parts.WHOLE)
        icons = max(button.sizeHint().width() for button in self._buttons)
        self.setFixedWidth(icons + self._look.px(28) if narrow else wide)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dark ground, and the line where the page begins."""
        painter, wide = QPainter(self), self._look.edge(1)
        painter.fillRect(self.rect(), self._look.color("side"))
        painter.fillRect(self.width() - wide, 0, wide, self.height(), self._look.color("line"))


class StaffPage(Page):
    """Export to a folder, and the two ways out."""

    export_asked = Signal(object)
    cancel_asked = Signal()
    back_asked = Signal()
    leave_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.page_export = Button(look, Kind.SIDE, self.tr("Export"), icon="export")
        self.page_export.setCheckable(True)
        self.page_export.setChecked(True)
        self.page_export.setAutoExclusive(True)
        self.back = Button(look, Kind.SIDE, self.tr("Back to learners"), icon="back")
        self.leave = Button(look, Kind.SIDE, self.tr("Leave the kiosk"), icon="door")
        self.export = Button(look, Kind.PRIMARY, self.tr("Export to CSV"))
        self.cancel = Button(look, Kind.SECONDARY, self.tr("Cancel"))
        self.folder = Field(look, letters=19)
        self.folder.setAccessibleName(self.tr("Folder"))
        self._title = Text(look, Role.HEADING, self.tr("Export: carry the attempts away"))
        self._waiting = Text(look, Role.FIGURE)
        self._disk = Text(look, Role.SMALL)
        self._places = Column(look, 10)
        self._meter = Meter(look)
        self._note = Note(look)
        self._proof = Verdict(look)
        self._done = Text(look, Role.SMALL)
        self._lay_out(look)
        look.changed.connect(self._fit_bar)
        self.export.clicked.connect(self._ask)
        self.folder.returnPressed.connect(self._ask)
        self.cancel.clicked.connect(self.cancel_asked)
        self.back.clicked.connect(self.back_asked)
        self.leave.clicked.connect(self.leave_asked)

    def _lay_out(self, look: Look) -> None:
        content = QWidget()
        column = Column(look, 16, (34, 26, 34, 26))
        content.setLayout(column)
        head = Fold(look, 16)
        head.add(self._title, 1, 330)
        head.add(self.cancel)
        head.add(self.export)
        column.addLayout(head)
        figures = Row(look, 16)
        figure = Panel(look, gap=0, margins=(20, 14, 40, 16))
        figure.column.addWidget(self._waiting)
        figure.column.addWidget(Text(look, Role.SMALL, self.tr("attempts in the log")))
        figures.addWidget(figure)
        figures.addStretch(1)
        column.addLayout(figures)
        column.addWidget(self._disk)
        column.addWidget(self._where_panel(look))
        column.addWidget(self._meter)
        column.addWidget(self._note)
        column.addWidget(self._proof)
        column.addWidget(self._done)
        column.addStretch(1)
        help_tool = self.make_help(Kind.SIDE)
        bar = self._bar = SideBar(look, (self.page_export,), (help_tool, self.back, self.leave))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(Scroll(look, content), 1)

    def _where_panel(self, look: Look) -> Panel:
        panel = Panel(look, gap=12, margins=(24, 20, 24, 24))
        panel.column.addWidget(Text(look, Role.SUBHEADING, self.tr("Where to")))
        panel.column.addLayout(self._places)
        words = self.tr("Or any other folder:")
        panel.column.addWidget(Text(look, Role.SMALL, words))
        panel.column.addWidget(self.folder)
        return panel

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the side bar what there is for it."""
        super().resizeEvent(event)
        self._fit_bar()

    @Slot()
    def _fit_bar(self) -> None:
        self._bar.fit(self.width())

    def show_view(self, view: StaffView) -> None:
        """Show what there is to export, and where to."""
        number = "?" if view.attempts is None else self.locale().toString(view.attempts)
        self._waiting.show_text(number)
        self._disk.show_text(view.disk)
        self._disk.setVisible(bool(view.disk))
        empty(self._places)
        for place in view.places:
            row = ChoiceRow(self.look, place.title, str(place.folder))
            # Checked by assistive technology, or clicked again after a folder was typed.
            for chosen in (row.toggled, row.clicked):
                chosen.connect(partial(self._choose, row, place))
            self._places.addWidget(row)
        if view.places:
            self.folder.setText(str(view.places[0].folder))
            self._mark(view.places[0].folder)
        self.show_idle()
        if view.recovered is not None:
            self._note.show_note(recovery_words(view.recovered))

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
        self._done.show_text("")
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
        """Show the proof of a finished export."""
        self._rest()
        number = self.locale().toString(done.attempts)
        words = self.tr("{n} attempts written, read back, equal")
        if done.attempts == 1:
            words = self.tr("One attempt written, read back, equal")
        words = words.format(n=number)
        self._proof.show_verdict(words, correct=True)
        self._proof.show()
        self._done.show_text(self.tr("In {folder}").format(folder=done.folder))

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

    def _choose(self, row: ChoiceRow, place: PlaceToExport, *_checked: object) -> None:
        if row.isChecked():
            self.folder.setText(str(place.folder))

    def _mark(self, folder: Path) -> None:
        for n in range(self._places.count()):
            row = self._places.itemAt(n).widget()
            if isinstance(row, ChoiceRow):
                row.setChecked(row.detail == str(folder))

    @Slot()
    def _ask(self) -> None:
        text = self.folder.text().strip()
        if text and self.export.isEnabled():
            self.export_asked.emit(Path(text))
        else:
            self.folder.setFocus(Qt.FocusReason.OtherFocusReason)
