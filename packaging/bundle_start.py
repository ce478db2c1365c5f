"""The first thing that a bundled program does: has Qt take its plugins from the bundle alone.

It stands in for PyInstaller's own, which imports Qt into every command: into those that need no
window, and into the process that watches over a kiosk for as long as it runs.
"""

import os
import sys
from pathlib import Path

_QT = ("PySide6",) if sys.platform == "win32" else ("PySide6", "Qt")
os.environ["QT_PLUGIN_PATH"] = str(Path(__file__).parent.joinpath(*_QT, "plugins"))
