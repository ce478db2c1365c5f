"""An export read back is the log that it was made of, cell by cell."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from log_maker import (
    FILES,
    ORDER,
    MadeUpLog,
    attempt_row,
    exported,
    never,
    placement_row,
    played_log,
    quiet,
    response_row,
)

from kiosk.core.log_rows import AttemptRow, PlacementRow, ResponseRow, Selection
from kiosk.errors import ExportUnproved
from kiosk.reports import bundle_rows, manifest
from kiosk.reports.bundle_log import BundleLog
from kiosk.reports.export import export

TABLES = FILES[:3]
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
starters = st.sampled_from(["=1+1", "'", "''x", "\r\n=", "0042", "", " ", "a; b", '"', "\u202e@"])
anything = st.one_of(texts, starters)
maybe = st.one_of(st.none(), anything.filter(bool))
moments = st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds have none
truths = st.one_of(st.none(), st.booleans())
shares = st.one_of(st.none(), st.floats(0, 1))
attempts = st.builds(
    attempt_row,
    attempt_id=anything, kiosk_name=anything, site=anything, learner_code=anything,
    activity_title=anything, language=anything, outcome=maybe, follows_attempt_id=maybe,
    started_utc=moments.map(lambda moment: moment.replace(microsecond=7_000)),
    started_offset_minutes=st.integers(-720, 840),
    submitted_utc=st.one_of(st.none(), moments), active_ms=st.integers(0, 10**10),
    first_try_score=shares, final_score=shares, mastery_score=shares,
    first_try_correct=st.one_of(st.none(), st.integers(0, 40)), is_first=st.booleans(),
    input_methods=st.lists(anything, max_size=3).map(tuple),
    missed_items=st.lists(anything, max_size=3).map(tuple),
)  # fmt: skip
placements = st.builds(
    placement_row, attempt_id=anything, item_id=anything, from_id=maybe, to_id=maybe,
    ms=st.integers(0, 10**9), correct=truths,
)  # fmt: skip
responses = st.builds(
    response_row, item_id=anything, item_title=anything, category_id=maybe, category_title=maybe,
    correct=truths, first_category_id=maybe, first_try_correct=truths,
)  # fmt: skip


def copied(log: BundleLog, target: Path) -> Path:
    receipt = export(log, ORDER, target, quiet, never)
    assert receipt is not None
    return receipt.folder


@pytest.mark.slow
@given(
    st.lists(attempts, max_size=3),
    st.lists(placements, max_size=3),
    st.lists(responses, max_size=3),
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_export_of_an_export_is_the_same_to_the_byte(
    tmp_path: Path, some: list[AttemptRow], moves: list[PlacementRow], cards: list[ResponseRow]
) -> None:
    log = MadeUpLog(lambda: some, lambda: moves, lambda: cards)
    folder = exported(log, tmp_path).folder
    again = copied(BundleLog.proved(folder), tmp_path)
    for table in TABLES:
        assert (folder / table).read_bytes() == (again / table).read_bytes()


def test_rows_of_a_played_log_come_back(tmp_path: Path) -> None:
    log = played_log(tmp_path / "data")
    bundle = BundleLog.proved(exported(log, tmp_path / "out").folder)
    with log.snapshot(Selection()) as snapshot:
        assert list(bundle.placements()) == list(snapshot.placements())
        assert list(bundle.responses()) == list(snapshot.responses())
        for found, wanted in zip(bundle.attempts(), snapshot.attempts(), strict=True):
            told = found._asdict() | {"missed_items": "; ".join(found.missed_items)}
            meant = wanted._asdict() | {"missed_items": "; ".join(wanted.missed_items)}
            for score in ("first_try_score", "final_score"):
                meant[score] = None if meant[score] is None else round(meant[score], 4)
            assert told == meant
        assert bundle.counts() == snapshot.counts()
        assert bundle.schema_version() == snapshot.schema_version()
        assert bundle.kiosk().id == snapshot.kiosk().id


def test_all_tables_can_be_read_in_turns_whatever_is_in_them(tmp_path: Path) -> None:
    wide = "x" * 200_000
    log = MadeUpLog(
        lambda: [attempt_row(site=wide)] * 2,
        lambda: [placement_row(item_id=wide)] * 2,
        lambda: [response_row(item_title=wide)] * 2,
    )
    bundle = BundleLog.proved(exported(log, tmp_path).folder)
    tables = [bundle.attempts(), bundle.placements(), bundle.responses()]
    for _ in range(2):
        assert [len(next(table)) for table in tables] == [33, 9, 9]
    assert [next(table, None) for table in tables] == [None] * 3


@pytest.mark.parametrize("file", FILES)
def test_changed_export_is_not_read(tmp_path: Path, file: str) -> None:
    folder = exported(played_log(tmp_path / "data"), tmp_path / "out").folder
    with (folder / file).open("ab") as stream:
        stream.write(b" ")
    with pytest.raises(ExportUnproved):
        BundleLog.proved(folder)


def test_file_that_changes_after_the_proof_is_told_of(tmp_path: Path) -> None:
    folder = exported(played_log(tmp_path / "data"), tmp_path / "out").folder
    bundle = BundleLog.proved(folder)
    content = (folder / "placements.csv").read_bytes()
    for changed in (content.replace(b",1,", b",one,", 1), content[:-4], content[3:], b""):
        (folder / "placements.csv").write_bytes(changed)
        with pytest.raises(ExportUnproved, match="placements"):
            list(bundle.placements())


def test_export_of_other_columns_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = exported(played_log(tmp_path / "data"), tmp_path / "out").folder
    proof = manifest.from_json((folder / "manifest.json").read_bytes())
    fewer = {**proof.columns, "responses.csv": proof.columns["responses.csv"][1:]}
    monkeypatch.setattr(manifest, "from_json", lambda _: manifest.Manifest({}, fewer, proof.files))
    monkeypatch.setattr("kiosk.reports.bundle_log.verify", lambda _: None)
    with pytest.raises(ExportUnproved, match="no column attempt_id"):
        BundleLog.proved(folder)


@pytest.mark.parametrize("cell", ["2", "yes", "-1"])
def test_truth_is_one_or_nought(cell: str) -> None:
    with pytest.raises(ValueError, match="neither"):
        bundle_rows.placement(["a", "1", "i", "", "is", "tap", "5", cell, "1"])
