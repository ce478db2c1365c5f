"""A simulated data folder: as a kiosk writes it, marked, never mixed with real attempts."""

from __future__ import annotations

import hashlib
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from makers import MORNING, HandClock, make_activity, make_pack
from stores import Player, open_database, small_pack

from kiosk import paths
from kiosk.core.log_rows import Selection
from kiosk.core.model import Outcome, VisitStart
from kiosk.core.simulation import Simulation
from kiosk.core.working_hours import WorkingHours
from kiosk.errors import FolderTaken
from kiosk.export_command import ExportAsked, export_log
from kiosk.reports.verify import verify
from kiosk.simulate_command import SimulationAsked, simulate
from kiosk.store import simulated
from kiosk.store.attempts import record_check, record_placement, start_attempt, submit
from kiosk.store.database import Database
from kiosk.store.examine import examine
from kiosk.store.visits import open_visit

ROOT = Path(__file__).parents[2]
TABLES = {
    "attempt": "* FROM attempt ORDER BY id",
    "placement": "attempt.id, placement.* FROM placement JOIN attempt ON key = attempt",
    "response": "attempt.id, response.* FROM response JOIN attempt ON key = attempt",
    "learner": "id, code, created FROM learner ORDER BY id",
    "label": "* FROM label",
}


def asked(folder: Path, seed: int = 1) -> SimulationAsked:
    return SimulationAsked(folder, paths.default_pack(), 20, 30, seed, 6)


def rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(folder / "kiosk.db")) as connection:
        return {
            name: sorted(connection.execute(f"SELECT {sql}").fetchall(), key=repr)
            for name, sql in TABLES.items()
        }


def prints(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_simulated_rows_are_those_that_a_kiosk_writes(tmp_path: Path) -> None:
    activity = make_activity(("is", "is_not", "is", None), mastery_score=0.8, discuss={2})
    pack = make_pack((activity,))
    draw = random.Random(5).random
    made = list(Simulation(activity, 20, 20, WorkingHours(MORNING, 2, 60), draw).attempts())
    assert {one.outcome for one in made} == {Outcome.PASSED, Outcome.FAILED, Outcome.ABANDONED}
    at_once, as_played = tmp_path / "at once", tmp_path / "as played"
    with closing(Database.open(at_once, MORNING)) as database:
        database.ask(simulated.mark).result(10)
        database.ask(lambda db: simulated.add(db, made, pack, 60)).result(10)
    with closing(Database.open(as_played, MORNING)) as database:

        def play(connection: sqlite3.Connection) -> None:
            for one in made:
                start, played = one.played.start, one.played
                visit = VisitStart(
                    visit_id=start.visit_id,
                    learner_id=one.learner.id,
                    code=one.learner.code,
                    may_create=True,
                    language="en",
                    started=start.started,
                )
                open_visit(connection, visit, pack, 60)
                start_attempt(connection, start, pack, 60)
                for placement in played.placements:
                    record_placement(connection, start.id, placement)
                if played.tries:
                    record_check(connection, start.id, played.result())
                submit(connection, start.id, one.outcome, one.submitted or start.started)

        database.ask(play).result(10)
    found, wanted = rows(at_once), rows(as_played)
    # What was given up has no time of submission, and so another seal than one that was closed.
    given_up = {one.played.start.id for one in made if one.outcome is Outcome.ABANDONED}
    for table in (found, wanted):
        table["attempt"] = [row for row in table["attempt"] if row[1] not in given_up]
    assert found == wanted
    assert examine(at_once).altered == 0


def test_check_export_and_verify_accept_it(tmp_path: Path) -> None:
    made = simulate(asked(tmp_path / "data"))
    found = examine(tmp_path / "data")
    assert (found.attempts, found.altered) == (30, 0)
    receipt = export_log(ExportAsked(tmp_path / "data", tmp_path / "out", Selection()))
    assert verify(receipt.folder).placements == made.placements
    assert "Simulated" in receipt.folder.name, "the folder says what it is"
    again = Database.open(tmp_path / "data", MORNING)
    again.close()


@pytest.mark.parametrize("there", ["kiosk", "backups", "file"])
def test_folder_that_holds_anything_is_refused_and_left_as_it_is(
    tmp_path: Path, there: str
) -> None:
    folder = tmp_path / "data"
    if there == "kiosk":
        database = open_database(folder)
        Player(database, small_pack()).play()
        database.close()
    elif there == "backups":
        (folder / "backups").mkdir(parents=True)
        (folder / "backups" / "kiosk-20250303T090000Z.db").write_text("")
    else:
        folder.mkdir()
        (folder / "mine.txt").write_text("mine")
    before = prints(folder)
    with pytest.raises(FolderTaken):
        simulate(asked(folder))
    assert prints(folder) == before


def test_simulation_is_not_simulated_over(tmp_path: Path) -> None:
    simulate(asked(tmp_path / "data"))
    with pytest.raises(FolderTaken):
        simulate(asked(tmp_path / "data", seed=2))


def test_no_real_visit_gets_in(tmp_path: Path) -> None:
    simulate(asked(tmp_path / "data"))
    database = open_database(tmp_path / "data")
    try:
        with pytest.raises(simulated.OnlySimulated):
            Player(database, small_pack())
        assert database.read(lambda db: db.execute("SELECT count(*) FROM visit").fetchone()) == (
            30,
        )
    finally:
        database.close()


def test_no_made_up_attempt_gets_among_real_ones(tmp_path: Path) -> None:
    pack = small_pack()
    draw = random.Random(1).random
    hours = WorkingHours(MORNING, 1, 0)
    made = list(Simulation(pack.activities[0], 1, 1, hours, draw).attempts())
    database = open_database(tmp_path)
    try:
        Player(database, pack, clock=HandClock()).play()
        with pytest.raises(ValueError, match="their own"):
            database.ask(lambda db: simulated.add(db, made, pack, 0)).result(10)
    finally:
        database.close()
    assert examine(tmp_path).attempts == 1


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "simulate", *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_command_line_says_what_was_made_and_refuses_a_second_time(tmp_path: Path) -> None:
    options = ("--learners", "3", "--attempts", "5", "--seed", "2", "--data-dir", tmp_path / "d")
    done = run(*options)
    assert (done.returncode, done.stderr) == (0, "")
    assert "5 made-up attempts" in done.stdout
    again = run(*options)
    assert (again.returncode, again.stdout) == (24, "")
    assert "not empty" in again.stderr
    wrong = run("--learners", "9", "--attempts", "5", "--data-dir", tmp_path / "e")
    assert wrong.returncode == 2
    assert not (tmp_path / "e").exists()
