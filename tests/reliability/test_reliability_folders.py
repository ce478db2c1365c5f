"""A folder that is full, locked, read-only or moved in mid-visit loses no placement."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from folders import (
    after_deletion,
    no_small_disk,
    on_a_small_disk,
    while_locked,
    while_moved_away,
    while_read_only,
)
from refuser import build
from shims import why_no_shim
from trials import Harm

NONE = Harm(0, 0)

pytestmark = pytest.mark.slow


def test_disk_filled_to_the_last_byte_holds_placements_up_and_loses_none(tmp_path: Path) -> None:
    if why := no_small_disk(tmp_path):
        pytest.skip(why)
    assert list(on_a_small_disk(tmp_path, 2)) == [NONE, NONE]


def test_database_locked_by_another_program_is_waited_for(tmp_path: Path) -> None:
    assert while_locked(tmp_path / "data") == NONE


@pytest.mark.skipif(bool(why_no_shim()), reason=why_no_shim() or "it can be refused")
def test_file_system_turned_read_only_is_waited_for(tmp_path: Path) -> None:
    assert while_read_only(tmp_path / "data", build(tmp_path)) == NONE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves nothing that is open")
def test_folder_moved_away_is_told_and_waited_for(tmp_path: Path) -> None:
    assert while_moved_away(tmp_path / "data") == NONE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes nothing that is open")
def test_folder_deleted_under_a_kiosk_is_written_anew(tmp_path: Path) -> None:
    assert after_deletion(tmp_path / "data") == NONE
