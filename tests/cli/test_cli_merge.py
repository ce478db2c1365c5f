"""Exports and databases put together as a supervisor does it, in processes of their own."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest
from stores import Player, open_database, small_pack

from kiosk.core.log_rows import Selection
from kiosk.errors import ExportUnproved, KioskError, SourceRefused
from kiosk.export_command import ExportAsked, export_log
from kiosk.merge_command import Merged, merge
from kiosk.reports.verify import verify

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
TABLES = ("attempts.csv", "placements.csv", "responses.csv")


def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def play(folder: Path, *codes: str) -> None:
    database = open_database(folder)
    for number, code in enumerate(codes):
        Player(database, small_pack(), code).play(wrong=number % 3)
    database.close()


def out_of(data: Path, out: Path) -> Path:
    return export_log(ExportAsked(data, out, Selection())).folder


@pytest.fixture
def kiosks(tmp_path: Path) -> tuple[Path, Path]:
    """Two kiosks; RV2048 was at both."""
    play(tmp_path / "a", "RV2048", "RV2049", "RV2048")
    play(tmp_path / "b", "RV2050", "RV2048")
    return tmp_path / "a", tmp_path / "b"


def rows(folder: Path, table: str = "attempts.csv") -> list[dict[str, str]]:
    with (folder / table).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def tables(merged: Merged) -> list[bytes]:
    return [(merged.folder / table).read_bytes() for table in TABLES]


def prints(place: Path) -> dict[str, str]:
    files = [place] if place.is_file() else sorted(p for p in place.rglob("*") if p.is_file())
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_attempts_of_two_kiosks_come_together_and_prove_themselves(
    kiosks: tuple[Path, Path], tmp_path: Path
) -> None:
    exports = [out_of(data, tmp_path / f"out of {data.name}") for data in kiosks]
    done = command("merge", *exports, "--out", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert "5 attempts of 2 kiosks" in done.stdout
    (folder,) = (tmp_path / "out").iterdir()
    assert command("verify", folder).returncode == 0
    for table in TABLES:
        both = [row for export in exports for row in rows(export, table)]
        told = {"attempt_number", "is_first", "is_latest", "is_best"}
        found = [{k: v for k, v in row.items() if k not in told} for row in rows(folder, table)]
        wanted = [{k: v for k, v in row.items() if k not in told} for row in both]
        assert sorted(found, key=repr) == sorted(wanted, key=repr)


def test_first_latest_and_best_are_counted_over_all_kiosks(
    kiosks: tuple[Path, Path], tmp_path: Path
) -> None:
    merged = merge(kiosks, tmp_path / "out")
    mine = [row for row in rows(merged.folder) if row["learner_code"] == "RV2048"]
    assert [row["attempt_number"] for row in mine] == ["1", "2", "3"]
    assert len({row["kiosk_id"] for row in mine}) == 2
    for column in ("is_first", "is_latest", "is_best"):
        assert sum(int(row[column]) for row in mine) == 1
    assert mine[0]["is_first"] == mine[-1]["is_latest"] == "1"
    assert max(mine, key=lambda row: float(row["final_score"]))["is_best"] == "1"


def test_inputs_of_every_kind_say_the_same(kiosks: tuple[Path, Path], tmp_path: Path) -> None:
    first, second = kiosks
    export = out_of(second, tmp_path / "exports")
    whole = shutil.make_archive(str(tmp_path / "whole"), "zip", export.parent, export.name)
    flat = shutil.make_archive(str(tmp_path / "flat"), "zip", export)
    copy = tmp_path / "copy of it.db"
    with closing(sqlite3.connect(second / "kiosk.db")) as source:
        source.execute("VACUUM INTO ?", (str(copy),))
    kinds = [second, second / "kiosk.db", copy, export, Path(whole), Path(flat)]
    found = [tables(merge([first, kind], tmp_path / str(n))) for n, kind in enumerate(kinds)]
    assert all(one == found[0] for one in found)


def test_merging_again_changes_nothing_in_whatever_order(
    kiosks: tuple[Path, Path], tmp_path: Path
) -> None:
    once = merge(kiosks, tmp_path / "once")
    inputs = [*kiosks, once.folder]
    for number, order in enumerate(permutations(inputs)):
        again = merge(order, tmp_path / f"again {number}")
        assert tables(again) == tables(once)
        assert (again.duplicates, again.gone_on, again.conflicts) == (5, 0, ())
    assert (once.duplicates, once.gone_on, once.conflicts) == (0, 0, ())


def test_attempt_that_went_on_is_taken_as_far_as_it_came(tmp_path: Path) -> None:
    data = tmp_path / "data"
    database = open_database(data)
    player = Player(database, small_pack())
    attempt = player.begin()
    player.place(attempt, attempt.board.dealt[0], "is")
    early = out_of_running(data, tmp_path / "early")
    for item_id in attempt.board.dealt[1:]:
        player.place(attempt, item_id, "is")
    player.check(attempt)
    player.submit(attempt)
    database.close()
    late = out_of(data, tmp_path / "late")
    for number, order in enumerate([(early, late), (late, early)]):
        merged = merge(order, tmp_path / f"out {number}")
        assert (merged.duplicates, merged.gone_on, merged.conflicts) == (0, 1, ())
        assert merged.counts.placements == 6
        assert rows(merged.folder)[0]["outcome"] == "failed"


def out_of_running(data: Path, out: Path) -> Path:
    made = export_log(ExportAsked(data, out, Selection()))
    assert "running" in made.note
    return made.folder


def test_attempts_that_differ_are_told_of_and_the_rest_is_taken(
    kiosks: tuple[Path, Path], tmp_path: Path
) -> None:
    data, other = kiosks
    changed = tmp_path / "changed"
    changed.mkdir()
    shutil.copy(data / "kiosk.db", changed)
    alter(changed / "kiosk.db")
    export = out_of(changed, tmp_path / "exports")
    done = command("merge", data, other, export, "--out", tmp_path / "out")
    assert done.returncode == 25
    (folder,) = (tmp_path / "out").iterdir()
    assert len(rows(folder)) == 5
    (conflict,) = [line for line in done.stdout.splitlines() if "Different" in line]
    assert rows(folder)[0]["attempt_id"] in conflict
    back = merge([export, other, data], tmp_path / "back")
    assert tables(back) == [(folder / table).read_bytes() for table in TABLES]
    verify(folder)


def alter(file: Path) -> None:
    """Change a finished attempt as no kiosk can, without its seal."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DROP TRIGGER placement_fixed")
        connection.execute("UPDATE placement SET method = 'menu' WHERE attempt = 1 AND seq = 2")


def refused(inputs: list[Path], tmp_path: Path, fault: type[KioskError]) -> None:
    before = [prints(place) for place in inputs]
    with pytest.raises(fault) as caught:
        merge(inputs, tmp_path / "out")
    assert str(inputs[-1]) in str(caught.value)
    assert not (tmp_path / "out").exists()
    assert [prints(place) for place in inputs] == before


def test_altered_attempt_in_a_database_refuses_all_of_it(
    kiosks: tuple[Path, Path], tmp_path: Path
) -> None:
    data, other = kiosks
    with closing(sqlite3.connect(other / "kiosk.db")) as connection, connection:
        connection.execute("UPDATE learner SET id = 'x' || id")
    refused([data, other / "kiosk.db"], tmp_path, SourceRefused)


def test_database_that_brings_something_to_run_is_refused(
    kiosks: tuple[Path, Path], tmp_path: Path
) -> None:
    data, other = kiosks
    with closing(sqlite3.connect(other / "kiosk.db")) as connection, connection:
        connection.execute("CREATE VIEW helpful AS SELECT * FROM learner")
    refused([data, other / "kiosk.db"], tmp_path, SourceRefused)


@pytest.mark.parametrize("file", [*TABLES, "manifest.json", "README.txt"])
def test_changed_export_is_refused_before_anything_is_taken(
    kiosks: tuple[Path, Path], tmp_path: Path, file: str
) -> None:
    export = out_of(kiosks[1], tmp_path / "exports")
    with (export / file).open("ab") as stream:
        stream.write(b" ")
    refused([kiosks[0], export], tmp_path, ExportUnproved)
    archive = Path(shutil.make_archive(str(tmp_path / "zipped"), "zip", export))
    refused([kiosks[0], archive], tmp_path, ExportUnproved)


@pytest.mark.parametrize("what", ["nothing", "empty folder", "text", "empty file"])
def test_what_is_neither_is_refused(kiosks: tuple[Path, Path], tmp_path: Path, what: str) -> None:
    source = tmp_path / "source"
    if what == "empty folder":
        source.mkdir()
    elif what != "nothing":
        source.write_text("hello" if what == "text" else "")
    if source.exists():
        refused([kiosks[0], source], tmp_path, SourceRefused)
    done = command("merge", kiosks[0], source, "--out", tmp_path / "out")
    assert (done.returncode, done.stdout) == (17, "")
    assert len(done.stderr.splitlines()) == 1


def test_inputs_are_only_read(kiosks: tuple[Path, Path], tmp_path: Path) -> None:
    export = out_of(kiosks[1], tmp_path / "exports")
    inputs = [kiosks[0], kiosks[1] / "kiosk.db", export]
    before = [prints(place) for place in inputs]
    merge(inputs, tmp_path / "out")
    assert [prints(place) for place in inputs] == before


def test_export_says_what_it_was_put_together_from(
    kiosks: tuple[Path, Path], tmp_path: Path
) -> None:
    folder = merge(kiosks, tmp_path / "out").folder
    assert json.loads((folder / "manifest.json").read_bytes())["sources"] == ["a", "b"]
    assert "2 exports and databases" in (folder / "README.txt").read_text(encoding="utf-8-sig")
    assert "merged" in folder.name
