"""One screen of the lesson: words at the left, a picture at the right, back and next below."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.core.lesson import Chart
from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.theme import Look
from kiosk.ui.views import LessonView
from kiosk.ui.widgets.beside import Beside, Halves, Yields
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.chart import ChartTable
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.measure import Measure
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.parts import PartsPath
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.progress import Trail
from kiosk.ui.widgets.quote import Quote
from kiosk.ui.widgets.reveal import DoorBox, RevealBox, RevealGroup
from kiosk.ui.widgets.text import Role, Text, block_widget


class LessonScreen(LearnerScreen):
    """Shows a lesson screen; asked with a picture it stands beside the words.

    ``parts_shown`` tells how many parts of a sentence are shown that comes part by part.
    """

    back_asked = Signal()
    next_asked = Signal()
    activity_asked = Signal(str)
    parts_shown = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.back = Button(look, Kind.SECONDARY, self.tr("Back"), icon="back")
        self.next = Button(look, Kind.PRIMARY, self.tr("Next"), icon_after="next")
        self._trail = Trail(look)
        self.bottom.fill(self.back, None, self._trail, None, self.next)
        self._picture = PictureView(look)
        self._words = Scroll(look, QWidget())
        self._title = ""
        self._halves = Beside(
            look, self._words, self._picture, Halves((19, 13), yields=Yields.OTHER)
        )
        whole = Column(look, 0)
        self.middle.setLayout(whole)
        whole.addWidget(self._halves)
        self.door: DoorBox | None = None
        self.parts: PartsPath | None = None
        self.reveals: list[RevealBox] = []
        self.back.clicked.connect(self.back_asked)
        self.next.clicked.connect(self._go_on)
        self._opening = False
        look.changed.connect(self._stay)

    @property
    def title(self) -> str:
        """The title of the lesson screen that is shown."""
        return self._title

    def show_view(self, view: LessonView) -> None:
        """Show a screen from its top."""
        self._title = view.screen.title
        self._show_place(view)
        self._words = Scroll(self.look, self._content(view))
        self._words.let_focus_go()
        self._opening = False
        self._words.verticalScrollBar().rangeChanged.connect(self._follow_room)
        self._halves.set_words(self._words)
        picture = view.screen.picture
        self._halves.want_other(view.picture is not None)
        if view.picture is not None and picture is not None:
            self._picture.show_picture(view.picture, picture.alt)
        else:
            self._picture.clear()
        self._show_ways(view)

    def _show_place(self, view: LessonView) -> None:
        where = self.tr("{module}, screen {n} of {total}")
        self.top.show_place(
            view.pack_title, where.format(module=view.module, n=view.number, total=view.total)
        )
        spoken = self.tr("Screen {n} of {total}").format(n=view.number, total=view.total)
        self._trail.show_value(view.number, view.total, spoken)

    def _show_ways(self, view: LessonView) -> None:
        self._trail.setVisible(not view.rereading)
        self.next.setVisible(not view.rereading)
        self._weigh_ways()
        words = self.tr("Back to your answers") if view.rereading else self.tr("Back")
        self.back.set_label(words)

    def _content(self, view: LessonView) -> QWidget:
        content = QWidget()
        column = Column(self.look, 14, (80, 24, 56, 24))
        content.setLayout(column)
        column.addStretch(1)
        column.addWidget(Text(self.look, Role.KICKER, view.screen.kicker))
        title = Text(self.look, Role.TITLE, view.screen.title)
        title.even_out()
        column.addWidget(title)
        self._picture.tell_by(title)
        if view.screen.quote:
            column.addWidget(Quote(self.look, view.screen.quote))
        self.parts = None
        if view.screen.parts:
            self.parts = PartsPath(self.look, view.screen.parts, view.parts_shown)
            self.parts.shown.connect(self._follow_parts)
            column.addWidget(self.parts)
        for block in view.screen.blocks:
            column.addWidget(Measure(self.look, block_widget(self.look, block)))
        self.reveals = []
        if view.screen.reveals:
            group = RevealGroup(self.look, view.screen.reveals)
            group.opened.connect(self._open_box)
            column.addWidget(group)
            self.reveals = group.boxes
        self.door = None
        if view.chart is not None:
            self._add_chart(column, view, view.chart)
        column.addStretch(2)
        return content

    def _add_chart(self, column: Column, view: LessonView, chart: Chart) -> None:
        column.addWidget(ChartTable(self.look, view.columns))
        if view.rereading:
            return
        self.door = DoorBox(self.look, chart.box_title, chart.box_text, "card")
        self.door.clicked.connect(self._open_door)
        self._chart = chart
        column.addWidget(self.door)

    @Slot()
    def _go_on(self) -> None:
        if self.door is None:
            self.next_asked.emit()
        else:
            self._open_door()

    def _weigh_ways(self) -> None:
        # One way asks most to be pressed: the box, as long as it is sure to be in sight.
        box_seen = self.door is not None and not self._words.scrolls
        self.next.set_kind(Kind.SECONDARY if box_seen else Kind.PRIMARY)

    @Slot()
    def _open_door(self) -> None:
        self.activity_asked.emit(self._chart.activity_id)

    @Slot(int)
    def _follow_parts(self, count: int) -> None:
        path = self.parts
        if path is None:
            return
        if path.whole and self.next.isVisible():
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._words.show_whole(path.steps[count - 1] if path.whole else path.more)
        self.parts_shown.emit(count)

    @Slot()
    def _open_box(self) -> None:
        self._opening = True
        self._show_opened()

    @Slot()
    def _stay(self) -> None:
        # Other letters are no reason to leave the heading.
        self._opening = False

    @Slot()
    def _follow_room(self) -> None:
        self._weigh_ways()
        if self._opening:
            self._show_opened()

    def _show_opened(self) -> None:
        # Once the box has its new height; before that there is nothing to scroll to.
        QTimer.singleShot(0, self, self._scroll_to_opened)

    @Slot()
    def _scroll_to_opened(self) -> None:
        opened = next((box for box in self.reveals if box.isChecked()), None)
        if opened is not None:
            self._words.show_whole(opened)

    def kept(self) -> tuple[int, int]:
        """Return which box is open, -1 for none, and how far the text is scrolled."""
        opened = (n for n, box in enumerate(self.reveals) if box.isChecked())
        return next(opened, -1), self._words.verticalScrollBar().value()

    def take_up(self, kept: tuple[int, int]) -> None:
        """Open the same box and scroll as far."""
        opened, scrolled = kept
        for number, box in enumerate(self.reveals):
            box.setChecked(number == opened)
        self._words.verticalScrollBar().setValue(scrolled)

    def first_focus(self) -> QWidget:
        """Return the way on, in the same place on every screen."""
        return self.next if self.next.isVisibleTo(self) else self.back
