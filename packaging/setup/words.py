"""Gathers what is to be translated into resources/translations; run by .venv, as `make words`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from fetch import hushed
from translations import FOLDER, ROOT, TOOLS, release

from kiosk import errors

_MARKED = 'QCoreApplication.translate("KioskError", {!r})\n'


def sources() -> list[Path]:
    """Return the files whose words are shown on screens; the command line's stay as they are."""
    return sorted((ROOT / "kiosk" / "ui").rglob("*.py"))


def faults() -> Iterator[str]:
    """Yield the sentences of the faults, which stand in classes and not in calls of tr()."""
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, errors.KioskError):
            yield from (kind.what, kind.remedy)
    yield from errors.FileFault


def gather(target: Path) -> bool:
    """Bring one .ts file up to date: new words unfinished, words that went away gone."""
    with tempfile.TemporaryDirectory() as folder:
        marked = Path(folder) / "faults.py"
        lines = map(_MARKED.format, dict.fromkeys(faults()))
        marked.write_text("".join(lines), encoding="utf-8")
        command = [str(TOOLS / "pyside6-lupdate"), "-locations", "none", "-no-obsolete"]
        files = [*map(str, sources()), str(marked)]
        return hushed([*command, *files, "-ts", str(target)])


def main() -> int:
    """Gather and release; 0 when all is done."""
    done = all(gather(target) for target in sorted(FOLDER.glob("*.ts")))
    return 0 if done and release() else 1


if __name__ == "__main__":
    sys.exit(main())
