"""A question holds the keyboard until it is answered, and Escape never does harm."""

from __future__ import annotations

import pytest
from heard import names_in
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import make_look
from kiosk.ui.theme import TextSize
from kiosk.ui.tour.hand import Hand
from kiosk.ui.widgets.sheet import Sheet


class Asking(QWidget):
    """A window with two buttons below a sheet; it notes the answers."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(1000, 700)
        self.pressed: list[str] = []
        self.first = QPushButton("First", self)
        self.second = QPushButton("Second", self)
        self.second.move(0, 60)
        self.first.clicked.connect(self._press)
        self.second.clicked.connect(self._press)
        self.look = make_look()
        self.sheet = Sheet(self.look, self)
        self.answers: list[str] = []
        self.sheet.safe_chosen.connect(self._safe)
        self.sheet.other_chosen.connect(self._other)
        self.hand = Hand(self)
        self.spots = [button.geometry().center() for button in (self.first, self.second)]

    def _press(self) -> None:
        self.pressed.append("below")

    def _safe(self) -> None:
        self.answers.append("safe")

    def _other(self) -> None:
        self.answers.append("other")

    def ask(self, other: str = "Start over") -> None:
        """Ask from the second button."""
        self.second.setFocus()
        self.sheet.ask("Start over?", "Every card goes back.", "Go on", other)


@pytest.fixture
def asking(qtbot: QtBot) -> Asking:
    window = Asking()
    qtbot.addWidget(window)
    window.show()
    window.hand.come_to_window()
    window.ask()
    return window


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier(0), Qt.KeyboardModifier.ShiftModifier])
def test_tab_stays_inside_and_reaches_both_answers(
    asking: Asking, modifier: Qt.KeyboardModifier
) -> None:
    key = Qt.Key.Key_Backtab if modifier else Qt.Key.Key_Tab
    seen = []
    for _ in range(6):
        seen.append(asking.focusWidget())
        asking.hand.key(key, modifier)
    assert seen == [asking.sheet.safe, asking.sheet.other] * 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down])
def test_arrows_stay_inside(asking: Asking, key: Qt.Key) -> None:
    for _ in range(3):
        asking.hand.key(key)
        assert asking.focusWidget() in (asking.sheet.safe, asking.sheet.other)


def test_lone_answer_keeps_the_focus(asking: Asking) -> None:
    asking.ask(other="")
    asking.hand.key(Qt.Key.Key_Tab)
    assert asking.focusWidget() is asking.sheet.safe
    assert not asking.sheet.other.isVisible()


def test_the_safe_answer_has_the_focus(asking: Asking) -> None:
    assert asking.focusWidget() is asking.sheet.safe


def test_escape_is_the_safe_answer(asking: Asking) -> None:
    asking.hand.key(Qt.Key.Key_Tab)
    asking.hand.key(Qt.Key.Key_Escape)
    assert asking.answers == ["safe"]
    assert not asking.sheet.isVisible()


def test_each_answer_is_heard_once(asking: Asking) -> None:
    asking.hand.press(asking.sheet.other)
    asking.ask()
    asking.hand.key(Qt.Key.Key_Space)
    assert asking.answers == ["other", "safe"]


def test_focus_comes_back_to_where_it_was(asking: Asking) -> None:
    asking.hand.key(Qt.Key.Key_Space)
    assert asking.focusWidget() is asking.second


def test_focus_that_is_gone_is_not_missed(asking: Asking) -> None:
    asking.second.deleteLater()
    asking.hand.rest(1)
    asking.hand.key(Qt.Key.Key_Escape)
    assert asking.answers == ["safe"]


def test_second_question_over_an_open_one_keeps_the_way_back(asking: Asking) -> None:
    asking.sheet.ask("Check now?", "", "Go on", "Check now")
    asking.hand.key(Qt.Key.Key_Escape)
    assert asking.focusWidget() is asking.second


def test_nothing_below_can_be_pressed(asking: Asking) -> None:
    for spot in asking.spots:
        asking.hand.press_at(spot)
    assert asking.pressed == []
    assert asking.sheet.isVisible()


def test_sheet_covers_the_window_at_every_size(asking: Asking) -> None:
    for size in ((700, 500), (1400, 900)):
        asking.resize(*size)
        asking.hand.rest(1)
        assert asking.sheet.geometry() == asking.rect()
        for answer in (asking.sheet.safe, asking.sheet.other):
            spot = QRect(answer.mapTo(asking, QPoint(0, 0)), answer.size())
            assert asking.rect().contains(spot)


@pytest.mark.parametrize("size", list(TextSize))
def test_words_that_wrap_are_whole(asking: Asking, size: TextSize) -> None:
    sheet = asking.sheet
    sheet.dismiss()
    sheet.ask("Start over?", "Every card goes back to the middle of the board. " * 3, "Go on", "")
    asking.look.set_text_size(size)
    QApplication.processEvents()
    for text in (sheet.title, sheet.words):
        assert text.height() >= text.heightForWidth(text.width())


def test_nothing_below_is_read_and_all_of_it_is_afterwards(asking: Asking) -> None:
    asking.hand.key(Qt.Key.Key_Escape)
    before = names_in(asking)
    assert {"First", "Second"} <= set(before)
    asking.ask()
    assert set(names_in(asking)) - {"Scroll to read on"} == {
        "Start over?", "Every card goes back.", "Go on", "Start over",
    }  # fmt: skip
    asking.hand.key(Qt.Key.Key_Escape)
    assert names_in(asking) == before


def test_what_was_hidden_before_stays_hidden(asking: Asking) -> None:
    asking.hand.key(Qt.Key.Key_Escape)
    asking.first.hide()
    asking.ask()
    asking.hand.key(Qt.Key.Key_Escape)
    assert asking.first.isHidden()
    assert asking.second.isVisible()


def test_what_lies_below_is_still_seen_through_the_shade(asking: Asking) -> None:
    asking.hand.key(Qt.Key.Key_Escape)
    asking.first.setStyleSheet("background: #ff0000; border: none")
    lit = asking.grab().toImage().pixelColor(2, 2)
    asking.ask()
    shaded = asking.grab().toImage().pixelColor(2, 2)
    assert lit.red() > shaded.red() > shaded.green()
