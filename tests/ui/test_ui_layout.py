"""Cards and zones never cover each other, and a whole visit fits its screen."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from makers import make_activity
from PySide6.QtCore import QRect, QSize
from pytestqt.qtbot import QtBot
from screen_measures import SMALLEST_TARGET, faults

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions, make_look
from kiosk.core.board import Board
from kiosk.ui.main_window import MainWindow, WindowMode
from kiosk.ui.navigator import Navigator
from kiosk.ui.theme import Look
from kiosk.ui.tour.script import Script
from kiosk.ui.widgets.board_layout import Arrangement, Measures, Place, arrange
from kiosk.ui.widgets.sorting_board import SortingBoard

LANDSCAPES = st.builds(QSize, st.integers(1024, 3840), st.integers(768, 2160))
WINDOWS = LANDSCAPES | st.builds(QSize, st.integers(768, 2160), st.integers(1024, 3840))
WHERE = st.lists(st.integers(0, 6), min_size=2, max_size=40) | st.builds(
    lambda count, place: [place] * count, st.integers(2, 40), st.integers(0, 6)
)


def measures_of(look: Look, window: QSize) -> tuple[QSize, Measures]:
    """Return the board's size in a window, and its lengths, as the kiosk itself has them."""
    look.fit(window)
    activity = make_activity(("is", "is_not") * 10)
    board = SortingBoard(look)
    board.show_board(activity, Board.dealt_from(activity, 7), {})
    around = look.px(72 + 96 + 12 + 12 + 10) + look.metrics(30).height()
    size = QSize(window.width() - look.px(80), window.height() - around)
    return size, board._measures()


def apart(boxes: list[QRect], gap: int) -> bool:
    """Whether no two boxes are nearer than a gap."""
    pairs = combinations(boxes, 2)
    return not any(one.adjusted(-gap, -gap, gap, gap).intersects(other) for one, other in pairs)


def laid(
    size: QSize, categories: int, where: list[int], measures: Measures
) -> tuple[Arrangement, dict[Place, list[str]]]:
    ids = [f"category-{n}" for n in range(categories)]
    places: list[Place] = [None, *ids]
    cards: dict[Place, list[str]] = {place: [] for place in places}
    for n, at in enumerate(where):
        cards[places[at % len(places)]].append(f"card-{n}")
    return arrange(size, ids, cards, measures), cards


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@example(window=QSize(1024, 768), categories=6, where=[1] * 40)
@example(window=QSize(1280, 800), categories=5, where=[0] * 40)
@example(window=QSize(768, 1024), categories=6, where=[6] * 40)
@given(window=WINDOWS, categories=st.integers(1, 6), where=WHERE)
def test_cards_lie_inside_their_zones_and_beside_each_other(
    qtbot: QtBot, window: QSize, categories: int, where: list[int]
) -> None:
    del qtbot
    size, measures = measures_of(make_look(), window)
    found, cards = laid(size, categories, where, measures)
    whole = QRect(0, 0, size.width(), size.height())
    assert all(whole.contains(zone) for zone in found.zones.values())
    assert apart(list(found.zones.values()), measures.gap)
    assert set(found.cards) == {item for items in cards.values() for item in items}
    assert not any(slot.isEmpty() for slot in found.cards.values())
    for place, items in cards.items():
        slots = [found.cards[item] for item in items]
        assert all(found.zones[place].contains(slot) for slot in slots)
        assert apart(slots, measures.card_gap)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@example(window=QSize(1024, 768), first=16)
@example(window=QSize(1280, 800), first=16)
@example(window=QSize(1280, 800), first=0)
@given(window=LANDSCAPES, first=st.integers(0, 16))
def test_twenty_cards_of_two_categories_keep_a_fingers_height(
    qtbot: QtBot, window: QSize, first: int
) -> None:
    del qtbot
    size, measures = measures_of(make_look(), window)
    found, _ = laid(size, 2, [1] * first + [0] * (20 - first), measures)
    assert min(slot.height() for slot in found.cards.values()) >= SMALLEST_TARGET


class MeasuredScript(Script):
    """The tour; where it would take a picture it measures instead."""

    def __init__(self, window: MainWindow, navigator: Navigator, out: Path) -> None:
        super().__init__(window, navigator, "tap", 7, out)
        self.faults: list[str] = []

    def _picture(self, name: str) -> None:
        self._hand.rest(20)
        self.faults.extend(faults(self._hand.window, name))
        self.tally.pictures.append(name)


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1920, 1080)], ids=str)
def test_whole_visit_fits_the_screen(qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    del qtbot
    options = KioskOptions(tmp_path / "d", paths.default_pack(), "en", WindowMode.WINDOWED, size)
    kiosk = KioskApp(options)
    kiosk.look.reduced_motion = True
    kiosk.start()
    script = MeasuredScript(kiosk.window, kiosk.navigator, tmp_path)
    try:
        tally = script.play()
    finally:
        kiosk.leave()
        assert kiosk.close()
    assert script.faults == []
    assert {"welcome", "home", "board-full", "answers", "summary", "staff-export"} <= set(
        tally.pictures
    )
