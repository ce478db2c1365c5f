"""Hostile texts come back from the programs that people open exports with, and none is live."""

from __future__ import annotations

import csv
import importlib
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hostile import HOSTILE, hostile_log, shown
from log_maker import ORDER, MadeUpLog, attempt_row, exported, placement_row, response_row

from kiosk.reports.attempt_log import TABLES
from kiosk.reports.csv_rules import undefused
from kiosk.reports.workbook_file import add_workbook

pandas: Any = importlib.import_module("pandas")
COLUMNS = {"attempts": "learner_code", "placements": "to_id", "responses": "item_title"}
OFFICE = shutil.which("soffice")
LONGEST = 65_535  # LibreOffice Calc cuts a text off after that many characters
SHORT = 32_767  # and a workbook's cell holds no more than that
CONTROL = '=1+1,"=2+2",x\r\n'
needs_office = pytest.mark.skipif(OFFICE is None, reason="there is no LibreOffice (soffice) here")
# What a person can do worst at its question: have formulas in the text carried out.
EVALUATE = "44,34,76,1,,{language},false,true,false,false,false,0,true"
AS_TEXT = "44,34,76,1,{columns},1033,false,false,false,false,false,0,false"
PLAIN = "44,34,76,1,,0,true,true,false,false,false,0"
ENGLISH, JAPANESE = 1033, 1041


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(hostile_log(), tmp_path_factory.mktemp("hostile")).folder


@pytest.fixture(autouse=True)
def _wide_cells() -> Iterator[None]:
    before = csv.field_size_limit(2**24)
    yield
    csv.field_size_limit(before)


def records(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream, strict=True))


def column(found: list[list[str]], table: str) -> list[str]:
    at = found[0].index(COLUMNS[table])
    return [undefused(row[at]) for row in found[1:]]


@pytest.mark.slow
@pytest.mark.parametrize("table", COLUMNS)
def test_python_reads_every_text_back(bundle: Path, table: str) -> None:
    assert column(records(bundle / f"{table}.csv"), table) == [shown(text) for text in HOSTILE]


@pytest.mark.parametrize("table", COLUMNS)
@pytest.mark.parametrize("engine", ["c", "python"])
def test_pandas_reads_every_text_back(bundle: Path, table: str, engine: str) -> None:
    file = bundle / f"{table}.csv"
    frame = pandas.read_csv(
        file, dtype=str, keep_default_na=False, encoding="utf-8-sig", engine=engine
    )
    found = [[str(name) for name in frame.columns], *frame.to_numpy().tolist()]
    assert found == records(file)
    assert column(found, table) == [shown(text) for text in HOSTILE]


def test_pandas_knows_numbers_and_times_for_what_they_are(tmp_path: Path) -> None:
    log = MadeUpLog(lambda: [attempt_row()] * 2)
    file = exported(log, tmp_path).folder / "attempts.csv"
    frame = pandas.read_csv(file, parse_dates=["started_at_utc"])
    assert frame["active_seconds"].sum() == pytest.approx(2 * 61.234)
    assert str(frame["started_at_utc"].dtype).endswith("UTC]")


def converted(files: list[Path], place: Path, into: str, infilter: str | None) -> None:
    options = [] if infilter is None else [f"--infilter=Text - txt - csv (StarCalc):{infilter}"]
    command = [
        str(OFFICE), f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless",
        "--norestore", *options, "--convert-to", into, "--outdir", str(place), *map(str, files),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def in_calc(text: str) -> str:
    """Return what Calc makes of a text: a cell knows one sign for a new line, and a longest text.

    The apostrophe that a defused text has in front is one of its characters there.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")[:LONGEST]


@pytest.mark.slow
@needs_office
@pytest.mark.parametrize("language", [ENGLISH, JAPANESE])
def test_no_cell_is_live_in_libreoffice(bundle: Path, tmp_path: Path, language: int) -> None:
    control = tmp_path / "control.csv"
    control.write_text(CONTROL)
    files = [bundle / table.file for table in TABLES]
    converted([*files, control], tmp_path, "fods", EVALUATE.format(language=language))
    assert (tmp_path / "control.fods").read_text().count("table:formula") == 2
    for table in COLUMNS:
        content = (tmp_path / f"{table}.fods").read_text(encoding="utf-8")
        assert content.count("<table:table-row") > len(HOSTILE)
        assert "table:formula" not in content
        assert "xlink:href" not in content


@pytest.mark.slow
@needs_office
def test_libreoffice_reads_every_text_back(bundle: Path, tmp_path: Path) -> None:
    columns = "/".join(f"{number}/2" for number in range(1, 40))
    files = [bundle / table.file for table in TABLES]
    into = f"csv:Text - txt - csv (StarCalc):{PLAIN}"
    converted(files, tmp_path, into, AS_TEXT.format(columns=columns))
    for table in COLUMNS:
        wanted = records(bundle / f"{table}.csv")
        found = records(tmp_path / f"{table}.csv")
        assert found == [[in_calc(cell) for cell in row] for row in wanted]


@pytest.mark.slow
@needs_office
def test_workbook_is_not_live_in_libreoffice_and_says_the_same(tmp_path: Path) -> None:
    texts = [text for text in HOSTILE if len(text) <= SHORT]
    log = MadeUpLog(
        lambda: [attempt_row(learner_code=text) for text in texts],
        lambda: [placement_row(to_id=text) for text in texts],
        lambda: [response_row(item_title=text) for text in texts],
    )
    order = replace(ORDER, beside=add_workbook)
    file = exported(log, tmp_path / "out", order).folder / "attempts.xlsx"
    converted([file], tmp_path, "fods", None)
    content = (tmp_path / "attempts.fods").read_text(encoding="utf-8")
    assert "table:formula" not in content
    assert "xlink:href" not in content
    assert content.count('office:value-type="date"') >= 2 * len(texts)
    converted([file], tmp_path, f"csv:Text - txt - csv (StarCalc):{PLAIN}", None)
    found = records(tmp_path / "attempts.csv")
    at = found[0].index("learner_code")
    assert [in_calc(row[at]) for row in found[1:]] == [in_calc(shown(text)) for text in texts]
