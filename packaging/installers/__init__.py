"""What makes the installers, one file a concern; ``packaging/build.py`` is its command line.

It runs on the standard library alone, for it is there before any package is.
"""

from __future__ import annotations

import sys
from pathlib import Path

# These modules say, run and install as those of the set-up do.
sys.path.append(str(Path(__file__).resolve().parents[1] / "setup"))
