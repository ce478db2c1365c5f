"""A kiosk is set up with no question asked, in a process of its own, and what is wrong is told."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from stores import CLOCK

from kiosk.core.model import Settings
from kiosk.store.database import Database
from kiosk.store.record import SqliteKioskRecord
from kiosk.ui.staff.pins import Argon2Pins

ROOT = Path(__file__).parents[2]
Done = subprocess.CompletedProcess[str]
FILE = """\
site = "Riverside"
kiosk_name = "Kiosk 1"
pin = "314159"
retention_days = 365
"""


def command(*arguments: str | Path, typed: str = "") -> Done:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *map(str, arguments)],
        cwd=ROOT,
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "given.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def set_up(file: Path, folder: Path, *more: str | Path) -> Done:
    return command("setup", "--from", file, "--data-dir", folder, *more)


def opened(folder: Path) -> tuple[str, str, Settings, str, int]:
    """Return what stands in the database: names, settings, PIN's hash, how many codes."""
    with closing(Database.open(folder, CLOCK.now())) as database:
        record = SqliteKioskRecord(database)
        kiosk, pin_hash = record.kiosk(), record.pin_hash()
        assert kiosk is not None
        assert pin_hash is not None
        codes = len(record.recovery_codes())
        return kiosk.site, kiosk.name, record.settings(), pin_hash, codes


@pytest.mark.slow
def test_silent_set_up_makes_a_kiosk_and_warns_of_the_plain_pin(file: Path, tmp_path: Path) -> None:
    folder, codes = tmp_path / "data", tmp_path / "codes.txt"
    done = set_up(file, folder, "--codes", codes)
    assert done.returncode == 0, done.stderr
    assert "Kiosk 1 in Riverside" in done.stdout
    assert "delete the file now" in done.stderr
    site, name, settings, pin_hash, kept = opened(folder)
    assert (site, name, settings.retention_days) == ("Riverside", "Kiosk 1", 365)
    assert Argon2Pins().matches(pin_hash, "314159")
    assert kept == len(codes.read_text().split("\n")) - 1 == 6
    assert "314159" not in (folder / "kiosk.db").read_bytes().decode("latin-1")


@pytest.mark.slow
def test_second_set_up_is_refused_and_a_change_is_taken(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert set_up(file, folder).returncode == 0
    again = set_up(file, folder)
    assert again.returncode == 35
    assert "--change" in again.stderr
    file.write_text('kiosk_name = "Kiosk 2"\nwithout_code = false\n')
    changed = set_up(file, folder, "--change")
    assert changed.returncode == 0, changed.stderr
    assert changed.stderr == ""
    site, name, settings, pin_hash, _ = opened(folder)
    assert (site, name) == ("Riverside", "Kiosk 2")
    assert (settings.without_code, settings.retention_days) == (False, 365)
    assert Argon2Pins().matches(pin_hash, "314159")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (FILE + "colour = 1\n", "line 5, column 1: there is no setting called 'colour'"),
        (FILE.replace('"314159"', "314159"), "line 3, column 7: 'pin' has another kind of value"),
        ('site = "Riverside"\n', "kiosk_name, pin"),
    ],
)
def test_file_with_a_fault_makes_no_kiosk_and_says_where(
    file: Path, tmp_path: Path, text: str, told: str
) -> None:
    file.write_text(text)
    done = set_up(file, tmp_path / "data")
    assert done.returncode == 34
    assert told in done.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.slow
def test_hash_of_a_pin_sets_a_kiosk_up_without_a_warning(file: Path, tmp_path: Path) -> None:
    printed = command("hash-pin", typed="271828\n")
    assert printed.returncode == 0
    file.write_text(FILE.replace('pin = "314159"', f'pin_hash = "{printed.stdout.strip()}"'))
    done = set_up(file, tmp_path / "data")
    assert (done.returncode, done.stderr) == (0, "")
    assert Argon2Pins().matches(opened(tmp_path / "data")[3], "271828")
    assert command("hash-pin", typed="123456\n").returncode == 2
