"""Facts about a machine are read from its files, whatever is in them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.machine import linux_facts, lock_down


def process(root: Path, pid: int, parent: int, name: str, *words: str) -> None:
    folder = root / "proc" / str(pid)
    folder.mkdir(parents=True)
    (folder / "stat").write_text(f"{pid} ({name}) S {parent} 1 1 0")
    (folder / "comm").write_text(f"{name}\n")
    (folder / "cmdline").write_text("\0".join((name, *words)))


@pytest.mark.parametrize("words", [(), ("-s",)])
def test_session_under_cage_is_known(tmp_path: Path, words: tuple[str, ...]) -> None:
    process(tmp_path, os.getpid(), 20, "python (3) x")
    process(tmp_path, 20, 10, "cage", *words, "--", "mentor-kiosk")
    process(tmp_path, 10, 1, "systemd")
    process(tmp_path, 1, 0, "systemd")
    facts = linux_facts({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, tmp_path)
    assert facts.graphical == "wayland"
    assert facts.above == ("cage", "systemd", "systemd")
    assert facts.cage_switches is bool(words)
    assert "cage" in facts.running


@pytest.mark.parametrize(
    ("line", "forbids"),
    [
        ('Option "DontVTSwitch" "true"', True),
        ('  Option  "DontVTSwitch"', True),
        ('Option "DontVTSwitch" "false"', False),
        ('# Option "DontVTSwitch" "true"', False),
    ],
)
def test_x_server_that_was_asked_not_to_switch_consoles(
    tmp_path: Path, line: str, *, forbids: bool
) -> None:
    folder = tmp_path / "etc" / "X11" / "xorg.conf.d"
    folder.mkdir(parents=True)
    (folder / "10.conf").write_text(f'Section "ServerFlags"\n{line}\nEndSection\n')
    facts = linux_facts({"DISPLAY": ":0"}, tmp_path)
    assert facts.no_consoles is forbids
    assert facts.above == ()


def test_this_machine_can_be_looked_at() -> None:
    assert lock_down()
