"""What the search for missing system libraries promises."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import native
import pytest
import system

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="about Debian and Ubuntu alone")


@pytest.fixture
def orphan(tmp_path: Path) -> Path:
    """A real program that asks for a library which is nowhere."""
    program = tmp_path / "orphan"
    data = Path(shutil.which("ls") or "/bin/ls").read_bytes()
    assert b"libc.so.6\0" in data
    program.write_bytes(data.replace(b"libc.so.6\0", b"libq.so.6\0"))
    program.chmod(0o755)
    return program


def test_library_that_is_nowhere_is_found_missing(orphan: Path) -> None:
    assert "libq.so.6" in native.missing_libraries([orphan])


def test_nothing_is_missing_from_a_program_that_runs() -> None:
    assert native.missing_libraries([Path(sys.executable).resolve()]) == set()


def test_library_of_no_known_package_is_named(
    orphan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert native.provide([orphan], ()) == 1
    assert "libq.so.6" in capsys.readouterr().err


def test_person_without_root_gets_one_line_to_paste(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "as_root", lambda: None)
    assert not system.install(["libegl1", "libgl1"], "Qt needs libraries of the system.")
    lines = [line for line in capsys.readouterr().out.splitlines() if "apt-get" in line]
    assert lines == ["  sudo apt-get update && sudo apt-get install -y libegl1 libgl1"]


def test_set_up_runs_without_any_installed_package() -> None:
    script = Path(native.__file__)
    ended = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.insert(0, {str(script.parent)!r})"
            "; import environment, lock, native",
        ],
        check=False,
    )
    assert ended.returncode == 0
