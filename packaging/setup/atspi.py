"""Finds what a test needs to read the kiosk as a screen reader does on Linux, and installs it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fetch import quiet
from system import install

SYSTEM_PYTHON = "/usr/bin/python3"
"""The Python that the system's ``gi`` is made for; no virtual environment has it."""

TOOLS = {"dbus-run-session": "dbus", "xvfb-run": "xvfb", "xauth": "xauth"}
BUS_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
BUS_PACKAGE = "at-spi2-core"
CLIENT_PACKAGES = ("gir1.2-atspi-2.0", "python3-gi")
_IMPORT_CLIENT = "import gi; gi.require_version('Atspi', '2.0'); import gi.repository.Atspi"


def missing_packages() -> list[str]:
    """The packages of Debian and Ubuntu that are still needed, sorted; none if all is there."""
    missing = {package for tool, package in TOOLS.items() if shutil.which(tool) is None}
    if not BUS_SERVICE.exists():
        missing.add(BUS_PACKAGE)
    if not quiet([SYSTEM_PYTHON, "-I", "-c", _IMPORT_CLIENT]):
        missing.update(CLIENT_PACKAGES)
    return sorted(missing)


def main() -> int:
    """Install what is missing where that may be done; the exit code, always 0.

    Without them one test is skipped and says so: no reason to stop the others.
    """
    packages = missing_packages()
    if packages:
        install(packages, "Without some packages of the system, the screen reader test is skipped.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
