"""Packs that were taken in: whole or not there, as they were taken, and one of them in use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click import UsageError
from click.testing import CliRunner
from pack_maker import changed, small_pack, write_pack

from kiosk import durable, paths
from kiosk.cli import commands
from kiosk.content.importers.arrival import Arrival, read_arrival
from kiosk.content.shelf import Shelf
from kiosk.errors import PackBroken, PackMissing, PackNotKept


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "data", paths.default_pack())


def take(shelf: Shelf, tmp_path: Path, files: dict[str, bytes]) -> str:
    """Bring a pack and have it taken in."""
    name = str(len(list(tmp_path.iterdir())))
    arrival = read_arrival(write_pack(tmp_path / name, files))
    assert arrival.pack is not None
    return shelf.take_in(arrival.pack, arrival.files)


NEWER = changed("pack.toml", 'version = "1.0.0"', 'version = "1.1.0"')


def test_first_shelf_has_the_program_s_own_pack_in_use(shelf: Shelf) -> None:
    (own,) = shelf.packs()
    assert (own.key, own.id, own.in_use, own.fault) == ("", "mentoring", True, None)
    titles = [own.spoken_title(language) for language in ("en", "es", "es-MX", "fr")]
    assert titles == ["Mentoring", "Mentoría", "Mentoría", "Mentoring"]
    pack, fault = shelf.load_in_use()
    assert (pack.id, fault) == ("mentoring", None)


def test_pack_that_is_taken_in_can_be_used_and_given_up_again(shelf: Shelf, tmp_path: Path) -> None:
    key = take(shelf, tmp_path, small_pack())
    assert key.startswith("small/1.0.0-")
    assert shelf.load_in_use()[0].id == "mentoring"
    assert shelf.use(key).id == "small"
    assert shelf.load_in_use()[0].id == "small"
    assert [each.in_use for each in shelf.packs()] == [False, True]
    shelf.use("")
    assert shelf.load_in_use()[0].id == "mentoring"


def test_versions_lie_beside_each_other_and_the_same_is_there_once(
    shelf: Shelf, tmp_path: Path
) -> None:
    first, second = take(shelf, tmp_path, small_pack()), take(shelf, tmp_path, NEWER)
    assert first != second
    assert take(shelf, tmp_path, small_pack()) == first
    assert [each.version for each in shelf.packs() if each.key] == ["1.0.0", "1.1.0"]


def test_damaged_pack_says_so_and_the_program_s_own_is_shown(shelf: Shelf, tmp_path: Path) -> None:
    key = take(shelf, tmp_path, small_pack())
    shelf.use(key)
    screen = tmp_path / "data" / "packs" / key / "screens" / "01-first.md"
    screen.write_text(screen.read_text().replace("two lines", "too lines"))
    pack, fault = shelf.load_in_use()
    assert pack.id == "mentoring"
    assert "changed since" in str(fault)
    assert "changed since" in next(str(each.fault) for each in shelf.packs() if each.key)
    with pytest.raises(PackBroken):
        shelf.use(key)
    assert take(shelf, tmp_path, small_pack()) == key
    assert shelf.load_in_use() == (shelf.load(key), None)


@pytest.mark.parametrize("key", ["../x", "small", "/etc", "small/../../x", "a/1.0.0-0123456789ab"])
def test_key_of_nothing_loads_nothing(shelf: Shelf, key: str) -> None:
    with pytest.raises(PackMissing):
        shelf.load(key)


def test_refusing_disk_leaves_nothing_and_what_was_in_use_stays(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = take(shelf, tmp_path, small_pack())
    shelf.use(first)
    arrival = read_arrival(write_pack(tmp_path / "newer", NEWER))
    assert arrival.pack is not None
    real, left = durable.replace, [0]

    def refuse_later(source: Path, target: Path) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr(durable, "replace", refuse_later)
    for before in range(len(arrival.files) + 1):
        left[0] = before
        with pytest.raises(PackNotKept):
            shelf.take_in(arrival.pack, arrival.files)
        there = {each.name for each in (tmp_path / "data" / "packs").rglob("*")}
        assert not any(name.startswith((".staged", "1.1.0")) for name in there)
    with pytest.raises(PackNotKept):
        shelf.use("")
    assert shelf.in_use() == first


def test_what_a_kill_left_half_written_is_cleared_away(shelf: Shelf, tmp_path: Path) -> None:
    key = take(shelf, tmp_path, small_pack())
    folder = tmp_path / "data" / "packs"
    write_pack(folder / ".staged-0123", {"screens/a.md": b"half"})
    (folder / "in-use.part").write_bytes(b"small/")
    assert [each.key for each in shelf.packs()] == ["", key]
    shelf.clear_leftovers()
    assert sorted(each.name for each in folder.iterdir()) == ["small"]


def take_until_killed(shelf: Shelf, arrival: Arrival, moment: int) -> None:
    """Take a pack in and use it, in a process that ends before so many files are in place."""
    real, left = durable.replace, [moment]

    def killed(source: Path, target: Path) -> None:
        if not left[0]:
            os._exit(0)
        left[0] -= 1
        real(source, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(durable, "replace", killed)
        if arrival.pack is not None:
            shelf.use(shelf.take_in(arrival.pack, arrival.files))
    os._exit(0)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="a kill is made by forking")
def test_kill_at_any_moment_leaves_a_pack_whole_or_not_there(shelf: Shelf, tmp_path: Path) -> None:
    arrival = read_arrival(write_pack(tmp_path / "brought", small_pack()))
    assert arrival.pack is not None
    seen = set()
    for moment in range(len(arrival.files) + 3):
        child = os.fork()
        if not child:
            take_until_killed(shelf, arrival, moment)
        os.waitpid(child, 0)
        again = Shelf(tmp_path / "data", paths.default_pack())
        faults = {pack.fault for pack in again.packs()}
        pack, fault = again.load_in_use()
        seen.add(pack.id)
        assert (faults, fault) == ({None}, None)
        again.clear_leftovers()
        assert not list((tmp_path / "data" / "packs").glob(".staged*"))
    assert seen == {"mentoring", "small"}


def told(*words: str) -> tuple[int, str]:
    """Run the command line."""
    done = CliRunner().invoke(commands, ["pack", *words], standalone_mode=False)
    status = 2 if isinstance(done.exception, UsageError) else done.return_value
    return status, done.output


def test_command_line_imports_lists_and_uses(shelf: Shelf, tmp_path: Path) -> None:
    data = ("--data-dir", str(tmp_path / "data"))
    source = write_pack(tmp_path / "brought", {**small_pack(), "README.txt": b"x"})
    status, words = told("import", str(source), *data)
    assert status == 0
    assert "Left out: README.txt" in words
    assert "Kept: small/1.0.0-" in words
    assert told("use", "nothing", *data)[0] == 2
    assert told("use", "small", *data)[0] == 0
    status, words = told("list", *data)
    assert "* small/1.0.0-" in words
    assert shelf.load_in_use()[0].id == "small"
    (source / "pack.toml").write_text("format = 2")
    status, words = told("import", str(source), *data)
    assert status == 1
    assert "pack.toml, format: must be 1" in words
    assert shelf.load_in_use()[0].id == "small"
