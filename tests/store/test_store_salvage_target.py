"""The file that salvage writes: whole or not there, whatever happens to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from makers import MORNING
from spoiled import read_rows
from store_tools import child, heard

from kiosk import durable
from kiosk.errors import SalvageFailed, SalvageSourceMissing, SalvageTargetTaken
from kiosk.store.salvage import salvage
from kiosk.store.salvage.asked import salvage_file


def refuse(*_arguments: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.slow
@pytest.mark.parametrize("times", [1, 2, 4, 7])
def test_kill_leaves_a_whole_file_or_none(file: Path, times: int) -> None:
    out = file.with_name("out.db")
    rows = read_rows(file)
    with child("child_salvager.py", file, out) as process:
        for _ in range(times):
            heard(process)
        process.kill()
    assert out.exists() or times == 1
    if out.exists():
        assert read_rows(out) == rows
    salvage(file, out, MORNING)
    assert read_rows(out) == rows
    assert not out.with_name("out.db.part").exists()


@pytest.mark.parametrize("step", ["sync_file", "replace"])
@pytest.mark.parametrize("before", [None, b"what was there"])
def test_disk_that_refuses_leaves_what_was_there(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str, before: bytes | None
) -> None:
    out = file.with_name("out.db")
    if before is not None:
        out.write_bytes(before)
    entries = sorted(file.parent.iterdir())
    monkeypatch.setattr(durable, step, refuse)
    with pytest.raises(OSError, match="No space"):
        salvage(file, out, MORNING)
    assert sorted(file.parent.iterdir()) == entries
    assert before is None or out.read_bytes() == before


def test_part_that_a_power_cut_left_behind_is_no_hindrance(file: Path) -> None:
    out = file.with_name("out.db")
    out.with_name("out.db.part").write_bytes(b"half of it")
    salvage(file, out, MORNING)
    assert read_rows(out) == read_rows(file)


def test_new_database_is_synced_before_it_gets_its_name(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    for step in ("sync_file", "replace", "sync_folder"):
        real = getattr(durable, step)

        def noted(*arguments: Path, step: str = step, real: object = real) -> object:
            steps.append(step)
            assert callable(real)
            return real(*arguments)

        monkeypatch.setattr(durable, step, noted)
    salvage(file, file.with_name("out.db"), MORNING)
    assert steps == ["sync_file", "replace", "sync_folder"]


def test_person_is_told_what_is_in_the_way(file: Path) -> None:
    out = file.with_name("out.db")
    with pytest.raises(SalvageSourceMissing):
        salvage_file(file.with_name("none.db"), out, MORNING)
    with pytest.raises(SalvageTargetTaken, match=r"damaged\.db"):
        salvage_file(file, file, MORNING)
    with pytest.raises(SalvageFailed, match="nowhere"):
        salvage_file(file, file.parent / "nowhere" / "out.db", MORNING)
    out.with_name("out.db-wal").touch()
    with pytest.raises(SalvageTargetTaken, match=r"out\.db-wal"):
        salvage_file(file, out, MORNING)
    assert not out.exists()
