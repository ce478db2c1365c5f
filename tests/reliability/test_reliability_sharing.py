"""A virus scanner that holds a file for a moment, as on Windows, stops no export and no backup."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from stores import CLOCK, Player, open_database, small_pack

from kiosk.core.log_rows import Selection
from kiosk.errors import ExportFailed
from kiosk.reports.export import ExportOrder, export
from kiosk.reports.verify import verify
from kiosk.store.backup import back_up
from kiosk.store.connection import open_reader
from kiosk.store.log import SqliteAttemptLog

SHARING_VIOLATION = 32
RETRIES = 9


class Scanner:
    """Holds a file at each of its first renames, as error 32 of Windows tells it."""

    def __init__(self, times: int) -> None:
        self._times = times
        self._refused: dict[Path, int] = {}
        self._replace = Path.replace
        self.pauses: list[float] = []

    def replace(self, source: Path, target: Path) -> Path:
        self._refused[source] = self._refused.get(source, 0) + 1
        if self._refused[source] <= self._times:
            fault = PermissionError(errno.EACCES, "in use by another process")
            vars(fault)["winerror"] = SHARING_VIOLATION
            raise fault
        return self._replace(source, target)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Scanner]:
    def hold(times: int) -> Scanner:
        scanner = Scanner(times)

        def replace(source: Path, target: Path) -> Path:
            return scanner.replace(source, target)

        monkeypatch.setattr(Path, "replace", replace)
        monkeypatch.setattr(time, "sleep", scanner.pauses.append)
        return scanner

    return hold


@pytest.fixture
def played(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    database = open_database(folder)
    Player(database, small_pack()).play()
    database.close()
    return folder


def exported(folder: Path, out: Path) -> Path:
    order = ExportOrder(Selection(), CLOCK.now(), "1")
    with SqliteAttemptLog(folder).snapshot(order.selection) as snapshot:
        receipt = export(snapshot, order, out, lambda *_: None, lambda: False)
    assert receipt is not None
    return receipt.folder


def test_export_waits_for_files_that_are_held(
    played: Path, tmp_path: Path, held: Callable[[int], Scanner]
) -> None:
    scanner = held(RETRIES)
    assert verify(exported(played, tmp_path / "out")).placements == 6
    assert set(scanner.pauses) == {0.05}
    assert len(scanner.pauses) % RETRIES == 0


def test_export_whose_files_stay_held_says_so_and_leaves_nothing(
    played: Path, tmp_path: Path, held: Callable[[int], Scanner]
) -> None:
    held(RETRIES + 1)
    with pytest.raises(ExportFailed):
        exported(played, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_backup_waits_for_a_file_that_is_held(played: Path, held: Callable[[int], Scanner]) -> None:
    scanner = held(RETRIES)
    source = open_reader(played / "kiosk.db")
    try:
        backup = back_up(source, played, "held", CLOCK.now())
    finally:
        source.close()
    assert backup.read_bytes()[:6] == b"SQLite"
    # The backup, and the file that proves it.
    assert scanner.pauses == [0.05] * RETRIES * 2
