"""The staff figures as they are asked for on the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from stores import Player, open_database, small_pack

from kiosk.core.log_rows import Selection
from kiosk.export_command import ExportAsked, export_log

ROOT = Path(__file__).parents[2]
Done = subprocess.CompletedProcess[str]


def report(*arguments: str | Path) -> Done:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "report", *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def told(*arguments: str | Path) -> Any:  # noqa: ANN401 - JSON is anything
    done = report(*arguments, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three learners: one plays twice, one never checks the answers."""
    folder = tmp_path_factory.mktemp("kept") / "data"
    database = open_database(folder)
    player = Player(database, small_pack())
    player.play(wrong=2)
    player.play(wrong=0)
    Player(database, small_pack(), "RV2049").play(wrong=3)
    half_done = Player(database, small_pack(), "RV2050")
    attempt = half_done.begin()
    half_done.place(attempt, attempt.board.dealt[0], "is")
    database.close()
    open_database(folder).close()  # the visit that was left open is ended
    return folder


@pytest.fixture(scope="module")
def bundle(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export_log(ExportAsked(data, tmp_path_factory.mktemp("out"), Selection())).folder


@pytest.mark.slow
def test_items_have_the_keys_that_other_programs_rely_on(data: Path) -> None:
    found = told("items", "--from", data)
    assert {one["item_id"] for one in found["items"]} == {f"i{n}" for n in range(6)}
    for one in found["items"]:
        assert one.keys() >= {
            "item_id", "n", "facility", "discrimination", "efficiency", "top_wrong_category_id",
            "median_ms",
        }  # fmt: skip
        assert one["n"] == 3
        assert 0 <= one["facility"] <= 1
        assert one["few"]
    wrong = sum(1 - one["facility"] for one in found["items"])
    assert wrong * 3 == pytest.approx(5)


@pytest.mark.slow
def test_export_tells_the_same_as_the_data_it_was_made_of(data: Path, bundle: Path) -> None:
    for what in ("items", "attempts"):
        assert told(what, "--from", bundle) == told(what, "--from", data)


@pytest.mark.slow
def test_first_attempts_can_be_asked_for(data: Path) -> None:
    found = told("items", "--from", data, "--attempts", "first")
    assert found["attempts"] == "first"
    assert {one["n"] for one in found["items"]} == {2}


@pytest.mark.slow
def test_attempts_are_told_by_activity(data: Path) -> None:
    (found,) = told("attempts", "--from", data)["activities"]
    counts = ("attempts", "learners", "passed", "failed", "completed", "abandoned", "under_way")
    assert [found[name] for name in counts] == [4, 3, 1, 2, 0, 1, 0]
    assert found["pass_rate"] == pytest.approx(1 / 3)
    assert found["median_first_try_score"] == pytest.approx(4 / 6, abs=1e-4)
    assert found["first_started_utc"] <= found["last_started_utc"]
    assert found["first_started_utc"].endswith("Z")


@pytest.mark.slow
def test_tables_are_for_people(data: Path) -> None:
    done = report("items", "--from", data)
    assert done.returncode == 0
    assert "Card 0*" in done.stdout
    assert "Fewer than 30 attempts" in done.stdout
    assert "Mentor or Not?" in report("attempts", "--from", data).stdout


@pytest.mark.slow
@pytest.mark.parametrize("what", ["items", "attempts"])
def test_folder_that_is_neither_is_refused(tmp_path: Path, what: str) -> None:
    done = report(what, "--from", tmp_path)
    assert (done.returncode, done.stdout) == (9, "")
    assert str(tmp_path) in done.stderr


@pytest.mark.slow
def test_changed_export_is_refused(bundle: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in bundle.iterdir():
        (copy / file.name).write_bytes(file.read_bytes() + b" ")
    done = report("items", "--from", copy)
    assert (done.returncode, done.stdout) == (11, "")
