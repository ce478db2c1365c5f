"""No text ends in a line of one word where two have room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from rooms import Room
from test_ui_language import choose

from kiosk.app import make_look
from kiosk.core.flow import Screen
from kiosk.core.lesson import Span
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.theme import TextSize
from kiosk.ui.widgets.text import Role, Text

WORDS = "Change your mind as often as you like, every card that you place is saved at once."


def last_line(text: Text) -> str:
    """Return what stands in the last line."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(text.font())
    document.setHtml(text.text())
    document.setTextWidth(text.contentsRect().width())
    assert document.size().height() > 0
    block = document.lastBlock()
    layout = block.layout()
    assert layout is not None
    line = layout.lineAt(layout.lineCount() - 1)
    return block.text()[line.textStart() :].replace("\N{NO-BREAK SPACE}", " ")


def drawn_height(text: Text) -> int:
    """Return how high the lines are that the label makes of its words, beside its margins."""
    return QLabel.heightForWidth(text, text.width())


@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("role", [Role.TITLE, Role.HEADING, Role.BODY, Role.SMALL])
def test_last_line_has_two_words_at_every_width(qtbot: QtBot, role: Role, size: TextSize) -> None:
    look = make_look()
    look.set_text_size(size)
    text = Text(look, role, WORDS)
    qtbot.addWidget(text)
    text.show()
    for width in range(text.line_width() // 3, text.line_width() + 40, 37):
        text.resize(width, 2000)
        assert len(last_line(text).split()) >= 2, width


def test_key_term_at_the_end_is_not_left_alone_either(qtbot: QtBot) -> None:
    text = Text(make_look(), Role.BODY)
    text.show_spans(
        (Span("The two of you on this path are "), Span("equals", strong=True), Span("."))
    )
    qtbot.addWidget(text)
    text.show()
    for width in range(text.line_width() * 3 // 5, text.line_width() + 60, 11):
        text.resize(width, 2000)
        assert len(last_line(text).split()) >= 2, width


def test_words_that_have_no_room_beside_each_other_are_not_held_together(qtbot: QtBot) -> None:
    text = Text(make_look(), Role.TITLE, "One two three extraordinary circumstances")
    qtbot.addWidget(text)
    text.resize(380, 2000)
    text.show()
    assert last_line(text) == "circumstances"
    assert text.font().pixelSize() == make_look().text_px(40)


def widths_at_home(room: Room) -> set[int]:
    """Return how wide the buttons of the two steps are."""
    room.wait(lambda: room.page(Screen.HOME, HomeScreen).isVisible())
    QApplication.processEvents()
    home = room.page(Screen.HOME, HomeScreen)
    return {home.lesson_button.width(), home.activity_button.width()}


@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.LARGE])
def test_buttons_at_home_are_as_wide_as_each_other(room: Room, size: TextSize) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    room.kiosk.look.set_text_size(size)
    widths = [widths_at_home(room)]
    choose(room, "es")
    widths.append(widths_at_home(room))
    assert [len(each) for each in widths] == [1, 1]


def test_lines_that_are_evened_out_are_no_more_and_no_shorter_at_the_end(qtbot: QtBot) -> None:
    plain, even = Text(make_look(), Role.SMALL, WORDS), Text(make_look(), Role.SMALL, WORDS)
    even.even_out()
    for text in (plain, even):
        qtbot.addWidget(text)
        text.show()
    for width in range(plain.line_width() // 3, plain.line_width() + 40, 23):
        for text in (plain, even):
            text.resize(width, 2000)
        assert drawn_height(even) == plain.heightForWidth(width), width
        assert len(last_line(even)) >= len(last_line(plain)), width


def test_centred_lines_that_are_evened_out_stay_at_the_middle(qtbot: QtBot) -> None:
    text = Text(make_look(), Role.BODY, WORDS)
    text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    text.even_out()
    qtbot.addWidget(text)
    text.show()
    text.resize(text.line_width() * 4 // 5, 2000)
    margins = text.contentsMargins()
    assert margins.left() > 0
    assert margins.right() - margins.left() in (0, 1)
    assert len(last_line(text)) > len(WORDS) // 3


def test_evened_out_title_breaks_before_a_word_of_one_letter(qtbot: QtBot) -> None:
    text = Text(make_look(), Role.TITLE, "A Mentor Is A / A Mentor Is Not A")
    text.even_out()
    qtbot.addWidget(text)
    text.show()
    text.resize(text.line_width() * 4 // 5, 2000)
    assert last_line(text) == "A Mentor Is Not A"
    assert text.accessibleName() == "A Mentor Is A / A Mentor Is Not A"


@pytest.mark.parametrize(
    ("words", "last"),
    [("Una segunda ronda: 3 tarjetas", "3 tarjetas"), ("What was read today: 12", "today: 12")],
)
def test_figure_goes_with_what_it_counts(qtbot: QtBot, words: str, last: str) -> None:
    text = Text(make_look(), Role.SUBHEADING, words)
    qtbot.addWidget(text)
    text.show()
    text.resize(text.line_width() * 4 // 5, 2000)
    assert last_line(text) == last


def test_what_follows_a_path_is_not_left_alone_below_it(qtbot: QtBot) -> None:
    words = "In /media/stick/attempts_Riverside-Training-Room_Kiosk-1_20261129. Take it out now."
    text = Text(make_look(), Role.SMALL, words)
    text.even_out()
    qtbot.addWidget(text)
    text.show()
    for width in range(text.line_width() // 3, text.line_width(), 7):
        text.resize(width, 2000)
        assert len(last_line(text).replace("\N{ZERO WIDTH SPACE}", "")) > len("now."), width


def test_each_line_of_several_is_broken_for_itself(qtbot: QtBot) -> None:
    below = "Kept from now on: all of them, and none is lost."
    text = Text(make_look(), Role.SMALL, f"Forgotten.\n{below}")
    text.even_out()
    qtbot.addWidget(text)
    text.show()
    text.resize(text.fontMetrics().horizontalAdvance(below) + 40, 2000)
    assert last_line(text).endswith(below)


@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.LARGEST])
@pytest.mark.parametrize(
    "words",
    [
        "What is older is deleted for good, with every backup of it. 0: never.",
        "Check the code: it was perhaps purged before, or belongs to another kiosk.",
        "We do not know this code here. Please check each letter.",
    ],
)
def test_lines_that_are_evened_out_have_room(qtbot: QtBot, words: str, size: TextSize) -> None:
    look = make_look()
    look.set_text_size(size)
    for role in (Role.SMALL, Role.BODY, Role.TITLE):
        text = Text(look, role, words)
        text.even_out()
        qtbot.addWidget(text)
        text.show()
        for width in range(300, 800, 31):
            text.resize(width, 2000)
            assert drawn_height(text) <= text.heightForWidth(width), (role, width)
