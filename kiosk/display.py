"""Whether there is a screen to open a window on, found out before Qt gives up the process."""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Mapping


def there_is_a_display(environment: Mapping[str, str]) -> bool:
    """Return whether Qt would find a screen with this environment."""
    if environment.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal", "vnc")):
        return True
    if sys.platform in ("win32", "darwin") or environment.get("WAYLAND_DISPLAY"):
        return True
    return _x_server_answers(environment.get("DISPLAY", ""))


def _x_server_answers(display: str) -> bool:
    match = re.fullmatch(r"([^:]*):(\d+)(\.\d+)?", display)
    if match is None:
        return False
    host, number = match.group(1), match.group(2)
    if host not in ("", "unix"):
        return True
    # Some servers listen on the file, some on the abstract name beside it.
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers have it
    return any(_answers(address) for address in (path, f"\0{path}"))


def _answers(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(2)
        try:
            probe.connect(os.fsencode(address))
        except OSError:
            return False
    return True
