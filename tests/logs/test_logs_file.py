"""The log turns over, tells UTC, hides codes, and stops nothing where it cannot be written."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.logs import file
from kiosk.logs.file import FILES, LATEST_LINES, LogFile
from kiosk.logs.hide import CODE, Hider

HEAD = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFile]:
    (tmp_path / "data").mkdir()
    log = file.begin(tmp_path / "data", Hider().hide)
    yield log
    file.end(log)


@pytest.fixture
def words() -> logging.Logger:
    return logging.getLogger("test")


def written(log: LogFile) -> str:
    return (log.folder / "kiosk.log").read_text("utf-8")


def test_line_tells_when_in_utc_and_what(log: LogFile, words: logging.Logger) -> None:
    words.info("naïve %s", "words")
    assert re.fullmatch(f"{HEAD} INFO test: naïve words\n", written(log))


def test_fault_is_told_with_its_trace_and_without_codes(
    log: LogFile, words: logging.Logger
) -> None:
    code = "RV2048"
    try:
        raise ValueError(code)
    except ValueError as fault:
        words.exception("with %s", code, exc_info=fault)
    text = written(log)
    assert f"ValueError: {CODE}" in text
    assert "Traceback" in text
    assert code not in text


def test_warnings_are_logged(log: LogFile) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn("something is old", stacklevel=1)
    assert "something is old" in written(log)


def test_log_turns_over_and_keeps_five_files(
    log: LogFile, words: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "FILE_BYTES", 200)
    for n in range(40):
        words.info("line %d %s", n, "x" * 40)
    names = sorted(entry.name for entry in log.folder.iterdir())
    assert names == ["kiosk.log", *(f"kiosk.log.{n}" for n in range(1, FILES))]
    assert all((log.folder / name).stat().st_size <= 200 for name in names)
    whole = "".join((log.folder / name).read_text() for name in reversed(names))
    assert [int(n) for n in re.findall(r"line (\d+)", whole)] == list(range(30, 40))


def test_line_that_could_not_be_written_comes_before_the_next_that_can(
    tmp_path: Path, words: logging.Logger, log: LogFile
) -> None:
    away = tmp_path / "away"
    log.folder.parent.rename(away)
    words.info("while it was gone")
    # A folder that is made meanwhile would be in the way of the one that comes back.
    assert not log.folder.parent.exists()
    away.rename(log.folder.parent)
    words.info("back")
    assert re.findall("while it was gone|back", written(log)) == ["while it was gone", "back"]


@pytest.mark.parametrize("in_the_way", ["logs", "logs/kiosk.log"])
def test_log_that_cannot_be_written_stops_nothing(
    log: LogFile, words: logging.Logger, in_the_way: str, capfd: pytest.CaptureFixture[str]
) -> None:
    log.folder.parent.joinpath(in_the_way).mkdir(parents=True)
    if in_the_way == "logs":
        log.folder.rmdir()
        log.folder.touch()
    words.info("into nothing")
    assert "into nothing" in log.latest[-1]
    assert capfd.readouterr() == ("", "")


def test_record_that_cannot_be_told_stops_nothing(log: LogFile) -> None:
    log.handle(logging.makeLogRecord({"msg": "%d", "args": ("no number",)}))
    assert "cannot be told" in written(log)


def test_latest_lines_are_at_hand(log: LogFile, words: logging.Logger) -> None:
    for n in range(LATEST_LINES + 5):
        words.info("line %d", n)
    assert len(log.latest) == LATEST_LINES
    assert log.latest[0].endswith("line 5\n")
