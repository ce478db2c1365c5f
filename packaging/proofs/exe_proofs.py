"""The programs for Windows tell of themselves what the project says: read back from each .exe."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from installers.draw_icons import ICO_SIZES
from installers.places import NAME, artefact, version
from installers.windows_bundle import WINDOWS, numbers

from proofs.exe_resources import Told, read
from proofs.ledger import expect

PRODUCT = "Mentor Kiosk"
_OF_BOTH = {
    "CompanyName": PRODUCT,
    "LegalCopyright": "GPL-3.0-or-later",
    "ProductName": PRODUCT,
}


def programs_tell() -> str:
    """Require it of both programs of the bundle. Returns in words what was read."""
    for name in (f"{NAME}.exe", "mentor-kioskw.exe"):
        told = _read(WINDOWS / name, PRODUCT)
        expect(told.strings.get("OriginalFilename"), f"{NAME}.exe", f"OriginalFilename of {name}")
        settings = _settings(told)
        ways = [way.strip() for way in settings.get("dpiAwareness", "").split(",")]
        expect(ways, ["PerMonitorV2", "PerMonitor"], f"dpiAwareness of {name}")
        for setting, value in {"longPathAware": "true", "activeCodePage": "UTF-8"}.items():
            expect(settings.get(setting), value, f"{setting} of {name}")
        expect(settings.get("level"), "asInvoker", f"the rights that {name} asks for")
    return f"version {version()}, dpiAwareness PerMonitorV2"


def setup_tells() -> str:
    """Require it of setup.exe, which scales as the system does. Returns what was read."""
    file = artefact("-setup-{version}.exe")
    settings = _settings(_read(file, f"{PRODUCT} setup"))
    expect(settings.get("dpiAware"), "true", f"dpiAware of {file.name}")
    expect(settings.get("level"), "requireAdministrator", f"the rights that {file.name} asks for")
    return f"version {version()}, dpiAware"


def _read(file: Path, description: str) -> Told:
    told = read(file)
    said = {"FileDescription": description, "FileVersion": version(), "ProductVersion": version()}
    for key, value in {**_OF_BOTH, **said}.items():
        expect(told.strings.get(key), value, f"{key} of {file.name}")
    expect(told.numbers, numbers(version()), f"the version of {file.name} in numbers")
    expect(sorted(told.icons), sorted(ICO_SIZES), f"sizes of the icon of {file.name}")
    return told


def _settings(told: Told) -> dict[str, str]:
    """Return what a manifest sets, by the names of its elements, and the rights it asks for."""
    found = {}
    for element in ET.fromstring(told.manifest).iter():  # noqa: S314 - of a file that we made
        name = element.tag.rsplit("}", 1)[-1]
        found[name] = (element.text or "").strip()
        if name == "requestedExecutionLevel":
            found["level"] = element.get("level", "")
    return found
