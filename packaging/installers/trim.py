"""What of Python and Qt stays out of the bundle: all that the kiosk never uses.

Plugins are on a list of those that stay. Of the other libraries stays what one of
the remaining files asks for, however indirectly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""One line of PyInstaller's table: name in the bundle, source, kind."""

MODULES = [
    "PySide6.QtDBus",
    "PySide6.QtMultimedia",
    "PySide6.QtMultimediaWidgets",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "_distutils_hack",
    "_ssl",
    "curses",
    "distutils",
    "doctest",
    "ftplib",
    "http",
    "multiprocessing",
    "packaging",
    "pydoc",
    "pydoc_data",
    "readline",
    "setuptools",
    "sitecustomize",
    "ssl",
    "tkinter",
    "unittest",
    "urllib.request",
    "webbrowser",
    "xmlrpc",
]
"""Python modules that something imports at need, and whose need never comes here."""

PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qsvg"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platforms": {"qoffscreen", "qwayland-generic", "qwindows", "qxcb"},
    "printsupport": {"cupsprintersupport"},
    "styles": {"qmodernwindowsstyle"},
    "texttospeech": {"qtexttospeech_sapi", "qtexttospeech_speechd", "qtexttospeech_winrt"},
    "wayland-decoration-client": {"bradient"},
    "wayland-shell-integration": {"fullscreen-shell-v1", "xdg-shell"},
}
"""The plugins of Qt that stay, by their folder."""

IF_THERE = {"libcups.so.2", "libpulse.so.0", "libspeechd.so.2"}
"""Libraries of the printing, the sound and the speech of the system itself.

Where one is missing there is nothing to print or to speak with, and the kiosk says so.
"""

OF_THE_SYSTEM = {"libexpat.so.1", "libgcc_s.so.1", "libstdc++.so.6", *IF_THERE}
"""Libraries that are left to the system: they would tie the bundle to as new a one as made it."""

OF_SOUND = (
    *("libFLAC.so", "libasyncns.so", "libmp3lame.so", "libmpg123.so", "libogg.so", "libopus.so"),
    *("libpulsecommon-", "libsndfile.so", "libvorbis.so", "libvorbisenc.so"),
)
"""How those libraries begin that only the system's ``libpulse`` asks for: they come with it."""


def is_wanted(name: str) -> bool:
    """Return whether a file stays, by its name in the bundle, before libraries are followed."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.name in OF_THE_SYSTEM or path.name.startswith(OF_SOUND):
        return False
    if {"translations", "PySide6"} <= set(path.parts):
        return False
    if "plugins" not in path.parts:
        return True
    return path.stem.removeprefix("lib") in PLUGINS.get(path.parent.name, set())


def trim(entries: Iterable[Entry], asks: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Return the binaries that stay, in their order.

    Args:
        entries: all of PyInstaller's binaries.
        asks: names the libraries that a file asks for, by the file's path.
    """
    kept = [entry for entry in entries if is_wanted(entry[0])]
    libraries = {_base(entry[0]): entry for entry in kept if _is_library(entry)}
    reached: set[str] = set()
    waiting = [entry for entry in kept if not _is_library(entry)]
    while waiting:
        for wanted in map(_base, asks(waiting.pop()[1])):
            if wanted in libraries and wanted not in reached:
                reached.add(wanted)
                waiting.append(libraries[wanted])
    return [entry for entry in kept if not _is_library(entry) or _base(entry[0]) in reached]


def _is_library(entry: Entry) -> bool:
    name, _source, kind = entry
    base = _base(name)
    # Nothing asks for Python's own library, for its name is in the starter alone.
    return (
        kind == "BINARY"
        and "/plugins/" not in _posix(name)
        and not base.startswith(("libpython", "python3"))
    )


def _base(name: str) -> str:
    return _posix(name).rsplit("/", 1)[-1].lower()


def _posix(name: str) -> str:
    return name.replace("\\", "/")


def links(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries but links to files that did not stay."""
    there = {_posix(name) for name, _source, kind in entries if kind != "SYMLINK"}
    return [entry for entry in entries if entry[2] != "SYMLINK" or _target(entry) in there]


def _target(entry: Entry) -> str:
    name, source, _kind = entry
    parts: list[str] = []
    for part in PurePosixPath(_posix(name)).parent.joinpath(_posix(source)).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
