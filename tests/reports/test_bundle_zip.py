"""A zip gives the files of one export and nothing else, whatever it says of itself."""

from __future__ import annotations

import shutil
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from log_maker import FILES, entries, exported, played_log

from kiosk.errors import SourceRefused
from kiosk.reports.bundle_zip import unpack
from kiosk.reports.verify import verify

Pack = Callable[[zipfile.ZipFile], None]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return exported(played_log(tmp_path / "data"), tmp_path / "out").folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    return tmp_path / "place"


def zipped(bundle: Path, prefix: str = "", also: Pack | None = None) -> Path:
    file = bundle.parent / "some.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in sorted(bundle.iterdir()):
            archive.write(entry, prefix + entry.name)
        if also is not None:
            also(archive)
    return file


def refused(file: Path, place: Path, why: str | None = None) -> None:
    with pytest.raises(SourceRefused, match=why):
        unpack(file, place)
    outside = {path for path in place.parent.rglob("*") if path.name == "escaped"}
    assert not outside


@pytest.mark.parametrize("prefix", ["", "attempts_Riverside_Kiosk-1_20250303T090000Z/"])
def test_export_comes_out_whole(bundle: Path, place: Path, prefix: str) -> None:
    folder = unpack(zipped(bundle, prefix), place)
    assert verify(folder) == verify(bundle)


def test_what_systems_put_into_a_zip_is_left_in_it(bundle: Path, place: Path) -> None:
    def also(archive: zipfile.ZipFile) -> None:
        archive.mkdir("it/")
        archive.writestr("__MACOSX/it/._attempts.csv", "x")
        archive.writestr("it/.DS_Store", "x")

    unpack(zipped(bundle, "it/", also), place)
    assert entries(place) == sorted(FILES)


STRANGE = (
    "escaped", "../manifest.json", "/etc/manifest.json", "it/it/attempts.csv", "other/README.txt",
    "..\\README.txt", "C:\\attempts.csv", "attempts.csv/escaped", "CON", "ATTEMPTS.CSV",
    "manifest.json ", "run.exe",
)  # fmt: skip


@pytest.mark.parametrize("name", STRANGE)
def test_strange_name_is_refused_and_nothing_is_written(
    tmp_path: Path, place: Path, name: str
) -> None:
    file = tmp_path / "some.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), "x")
        archive.writestr("also/attempts.csv" if "/" not in name else "manifest.json", "x")
    refused(file, place)
    assert entries(place) == []


def test_name_that_is_in_it_twice_is_refused(bundle: Path, place: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        file = zipped(bundle, "", lambda archive: archive.writestr("attempts.csv", "x"))
    refused(file, place, "twice")


def test_link_is_refused(bundle: Path, place: Path) -> None:
    link = zipfile.ZipInfo("attempts.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    (bundle / "attempts.csv").unlink()
    refused(zipped(bundle, "", lambda archive: archive.writestr(link, "/x")), place, "link")


def test_bomb_is_refused_before_it_goes_off(bundle: Path, place: Path) -> None:
    (bundle / "placements.csv").write_bytes(b"\0" * 50_000_000)
    refused(zipped(bundle), place, "beyond measure")
    assert "placements.csv" not in entries(place)


def test_more_than_the_disk_has_room_for_is_refused(
    bundle: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(place)._replace(free=100)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    refused(zipped(bundle), place, "no room")


def test_too_many_entries_are_refused(bundle: Path, place: Path) -> None:
    def also(archive: zipfile.ZipFile) -> None:
        for number in range(100):
            archive.writestr(f"__MACOSX/{number}", "")

    refused(zipped(bundle, "", also), place, "too much")


def marked(file: Path, change: Callable[[bytearray, int], None]) -> Path:
    """Change every header of a zip in place: the central ones, which count."""
    content = bytearray(file.read_bytes())
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        change(content, at)
        at = content.find(b"PK\x01\x02", at + 1)
    file.write_bytes(content)
    return file


def encrypt(content: bytearray, at: int) -> None:
    content[at + 8] |= 1


def pack_otherwise(content: bytearray, at: int) -> None:
    struct.pack_into("<H", content, at + 10, 12)


def lie(content: bytearray, at: int) -> None:
    struct.pack_into("<I", content, at + 24, 3)


@pytest.mark.parametrize(
    ("change", "why"),
    [(encrypt, "encrypted"), (pack_otherwise, "unknown way"), (lie, "unpacked|CRC|header")],
)
def test_zip_that_is_not_what_it_says_is_refused(
    bundle: Path, place: Path, change: Callable[[bytearray, int], None], why: str
) -> None:
    refused(marked(zipped(bundle), change), place, why)


@pytest.mark.parametrize("left", [0.0, 0.3, 0.9, 0.999])
def test_zip_that_is_cut_short_is_refused(bundle: Path, place: Path, left: float) -> None:
    file = zipped(bundle)
    content = file.read_bytes()
    file.write_bytes(content[: int(left * len(content))])
    refused(file, place)


def test_zip_that_is_not_there_is_refused(place: Path) -> None:
    refused(place / "nothing.zip", place)
