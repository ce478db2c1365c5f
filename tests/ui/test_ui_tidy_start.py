"""A start waits for what was broken off, and for nothing else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app import make_look
from kiosk.errors import PurgeUnfinished
from kiosk.ui.background import Background
from kiosk.ui.main_window import MainWindow, WindowMode
from kiosk.ui.screens.tidying import TidyingPage
from kiosk.ui.tidy_start import TidyStart


class Purges:
    """What was broken off at ``begun``; it is finished, or fails, once it may go on."""

    def __init__(self, begun: datetime | None, fault: Exception | None = None) -> None:
        self._begun = begun
        self._fault = fault
        self.may_go_on = threading.Event()

    def under_way(self) -> datetime | None:
        return self._begun

    def finish(self) -> None:
        assert self.may_go_on.wait(10)
        if self._fault is not None:
            raise self._fault


class Begun:
    """A start, and whether people have been let in."""

    def __init__(self, purges: Purges, background: Background, window: MainWindow) -> None:
        self.let_in = False
        TidyStart(purges, background, window).begin(make_look(), self._let_in)

    def _let_in(self) -> None:
        self.let_in = True


@pytest.fixture
def background() -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(make_look(), WindowMode.WINDOWED)
    qtbot.addWidget(made)
    return made


def test_start_with_nothing_broken_off_waits_for_nothing(
    background: Background, window: MainWindow
) -> None:
    assert Begun(Purges(None), background, window).let_in
    assert window.pages.count() == 0


@pytest.mark.parametrize("fault", [None, PurgeUnfinished(path="here", detail="full")])
def test_start_waits_for_what_was_broken_off_and_no_fault_keeps_people_out(
    qtbot: QtBot, background: Background, window: MainWindow, fault: Exception | None
) -> None:
    purges = Purges(datetime(2025, 3, 3, tzinfo=UTC), fault)
    begun = Begun(purges, background, window)
    assert not begun.let_in
    assert isinstance(window.pages.currentWidget(), TidyingPage)
    purges.may_go_on.set()
    qtbot.waitUntil(lambda: begun.let_in)
    assert window.pages.count() == 0
