"""Facts about the machine that the kiosk runs on, read and never changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.core.checkup import Finding
from kiosk.core.lock_down import LinuxFacts, WindowsFacts, on_linux, on_windows

_XORG = ("/etc/X11/xorg.conf", "/etc/X11/xorg.conf.d", "/usr/share/X11/xorg.conf.d")


def lock_down() -> tuple[Finding, ...]:
    """Return what of the ways out of the full screen is blocked here."""
    if sys.platform == "win32":
        return on_windows(WindowsFacts(_registry(), _administrator()))
    return on_linux(linux_facts(os.environ, Path("/")))


def linux_facts(environment: Mapping[str, str], root: Path) -> LinuxFacts:
    """Return the facts of a session; ``root`` is where the system's files begin."""
    processes = root / "proc"
    graphical = "x11" if environment.get("DISPLAY") else ""
    if environment.get("WAYLAND_DISPLAY"):
        graphical = "wayland"
    above = tuple(_above(processes, os.getpid()))
    cage = next((words for name, words in above if name == "cage"), [])
    return LinuxFacts(
        graphical=graphical,
        above=tuple(name for name, _ in above),
        running=frozenset(_running(processes)),
        cage_switches="-s" in cage,
        no_consoles=any(_forbids_consoles(root / place.lstrip("/")) for place in _XORG),
        sysrq=_text(processes / "sys" / "kernel" / "sysrq"),
        root=hasattr(os, "geteuid") and os.geteuid() == 0,
    )


def _above(processes: Path, pid: int) -> Iterator[tuple[str, list[str]]]:
    for _ in range(64):
        # The name stands in brackets and may have any sign in it.
        _, _, rest = _text(processes / str(pid) / "stat").rpartition(")")
        fields = rest.split()
        if len(fields) < 2 or not fields[1].isdigit() or fields[1] == "0":
            return
        pid = int(fields[1])
        words = _text(processes / str(pid) / "cmdline").split("\0")
        yield _text(processes / str(pid) / "comm"), words


def _running(processes: Path) -> Iterator[str]:
    try:
        entries = [entry for entry in processes.iterdir() if entry.name.isdigit()]
    except OSError:
        return
    for entry in entries:
        name = _text(entry / "comm")
        if name:
            yield name


def _forbids_consoles(place: Path) -> bool:
    files = sorted(place.glob("*.conf")) if place.is_dir() else [place]
    for file in files:
        for line in _text(file).lower().splitlines():
            words = line.replace('"', " ").split()
            if words[:2] == ["option", "dontvtswitch"] and words[2:3] not in (["false"], ["off"]):
                return True
    return False


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


if sys.platform == "win32":
    import ctypes
    import winreg

    _POLICIES = r"Software\Microsoft\Windows\CurrentVersion\Policies"
    _WINLOGON = r"Software\Microsoft\Windows NT\CurrentVersion\Winlogon"
    _USER, _MACHINE = winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE
    _SERVICES = r"SYSTEM\CurrentControlSet\Services"
    _LAYOUT = r"SYSTEM\CurrentControlSet\Control\Keyboard Layout"
    _EDGES = r"Software\Policies\Microsoft\Windows\EdgeUI"
    _PLACES = (
        ("Shell", _USER, _WINLOGON, "Shell"),
        ("Shell", _MACHINE, _WINLOGON, "Shell"),
        ("DisableTaskMgr", _USER, rf"{_POLICIES}\System", "DisableTaskMgr"),
        ("DisableLockWorkstation", _USER, rf"{_POLICIES}\System", "DisableLockWorkstation"),
        ("DisableChangePassword", _USER, rf"{_POLICIES}\System", "DisableChangePassword"),
        ("NoLogoff", _USER, rf"{_POLICIES}\Explorer", "NoLogoff"),
        ("AllowEdgeSwipe", _MACHINE, _EDGES, "AllowEdgeSwipe"),
        ("KeyboardFilter", _MACHINE, rf"{_SERVICES}\MsKeyboardFilter", "Start"),
        ("Scancode Map", _MACHINE, _LAYOUT, "Scancode Map"),
    )

    def _registry() -> dict[str, object]:
        found: dict[str, object] = {}
        for name, hive, key, value in _PLACES:
            try:
                with winreg.OpenKey(hive, key) as opened:
                    found.setdefault(name, winreg.QueryValueEx(opened, value)[0])
            except OSError:
                continue
        return found

    def _administrator() -> bool:
        return bool(ctypes.windll.shell32.IsUserAnAdmin())
