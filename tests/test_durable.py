"""A file is whole or not there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import durable


def test_written_file_is_whole_and_its_hash_is_told(tmp_path: Path) -> None:
    digest = durable.write_file(tmp_path / "a.txt", [b"one", b"two"])
    assert (tmp_path / "a.txt").read_bytes() == b"onetwo"
    assert digest == hashlib.sha256(b"onetwo").hexdigest()
    assert durable.sync_file(tmp_path / "a.txt") == digest


def failing() -> Iterator[bytes]:
    yield b"half"
    raise OSError(28, "No space left on device")


def test_failed_write_leaves_the_old_file_and_no_part(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(OSError, match="No space"):
        durable.write_file(tmp_path / "a.txt", failing())
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text() == "old"


@pytest.mark.parametrize("call", ["fsync", "open"])
def test_refused_sync_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def refuse(*_arguments: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(OSError, match="Input/output"):
        durable.write_file(tmp_path / "a.txt", [b"new"])
