"""A power cut at any moment costs nothing that was said to be saved, and spoils no file."""

from __future__ import annotations

import random
import sys
from itertools import islice
from pathlib import Path

import pytest
from crash_changes import Grain, Write, pieces, torn
from crash_moment import Tree
from crash_states import moments, states
from crash_trials import crash_state_trials, negative_controls
from crash_workloads import CONTROLS, WORKLOADS
from recorder import Call, Kind, Recording, Standing, build, record
from shims import why_no_shim

recorded = pytest.mark.skipif(bool(why_no_shim()), reason=why_no_shim() or "it can be recorded")
EVERYTHING = """
import os, shutil, sys
from pathlib import Path
folder = Path(sys.argv[1])
os.chdir(folder)
file = os.open("there", os.O_RDWR)
os.write(file, b"written")
os.pwrite(file, b"pwritten", 5_000)
os.writev(file, [b"", b"one", b"two"])
os.ftruncate(file, 6_000)
os.truncate(folder / "there", 5_500)
os.posix_fallocate(file, 0, 7_000)
os.fdatasync(file)
Path("new").write_bytes(b"new")
Path("new").write_bytes(b"newer")
with open("new", "ab") as stream:
    stream.write(b" and longer")
    stream.flush()
    os.fsync(stream.fileno())
shutil.copyfile("new", "copied")
Path("room/inner").mkdir(parents=True)
Path("room/inner/x").touch()
Path("room").rename("hall")
os.link("new", "hall/linked")
Path("copied").replace("new")
Path("hall/inner/y").symlink_to("x") if len(sys.argv) > 2 else None
shutil.rmtree("hall/inner") if len(sys.argv) == 2 else None
os.fsync(os.open(folder, os.O_RDONLY))
print("said", flush=True)
"""


def call(
    kind: Kind, inode: int = 0, path: str = "", *, data: bytes = b"", at: int = 0, other: str = ""
) -> Call:
    return Call(kind, inode, at, path, other, data)


def made(*calls: Call, ended: Tree) -> Recording:
    """Return what would have been recorded in a folder (1) with one file in it (2)."""
    before = (Standing(".", 1, None), Standing("old", 2, b"old"))
    return Recording(before, calls, ended, ())


def outcomes(recording: Recording) -> list[Tree]:
    """Return what a power cut at the end may leave."""
    last = len([one for one in recording.calls if one.kind is Kind.SAID])
    found = islice(states(recording, random.Random(7)), 400)
    return [state.tree for state in found if len(state.moment.said) == last]


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "disk").mkdir()
    (tmp_path / "disk" / "there").touch()
    return tmp_path


@recorded
def test_recorder_misses_no_way_to_change_a_file(room: Path) -> None:
    disk = room / "disk"
    recording = record(build(room), disk, sys.executable, "-c", EVERYTHING, disk)
    assert {one.kind for one in recording.calls} == set(Kind)
    (last, *_) = reversed(moments(recording))
    assert last.said == recording.said == ("said",)


@recorded
def test_call_that_goes_past_the_recorder_is_noticed(room: Path) -> None:
    disk = room / "disk"
    recording = record(build(room), disk, sys.executable, "-c", EVERYTHING, disk, "unseen")
    with pytest.raises(AssertionError, match="went past"):
        moments(recording)


def test_what_was_synced_is_there_and_what_was_not_may_be() -> None:
    written = bytes(range(1, 251)) * 5
    recording = made(
        call(Kind.WROTE, 2, data=b"synced"),
        call(Kind.SYNCED, 2),
        call(Kind.SAID, data=b"said\n"),
        call(Kind.WROTE, 2, at=6, data=written),
        ended={"old": b"synced" + written},
    )
    files = [tree["old"] or b"" for tree in outcomes(recording)]
    assert all(file.startswith(b"synced") for file in files)
    assert {b"synced", b"synced" + written} < set(files)
    torn_off = [file for file in files if 6 < len(file) < 6 + len(written)]
    holes = [f for f in files if f[512:1024] == written[506:1018] and f[6:512] != written[:506]]
    assert torn_off
    assert holes


@pytest.mark.parametrize("syncs", [0, 1])
def test_name_is_sure_once_its_folder_is_synced_and_not_by_a_sync_of_the_file(syncs: int) -> None:
    recording = made(
        call(Kind.MADE_FILE, 3, "part"),
        call(Kind.WROTE, 3, data=b"new"),
        call(Kind.SYNCED, 3),
        call(Kind.MOVED, path="part", other="old"),
        *[call(Kind.SYNCED, 1)] * syncs,
        call(Kind.SAID, data=b"said\n"),
        ended={"old": b"new"},
    )
    found = outcomes(recording)
    if syncs:
        assert found == [{"old": b"new"}]
    else:
        ways = ({"old": b"old"}, {"old": b"new"}, {"old": b"old", "part": b"new"})
        assert all(tree in ways for tree in found)
        assert all(way in found for way in ways)


def test_removal_and_cut_that_were_not_synced_may_come_undone() -> None:
    recording = made(
        call(Kind.RESIZED, 2, at=1),
        call(Kind.REMOVED, path="old"),
        call(Kind.SAID, data=b"said\n"),
        ended={},
    )
    found = outcomes(recording)
    assert all(tree in found for tree in ({}, {"old": b"old"}, {"old": b"o"}))


def test_name_that_is_settled_does_not_come_back_from_before() -> None:
    recording = made(
        call(Kind.MADE_FOLDER, 4, "room"),
        call(Kind.SYNCED, 1),
        call(Kind.MADE_FILE, 3, "room/part"),
        call(Kind.MOVED, path="room/part", other="whole"),
        call(Kind.SYNCED, 1),
        call(Kind.SAID, data=b"said\n"),
        ended={"old": b"old", "room": None, "whole": b""},
    )
    assert outcomes(recording) == [recording.ended]


def test_write_comes_apart_at_the_sectors_of_its_file() -> None:
    write = Write(2, 500, bytes(1_100), 1_600)
    parts = list(pieces(write, Grain.SECTOR))
    lengths = [len(part.data) for part in parts if isinstance(part, Write)]
    assert lengths == [12, 512, 512, 64]
    assert torn(write, 8).data == bytes(8)


@recorded
@pytest.mark.slow
def test_power_cut_at_any_moment_loses_and_spoils_nothing() -> None:
    trials = list(crash_state_trials(states=3_000))
    assert len(trials) == len(WORKLOADS)
    for trial in trials:
        assert trial.harmless, trial
    assert sum(trial.tried for trial in trials) >= 2_900


@recorded
@pytest.mark.slow
def test_weakened_store_backup_export_and_purge_are_caught() -> None:
    trials = list(negative_controls())
    assert len(trials) == len(CONTROLS)
    for trial in trials:
        assert trial.lost + trial.altered > 0, trial
