"""A file is whole or not there, whatever call fails."""

from __future__ import annotations

import errno
import hashlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

from kiosk import durable

P = ParamSpec("P")
T = TypeVar("T")
OLD, NEW = b"the old file", b"the new file, and longer"


def entries(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder with what is in them, hidden ones too."""
    return {entry.name: entry.read_bytes() for entry in folder.iterdir()}


@pytest.fixture(params=[{}, {"a.txt": OLD}, {"a.txt.part": b"left by a power cut"}])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An empty folder, one with an older file, one with the rest of a broken write."""
    for name, content in request.param.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def refusing(real: Callable[P, T], at: int) -> Callable[P, T]:
    """Return a call that fails at its ``at``-th time, from 1, and works at the others."""
    calls = iter(range(1, 1_000))

    def call(*arguments: P.args, **named: P.kwargs) -> T:
        if next(calls) == at:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*arguments, **named)

    return call


def test_written_file_is_whole_and_its_hash_is_told(folder: Path) -> None:
    digest = durable.write_file(folder / "a.txt", [NEW[:5], NEW[5:]])
    assert entries(folder) == {"a.txt": NEW}
    assert digest == hashlib.sha256(NEW).hexdigest()
    assert durable.sync_file(folder / "a.txt") == digest


def test_failing_source_leaves_the_old_file_and_no_part(folder: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield NEW
        raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(OSError, match="Input/output"):
        durable.write_file(folder / "a.txt", failing())
    assert entries(folder) in ({}, {"a.txt": OLD})


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_full_disk_is_told_and_leaves_no_part(tmp_path: Path) -> None:
    (tmp_path / "a.txt.part").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space"):
        durable.write_file(tmp_path / "a.txt", [NEW])
    assert entries(tmp_path) == {}


@pytest.mark.parametrize(
    ("owner", "name", "at"),
    [(Path, "open", 1), (os, "fsync", 1), (Path, "replace", 1)],
    ids=["open", "fsync", "replace"],
)
def test_refused_call_leaves_the_old_file_and_no_part(
    folder: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, at: int
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(owner, name, refusing(getattr(owner, name), at))
        with pytest.raises(OSError, match="No space"):
            durable.write_file(folder / "a.txt", [NEW])
    assert entries(folder) in ({}, {"a.txt": OLD})


@pytest.mark.skipif(os.name == "nt", reason="Windows syncs no folders")
@pytest.mark.parametrize(("name", "at"), [("open", 1), ("fsync", 2)])
def test_refused_sync_of_the_folder_is_told_and_the_file_is_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, at: int
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, name, refusing(getattr(os, name), at))
        with pytest.raises(OSError, match="No space"):
            durable.write_file(folder / "a.txt", [NEW])
    assert entries(folder) == {"a.txt": NEW}


def test_file_is_synced_before_it_gets_its_name_and_the_folder_after(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bytes | None] = []
    real = os.fsync

    def look(handle: int) -> None:
        target = folder / "a.txt"
        seen.append(target.read_bytes() if target.exists() else None)
        real(handle)

    monkeypatch.setattr(os, "fsync", look)
    durable.write_file(folder / "a.txt", [NEW])
    assert seen[0] in (None, OLD)
    assert seen[1:] == ([] if os.name == "nt" else [NEW])


def held(times: int, code: int) -> Callable[[Path, Path], Path]:
    """Return a rename that a virus scanner refuses so many times with an error of Windows."""
    left = iter([True] * times)
    real = Path.replace

    def rename(source: Path, target: Path) -> Path:
        if next(left, False):
            fault = OSError(errno.EACCES, "in use")
            vars(fault)["winerror"] = code
            raise fault
        return real(source, target)

    return rename


def test_folders_that_are_made_outlast_a_power_cut_each_in_the_one_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(durable, "sync_folder", synced.append)
    inner = tmp_path / "a" / "b"
    durable.make_folder(inner, mode=0o700)
    assert inner.is_dir()
    assert set(synced) == {tmp_path, tmp_path / "a"}
    durable.make_folder(inner)
    assert len(synced) == 2
    (inner / "file").touch()
    with pytest.raises(FileExistsError):
        durable.make_folder(inner / "file")


def test_sharing_violation_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    monkeypatch.setattr(Path, "replace", held(9, code=32))
    durable.write_file(tmp_path / "a.txt", [NEW])
    assert entries(tmp_path) == {"a.txt": NEW}
    assert pauses == [0.05] * 9


@pytest.mark.parametrize(("times", "code", "waits"), [(10, 5, 9), (1, 3, 0)])
def test_file_that_stays_held_is_told_and_no_part_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, code: int, waits: int
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    monkeypatch.setattr(Path, "replace", held(times, code))
    with pytest.raises(OSError, match="in use"):
        durable.write_file(tmp_path / "a.txt", [NEW])
    assert entries(tmp_path) == {}
    assert len(pauses) == waits
