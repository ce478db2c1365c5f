"""Folders that staff are likely to carry an export away in, or to bring something in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QStorageInfo

from kiosk.ui.staff.views import PlaceToExport

_STICK_ROOTS = ("/media", "/run/media", "/mnt")


def places_to_export() -> tuple[PlaceToExport, ...]:
    """Return sticks first, then this user's documents; only those that can be written to."""
    return (*_sticks(), *_documents())


def places_to_read() -> tuple[PlaceToExport, ...]:
    """Return sticks first, those that cannot be written to as well, then this user's folders."""
    return (*_sticks(only_to_read=True), *_documents(), *_downloads())


def _sticks(*, only_to_read: bool = False) -> list[PlaceToExport]:
    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = Path(volume.rootPath())
        usable = volume.isReady() and (only_to_read or not volume.isReadOnly())
        if usable and _is_stick(root):
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


def _downloads() -> list[PlaceToExport]:
    kinds = QStandardPaths.StandardLocation
    titles = {
        kinds.DownloadLocation: QCoreApplication.translate("Places", "Downloads on this computer"),
        kinds.DesktopLocation: QCoreApplication.translate("Places", "Desktop of this computer"),
    }
    found = ((title, QStandardPaths.writableLocation(kind)) for kind, title in titles.items())
    return [PlaceToExport(title, Path(where)) for title, where in found if where]
