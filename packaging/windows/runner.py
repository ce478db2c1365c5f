"""The steps that a Windows build machine takes in its own Python, where no Wine is needed.

The first is for a Linux one before it: the licences of Qt and the notices of what Qt is made
of are gathered from Debian's packages.

Not run yet: it is for ``.github/workflows/windows.yml``.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from installers import bundle, qt_texts, setup_exe, windows_bundle
from installers.places import BUILD
from proofs import exe_proofs

TEXTS = BUILD / "texts"


def gather_texts() -> None:
    """Lay the licences and notices of Qt into a folder, to be carried over to Windows."""
    TEXTS.mkdir(parents=True, exist_ok=True)
    for text in qt_texts.provide():
        shutil.copyfile(text, TEXTS / f"{text.stem}.txt")


def make_parts() -> None:
    """Draw and write what the bundle is made with."""
    python = Path(sys.executable)
    bundle.draw_icons(python)
    bundle.translate(python)
    windows_bundle.write_version_resource()


def write_papers() -> None:
    """Write the licences and the bill into the bundle, as on Linux."""
    texts = sorted(TEXTS.glob("*.txt"))
    windows_bundle.write_papers(Path(sys.base_prefix), texts, Path)


def read_back() -> None:
    """Require that the programs and setup.exe tell of themselves what they should."""
    for told in (exe_proofs.programs_tell(), exe_proofs.setup_tells()):
        sys.stdout.write(f"{told}\n")


STEPS: dict[str, Callable[[], object]] = {
    "texts": gather_texts,
    "parts": make_parts,
    "papers": write_papers,
    "setup": setup_exe.make,
    "read-back": read_back,
}


def main() -> int:
    """Take the step that is named; 0."""
    STEPS[sys.argv[1]]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
