"""Draws the program's icon in each size, as PNG files and as one ICO file, and setup's side.

It is run by the Python of the bundle, which has Qt.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SIDE = (164, 314)
"""Of the picture beside the first and the last page of setup.exe, in pixels."""

ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(source: Path, folder: Path) -> list[Path]:
    """Draw the picture in all sizes, as ``<size>.png``. Returns the files."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - Qt is in the environment of the bundle alone
    from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: PLC0415 - as above
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - as above

    application = QGuiApplication([])
    renderer = QSvgRenderer(str(source))
    files = []
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        files.append(folder / f"{size}.png")
        image.save(str(files[-1]))
    application.quit()
    return files


def draw_side(source: Path, target: Path) -> None:
    """Draw the right part of an upright picture, as high as the installer's window is."""
    from PySide6.QtCore import QRectF  # noqa: PLC0415 - as above
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415 - as above
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - as above

    renderer = QSvgRenderer(str(source))
    whole = renderer.viewBoxF()
    part = whole.height() * SIDE[0] / SIDE[1]
    renderer.setViewBox(QRectF(whole.right() - part, whole.top(), part, whole.height()))
    image = QImage(*SIDE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.save(str(target))


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return an ICO file of PNG pictures, by their size in pixels.

    The form is that of Windows Vista and later: a header of 6 bytes, 16 bytes for
    each picture, then the pictures; 256 is written as 0.
    """
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    for size, data in pictures.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return head + b"".join(pictures.values())


def main() -> int:
    """Draw the icon named first, and the side picture named second, into the third, a folder; 0."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    source, side, folder = map(Path, sys.argv[1:4])
    folder.mkdir(parents=True, exist_ok=True)
    draw(source, folder)
    pictures = {size: (folder / f"{size}.png").read_bytes() for size in ICO_SIZES}
    (folder / "mentor-kiosk.ico").write_bytes(ico(pictures))
    draw_side(side, folder / "setup-side.bmp")
    return 0


if __name__ == "__main__":
    sys.exit(main())
