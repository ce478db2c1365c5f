"""What of Qt and the system stays in the bundle."""

from __future__ import annotations

from installers import trim

ASKS = {
    "/q/libqxcb.so": ["libQt6XcbQpa.so.6"],
    "/q/libQt6XcbQpa.so.6": ["libQt6Gui.so.6", "libxcb-cursor.so.0"],
    "/q/libqgtk3.so": ["libgtk-3.so.0"],
    "/q/QtGui.abi3.so": ["libQt6Gui.so.6"],
}
PLUGIN = "PySide6/Qt/plugins"


def binary(name: str, source: str, kind: str = "BINARY") -> trim.Entry:
    return (name, f"/q/{source}", kind)


def kept(*entries: trim.Entry) -> list[str]:
    return [name for name, _source, _kind in trim.trim(entries, lambda path: ASKS.get(path, []))]


def test_library_that_a_plugin_asks_for_through_another_stays() -> None:
    names = kept(
        binary(f"{PLUGIN}/platforms/libqxcb.so", "libqxcb.so"),
        binary("PySide6/Qt/lib/libQt6XcbQpa.so.6", "libQt6XcbQpa.so.6"),
        binary("libxcb-cursor.so.0", "libxcb-cursor.so.0"),
    )
    assert "libxcb-cursor.so.0" in names
    assert len(names) == 3


def test_library_of_a_plugin_that_goes_goes_with_it() -> None:
    assert (
        kept(
            binary(f"{PLUGIN}/platformthemes/libqgtk3.so", "libqgtk3.so"),
            binary("libgtk-3.so.0", "libgtk-3.so.0"),
        )
        == []
    )


def test_python_keeps_its_own_library_that_no_file_names() -> None:
    assert kept(binary("libpython3.11.so.1.0", "x"), binary("python3.dll", "y")) == [
        "libpython3.11.so.1.0",
        "python3.dll",
    ]


def test_library_that_ties_to_a_new_system_is_left_to_the_system() -> None:
    assert kept(binary("libstdc++.so.6", "libstdc++.so.6")) == []


def test_speech_stays_and_its_stand_in_for_tests_goes() -> None:
    names = kept(
        binary(f"{PLUGIN}/texttospeech/libqtexttospeech_speechd.so", "a"),
        binary(f"{PLUGIN}/texttospeech/libqtexttospeech_mock.so", "b"),
        binary(f"{PLUGIN}/multimedia/libffmpegmediaplugin.so", "c"),
        binary("libspeechd.so.2", "d"),
        binary("libpulsecommon-16.1.so", "f"),
        binary("libsndfile.so.1", "g"),
        ("PySide6\\plugins\\texttospeech\\qtexttospeech_winrt.dll", "Z:\\q\\e.dll", "BINARY"),
    )
    assert [name.replace("\\", "/").rsplit("/", 1)[-1] for name in names] == [
        "libqtexttospeech_speechd.so",
        "qtexttospeech_winrt.dll",
    ]


def test_names_of_windows_are_understood() -> None:
    names = kept(
        ("PySide6\\plugins\\platforms\\qwindows.dll", "Z:\\q\\qwindows.dll", "BINARY"),
        ("PySide6\\plugins\\platforms\\qminimal.dll", "Z:\\q\\qminimal.dll", "BINARY"),
        ("PySide6\\translations\\qtbase_de.qm", "Z:\\q\\qtbase_de.qm", "DATA"),
    )
    assert names == ["PySide6\\plugins\\platforms\\qwindows.dll"]


def test_link_to_a_library_that_went_goes_too() -> None:
    there = binary("PySide6/Qt/lib/libQt6Gui.so.6", "libQt6Gui.so.6")
    good = ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK")
    dead = ("libQt6Pdf.so.6", "PySide6/Qt/lib/libQt6Pdf.so.6", "SYMLINK")
    assert trim.links([there, good, dead]) == [there, good]
