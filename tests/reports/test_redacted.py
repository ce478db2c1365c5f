"""A redacted export holds no code, and still tells learners apart, the same ones every time."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from stores import Player, open_database, small_pack

from kiosk.core.pseudonyms import pseudonym
from kiosk.reports.verify import verify
from kiosk.store.connection import open_reader

ROOT = Path(__file__).parents[2]
CODE = "RV2048"


def test_pseudonym_is_of_the_code_and_the_key_alone() -> None:
    key, other = bytes(32), bytes([1]) * 32
    assert pseudonym(CODE, key) == pseudonym(CODE, key)
    assert len({pseudonym(code, key) for code in (CODE, "RV2049", "")}) == 3
    assert pseudonym(CODE, key) != pseudonym(CODE, other)
    assert CODE not in pseudonym(CODE, key)


def export(folder: Path, out: Path, *more: str) -> Path:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "export", "--data-dir", folder, "--out", out, *more],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return max(out.iterdir(), key=lambda path: path.stat().st_mtime_ns)


def codes_in(bundle: Path) -> list[str]:
    with (bundle / "attempts.csv").open(encoding="utf-8-sig", newline="") as stream:
        return [row["learner_code"] for row in csv.DictReader(stream)]


@pytest.mark.slow
def test_redacted_export_holds_no_code_in_any_file_and_is_proved(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    database = open_database(folder)
    Player(database, small_pack()).play()
    (code,) = codes_in_database(folder)
    database.close()
    first = export(folder, tmp_path / "a", "--redacted", "--format", "xlsx")
    again = export(folder, tmp_path / "b", "--redacted")
    plain = export(folder, tmp_path / "c")
    assert set(codes_in(plain)) == {code}
    assert codes_in(first) == codes_in(again)
    assert len(codes_in(first)) == len(codes_in(plain)) > 0
    for file in first.iterdir():
        assert code.encode() not in file.read_bytes(), file.name
    assert "pseudonym" in (first / "README.txt").read_text("utf-8-sig")
    told = [json.loads((b / "manifest.json").read_text())["redacted"] for b in (first, plain)]
    assert told == [True, False]
    assert verify(first).attempts == len(codes_in(first))


def codes_in_database(folder: Path) -> list[str]:
    with closing(open_reader(folder / "kiosk.db")) as reader:
        return [code for (code,) in reader.execute("SELECT code FROM learner")]
