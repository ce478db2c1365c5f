"""What the system says of motion is heard, and nothing else stops or moves anything."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kiosk.motion import off_in_plasma, outside, wants_less_motion

ON_UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows tells it by a call")


def answering(folder: Path, answer: str) -> None:
    """Put a program into a folder that says of each setting what it is told to."""
    program = folder / "gsettings"
    program.write_text(f"#!/bin/sh\n{answer}\n")
    program.chmod(0o755)


@ON_UNIX
@pytest.mark.parametrize(
    ("answer", "less"),
    [
        ("echo false", True),
        ("echo true", False),
        ("echo 'No such schema' >&2; exit 1", False),
        ("kill -9 $$", False),
        ('[ -z "$LD_LIBRARY_PATH" ] && echo false', True),
    ],
)
def test_answer_of_the_desktop_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, *, less: bool
) -> None:
    answering(tmp_path, answer)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/nowhere")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert wants_less_motion() is less


@ON_UNIX
def test_desktop_that_says_nothing_moves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert not wants_less_motion()


@pytest.mark.parametrize(
    ("words", "less"),
    [
        ("[KDE]\nAnimationDurationFactor=0\n", True),
        ("[General]\nx=1\n\n[KDE]\nAnimationDurationFactor = 0.0\n", True),
        ("[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("[Other]\nAnimationDurationFactor=0\n", False),
        ("\x00\xff no settings at all", False),
    ],
)
def test_file_of_plasma_is_read(tmp_path: Path, words: str, *, less: bool) -> None:
    (tmp_path / "kdeglobals").write_text(words)
    assert off_in_plasma(tmp_path) is less


def test_programs_of_the_system_get_their_own_libraries() -> None:
    assert outside({"A": "1", "LD_LIBRARY_PATH": "/ours"}) == {"A": "1"}
    before = {"LD_LIBRARY_PATH": "/ours", "LD_LIBRARY_PATH_ORIG": "/theirs"}
    assert outside(before) == {"LD_LIBRARY_PATH": "/theirs"}
