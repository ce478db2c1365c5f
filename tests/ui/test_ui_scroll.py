"""What does not fit can be scrolled to by every hand, and says that it is there."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from measured_visit import settle
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import make_look
from kiosk.ui.screens.base import Page
from kiosk.ui.theme import Look, TextSize
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.text import Role, Text


class Stage:
    """A page with a button below a column of twenty, of which six can be seen."""

    def __init__(self, look: Look, qtbot: QtBot) -> None:
        self.look = look
        self.page = Page(look)
        qtbot.addWidget(self.page)
        content = QWidget()
        lines = Column(look, 10)
        content.setLayout(lines)
        self.buttons = [Button(look, Kind.PRIMARY, f"Line {n}") for n in range(20)]
        for button in self.buttons:
            lines.addWidget(button)
        self.scroll = Scroll(look, content)
        self.next = Button(look, Kind.PRIMARY, "Next")
        column = Column(look, 0)
        self.page.setLayout(column)
        column.addWidget(self.scroll)
        column.addWidget(self.next)
        self.page.resize(600, 480)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.activateWindow()
        self.next.setFocus()
        settle()

    @property
    def at(self) -> int:
        """How far it is scrolled."""
        return self.scroll.verticalScrollBar().value()

    @property
    def below(self) -> int:
        """How much room is kept below what scrolls, in pixels."""
        return self.scroll.height() - self.scroll.viewport().geometry().bottom() - 1

    def seen(self, widget: QWidget) -> bool:
        """Whether a widget of the column can be seen whole."""
        port = self.scroll.viewport()
        return port.rect().contains(
            QRect(widget.mapTo(port, widget.rect().topLeft()), widget.size())
        )


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(make_look(), qtbot)


def test_more_is_told_until_the_end_is_reached(stage: Stage) -> None:
    bar = stage.scroll.verticalScrollBar()
    told = [stage.scroll.more_below]
    bar.setValue(bar.maximum())
    told.append(stage.scroll.more_below)
    bar.setValue(0)
    stage.page.resize(600, 2400)
    settle()
    told.append(stage.scroll.more_below)
    assert told == [True, False, False]
    assert not stage.scroll.scrolls
    assert stage.scroll.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_what_has_gone_by_is_told_at_the_top(stage: Stage) -> None:
    bar, told = stage.scroll.verticalScrollBar(), []
    for value in (0, 1, bar.maximum(), 0):
        bar.setValue(value)
        told.append(stage.scroll.more_above)
    assert told == [False, True, True, False]


def test_sign_has_room_below_the_words_only_where_there_is_more(stage: Stage) -> None:
    rooms = [stage.below]
    stage.look.set_text_size(TextSize.LARGEST)
    settle()
    rooms.append(stage.below)
    stage.page.resize(600, 4800)
    settle()
    rooms.append(stage.below)
    assert 0 < rooms[0] < rooms[1]
    assert rooms[2] == 0


def test_page_keys_scroll_wherever_the_focus_is(stage: Stage) -> None:
    QTest.keyClick(stage.next, Qt.Key.Key_PageDown)
    assert stage.at > 0
    QTest.keyClick(stage.next, Qt.Key.Key_PageUp)
    assert stage.at == 0


def test_tab_comes_to_what_scrolls_and_arrows_scroll_it(stage: Stage) -> None:
    stage.scroll.setFocus(Qt.FocusReason.TabFocusReason)
    assert stage.scroll.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert stage.scroll.accessibleName()
    QTest.keyClick(stage.scroll, Qt.Key.Key_Down)
    assert stage.at > 0


def test_focus_that_comes_from_outside_is_scrolled_to(stage: Stage) -> None:
    last = stage.buttons[-1]
    assert not stage.seen(last)
    QTest.keyClick(stage.next, Qt.Key.Key_Backtab)
    assert last.hasFocus()
    assert stage.seen(last)


@pytest.mark.parametrize("grown", ["letters", "window"])
def test_what_has_the_focus_stays_in_sight(stage: Stage, grown: str) -> None:
    stage.buttons[6].setFocus(Qt.FocusReason.TabFocusReason)
    assert stage.seen(stage.buttons[6])
    if grown == "letters":
        stage.look.set_text_size(TextSize.LARGEST)
    else:
        stage.page.resize(600, 320)
    settle()
    assert stage.seen(stage.buttons[6])


def test_focus_does_not_call_back_who_scrolls_on(stage: Stage) -> None:
    stage.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(stage.next, Qt.Key.Key_PageDown)
    stage.buttons[-1].hide()
    settle()
    assert not stage.seen(stage.buttons[0])


def test_what_is_pressed_does_not_move_away_under_the_finger(stage: Stage) -> None:
    cut = next(b for b in stage.buttons if not stage.seen(b))
    before, pressed = stage.at, []
    cut.clicked.connect(lambda: pressed.append(stage.at))
    QTest.mouseClick(cut, Qt.MouseButton.LeftButton)
    assert pressed == [before]


class Read:
    """A long text that scrolls, five lines of it in sight, with letters of a size."""

    def __init__(self, qtbot: QtBot, size: TextSize) -> None:
        self.look = make_look()
        self.look.set_text_size(size)
        content = QWidget()
        lines = Column(self.look, 0)
        content.setLayout(lines)
        self.text = Text(self.look, Role.BODY, "hid " * 400)
        lines.addWidget(self.text)
        self.scroll = Scroll(self.look, content)
        qtbot.addWidget(self.scroll)
        self.line = self.look.grown(33)
        self.scroll.resize(20 * self.line, 5 * self.line + 60)
        self.scroll.show()
        qtbot.waitExposed(self.scroll)
        settle()

    def strongest(self, top: int, high: int) -> float:
        """Return how far the strongest pixel of a strip is from its ground to the ink, 0 to 1."""
        strip = self.scroll.grab(QRect(0, top, 15 * self.line, high)).toImage()
        ground = self.look.color("paper").lightness()
        ink = ground - self.look.color("ink").lightness()
        spots = [(x, y) for x in range(strip.width()) for y in range(strip.height())]
        return max((ground - strip.pixelColor(x, y).lightness()) / ink for x, y in spots)


@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.LARGEST])
def test_no_half_line_of_letters_stays_sharp_at_an_edge(qtbot: QtBot, size: TextSize) -> None:
    read = Read(qtbot, size)
    bar, port = read.scroll.verticalScrollBar(), read.scroll.viewport().geometry()
    half = read.line // 2
    for step in range(8):
        bar.setValue(bar.maximum() // 2 + step * read.line // 8)
        shown, _ = read.text.line_cut_at(bar.value() + port.height())
        _, left = read.text.line_cut_at(bar.value())
        for left_of, at_top in ((shown, False), (left, True)):
            most = left_of * 2 // 3
            if most > 1 and left_of <= half:
                top = port.top() if at_top else port.bottom() + 1 - most
                assert read.strongest(top, most) < 0.65
        assert read.strongest(port.top() + 2 * read.line, read.line) > 0.9


QUICK = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
PARTS = st.lists(st.tuples(st.text("abc ", min_size=1, max_size=30), st.booleans()), min_size=1)


@QUICK
@given(PARTS.filter(lambda parts: len(parts) < 6), st.integers(300, 1600))
def test_folded_row_keeps_every_part_whole_and_apart(
    qtbot: QtBot, parts: list[tuple[str, bool]], width: int
) -> None:
    look, ground = make_look(), QWidget()
    qtbot.addWidget(ground)
    row = Fold(look, 10)
    ground.setLayout(row)
    for words, shares in parts:
        row.add(Button(look, Kind.SECONDARY, words), 1 if shares else 0, 120 if shares else 0)
    width = max(width, row.minimumSize().width())
    high = row.heightForWidth(width)
    ground.resize(QSize(width, high))
    row.setGeometry(ground.rect())
    items = [item for item in map(row.itemAt, range(row.count())) if item is not None]
    boxes = [item.geometry() for item in items]
    assert all(ground.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
    assert len(items) == len(parts)
    assert all(item.geometry().width() >= item.minimumSize().width() for item in items)
