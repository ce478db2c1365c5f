"""What of the Windows installers can be told without a Windows."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path, PurePosixPath

import pytest
from installers import bundle, lanes, msi, windows_bundle, wine
from installers.steps import CannotTry, StepFailed

import build

SOURCES = Path(__file__).resolve().parents[2] / "packaging" / "windows"


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("2.10.3.4", (2, 10, 3, 4)), ("1.2rc3", (1, 2, 3, 0))],
)
def test_version_is_told_to_windows_in_four_numbers(
    version: str, numbers: tuple[int, int, int, int]
) -> None:
    assert windows_bundle.numbers(version) == numbers


def test_path_is_the_same_seen_from_both_sides() -> None:
    path = Path("/home/kiosk/a b/kiosk.spec")
    assert wine.windows_path(path) == "Z:\\home\\kiosk\\a b\\kiosk.spec"
    assert wine.linux_path(wine.windows_path(path)) == path


def test_every_sentence_of_the_installer_is_in_both_languages() -> None:
    told = re.findall(
        r'^LangString (\w+) \$\{LANG_(\w+)\} "(.+)"$',
        (SOURCES / "words.nsh").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    english = {name for name, language, _text in told if language == "ENGLISH"}
    assert english == {name for name, language, _text in told if language == "SPANISH"}
    asked = set(re.findall(r"\$\((\w+)\)", (SOURCES / "setup.nsi").read_text(encoding="utf-8")))
    assert asked == english


def test_program_scales_itself_and_runs_as_who_starts_it() -> None:
    root = ET.parse(SOURCES / "mentor-kiosk.manifest").getroot()
    told = {element.tag.rsplit("}", 1)[-1]: element for element in root.iter()}
    assert str(told["dpiAwareness"].text).startswith("PerMonitorV2")
    assert told["requestedExecutionLevel"].get("level") == "asInvoker"


def test_files_of_python_and_of_microsoft_are_told_apart(tmp_path: Path) -> None:
    python = windows_bundle.of_windows(tmp_path, tmp_path / "DLLs" / "_ssl.pyd")
    runtime = windows_bundle.of_windows(tmp_path, tmp_path / "VCRUNTIME140.dll")
    assert python is not None
    assert runtime is not None
    assert (python.name, runtime.name) == ("Python", "Microsoft Visual C++ Runtime")
    assert windows_bundle.of_windows(tmp_path, Path("/elsewhere/a.dll")) is None


def test_file_has_the_same_name_in_the_msi_of_every_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(msi, "WINDOWS", tmp_path)
    monkeypatch.setattr(msi, "BUILD", tmp_path)
    (tmp_path / "program").mkdir()
    for name in ("a.txt", "program/b & c.txt"):
        (tmp_path / PurePosixPath(name)).touch()
    lines = list(msi.folder_lines(tmp_path, 0))
    assert lines == list(msi.folder_lines(tmp_path, 0))
    tree = ET.fromstring("<Directory>" + "".join(lines) + "</Directory>")
    files = [element.attrib for element in tree.iter("File")]
    assert [file["Source"] for file in files] == ["a.txt", "program/b & c.txt"]
    assert len({file["Id"] for file in files}) == 2


def test_lanes_all_come_to_their_ends() -> None:
    done = []

    def fails() -> None:
        raise StepFailed("no")

    ends = lanes.run([fails, lambda: done.append(1)])
    assert isinstance(ends[0], StepFailed)
    assert ends[1] is None
    assert done == [1]


@pytest.mark.parametrize(
    ("ended", "code"),
    [(None, 0), (CannotTry("no Wine"), build.CANNOT), (StepFailed("broken"), 1)],
)
def test_making_says_by_its_exit_code_whether_it_failed_or_could_not_be_tried(
    ended: Exception | None, code: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def make() -> Path:
        if ended is not None:
            raise ended
        return tmp_path

    monkeypatch.setattr("sys.argv", ["build.py", "windows"])
    monkeypatch.setattr(bundle, "prepare", lambda: None)
    monkeypatch.setattr(build, "WINDOWS", {"windows": make})
    monkeypatch.setattr(build, "DIST", tmp_path)
    assert build.main() == code
