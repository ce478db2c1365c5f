"""Finds what some tests use besides, and installs it.

A screen reader's side of the kiosk, a clock that jumps, a spreadsheet that opens exports, what
counts the instructions of a start, and the libraries of Qt's speech, without which the kiosk
does not read aloud.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from fetch import quiet
from native import missing_libraries, qt_files
from system import install

SYSTEM_PYTHON = "/usr/bin/python3"
"""The Python that the system's ``gi`` is made for; no virtual environment has it."""

TOOLS = {"dbus-run-session": "dbus", "xvfb-run": "xvfb", "xauth": "xauth"}
OTHER_TOOLS = {
    "faketime": "faketime",
    "soffice": "libreoffice-calc-nogui",
    "valgrind": "valgrind",
}
BUS_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
BUS_PACKAGE = "at-spi2-core"
CLIENT_PACKAGES = ("gir1.2-atspi-2.0", "python3-gi")
SPEECH = (
    "libQt6TextToSpeech.so.6",
    "../plugins/texttospeech/libqtexttospeech_speechd.so",
)
SPEECH_PACKAGES = {"libpulse.so.0": "libpulse0", "libspeechd.so.2": "libspeechd2"}
_IMPORT_CLIENT = "import gi; gi.require_version('Atspi', '2.0'); import gi.repository.Atspi"


def missing_to_read() -> list[str]:
    """The packages that a screen reader's test still needs, sorted; none if all is there."""
    missing = _lacking(TOOLS)
    if not BUS_SERVICE.exists():
        missing.add(BUS_PACKAGE)
    if not quiet([SYSTEM_PYTHON, "-I", "-c", _IMPORT_CLIENT]):
        missing.update(CLIENT_PACKAGES)
    return sorted(missing)


def missing_to_speak() -> list[str]:
    """The packages that Qt's speech still needs, sorted; none if all is there."""
    try:
        missing = missing_libraries(qt_files(SPEECH))
    except (FileNotFoundError, subprocess.CalledProcessError) as fault:
        sys.stderr.write(f"{fault}\n")
        return []
    return sorted(SPEECH_PACKAGES[name] for name in missing if name in SPEECH_PACKAGES)


def _lacking(tools: Mapping[str, str]) -> set[str]:
    return {package for tool, package in tools.items() if shutil.which(tool) is None}


def main() -> int:
    """Install what is missing where that may be done; the exit code, always 0.

    Without them some tests are skipped and say so: no reason to stop the others.
    """
    packages = sorted({*missing_to_read(), *missing_to_speak(), *_lacking(OTHER_TOOLS)})
    if packages:
        install(
            packages, "Without some packages of the system, the tests that use them are skipped."
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
