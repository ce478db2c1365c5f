"""What the lock files promise to every machine that installs from them."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging" / "requirements"
PIN = re.compile(r"^([a-z0-9.-]+)==([^ ]+) ")
LOCKS = ("run", "build", "test", "bundle", "windows")


def lock_text(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text()


def pins(name: str) -> dict[str, str]:
    found = map(PIN.match, lock_text(name).splitlines())
    return {match[1]: match[2] for match in found if match is not None}


def normal(requirement: str) -> str:
    name = re.split(r"[=<>!~; \[]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_hash(name: str) -> None:
    entries = re.split(r"^(?=[a-z0-9])", lock_text(name), flags=re.MULTILINE)[1:]
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("name", LOCKS)
def test_locks_name_no_place_to_fetch_from(name: str) -> None:
    for text in (lock_text(name), (FOLDER / f"{name}.in").read_text()):
        assert re.search(r"://|--(extra-)?index|--find-links| @ |/", text) is None


@pytest.mark.parametrize(("one", "other"), list(combinations(LOCKS, 2)))
def test_locks_agree_where_they_name_the_same_package(one: str, other: str) -> None:
    first, second = pins(one), pins(other)
    assert {name: first[name] for name in first.keys() & second.keys()} == {
        name: second[name] for name in first.keys() & second.keys()
    }


def test_what_the_kiosk_depends_on_is_what_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = {
        normal(line)
        for line in (FOLDER / "run.in").read_text().splitlines()
        if line and line[0] not in "#-"
    }
    assert {normal(line) for line in project["dependencies"]} == asked
    assert asked <= pins("run").keys()


def test_build_tool_is_locked_at_the_version_the_project_asks_for() -> None:
    system = tomllib.loads((ROOT / "pyproject.toml").read_text())["build-system"]
    locked = pins("build")
    assert system["requires"] == [f"hatchling=={locked['hatchling']}"]
