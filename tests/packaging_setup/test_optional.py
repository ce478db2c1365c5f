"""What the search for the packages that some tests use promises."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import optional
import pytest


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A system with none of it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(optional, "BUS_SERVICE", tmp_path / "org.a11y.Bus.service")
    monkeypatch.setattr(optional, "SYSTEM_PYTHON", str(tmp_path / "python3"))
    missing = {"libspeechd.so.2", "libpulse.so.0", "libunheardof.so.1"}
    monkeypatch.setattr(optional, "qt_files", lambda _names: [])
    monkeypatch.setattr(optional, "missing_libraries", lambda _files: missing)


@pytest.mark.usefixtures("bare")
def test_every_package_is_asked_for_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def install(packages: Sequence[str], why: str) -> bool:
        asked.extend(packages)
        assert why
        return True

    monkeypatch.setattr(optional, "install", install)
    assert optional.main() == 0
    assert asked == [
        "at-spi2-core", "dbus", "faketime", "gir1.2-atspi-2.0", "libpulse0",
        "libreoffice-calc-nogui", "libspeechd2", "python3-gi", "valgrind", "xauth", "xvfb",
    ]  # fmt: skip


@pytest.mark.usefixtures("bare")
def test_packages_that_cannot_be_had_do_not_stop_the_other_checks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(packages: Sequence[str], why: str) -> bool:
        assert packages
        assert "skipped" in why
        return False

    monkeypatch.setattr(optional, "install", refuse)
    assert optional.main() == 0
