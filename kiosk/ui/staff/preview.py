"""A look at a lesson as learners would see it: every screen and the board, and nothing is kept."""

from __future__ import annotations

import contextlib
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kiosk.core.attempt import Attempt
from kiosk.core.board import MoveRefused
from kiosk.core.lesson import Pack
from kiosk.core.model import InputMethod
from kiosk.core.preview import deal, preview_of
from kiosk.ui import view_maker
from kiosk.ui.language import language_now
from kiosk.ui.screens.base import LearnerScreen, Page
from kiosk.ui.screens.board import BoardScreen
from kiosk.ui.screens.feedback import FeedbackScreen
from kiosk.ui.screens.lesson import LessonScreen
from kiosk.ui.services import Services
from kiosk.ui.staff.lesson_words import language_name
from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column


class _Bar(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ground that no learner's screen has."""
        QPainter(self).fillRect(event.rect(), self._look.color("primary-soft"))


class LessonPreview(Page):
    """The learner's own screens with a bar above that says what this is, and closes it."""

    closed = Signal()

    def __init__(self, look: Look, services: Services, pack: Pack) -> None:
        super().__init__(look)
        self._services = services
        self._visit = preview_of(pack, language_now(), services.clock)
        self._attempt: Attempt | None = None
        self.close_tool = Button(look, Kind.PRIMARY, self.tr("Close the preview"))
        self.lesson = LessonScreen(look)
        self.board = BoardScreen(look)
        self.feedback = FeedbackScreen(look)
        self.screens = QStackedWidget()
        self._where = Told(look, color="ink")
        self._lay_out(look, pack)
        self._connect()
        self._visit.open_lesson(pack.screens[0].id)
        self._show_lesson()

    def _lay_out(self, look: Look, pack: Pack) -> None:
        for screen in (self.lesson, self.board, self.feedback):
            self._bare(screen)
            self.screens.addWidget(screen)
        bar, around = _Bar(look), Column(look, 0, (24, 8, 24, 8))
        bar.setLayout(around)
        row = Fold(look, 12)
        row.add(self._where, 1, 240)
        for tag in pack.languages if len(pack.languages) > 1 else ():
            name = Button(look, Kind.TOOL, language_name(tag))
            name.clicked.connect(partial(self._speak, tag))
            row.add(name)
        row.add(self.close_tool)
        around.addLayout(row)
        column = Column(look, 0)
        self.setLayout(column)
        column.addWidget(bar)
        column.addWidget(self.screens, 1)

    @staticmethod
    def _bare(screen: LearnerScreen) -> None:
        # Its tools end a visit, or say that something is saved: here is neither.
        screen.top.hide()

    def _connect(self) -> None:
        self.close_tool.clicked.connect(self.closed)
        self.lesson.back_asked.connect(self._back)
        self.lesson.next_asked.connect(self._next)
        self.lesson.activity_asked.connect(self._open_board)
        self.lesson.parts_shown.connect(self._visit.show_parts)
        self.board.item_placed.connect(self._place)
        self.board.undo_asked.connect(self._undo)
        self.board.start_over_asked.connect(self._start_over)
        self.board.submit_requested.connect(self._check)
        self.board.why_asked.connect(self._show_why)
        self.board.home_asked.connect(self._show_lesson)
        self.feedback.try_again_asked.connect(self._try_again)
        self.feedback.finish_asked.connect(self._show_lesson)
        self.feedback.reread_asked.connect(self._reread)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def first_focus(self) -> Button:
        """Return the way on."""
        return self.lesson.next if self.lesson.next.isVisibleTo(self) else self.close_tool

    def _turn_to(self, screen: LearnerScreen) -> None:
        self.screens.setCurrentWidget(screen)
        visit = self._visit
        words = self.tr("Preview of {title}, screen {n} of {total}: nothing here is kept.")
        number, total = visit.lesson_index + 1, len(visit.pack.screens)
        if screen is not self.lesson:
            words = self.tr("Preview of {title}, the cards: nothing here is kept.")
        self._where.show_text(words.format(title=visit.spoken.title, n=number, total=total))
        first = screen.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # The lesson

    @Slot()
    def _show_lesson(self) -> None:
        self.lesson.show_view(view_maker.lesson(self._visit, rereading=False))
        self.lesson.back.setEnabled(self._visit.lesson_index > 0)
        self._turn_to(self.lesson)

    def _go(self, index: int) -> None:
        screens = self._visit.pack.screens
        if 0 <= index < len(screens):
            self._visit.open_lesson(screens[index].id)
            self._show_lesson()
        elif index:
            self._open_board()

    @Slot()
    def _back(self) -> None:
        self._go(max(0, self._visit.lesson_index - 1))

    @Slot()
    def _next(self) -> None:
        self._go(self._visit.lesson_index + 1)

    @Slot(str, str)
    def _reread(self, _item_id: str, screen_id: str) -> None:
        self._visit.open_lesson(screen_id)
        self._show_lesson()

    def _speak(self, language: str, *_checked: object) -> None:
        self._visit.language = language
        if self.screens.currentWidget() is self.lesson:
            self._show_lesson()
        elif self._attempt is not None and self.screens.currentWidget() is self.board:
            self._show_board(self._attempt)
        elif self._attempt is not None:
            self._show_feedback(self._attempt)

    # The board

    @Slot()
    def _open_board(self) -> None:
        if self._attempt is None:
            self._attempt = deal(self._visit, self._services.ids, self._services.dice)
        self._show_board(self._attempt)
        self._turn_to(self.board)

    def _show_board(self, attempt: Attempt, item_id: str = "") -> None:
        told = view_maker.told(self._visit, attempt, item_id) if item_id else None
        self.board.show_view(view_maker.board(self._visit, attempt, "", told))

    @Slot(str, object, object)
    def _place(self, item_id: str, to_id: str | None, method: InputMethod) -> None:
        if self._attempt is not None:
            with contextlib.suppress(MoveRefused):
                self._attempt.place(item_id, to_id, method)
            self._show_board(self._attempt, item_id)

    @Slot(object)
    def _undo(self, method: InputMethod) -> None:
        if self._attempt is not None:
            self._attempt.undo(method)
            self._show_board(self._attempt)

    @Slot()
    def _start_over(self) -> None:
        if self._attempt is not None:
            self._attempt.start_over(InputMethod.TAP)
            self._show_board(self._attempt)

    @Slot(str)
    def _show_why(self, item_id: str) -> None:
        if self._attempt is not None:
            self._show_board(self._attempt, item_id)

    @Slot()
    def _check(self) -> None:
        if self._attempt is not None:
            self._attempt.check()
            self._show_feedback(self._attempt)
            self._turn_to(self.feedback)

    def _show_feedback(self, attempt: Attempt) -> None:
        self.feedback.show_view(view_maker.feedback(self._visit, attempt, None))

    @Slot()
    def _try_again(self) -> None:
        if self._attempt is not None:
            self._attempt.try_again()
            self._open_board()
