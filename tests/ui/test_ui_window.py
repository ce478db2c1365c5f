"""A window lies on its screen whole, whatever was asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions
from kiosk.ui.main_window import WindowMode

CHILD = Path(__file__).with_name("child_window.py")
SCREEN = ("xvfb-run", "-a", "-s", "-screen 0 1366x768x24")


def on_low_screen(folder: Path, size: str) -> list[str]:
    """Return what the child says: the window's size, and whether it lies on the screen whole."""
    env = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    command = (*SCREEN, sys.executable, str(CHILD), str(folder), size)
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.split()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="xvfb-run is not installed")
@pytest.mark.parametrize(("asked", "given"), [("1280x800", "1366x768"), ("1024x700", "1024x700")])
def test_window_lies_whole_on_a_low_screen(tmp_path: Path, asked: str, given: str) -> None:
    assert on_low_screen(tmp_path, asked) == [given, "True"]


def test_window_that_is_only_painted_has_the_size_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        pytest.skip("this run has a screen")
    options = KioskOptions(
        tmp_path / "data", paths.default_pack(), "en", WindowMode.WINDOWED, (3840, 2160)
    )
    kiosk = KioskApp(options)
    kiosk.start()
    qtbot.waitExposed(kiosk.window)
    try:
        assert (kiosk.window.width(), kiosk.window.height()) == (3840, 2160)
    finally:
        kiosk.leave()
        assert kiosk.close()
