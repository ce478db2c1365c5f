"""What is pinned binds: a changed file is refused, another version is told and not refused."""

from __future__ import annotations

import re

import pytest
from installers import pins
from installers.steps import CannotTry, StepFailed

WANTED = {"nsis": ("3.08", "aa"), "wixl": ("0.101", "bb")}


def test_packages_as_pinned_are_counted() -> None:
    assert pins.compare("bookworm", WANTED, WANTED) == "2 packages of bookworm"


def test_other_version_is_told_by_name_and_is_no_failure() -> None:
    found = {**WANTED, "nsis": ("3.09", "cc")}
    with pytest.raises(CannotTry, match=r"nsis 3\.09;"):
        pins.compare("bookworm", found, WANTED)


def test_other_file_of_the_same_version_is_a_failure() -> None:
    with pytest.raises(StepFailed, match="wixl"):
        pins.compare("bookworm", {**WANTED, "wixl": ("0.101", "ee")}, WANTED)


def test_version_that_the_list_has_no_more_is_told() -> None:
    found = {**WANTED, "wixl": ("0.101", "unlisted")}
    with pytest.raises(CannotTry, match="wixl"):
        pins.compare("bookworm", found, WANTED)


def test_release_without_pins_is_told() -> None:
    with pytest.raises(CannotTry, match="nothing is pinned for noble"):
        pins.compare("noble", WANTED, {})


def test_lock_names_packages_alone_each_with_its_hash() -> None:
    lines = pins.LOCK.read_text(encoding="utf-8").splitlines()
    form = re.compile(r"[a-z]+ [a-z0-9.+-]+(:[a-z0-9]+)? [0-9][^ /]* [0-9a-f]{64}")
    assert [line for line in lines[1:] if not form.fullmatch(line)] == []
    assert pins.pinned("bookworm").keys() == set(pins.HOST)
    assert pins.pinned("trixie").keys() == set(pins.IN_WINE)
