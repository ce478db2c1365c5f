"""Folders that staff are likely to carry an export away in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QStorageInfo

from kiosk.ui.staff.views import PlaceToExport

_STICK_ROOTS = ("/media", "/run/media", "/mnt")


def places_to_export() -> tuple[PlaceToExport, ...]:
    """Return sticks first, then this user's documents; only those that can be written to."""
    return (*_sticks(), *_documents())


def _sticks() -> list[PlaceToExport]:
    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = Path(volume.rootPath())
        if volume.isReady() and not volume.isReadOnly() and _is_stick(root):
            name = volume.displayName() or root.name
            title = QCoreApplication.translate("Places", "Stick {name}").format(name=name)
            found.append(PlaceToExport(title, root))
    return found


def _is_stick(root: Path) -> bool:
    if root.drive:
        return root.drive.upper() != "C:"
    return any(str(root).startswith(f"{start}/") for start in _STICK_ROOTS)


def _documents() -> list[PlaceToExport]:
    where = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(where))
    title = QCoreApplication.translate("Places", "Documents on this computer")
    return [PlaceToExport(title, folder)]
