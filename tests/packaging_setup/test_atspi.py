"""What the search for the screen reader's packages promises."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import atspi
import pytest


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A system with none of it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(atspi, "BUS_SERVICE", tmp_path / "org.a11y.Bus.service")
    monkeypatch.setattr(atspi, "SYSTEM_PYTHON", str(tmp_path / "python3"))


@pytest.mark.usefixtures("bare")
def test_every_package_is_asked_for_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def install(packages: Sequence[str], why: str) -> bool:
        asked.extend(packages)
        assert why
        return True

    monkeypatch.setattr(atspi, "install", install)
    assert atspi.main() == 0
    assert asked == [
        "at-spi2-core", "dbus", "gir1.2-atspi-2.0", "python3-gi", "xauth", "xvfb",
    ]  # fmt: skip


@pytest.mark.usefixtures("bare")
def test_packages_that_cannot_be_had_do_not_stop_the_other_checks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(packages: Sequence[str], why: str) -> bool:
        assert packages
        assert "skipped" in why
        return False

    monkeypatch.setattr(atspi, "install", refuse)
    assert atspi.main() == 0
