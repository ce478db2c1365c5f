"""Where an installed kiosk and one from a checkout keep their data."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from kiosk import paths


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that an installer made for all accounts."""
    folder = tmp_path / "shared"
    folder.mkdir()
    monkeypatch.setattr(paths, "machine_data_folder", lambda: folder)
    return folder


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "program"), raising=False)


def own() -> Path:
    return Path(platformdirs.user_data_dir("mentor-kiosk", appauthor=False))


@pytest.mark.usefixtures("installed")
def test_installed_kiosk_keeps_its_data_in_the_machines_folder(shared: Path) -> None:
    assert paths.default_data_folder() == shared


@pytest.mark.usefixtures("installed")
def test_without_a_machines_folder_the_accounts_own_is_taken(shared: Path) -> None:
    shared.rmdir()
    assert paths.default_data_folder() == own()


@pytest.mark.usefixtures("shared")
def test_checkout_leaves_the_machines_data_alone() -> None:
    assert paths.default_data_folder() == own()


@pytest.mark.usefixtures("installed")
def test_bundled_kiosk_finds_its_resources_in_the_bundle(tmp_path: Path) -> None:
    assert paths.resources() == tmp_path / "program" / "resources"
