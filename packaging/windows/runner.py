"""The steps that a Windows build machine takes in its own Python, where no Wine is needed.

Not run yet: it is for ``.github/workflows/windows.yml``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from installers import bundle, setup_exe, windows_bundle


def make_parts() -> None:
    """Draw and write what the bundle is made with."""
    python = Path(sys.executable)
    bundle.draw_icons(python)
    bundle.translate(python)
    windows_bundle.write_version_resource()


STEPS: dict[str, Callable[[], object]] = {"parts": make_parts, "setup": setup_exe.make}


def main() -> int:
    """Take the step that is named; 0."""
    STEPS[sys.argv[1]]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
