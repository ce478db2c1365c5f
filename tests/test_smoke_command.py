"""The smoke test: what it proves, what it leaves, and that it can fail."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk import paths, smoke_command
from kiosk.errors import DataFolderUnusable, PackMissing, SmokeFailed
from kiosk.smoke_command import run_smoke
from kiosk.ui.language import Tongue

ROOT = Path(__file__).parents[1]


pytestmark = pytest.mark.usefixtures("qtbot")


def told(report: Path) -> dict[str, Any]:
    seen: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return seen


@pytest.mark.slow
def test_smoke_writes_what_it_saw_and_leaves_no_attempt(tmp_path: Path) -> None:
    home, report = tmp_path / "home", tmp_path / "report.json"
    environment = {**os.environ, "XDG_DATA_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "--smoke", str(report)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = told(report)
    assert seen["passed"] is True
    assert seen["attempt"] == seen["read_back"]
    assert seen["attempt"]["placements"] == 1
    assert seen["pack"]["screens"] == 11
    assert seen["window"]["size"] == [1280, 800]
    assert seen["languages"] == ["en", "es"]
    assert seen["data_folder"] == str(home / "mentor-kiosk")
    assert [entry for entry in home.rglob("*") if entry.is_file()] == []
    assert not (home / "mentor-kiosk").exists()


@pytest.mark.slow
def test_smoke_leaves_the_data_of_the_kiosk_as_it_is(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "kiosk.db").write_bytes(b"of the learners")
    assert run_smoke(tmp_path / "report.json", data) == 0
    assert [entry.name for entry in data.iterdir()] == ["kiosk.db"]
    assert (data / "kiosk.db").read_bytes() == b"of the learners"


def test_data_folder_that_cannot_be_written_is_a_fault_in_the_report(tmp_path: Path) -> None:
    taken = tmp_path / "data"
    taken.write_text("a file, no folder")
    with pytest.raises(DataFolderUnusable):
        run_smoke(tmp_path / "report.json", taken)
    seen = told(tmp_path / "report.json")
    assert seen["passed"] is False
    assert str(taken) in seen["fault"]


def test_program_without_its_pack_does_not_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "default_pack", lambda: tmp_path / "nowhere")
    with pytest.raises(PackMissing):
        run_smoke(tmp_path / "report.json", tmp_path / "data")
    assert told(tmp_path / "report.json")["passed"] is False
    assert not (tmp_path / "data").exists()


@pytest.mark.slow
def test_program_without_a_translation_does_not_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.app.Tongue", lambda _folder, usual: Tongue(tmp_path, usual))
    with pytest.raises(SmokeFailed, match="Español"):
        run_smoke(tmp_path / "report.json", tmp_path / "data")
    assert told(tmp_path / "report.json")["passed"] is False


@pytest.mark.slow
def test_window_that_draws_nothing_does_not_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smoke_command, "_FEWEST_COLORS", 1_000_000)
    with pytest.raises(SmokeFailed):
        run_smoke(tmp_path / "report.json", tmp_path / "data")
    assert "colors" in told(tmp_path / "report.json")["fault"]


@pytest.mark.slow
def test_report_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(SmokeFailed, match=r"report\.json"):
        run_smoke(tmp_path / "nowhere" / "report.json", tmp_path / "data")
