"""The first screen: what this is, and a code to sign in with."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import art
from kiosk.ui.language import LANGUAGES, language_now
from kiosk.ui.screens.base import Page
from kiosk.ui.theme import Look
from kiosk.ui.views import SignInNote, WelcomeView
from kiosk.ui.widgets.beside import WORDS_LAST, Beside, Halves
from kiosk.ui.widgets.buttons import Button, Kind, Parts
from kiosk.ui.widgets.code_field import CODE_KEYS, CodeField, KeyPad
from kiosk.ui.widgets.icon import IconMark
from kiosk.ui.widgets.layout import Column, Row
from kiosk.ui.widgets.link import Link
from kiosk.ui.widgets.look_panel import LookButton
from kiosk.ui.widgets.name_mark import NameMark
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.text import Role, Text

_SIDE, _BETWEEN, _CLOSE = 72, 12, 8


class _Scene(QWidget):
    """The left side: the program's picture with its first words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(QByteArray(art.art_file("welcome")))
        self.setAccessibleName(self.tr("Two people walk up a path, hand in hand, a low sun ahead."))
        self.site = Text(look, Role.BAR_TITLE, color="on-scene")
        column = Column(look, 24, (56, 44, 48, 40))
        self.setLayout(column)
        head = Row(look, 12)
        head.addWidget(NameMark(look, words=""), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.site, 1)
        column.addLayout(head)
        column.addSpacing(8)
        words = self.tr("Walk with someone a little way.")
        column.addWidget(Text(look, Role.DISPLAY, words, color="on-scene"))
        more = self.tr(
            "A short lesson on mentoring, then a card game to see what stuck."
            " About fifteen minutes."
        )
        self._more = Text(look, Role.LEAD, more, color="on-scene-soft")
        self._more.even_out()
        column.addWidget(self._more)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture over the whole side; its figures stand below the words."""
        words = self._more.geometry().bottom() + 1
        art.draw_below(QPainter(self), self._renderer, QRectF(self.rect()), words)


class WelcomeScreen(Page):
    """Asks for a code; ``code_entered`` carries it as typed."""

    code_entered = Signal(str)
    no_code_chosen = Signal()
    staff_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._scene = _Scene(look)
        self.field = CodeField(look)
        self.field.setAccessibleName(self.tr("Your code"))
        self._example = Text(look, Role.SMALL)
        self._note = Note(look)
        self.start = Button(look, Kind.PRIMARY, self.tr("Start"))
        self.start.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.without = Link(look, self.tr("Start without a code"))
        self.staff = Button(look, Kind.TOOL, self.tr("Staff"), icon="lock")
        self.keys = Button(look, Kind.TOOL, self.tr("Keys"), icon="keyboard")
        self.keys.setCheckable(True)
        self._other = next(tag for tag in LANGUAGES if tag != language_now())
        self.language = Button(look, Kind.TOOL, LANGUAGES[self._other], icon="globe")
        self.look_tool = LookButton(look)
        self.aloud = self.make_aloud()
        self.help = self.make_help()
        self.pad = KeyPad(look, CODE_KEYS, self.field)
        self.pad.hide()
        self._kept = Text(look, Role.SMALL)
        self._keeping = self._keeping_words(look)
        self._lay_out(look)
        self.field.returnPressed.connect(self._enter)
        self.field.textEdited.connect(self._quieten)
        self.pad.typed.connect(self._quieten)
        self.start.clicked.connect(self._enter)
        self.without.clicked.connect(self.no_code_chosen)
        self.staff.clicked.connect(self.staff_asked)
        self.keys.toggled.connect(self._show_keys)
        self.language.clicked.connect(self._ask_language)
        self.look_tool.language_chosen.connect(self.language_asked)
        look.changed.connect(self._fit_tools)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture its side."""
        super().resizeEvent(event)
        self._fit_tools()

    @Slot()
    def _fit_tools(self) -> None:
        # The language keeps its name longest: who needs it may know no other word here.
        side = self._beside.words_width()
        edges = self._tools.contentsMargins()
        room = side - edges.left() - edges.right()
        tools = (self.language, self.keys, self.aloud, self.look_tool, self.help, self.staff)
        for short, gap in (
            ((), _BETWEEN),
            ((self.aloud, self.keys, self.staff), _BETWEEN),
            (tools[1:], _BETWEEN),
            (tools[1:], _CLOSE),
            (tools, _CLOSE),
        ):
            self._tools.setSpacing(self.look.space(gap))
            for tool in tools:
                tool.show_parts(Parts.ICON if tool in short else Parts.WHOLE)
            needed = sum(tool.sizeHint().width() for tool in tools)
            if needed + (len(tools) - 1) * self._tools.spacing() <= room:
                break

    def _lay_out(self, look: Look) -> None:
        tools = self._tools = Row(look, _BETWEEN, (_SIDE, 44, _SIDE, 0))
        tools.addStretch(1)
        tools.addWidget(self.language)
        tools.addWidget(self.keys)
        tools.addWidget(self.aloud)
        tools.addWidget(self.look_tool)
        tools.addWidget(self.help)
        tools.addWidget(self.staff)
        content = QWidget()
        side = Column(look, 12, (72, 24, 72, 32))
        content.setLayout(side)
        side.addStretch(2)
        side.addWidget(Text(look, Role.HEADING, self.tr("Your code")))
        side.addWidget(self._example)
        side.addWidget(self.field)
        side.addWidget(self._note)
        side.addWidget(self.pad)
        side.addWidget(self.start)
        side.addWidget(self.without, 0, Qt.AlignmentFlag.AlignHCenter)
        side.addStretch(3)
        side.addWidget(self._keeping)
        right = QWidget()
        column = Column(look, 0)
        right.setLayout(column)
        column.addLayout(tools)
        self._form = Scroll(look, content)
        column.addWidget(self._form, 1)
        whole = Column(look, 0)
        self.setLayout(whole)
        halves = Halves((9, 7), (5, 4), order=WORDS_LAST, tight=(3, 2), line=26)
        self._beside = Beside(look, right, self._scene, halves)
        whole.addWidget(self._beside)

    def _keeping_words(self, look: Look) -> QWidget:
        box = QWidget()
        row = Row(look, 12)
        box.setLayout(row)
        row.addWidget(IconMark(look, "shield", "soft", 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._kept, 1)
        return box

    def _say_what_is_kept(self, days: int) -> None:
        words = self.tr(
            "We keep your code and your answers on this computer, no name. Only the room's staff"
            " can take them out. Nobody who comes after you can see them."
        )
        if days:
            words += " " + self.tr("After {n} days they are deleted.").format(n=days)
        self._kept.show_text(words)

    @property
    def note(self) -> str:
        """What the note says now; empty where it says nothing."""
        return self._note.words

    def show_view(self, view: WelcomeView) -> None:
        """Show the page, empty, with a note where the last code did not do."""
        self._scene.site.show_text(view.site)
        example = self.tr("From your trainer.")
        if view.code_example:
            example = self.tr("From your trainer, such as {code}.")
        self._example.show_text(example.format(code=view.code_example))
        self.without.setVisible(view.without_code)
        self._say_what_is_kept(view.retention_days)
        self._note.show_note(self._words(view))
        self.start.setEnabled(True)
        self.without.setEnabled(True)
        if view.note is SignInNote.NONE:
            self.field.clear()
            self.keys.setChecked(False)
        else:
            self.field.selectAll()

    def kept(self) -> tuple[str, bool]:
        """Return what is typed, and whether the keys are shown."""
        return self.field.text(), self.keys.isChecked()

    def take_up(self, kept: tuple[str, bool]) -> None:
        """Show what was typed."""
        typed, keys = kept
        self.field.setText(typed)
        self.keys.setChecked(keys)

    def language_tool(self) -> QWidget:
        """Return the other language."""
        return self.language

    def first_focus(self) -> QWidget:
        """Return the field."""
        return self.field

    def _words(self, view: WelcomeView) -> str:
        if view.note is SignInNote.NOT_A_CODE:
            words = self.tr("That does not look like a code. Codes look like {code}.")
            return words.format(code=view.code_example)
        if view.note is SignInNote.UNKNOWN_CODE:
            return self.tr("We do not know this code here. Please check each letter.")
        if view.note is SignInNote.NOT_NOW:
            return self.tr("The kiosk cannot save just now. Please ask the room's staff.")
        return ""

    @Slot()
    def _enter(self) -> None:
        if self.field.text().strip():
            self.start.setEnabled(False)
            self.without.setEnabled(False)
            self.code_entered.emit(self.field.text())
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _ask_language(self) -> None:
        self.language_asked.emit(self._other)

    @Slot()
    def _quieten(self) -> None:
        self._note.show_note("")

    @Slot(bool)
    def _show_keys(self, wanted: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        self.pad.setVisible(wanted)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scene.show()
        if wanted:
            # Once the keys have their room.
            QTimer.singleShot(0, self, self._bring_keys)

    @Slot()
    def _bring_keys(self) -> None:
        if self._form.scrolls and self.height() > self.width():
            # Below the picture there is no room for field and keys together.
            self._scene.hide()
        for widget in (self.start, self.field):
            self._form.show_whole(widget)
