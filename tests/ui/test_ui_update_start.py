"""A start that has much to bring up to date shows that it works, and opens then."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app import KioskOptions, bring_up_to_date
from kiosk.store import update_waits
from kiosk.store.backup import backups_of
from kiosk.store.lock import InstanceLock
from kiosk.store.migrate import load_migrations
from kiosk.ui.main_window import WindowMode
from kiosk.ui.screens.tidying import UpdatingPage

OLDEST = Path(__file__).parents[1] / "data" / "schema_1" / "kiosk.db"


@pytest.fixture
def options(tmp_path: Path, qtbot: QtBot) -> KioskOptions:
    del qtbot
    shutil.copy(OLDEST, tmp_path)
    return KioskOptions(tmp_path, None, "es", WindowMode.WINDOWED)


def pages() -> list[UpdatingPage]:
    shown = QApplication.topLevelWidgets()
    return [page for page in shown if isinstance(page, UpdatingPage) and page.isVisible()]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What the page says as soon as there is an event loop; it was asked to close first."""
    words: list[str] = []

    def look() -> None:
        for page in [] if words else pages():
            page.close()
            assert page.isVisible(), "there is nothing behind it yet"
            words.append(page.more.accessibleName())

    monkeypatch.setattr(update_waits, "LARGE", 1)
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start()
    yield words
    timer.stop()


def test_start_shows_a_page_until_all_is_up_to_date(options: KioskOptions, told: list[str]) -> None:
    bring_up_to_date(options)
    assert told == ["Acaba de empezar."]
    assert pages() == []
    assert len(backups_of(options.data_folder)) == 1
    assert update_waits.update_waits(options.data_folder) is None


def test_start_with_little_to_do_shows_nothing(options: KioskOptions) -> None:
    bring_up_to_date(options)
    assert backups_of(options.data_folder) == []


@pytest.mark.usefixtures("told")
def test_fault_is_left_to_the_start_that_follows(options: KioskOptions) -> None:
    lock = InstanceLock(options.data_folder)
    lock.take()
    bring_up_to_date(options)
    lock.free()
    assert update_waits.update_waits(options.data_folder) is not None
    assert len(load_migrations()) > 1
