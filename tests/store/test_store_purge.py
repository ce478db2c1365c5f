"""A purged learner is in no byte of the folder, and nobody else has lost one."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from log_model import Stay, logs, write
from purge_tools import (
    CODE,
    ONE,
    OTHER,
    all_rows,
    backed_up,
    backups,
    carried_by,
    digest,
    holding,
    ids_of,
    played,
    purged,
    sound,
)
from store_tools import file_rows, opened, rows, unguarded
from stores import CLOCK, IDS, Player, open_database, small_pack

from kiosk.core.log_rows import Selection
from kiosk.core.purges import OneLearner, PurgeCancelled, PurgeCounts
from kiosk.errors import LearnerUnknown, PurgeUnfinished
from kiosk.store.journal import SqliteJournal
from kiosk.store.log import SqliteAttemptLog, SqliteExportLog
from kiosk.store.purge import SqlitePurge

GONE, KEPT = "RV2049", "RV2048"


@pytest.mark.slow
@settings(max_examples=25)
@given(stays=logs)
def test_no_byte_of_a_learner_is_left_and_the_others_export_the_same(
    tmp_path_factory: pytest.TempPathFactory, stays: list[Stay]
) -> None:
    folder = tmp_path_factory.mktemp("purge")
    with opened(folder) as database:
        journal = SqliteJournal(database, CLOCK)
        write(journal, stays[:2])
        backed_up(folder)
        write(journal, stays[2:])
        Player(database, small_pack(), GONE)
    words, before = [GONE, *ids_of(folder, GONE)], carried_by(folder, KEPT)
    assert holding(folder, words)
    purged(folder, OneLearner(GONE))
    assert holding(folder, words) == []
    assert carried_by(folder, KEPT) == before
    for file in (folder / "kiosk.db", *backups(folder)):
        assert sound(file)


def test_learner_goes_from_database_backups_and_quarantine(tmp_path: Path) -> None:
    played(tmp_path)
    for name in ("damaged", "sound"):
        (tmp_path / "quarantine" / name).mkdir(parents=True)
    shutil.copy(tmp_path / "kiosk.db", tmp_path / "quarantine" / "damaged")
    (tmp_path / "quarantine" / "sound" / "kiosk.db").write_bytes(b"nobody" * 100)
    words = [CODE, *ids_of(tmp_path)]
    assert len(words) == 1 + 1 + 2 + 4
    done = purged(tmp_path)
    assert holding(tmp_path, words) == []
    assert done.counts == PurgeCounts(1, 2, 4, 12)
    assert done.backups == 2
    assert done.removed == (tmp_path / "quarantine" / "damaged",)
    assert (tmp_path / "quarantine" / "sound" / "kiosk.db").exists()
    assert done.elsewhere == ()
    assert holding(tmp_path, [OTHER])


@pytest.mark.slow
@pytest.mark.parametrize("asked", [1, 2], ids="time {}".format)
def test_purge_that_is_called_off_in_time_has_changed_nothing(tmp_path: Path, asked: int) -> None:
    played(tmp_path)
    before, kept = all_rows(tmp_path / "kiosk.db"), backups(tmp_path)
    answers = iter([*[False] * (asked - 1), True])
    steps: list[tuple[int, int]] = []
    with opened(tmp_path) as database:
        purge = SqlitePurge(database, CLOCK, lambda *far: steps.append(far))
        with pytest.raises(PurgeCancelled):
            purge.run(ONE, lambda: next(answers))
        assert purge.under_way() is None
    assert steps == []
    assert all_rows(tmp_path / "kiosk.db") == before
    assert set(kept) <= set(backups(tmp_path))
    assert all(sound(file) for file in backups(tmp_path))
    purged(tmp_path)
    assert holding(tmp_path, [CODE]) == []


@pytest.mark.slow
def test_purge_asks_no_more_once_it_has_begun(tmp_path: Path) -> None:
    played(tmp_path)
    begun: list[int] = []
    with opened(tmp_path) as database:
        purge = SqlitePurge(database, CLOCK, lambda done, _total: begun.append(done))
        purge.run(ONE, lambda: bool(begun))
    assert holding(tmp_path, [CODE]) == []


@pytest.mark.slow
def test_backups_keep_all_of_the_others_and_the_hashes_beside_them_stay_true(
    tmp_path: Path,
) -> None:
    played(tmp_path)
    before = {file: all_rows(file) for file in backups(tmp_path)}
    words = {CODE, *ids_of(tmp_path)}
    purged(tmp_path)
    for file, old in before.items():
        assert all_rows(file)["pack"] == old["pack"]
        assert all_rows(file)["learner"] == [row for row in old["learner"] if CODE not in row]
        kept = [row for row in old["attempt"] if row[1] not in words]
        assert kept
        assert all_rows(file)["attempt"] == kept
        sidecar = file.with_name(f"{file.name}.sha256")
        assert sidecar.read_text() == f"{digest(file)}  {file.name}\n"


def test_hash_that_was_false_before_is_not_made_true(tmp_path: Path) -> None:
    played(tmp_path)
    file = backups(tmp_path)[0]
    sidecar = file.with_name(f"{file.name}.sha256")
    sidecar.write_text(f"{'0' * 64}  {file.name}\n")
    purged(tmp_path)
    assert sidecar.read_text() == f"{'0' * 64}  {file.name}\n"


def test_backup_without_the_learner_is_not_touched(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        Player(database, small_pack(), OTHER).play()
        early = backed_up(tmp_path)
        Player(database, small_pack(), CODE).play()
    before = early.read_bytes(), early.stat().st_mtime_ns
    purged(tmp_path)
    assert (early.read_bytes(), early.stat().st_mtime_ns) == before


def test_learner_in_a_backup_alone_is_purged_too(tmp_path: Path) -> None:
    played(tmp_path)
    words = [CODE, *ids_of(tmp_path)]
    (tmp_path / "kiosk.db").unlink()
    # With backups of it beside, a database that is gone would be brought back.
    aside = (tmp_path / "backups").rename(tmp_path / "aside")
    open_database(tmp_path).close()
    aside.rename(tmp_path / "backups")
    assert purged(tmp_path).counts == PurgeCounts(0, 0, 0, 0)
    assert holding(tmp_path, words) == []


def test_backup_that_cannot_be_read_goes_if_it_holds_the_learner(tmp_path: Path) -> None:
    played(tmp_path)
    with_code, without = tmp_path / "backups" / "a.db", tmp_path / "backups" / "b.db"
    with_code.write_bytes(b"no database" * 500 + CODE.encode())
    without.write_bytes(b"no database" * 500)
    (tmp_path / "backups" / "empty.db").touch()
    with_code.with_name("a.db.sha256").write_text("0" * 64)
    assert purged(tmp_path).removed == (with_code,)
    assert without.exists()
    assert not with_code.with_name("a.db.sha256").exists()


@pytest.mark.parametrize(("code", "stays"), [("ZZ00", True), ("ZZ000", False)])
def test_short_code_that_nobody_has_costs_nobody_a_damaged_file(
    tmp_path: Path, code: str, *, stays: bool
) -> None:
    played(tmp_path)
    damaged = tmp_path / "backups" / "a.db", tmp_path / "quarantine" / "kiosk.db"
    damaged[1].parent.mkdir()
    for file in damaged:
        file.write_text(f"by chance: {code}")
    if stays:
        with pytest.raises(LearnerUnknown):
            purged(tmp_path, OneLearner(code))
    else:
        assert purged(tmp_path, OneLearner(code)).removed == damaged
    assert [file.exists() for file in damaged] == [stays, stays]


def test_file_that_is_not_ours_is_named_and_left(tmp_path: Path) -> None:
    played(tmp_path)
    notes = tmp_path / "notes.txt"
    notes.write_text(f"{CODE} came today", encoding="utf-16-le")
    assert purged(tmp_path).elsewhere == (notes,)
    assert notes.exists()


def test_code_that_stands_in_a_setting_by_chance_does_not_stop_a_purge(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        Player(database, small_pack(), "RV2048").play()
    words = ids_of(tmp_path, "RV2048")
    assert purged(tmp_path, OneLearner("RV2048")).counts.learners == 1
    assert holding(tmp_path, words) == []
    assert "kiosk.db" in holding(tmp_path, ["RV2048"])
    with pytest.raises(LearnerUnknown):
        purged(tmp_path, OneLearner("no such"))


def test_short_code_that_comes_together_by_chance_does_not_stop_a_purge(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        for code in ("2", "202", OTHER):
            Player(database, small_pack(), code).play()
        backed_up(tmp_path)
    assert purged(tmp_path, OneLearner("2")).counts == PurgeCounts(1, 1, 1, 6)
    assert rows_of(tmp_path, "SELECT code FROM learner ORDER BY key") == [("202",), (OTHER,)]


def rows_of(folder: Path, sql: str) -> list[tuple[object, ...]]:
    return [*file_rows(folder / "kiosk.db", sql)]


def test_what_was_left_in_the_slack_of_a_backup_is_found_and_goes(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        Player(database, small_pack(), OTHER).play()
        file = backed_up(tmp_path)
    with unguarded(file) as connection:
        connection.execute("PRAGMA secure_delete = 0")
        connection.execute("INSERT INTO learner VALUES (77, 'x', ?, 'x')", (CODE,))
        connection.execute("DELETE FROM learner WHERE key = 77")
    assert holding(tmp_path, [CODE]) == [str(file.relative_to(tmp_path))]
    assert purged(tmp_path).backups == 1
    assert holding(tmp_path, [CODE]) == []


def test_what_was_left_in_the_slack_of_the_database_goes(tmp_path: Path) -> None:
    played(tmp_path)
    with unguarded(tmp_path / "kiosk.db") as connection:
        connection.execute("PRAGMA secure_delete = 0")
        connection.execute("INSERT INTO learner VALUES (77, 'x', ?, 'x')", (f"{CODE}-too",))
        connection.execute("DELETE FROM learner WHERE key = 77")
    assert f"{CODE}-too".encode() in (tmp_path / "kiosk.db").read_bytes()
    purged(tmp_path)
    assert holding(tmp_path, [CODE]) == []


def test_code_nobody_has_is_told_and_changes_nothing(tmp_path: Path) -> None:
    played(tmp_path)
    before = all_rows(tmp_path / "kiosk.db")
    with pytest.raises(LearnerUnknown) as told:
        purged(tmp_path, OneLearner("ZZ0000"))
    assert "ZZ0000" not in str(told.value)
    assert all_rows(tmp_path / "kiosk.db") == before
    assert len(backups(tmp_path)) == 2


def test_purge_is_noted_with_counts_and_without_the_code(tmp_path: Path) -> None:
    played(tmp_path)
    purged(tmp_path)
    ((action,),) = rows_of(tmp_path, "SELECT action FROM staff_log")
    assert action == "purged 1 learners, 2 visits, 4 attempts"
    assert rows_of(tmp_path, "SELECT * FROM purge") == []


def test_note_of_what_was_exported_goes_and_the_export_log_stays(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        Player(database, small_pack(), CODE).play()
        with SqliteAttemptLog(tmp_path).snapshot(Selection()) as snapshot:
            SqliteExportLog(database, IDS).record_export(snapshot.states(), CLOCK.now())
    purged(tmp_path)
    assert rows_of(tmp_path, "SELECT * FROM exported") == []
    assert rows_of(tmp_path, "SELECT attempts FROM export_log") == [(1,)]


@pytest.mark.slow
def test_database_goes_on_after_a_purge_on_it(tmp_path: Path) -> None:
    played(tmp_path)
    with opened(tmp_path) as database:
        purge = SqlitePurge(database, CLOCK)
        assert purge.preview(ONE) == PurgeCounts(1, 2, 4, 12)
        assert purge.run(ONE).counts == PurgeCounts(1, 2, 4, 12)
        assert holding(tmp_path, [CODE]) == []
        attempt = Player(database, small_pack(), CODE).play()
        assert len(attempt.placements) == 6
        assert rows(database, "PRAGMA foreign_key_check") == []
        orphan = database.ask(lambda db: db.execute("DELETE FROM learner"))
        assert isinstance(orphan.exception(10), sqlite3.IntegrityError)


@pytest.mark.slow
def test_export_that_reads_holds_a_purge_up_and_no_placement(tmp_path: Path) -> None:
    played(tmp_path)
    with opened(tmp_path) as database:
        purge = SqlitePurge(database, CLOCK)
        with SqliteAttemptLog(tmp_path).snapshot(Selection()) as snapshot:
            snapshot.counts()
            with pytest.raises(PurgeUnfinished, match="reading"):
                purge.run(ONE)
            assert len(Player(database, small_pack(), OTHER).play().placements) == 6
        # A learner who comes from here on may get the same key: the note knows none any more.
        assert rows(database, "SELECT learner, before FROM purge") == [(None, None)]
        assert purge.under_way() is not None
        assert purge.finish() is not None
        assert holding(tmp_path, [CODE]) == []
        assert purge.under_way() is None
        assert purge.finish() is None


def test_sidecar_that_a_kill_left_behind_takes_its_place(tmp_path: Path) -> None:
    played(tmp_path)
    first, second = backups(tmp_path)
    for file, text in ((first, digest(first)), (second, "0" * 64)):
        file.with_name(f"{file.name}.sha256.next").write_text(f"{text}  next\n")
    (tmp_path / "backups" / "x.db.part").write_text(CODE)
    (tmp_path / "kiosk.db.rows.part").write_text("ZZ0000")
    with pytest.raises(LearnerUnknown):
        purged(tmp_path, OneLearner("ZZ0000"))
    assert first.with_name(f"{first.name}.sha256").read_text() == f"{digest(first)}  next\n"
    sidecar = second.with_name(f"{second.name}.sha256")
    assert sidecar.read_text() == f"{digest(second)}  {second.name}\n"
    assert not [*(tmp_path / "backups").glob("*.next"), *(tmp_path / "backups").glob("*.part")]


@pytest.mark.slow
def test_purge_that_would_leave_an_orphan_is_undone(tmp_path: Path) -> None:
    played(tmp_path)
    with unguarded(tmp_path / "kiosk.db") as connection:
        connection.execute("CREATE TABLE later (key INTEGER, of INTEGER REFERENCES learner (key))")
        connection.execute("INSERT INTO later SELECT key, key FROM learner")
    before = all_rows(tmp_path / "kiosk.db")
    with pytest.raises(PurgeUnfinished, match="parent"):
        purged(tmp_path)
    assert all_rows(tmp_path / "kiosk.db") == before
    assert len(backups(tmp_path)) == 3


@pytest.mark.slow
def test_damage_that_was_there_before_stops_no_purge(tmp_path: Path) -> None:
    played(tmp_path)
    with unguarded(tmp_path / "kiosk.db") as connection:
        connection.execute("INSERT INTO response VALUES (999, 1, 'x', NULL, NULL, NULL, NULL, 0)")
    words = [CODE, *ids_of(tmp_path)]
    purged(tmp_path)
    assert holding(tmp_path, words) == []
