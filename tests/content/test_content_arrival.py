"""Whatever somebody brings as a pack: it is read whole, or refused with all that is wrong."""

from __future__ import annotations

import os
import resource
import struct
import sys
import time
import tracemalloc
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hostile_packs import HOSTILE, with_entry, zipped
from hypothesis import given, settings
from hypothesis import strategies as st
from pack_maker import small_pack, write_pack

from kiosk.content.importers.arrival import read_arrival
from kiosk.content.importers.names import fault_of, same_name
from kiosk.content.importers.zipped import gather_zip_bytes
from kiosk.content.load import load_pack


def brought(tmp_path: Path, data: bytes) -> Path:
    """Write a zip that somebody brings."""
    file = tmp_path / "brought.zip"
    file.write_bytes(data)
    return file


def test_zip_folder_and_its_manifest_are_the_same_pack(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "folder", small_pack())
    inside = write_pack(tmp_path / "outer" / "my lesson", small_pack())
    wrapped = {f"my lesson/{file}": data for file, data in small_pack().items()}
    sources = (
        folder, folder / "pack.toml", inside.parent, brought(tmp_path, zipped(small_pack())),
        brought(tmp_path, zipped(wrapped)),
    )  # fmt: skip
    for source in sources:
        arrival = read_arrival(source)
        assert not arrival.problems
        assert arrival.pack == load_pack(folder)
        assert arrival.files == small_pack()


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_zip_is_refused_and_says_why(tmp_path: Path, kind: str) -> None:
    make, words = HOSTILE[kind]
    arrival = read_arrival(brought(tmp_path, make()))
    assert arrival.pack is None
    assert any(words in str(problem) for problem in arrival.problems), arrival.problems
    assert sorted(each.name for each in tmp_path.iterdir()) == ["brought.zip"]


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_zip_costs_little(tmp_path: Path, kind: str) -> None:
    file = brought(tmp_path, HOSTILE[kind][0]())
    tracemalloc.start()
    began = time.process_time()
    read_arrival(file)
    spent, (_, peak) = time.process_time() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert spent < 5
    assert peak < 64 * 1024 * 1024


def test_every_problem_is_told_with_its_file(tmp_path: Path) -> None:
    files = {**small_pack(), "start.exe": b"MZ", "screens/NUL.md": b"", "a:b.md": b""}
    files["pictures/first.svg"] = files["pictures/first.svg"].replace(b"<path", b"<script/><path")
    arrival = read_arrival(brought(tmp_path, zipped(files)))
    told = {problem.file for problem in arrival.problems}
    assert told == {"start.exe", "screens/NUL.md", "a:b.md", "pictures/first.svg"}


def test_what_systems_and_editors_put_beside_a_pack_is_left_out(tmp_path: Path) -> None:
    beside = ("__MACOSX/._pack.toml", ".DS_Store", "Thumbs.db", "README.txt", ".git/config")
    files = {**small_pack(), **dict.fromkeys(beside, b"x"), "screens/unused.md": b"x"}
    arrival = read_arrival(brought(tmp_path, zipped(files)))
    assert arrival.pack is not None
    assert arrival.files == small_pack()
    assert set(arrival.left_out) == {*beside, "screens/unused.md"}
    folder = read_arrival(write_pack(tmp_path / "folder", files))
    assert folder.pack == arrival.pack


def test_links_and_pipes_in_a_folder_are_refused_and_not_followed(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "folder", small_pack())
    (tmp_path / "secret.md").write_text("secret")
    (folder / "screens" / "03.md").symlink_to(tmp_path / "secret.md")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "screens" / "04.md")
    told = {one.file: one.message for one in read_arrival(folder).problems}
    assert told == {
        "screens/03.md": "is a link",
        "loop": "is a link",
        "screens/04.md": "is not a plain file",
    }


@pytest.mark.parametrize("name", ["nowhere.zip", "x" * 5000, "a\0b"])
def test_path_to_nothing_is_a_problem_and_no_crash(tmp_path: Path, name: str) -> None:
    (problem,) = read_arrival(tmp_path / name).problems
    assert "neither a folder nor a zip" in problem.message


def test_zip_with_a_password_that_is_real_is_refused(tmp_path: Path) -> None:
    data = bytearray(zipped(small_pack()))
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        struct.pack_into("<H", data, at + 8, 1)
    arrival = read_arrival(brought(tmp_path, bytes(data)))
    assert len(arrival.problems) == len(small_pack())
    assert all("without a password" in one.message for one in arrival.problems)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are of Unix")
def test_limits_hold_where_the_zip_lies_about_everything(tmp_path: Path) -> None:
    """A megabyte that says it is ten bytes is never read beyond what it says."""
    data = bytearray(zipped({**small_pack(), "screens/b.md": b"\0" * 30_000_000}))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    arrival = read_arrival(brought(tmp_path, bytes(data)))
    assert arrival.pack is None
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


SOUND = zipped(small_pack())


@pytest.mark.slow
@settings(max_examples=150)
@given(st.integers(0, len(SOUND) - 1), st.binary(min_size=1, max_size=6), st.integers(0, 8))
def test_any_bytes_inside_a_zip_are_a_pack_or_problems(at: int, new: bytes, drop: int) -> None:
    gathered = gather_zip_bytes(SOUND[:at] + new + SOUND[at + drop :], "fuzzed.zip")
    for path, content in gathered.files.items():
        assert not fault_of(path)
        assert len(content) <= 2 * 1024 * 1024
    assert gathered.problems or gathered.files


NAMES = st.lists(
    st.sampled_from(["..", ".", "", "con", "a", "É", "é", "b.md", "C:", "\\", "\0", "\u017f"])
    | st.text(max_size=4),
    min_size=1,
    max_size=6,
).map("/".join)


@pytest.mark.slow
@settings(max_examples=300)
@given(NAMES)
def test_a_name_that_is_taken_stays_inside_the_pack(name: str) -> None:
    if fault_of(name):
        return
    root = Path("/pack")
    there = Path(os.path.normpath(root / name))
    assert root in there.parents
    assert "\\" not in name
    assert not Path(name).is_absolute()
    assert same_name(name) == same_name(unicodedata.normalize("NFD", name))


@pytest.mark.slow
@settings(max_examples=100)
@given(NAMES)
def test_a_zip_with_an_entry_of_any_name_writes_nothing(name: str) -> None:
    gathered = gather_zip_bytes(with_entry(name.replace("\0", "") or "x"), "fuzzed.zip")
    assert set(gathered.files) >= set(small_pack()) or gathered.problems


def test_stored_and_deflated_are_the_same(tmp_path: Path) -> None:
    first = read_arrival(brought(tmp_path, zipped(small_pack(), zipfile.ZIP_STORED))).pack
    assert first == read_arrival(brought(tmp_path, zipped(small_pack()))).pack
