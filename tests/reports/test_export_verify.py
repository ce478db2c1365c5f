"""A bundle proves itself: untouched it is accepted, and nothing of it can change unseen."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

import pytest
from log_maker import FILES, exported, played_log

from kiosk.errors import ExportUnproved
from kiosk.reports import manifest
from kiosk.reports.verify import verify

TABLES = FILES[:3]
Json = dict[str, object]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return exported(played_log(tmp_path / "data"), tmp_path / "out").folder


def sealed(whole: Json) -> bytes:
    """Return a manifest with a seal that fits, whatever is in it."""
    whole = {key: value for key, value in whole.items() if key != "seal"}
    unsealed = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    whole["seal"] = hashlib.sha256(unsealed.encode()).hexdigest()
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def refused(bundle: Path, why: str | None = None) -> None:
    with pytest.raises(ExportUnproved, match=why):
        verify(bundle)


def test_untouched_bundle_is_accepted_where_it_stands_and_as_a_copy(
    bundle: Path, tmp_path: Path
) -> None:
    counts = verify(bundle)
    assert (counts.attempts, counts.placements, counts.responses) == (2, 7, 6)
    assert verify(shutil.copytree(bundle, tmp_path / "years later")) == counts


def test_manifest_holds_the_hash_and_size_of_every_other_file(bundle: Path) -> None:
    whole = json.loads((bundle / "manifest.json").read_bytes())
    assert set(whole["files"]) == {*FILES} - {"manifest.json"}
    for name, proof in whole["files"].items():
        content = (bundle / name).read_bytes()
        found = (len(content), hashlib.sha256(content).hexdigest())
        assert found == (proof["bytes"], proof["sha256"])
    assert sealed(whole) == (bundle / "manifest.json").read_bytes()


@pytest.mark.parametrize("file", FILES)
def test_any_changed_byte_is_refused(bundle: Path, file: str) -> None:
    content = (bundle / file).read_bytes()
    step = max(1, len(content) // 200)
    for at in (*range(0, len(content), step), 1, 2, 3, len(content) - 2, len(content) - 1):
        changed = bytearray(content)
        changed[at] ^= 1 << at % 8
        (bundle / file).write_bytes(bytes(changed))
        refused(bundle)
    (bundle / file).write_bytes(content)
    verify(bundle)


@pytest.mark.parametrize("file", FILES)
def test_truncated_grown_or_emptied_file_is_refused(bundle: Path, file: str) -> None:
    content = (bundle / file).read_bytes()
    for changed in (
        b"",
        content[:-1],
        content[: len(content) // 2],
        content + b"\r\n",
        content * 2,
    ):
        (bundle / file).write_bytes(changed)
        refused(bundle)


@pytest.mark.parametrize("file", FILES)
def test_missing_file_is_refused_by_its_name(bundle: Path, file: str) -> None:
    (bundle / file).unlink()
    refused(bundle, file)


@pytest.mark.parametrize("file", FILES)
def test_folder_in_place_of_a_file_is_refused(bundle: Path, file: str) -> None:
    (bundle / file).unlink()
    (bundle / file).mkdir()
    refused(bundle, file)


@pytest.mark.parametrize("name", ["more.csv", ".hidden", "attempts.csv.part", "Attempts.CSV"])
def test_added_file_is_refused_by_its_name(bundle: Path, name: str) -> None:
    (bundle / name).write_bytes(b"")
    refused(bundle, name)


@pytest.mark.parametrize("file", TABLES)
def test_swapped_rows_are_refused(bundle: Path, file: str) -> None:
    rows = (bundle / file).read_bytes().splitlines(keepends=True)
    (bundle / file).write_bytes(b"".join([rows[0], rows[2], rows[1], *rows[3:]]))
    refused(bundle, file)


def test_tables_that_changed_places_are_refused(bundle: Path) -> None:
    (bundle / "placements.csv").rename(bundle / "other")
    (bundle / "responses.csv").rename(bundle / "placements.csv")
    (bundle / "other").rename(bundle / "responses.csv")
    refused(bundle)


def test_newer_format_is_refused_with_both_numbers(bundle: Path) -> None:
    whole = json.loads((bundle / "manifest.json").read_bytes())
    newer = manifest.FORMAT + 1
    (bundle / "manifest.json").write_bytes(sealed({**whole, "format": newer}))
    refused(bundle, f"format {newer}, known here: {manifest.FORMAT}")


def test_manifest_of_another_bundle_is_refused(bundle: Path, tmp_path: Path) -> None:
    other = exported(played_log(tmp_path / "other"), tmp_path / "out").folder
    shutil.copy(other / "manifest.json", bundle)
    refused(bundle)


def test_bundle_of_a_program_with_other_columns_is_proved_by_its_own(bundle: Path) -> None:
    whole = json.loads((bundle / "manifest.json").read_bytes())
    rows = (bundle / "attempts.csv").read_bytes().split(b"\r\n")
    wider = [row and row + b"," + (cell or b"7") for row, cell in zip_longest(rows, [b"added"])]
    content = b"\r\n".join(wider)
    (bundle / "attempts.csv").write_bytes(content)
    proof = whole["files"]["attempts.csv"]
    proof["bytes"], proof["sha256"] = len(content), hashlib.sha256(content).hexdigest()
    (bundle / "manifest.json").write_bytes(sealed(whole))
    refused(bundle, "header")
    whole["columns"]["attempts.csv"].append("added")
    (bundle / "manifest.json").write_bytes(sealed(whole))
    assert verify(bundle).attempts == 2


def without_readme(whole: Json) -> Json:
    files = whole["files"]
    assert isinstance(files, dict)
    return {**whole, "files": {k: v for k, v in files.items() if k != "README.txt"}}


def with_other_counts(whole: Json) -> Json:
    counts = whole["counts"]
    assert isinstance(counts, dict)
    return {**whole, "counts": {**counts, "attempts": 3}}


def without_columns(whole: Json) -> Json:
    return {**whole, "columns": {}}


@pytest.mark.parametrize("lie", [without_readme, with_other_counts, without_columns])
def test_sealed_lie_of_the_manifest_is_refused(bundle: Path, lie: Callable[[Json], Json]) -> None:
    whole = json.loads((bundle / "manifest.json").read_bytes())
    (bundle / "manifest.json").write_bytes(sealed(lie(whole)))
    refused(bundle)


NOT_ONE = {
    "nothing": b"",
    "no JSON": b"{",
    "a list": b"[]",
    "a number": b"1",
    "null": b"null",
    "no files": b'{"format": 1}',
    "files in a list": b'{"format": 1, "files": [1]}',
    "a file that is none": b'{"format": 1, "files": {"a": null}}',
    "endless bytes": b'{"format": 1, "files": {"a": {"bytes": 1e999, "sha256": "", "rows": 1}}}',
    "bytes in words": b'{"format": 1, "files": {"a": {"bytes": "x", "sha256": "", "rows": 1}}}',
    "half a character": b'{"format": 1, "files": {}, "site": "\\ud800"}',
    "not UTF-8": b'{"format": 1, "files": {}, "site": "\xff"}',
    "UTF-16": '{"format": 1, "files": {}}'.encode("utf-16"),
    "very deep": b'{"format": 1, "files": {}, "a": ' + b"[" * 900 + b"]" * 900 + b"}",
    "much too deep": b"[" * 100_000,
}


@pytest.mark.parametrize("text", NOT_ONE.values(), ids=NOT_ONE.keys())
def test_manifest_that_is_none_is_refused_in_words(bundle: Path, text: bytes) -> None:
    (bundle / "manifest.json").write_bytes(text)
    refused(bundle, "manifest.json")


@pytest.mark.parametrize("number", [b"1e999", b"nan", b"many", b"-inf", b""])
def test_sum_that_is_no_number_is_refused_in_words(bundle: Path, number: bytes) -> None:
    header, first, rest = (bundle / "placements.csv").read_bytes().split(b"\r\n", 2)
    cells = first.split(b",")
    cells[6] = number
    (bundle / "placements.csv").write_bytes(b"\r\n".join([header, b",".join(cells), rest]))
    refused(bundle, "placements.csv")


@pytest.mark.parametrize("change", [b'"', b",", b"\xff", b"\0", b"\r"])
def test_table_that_is_none_is_refused_in_words(bundle: Path, change: bytes) -> None:
    with (bundle / "responses.csv").open("ab") as stream:
        stream.write(change)
    refused(bundle, "responses.csv")


def test_folder_that_is_no_bundle_is_refused(tmp_path: Path) -> None:
    refused(tmp_path, "manifest.json")
    refused(tmp_path / "not there", "manifest.json")
    (tmp_path / "file").write_text("")
    refused(tmp_path / "file", "manifest.json")
