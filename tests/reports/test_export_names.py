"""The name of a bundle suits any stick, any system and any site."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from log_maker import MadeUpLog, entries, exported
from makers import MORNING

from kiosk.reports import names
from kiosk.reports.verify import verify

RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{d}{n}" for d in ("COM", "LPT") for n in range(10))}
ANY = st.text(max_size=300) | st.sampled_from([*sorted(RESERVED), "con", "..", " ", "a.", "a/b"])


@given(ANY, ANY)
@example("", "")
@example("\U00020000" * 300, "\u0939" * 300)
@example("../../etc", "C:\\kiosk:1*?")
@example("a" * 39 + "-" + "b", "x" * 39 + "\u00e9")
def test_name_is_taken_by_fat_ntfs_and_ext4(site: str, kiosk: str) -> None:
    name = names.bundle_name(site, kiosk, MORNING)
    assert re.fullmatch(r"attempts_[^_]+_[^_]+_20250303T090000Z", name)
    assert not set('<>:"/\\|?*') & set(name)
    assert all(c.isalnum() or c in "_-" for c in name)
    assert not name.startswith((".", " "))
    assert not name.endswith((".", " "))
    assert name.split(".")[0].upper() not in RESERVED
    assert not RESERVED & {part.upper() for part in name.split("_")}
    # 255 bytes is the longest name; 260 characters the longest path of an old Windows.
    assert len(name.encode()) <= 120


def test_plain_names_stay_readable() -> None:
    name = names.bundle_name("North Side: Zürich", "Kiosk #1", MORNING)
    assert name == "attempts_North-Side-Zürich_Kiosk-1_20250303T090000Z"


def test_time_in_the_name_is_utc() -> None:
    made = datetime(2025, 3, 3, 1, 30, tzinfo=timezone(timedelta(hours=-8)))
    assert names.bundle_name("a", "b", made).endswith("_20250303T093000Z")


@pytest.mark.parametrize("site", ["\U00020000" * 60, "CON", "..", "", "a/b", "Zo\u0065\u0308"])
def test_folder_of_any_site_can_be_made(tmp_path: Path, site: str) -> None:
    assert verify(exported(MadeUpLog(site=site, name=site), tmp_path).folder).attempts == 0


def test_exports_of_one_second_stand_beside_each_other(tmp_path: Path) -> None:
    made = [exported(MadeUpLog(), tmp_path).folder for _ in range(4)]
    assert entries(tmp_path) == sorted(folder.name for folder in made)
    assert len(set(made)) == 4
    for folder in made:
        verify(folder)
