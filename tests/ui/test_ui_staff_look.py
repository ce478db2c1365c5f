"""How staff pages look: nothing stacked without need, nothing blank without a word."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import cast

import pytest
from measured_visit import settle
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room

from kiosk import paths
from kiosk.app import make_look
from kiosk.core.checkup import Finding, Said, State, Subject, Titles
from kiosk.core.lesson import Span
from kiosk.core.staff_rows import AttemptLine
from kiosk.ui.staff.attempt_cells import line_cells
from kiosk.ui.staff.attempts import AttemptsPage
from kiosk.ui.staff.figure_words import one_stop
from kiosk.ui.staff.figures_row import FiguresRow
from kiosk.ui.staff.health_words import finding_words
from kiosk.ui.staff.looking import Looking
from kiosk.ui.theme import TextSize
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.histogram import Bar, Histogram, _written
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.marked import html_of
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.table import Table
from kiosk.ui.widgets.table_paint import row_height
from kiosk.ui.widgets.text import Role, Text, letters

LINE = AttemptLine(
    attempt_id="a",
    code="RV2048",
    activity_title="Mentor or Not?",
    started=datetime(2026, 12, 28, 22, 38, tzinfo=UTC),
    utc_offset=0,
    outcome="completed",
    first_try_score=1.0,
    final_score=1.0,
    active_ms=1_006_000,
    tries=12,
    placements=240,
    whole=False,
)

_CURLY = re.compile("[\u2018\u2019\u201c\u201d]")
_STRAIGHT = re.compile(r"\"|(?<!\w)'\S|\S'(?!\w)")


class Block(QWidget):
    """Something that asks for a width."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return that width."""
        return QSize(self._width, 20)

    def minimumSizeHint(self) -> QSize:
        """Return that width."""
        return self.sizeHint()


def folded(qtbot: QtBot, width: int, *parts: tuple[int, int] | None) -> list[list[int]]:
    """Return the numbers of parts (width, share) that lie in each line; ``None`` is a gap."""
    ground, fold = QWidget(), Fold(make_look(), 10)
    qtbot.addWidget(ground)
    ground.setLayout(fold)
    blocks: list[Block] = []
    for part in parts:
        if part is None:
            fold.add_gap()
        else:
            blocks.append(Block(part[0]))
            fold.add(blocks[-1], part[1], part[0])
    fold.setGeometry(QRect(0, 0, width, fold.heightForWidth(width)))
    tops = sorted({block.y() for block in blocks})
    return [[n for n, block in enumerate(blocks) if block.y() == top] for top in tops]


def test_tiles_are_shared_out_evenly(qtbot: QtBot) -> None:
    tiles = [(200, 1)] * 4
    assert folded(qtbot, 1000, *tiles) == [[0, 1, 2, 3]]
    assert folded(qtbot, 700, *tiles) == [[0, 1], [2, 3]]
    assert folded(qtbot, 300, *tiles) == [[0], [1], [2], [3]]


def test_buttons_lie_beside_each_other_below_their_heading(qtbot: QtBot) -> None:
    assert folded(qtbot, 600, (350, 1), (150, 0), (250, 0)) == [[0], [1, 2]]


def test_what_comes_after_a_gap_begins_a_line(qtbot: QtBot) -> None:
    parts = ((200, 0), (200, 0), None, (250, 0))
    assert folded(qtbot, 800, *parts) == [[0, 1, 2]]
    assert folded(qtbot, 600, *parts) == [[0, 1], [2]]


def test_only_what_takes_a_moment_says_that_it_looks(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    quick, slow = Looking(make_look()), Looking(make_look())
    for line in (quick, slow):
        line.setParent(ground)
    ground.show()
    assert not slow.isVisible()
    quick.end()
    qtbot.waitUntil(slow.isVisible)
    assert not quick.isVisible()
    assert slow.accessibleName() == "Looking…"
    slow.end()
    assert not slow.isVisible()


def shown_attempts(room: Room, lines: list[AttemptLine]) -> Table:
    """Show these attempts, once the kiosk's own answer has come: there are none."""
    page = room.staff_page("attempts", AttemptsPage)
    room.wait(lambda: page.table.nothing is not None)
    page.show_rows([line_cells(line) for line in lines])
    settle()
    return page.table


@pytest.mark.parametrize("language", ["en", "es"])
def test_usual_columns_of_the_attempts_fit_a_small_window(room: Room, language: str) -> None:
    room.kiosk.window.resize(1024, 768)
    room.kiosk.tongue.speak(language)
    room.staff_area()
    table = shown_attempts(room, [replace(LINE, whole=True, outcome="failed", tries=3)] * 30)
    assert not any(table.isColumnHidden(n) for n in range(7))
    assert table.rows.below(0) == ""


@pytest.mark.parametrize("language", ["en", "es"])
def test_attempts_do_not_scroll_sideways_in_the_largest_letters(room: Room, language: str) -> None:
    room.kiosk.window.resize(1024, 768)
    room.kiosk.tongue.speak(language)
    room.staff_area()
    room.kiosk.look.set_text_size(TextSize.LARGEST)
    table = shown_attempts(room, [LINE] * 30)
    rows = table.rows
    shown = [n for n in range(7) if not table.isColumnHidden(n)]
    assert sum(table.columnWidth(n) for n in shown) == table.viewport().width()
    # What has no room stands below the rest, and is read out with the last cell.
    cells = line_cells(LINE)
    told = rows.below(0).replace("\N{NBSP}", " ")
    assert all(cells[n].words.replace("\N{NBSP}", " ") in told for n in set(range(7)) - set(shown))
    spoken = rows.index(0, shown[-1]).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{cells[shown[-1]].words}. {rows.below(0)}"
    assert table.rowHeight(0) > row_height(room.kiosk.look)


def test_table_is_no_higher_than_its_rows(room: Room) -> None:
    room.kiosk.window.resize(1366, 768)
    room.staff_area()
    for rows, whole in ((3, True), (30, False)):
        table = shown_attempts(room, [LINE] * rows)
        assert (table.viewport().height() == rows * table.rowHeight(0)) is whole


def test_figures_beside_each_other_have_letters_of_one_size(qtbot: QtBot) -> None:
    row = FiguresRow(make_look())
    qtbot.addWidget(row)
    row.resize(880, 120)
    row.show()
    usual = letters(make_look(), Role.FIGURE).pixelSize()
    for last, shrunk in (("17", False), ("1,000,000", True)):
        row.show_figures([("2", "visits"), ("1", "attempt"), ("0", "passed"), (last, "in all")])
        settle()
        texts = cast("Iterable[Text]", row.findChildren(Text))
        sizes = [each.font().pixelSize() for each in texts if each.accessibleName() in {"2", last}]
        assert len(sizes) == 2
        assert len(set(sizes)) == 1
        assert (sizes[0] < usual) is shrunk


@pytest.mark.parametrize(("width", "lines"), [(880, 1), (600, 2)])
def test_what_figures_count_is_in_line_beside_a_figure_of_two_words(
    qtbot: QtBot, width: int, lines: int
) -> None:
    look = make_look()
    row = FiguresRow(look, Role.HEADING)
    ground = QWidget()
    ground.setLayout(laid := Column(look, 0))
    laid.addWidget(row)
    laid.addStretch(1)
    qtbot.addWidget(ground)
    ground.resize(width, 900)
    ground.show()
    row.expect(*"abcd")
    settle()
    row.show_figures([("2", "a"), ("1", "b"), ("Extraordinary authorities", "c"), ("3", "d")])
    texts = {t.accessibleName(): t for t in cast("Iterable[Text]", row.findChildren(Text))}

    def levels() -> list[int]:
        return [texts[words].mapTo(row, QPoint(0, 0)).y() for words in "abcd"]

    two = texts["2"].fontMetrics().height() * 2
    qtbot.waitUntil(lambda: levels()[2] == levels()[3] and texts["d"].y() > two)
    assert len(set(levels())) == lines
    assert (texts["a"].y() == texts["c"].y()) is (lines == 1)


def test_single_bar_is_no_broader_than_one_of_many(qtbot: QtBot) -> None:
    plot = Histogram(make_look())
    qtbot.addWidget(plot)
    plot.show_bars("Boards", (Bar(3, "0", "0 to 1 minutes"),), "")
    plot.resize(800, plot.heightForWidth(800))
    picture, ink = plot.grab().toImage(), make_look().color("primary")
    row = picture.height() * 2 // 3
    drawn = [x for x in range(picture.width()) if picture.pixelColor(x, row) == ink]
    assert 0 < len(drawn) < picture.width() / 8


def test_command_is_not_broken_and_read_as_it_is_typed(qtbot: QtBot) -> None:
    text = Text(make_look(), Role.BODY, "See it as pictures: mentor-kiosk tour --out DIR.")
    qtbot.addWidget(text)
    text.setAlignment(Qt.AlignmentFlag.AlignLeft)
    joined = "\N{WORD JOINER}-\N{WORD JOINER}"
    assert f"mentor{joined}kiosk" in text.text()
    assert f"{joined}{joined}out" in text.text()
    assert text.accessibleName().endswith("mentor-kiosk tour --out DIR.")


def test_lesson_is_named_in_the_language_of_staff(room: Room) -> None:
    titles = Titles("Mentoring", {"en": "Mentoring", "es": "Mentoría"})
    values = {"title": titles, "version": "1.2.0"}
    finding = Finding(Subject.LESSON, State.GOOD, Said.LESSON_SOUND, values)
    room.kiosk.tongue.speak("es")
    assert "Mentoría" in finding_words(finding)
    room.kiosk.tongue.speak("en")
    assert "Mentoring" in finding_words(finding)
    assert "Mentoring, 1.2.0" in str(finding)


def test_each_language_quotes_in_one_way() -> None:
    tree = ET.parse(paths.resources() / "translations" / "kiosk_es.ts")
    for message in tree.iter("message"):
        english = message.findtext("source") or ""
        spanish = "".join(message.find("translation").itertext())  # type: ignore[union-attr]
        assert not _CURLY.search(english + spanish), english
        assert not _STRAIGHT.search(spanish), spanish


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("language", ["en", "es"])
def test_side_bar_names_all_pages_in_the_largest_letters(
    room: Room, size: tuple[int, int], language: str
) -> None:
    room.kiosk.window.resize(*size)
    room.kiosk.tongue.speak(language)
    area = room.staff_area()
    room.kiosk.look.set_text_size(TextSize.LARGEST)
    settle()
    areas = cast("Iterable[Scroll]", area.side.findChildren(Scroll))
    assert not any(part.scrolls for part in areas)
    for button in (*area.side.pages.values(), area.back, area.leave):
        assert button.width() >= button.sizeHint().width()
        assert button.accessibleName()
        assert button.toolTip() == button.accessibleName()


@pytest.mark.parametrize(
    ("bars", "least", "named"),
    [(21, 2, [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20]), (10, 2, [0, 3, 6, 9]), (14, 2, None)],
)
def test_plot_names_its_last_bar_and_the_first_where_it_can(
    bars: int, least: int, named: list[int] | None
) -> None:
    labels = list(_written(bars, least))
    assert labels[-1] == bars - 1
    assert all(later - former >= least for former, later in pairwise(labels))
    assert named is None or labels == named


def test_date_is_held_together_and_a_half_day_ends_with_one_stop(qtbot: QtBot) -> None:
    del qtbot
    look, gap = make_look(), "\N{ZERO WIDTH SPACE}"
    assert html_of((Span("29/11/26"),), look, None) == "29/11/26"
    assert html_of((Span("/media/a"),), look, None) == f"/{gap}media/{gap}a"
    assert one_stop("Es del 29/11/26 3:04 a.m..") == "Es del 29/11/26 3:04 a.m."
    assert one_stop("Un momento...") == "Un momento..."
