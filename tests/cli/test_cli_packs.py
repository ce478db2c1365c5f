"""What `pack check` tells the author of a lesson pack, in a process of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from kiosk import paths

ROOT = Path(__file__).parents[2]


def check(pack: Path) -> tuple[int, list[str]]:
    """Return the exit code and the lines."""
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "pack", "check", str(pack)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.splitlines()


def copied(folder: Path, old: str, new: str) -> Path:
    """Copy the shipped pack, with a change in its pack.toml."""
    pack = shutil.copytree(paths.default_pack(), folder / "pack")
    manifest = pack / "pack.toml"
    text = manifest.read_text(encoding="utf-8")
    assert old in text
    manifest.write_text(text.replace(old, new, 1), encoding="utf-8")
    return pack


def test_shipped_pack_has_all_languages_of_the_kiosk() -> None:
    assert check(paths.default_pack()) == (0, ["No problems."])


def test_language_that_a_pack_has_not_is_a_warning_and_no_problem(tmp_path: Path) -> None:
    status, (warning, end) = check(copied(tmp_path, 'languages = ["es"]\n', ""))
    assert (status, end) == (0, "No problems.")
    assert warning == "Warning: no words in 'es'; who chooses it reads the pack in 'en'."


def test_language_of_a_region_will_do(tmp_path: Path) -> None:
    pack = copied(tmp_path, 'languages = ["es"]', 'languages = ["es-MX"]')
    (pack / "es").rename(pack / "es-MX")
    assert check(pack) == (0, ["No problems."])
