"""What the system says of motion, where somebody has told it that less of it is wanted."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_log = logging.getLogger(__name__)

if sys.platform == "win32":
    import ctypes

    _CLIENT_AREA_ANIMATION = 0x1042

    def wants_less_motion() -> bool:
        """Return whether 'Animation effects' are off in the settings of Windows."""
        animated = ctypes.c_int(1)
        told = ctypes.windll.user32.SystemParametersInfoW(
            _CLIENT_AREA_ANIMATION, 0, ctypes.byref(animated), 0
        )
        return bool(told) and not animated.value

else:
    _ASK = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
    _PATIENCE_S = 5

    def wants_less_motion() -> bool:
        """Return whether animations are off on the desktop that the kiosk runs on. May wait."""
        return _off_in_gnome(os.environ) or off_in_plasma(_settings_folder(os.environ))

    def _off_in_gnome(environment: Mapping[str, str]) -> bool:
        # Other desktops on GTK keep it in the same place.
        try:
            told = subprocess.run(  # noqa: S603 - a fixed question to the system's own program
                _ASK,
                env=outside(environment),
                capture_output=True,
                text=True,
                timeout=_PATIENCE_S,
                check=False,
            )
        except (OSError, subprocess.SubprocessError) as fault:
            _log.info("the desktop says nothing of motion: %s", fault)
            return False
        return told.stdout.strip() == "false"

    def _settings_folder(environment: Mapping[str, str]) -> Path:
        return Path(environment.get("XDG_CONFIG_HOME") or Path.home() / ".config")


def outside(environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment for the system's own programs: without the libraries of this one."""
    ours = dict(environment)
    ours.pop("LD_LIBRARY_PATH", None)
    before = ours.pop("LD_LIBRARY_PATH_ORIG", None)
    return ours if before is None else {**ours, "LD_LIBRARY_PATH": before}


def off_in_plasma(folder: Path) -> bool:
    """Return whether animations take no time in KDE Plasma, by the file in its settings folder."""
    try:
        lines = (folder / "kdeglobals").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    section = ""
    for line in map(str.strip, lines):
        key, _, value = line.partition("=")
        if line.startswith("["):
            section = line
        elif section == "[KDE]" and key.strip() == "AnimationDurationFactor":
            return value.strip() in {"0", "0.0"}
    return False
