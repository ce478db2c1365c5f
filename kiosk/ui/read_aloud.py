"""Reads aloud: what is on the screen when it is asked to, or each screen by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.core.aloud import Silence, Spot
from kiosk.core.ports import Voice
from kiosk.ui.language import language_now
from kiosk.ui.main_window import MainWindow
from kiosk.ui.passages import Pointer, Sentence, of_page, of_words
from kiosk.ui.screens.base import Page
from kiosk.ui.speech import Words
from kiosk.ui.theme import Look
from kiosk.ui.voice import find_voice
from kiosk.ui.widgets.sheet import Sheet

KEY = Qt.Key.Key_F2
PATIENCE_MS = 20_000
_A_LETTER_MS = 150
"""How long a voice may take to begin, and then for each letter, until it is given up."""


class ReadAloud(QObject):
    """One voice for one window, looked for when something is to be read for the first time.

    ``silent`` has the reason why there is none: each time that somebody asks to hear
    something, and once where each screen is to be read by itself.
    """

    silent = Signal(object)

    def __init__(
        self, look: Look, window: MainWindow, find: Callable[[], Voice] = find_voice
    ) -> None:
        super().__init__()
        self._look = look
        self._window = window
        self._find = find
        self._voice: Voice | None = None
        self._read: Sequence[Sentence] = ()
        self._pointer = Pointer()
        self._part: QWidget | None = None
        self._automatic = False
        self._told_why = self._asked = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._give_up)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._read_by_itself)
        shortcut = QShortcut(QKeySequence(KEY), window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.toggle)
        window.turning.connect(self.stop)
        window.covered.connect(self.stop)
        window.turned.connect(self._begin_with_page)
        window.words_said.connect(self._hear_words)
        look.changed.connect(self._follow_look)

    @property
    def reading(self) -> bool:
        """Whether something is being read."""
        return bool(self._read)

    @Slot()
    def toggle(self) -> None:
        """Read what lies on top, or stop."""
        if self.reading:
            self.stop()
        else:
            self._say(of_page(self._top()), asked=True)

    @Slot()
    def stop(self) -> None:
        """Read no more."""
        self._soon.stop()
        if self.reading and self._voice is not None:
            self._voice.stop()
        self._end()

    def close(self) -> None:
        """Read no more, for good."""
        self.stop()
        voice, self._voice = self._voice, None
        if voice is not None:
            voice.close()

    def _end(self) -> None:
        self._read = ()
        self._patience.stop()
        self._pointer.clear()
        self._show_state()

    def _top(self) -> QWidget:
        sheets = cast("Iterable[Sheet]", self._window.findChildren(Sheet))
        # The later of two lies over the other.
        return next(
            (sheet for sheet in reversed([*sheets]) if sheet.is_open),
            self._window.pages.currentWidget(),
        )

    def _show_state(self) -> None:
        page = self._window.pages.currentWidget()
        if isinstance(page, Page):
            page.show_reading(reading=self.reading)

    def _say(self, read: Sequence[Sentence], *, asked: bool) -> None:
        self.stop()
        silence = self._silence()
        self._asked = asked
        if silence is not None:
            self._explain(silence)
        elif read and self._voice is not None:
            self._read = read
            self._show_state()
            self._patience.start(PATIENCE_MS)
            self._voice.say([one.words for one in read], language_now(), self._follow_voice)

    def _silence(self) -> Silence | None:
        if self._voice is None:
            self._voice = self._find()
        return self._voice.silence(language_now())

    def _explain(self, silence: Silence) -> None:
        if self._asked or not self._told_why:
            self._told_why = True
            self.silent.emit(silence)

    @Slot()
    def _give_up(self) -> None:
        # It may answer never: the next words are for another one.
        self.close()
        self._explain(Silence.NO_ANSWER)

    def _follow_voice(self, spot: Spot | Silence | None) -> None:
        if not isinstance(spot, Spot):
            self._end()
            if spot is not None:
                self._explain(spot)
            return
        self._patience.start(PATIENCE_MS + _A_LETTER_MS * len(self._read[spot.sentence].words))
        sentence = self._read[spot.sentence]
        self._pointer.show(sentence, spot)
        if sentence.widget is not None:
            # Who listens to a page is there, though no hand moves.
            self._window.hands.someone_there.emit()

    @Slot(object)
    def _hear_words(self, words: Words) -> None:
        if not words.said:
            self.stop()
        elif words.asked or self._automatic:
            if isinstance(words.said, str):
                self._say(of_words(words.said), asked=words.asked)
            else:
                self._begin_soon(words.said)

    @Slot()
    def _follow_look(self) -> None:
        if self._look.read_aloud != self._automatic:
            self._automatic = self._look.read_aloud
            self._told_why = False
            if self._automatic:
                self._begin_soon(None)
            else:
                self.stop()

    @Slot()
    def _begin_with_page(self) -> None:
        if self._automatic:
            self._begin_soon(None)

    def _begin_soon(self, part: QWidget | None) -> None:
        # Once it stands there, and what it announces as it comes is said.
        self._part = part
        self._soon.start()

    @Slot()
    def _read_by_itself(self) -> None:
        part, self._part = self._part, None
        if part is None or not isValid(part) or not part.isVisible():
            part = self._top()
        self._say(of_page(part), asked=False)
