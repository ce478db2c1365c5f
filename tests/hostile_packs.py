"""Packs that somebody made to do harm, or that an honest person spoiled, each with what is wrong.

They are made here and not kept as files: no scanner of viruses takes this project for a danger.
"""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping

from pack_maker import small_pack

LINK = (stat.S_IFLNK | 0o777) << 16
PIPE = (stat.S_IFIFO | 0o666) << 16
SVG_HEAD = b'<svg xmlns="http://www.w3.org/2000/svg"'


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an ordinary zip of some files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def with_entry(name: str, data: bytes = b"+++", attributes: int = 0) -> bytes:
    """Return a sound pack as a zip with one entry more, of any name."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for file, content in small_pack().items():
            archive.writestr(file, content)
        entry = zipfile.ZipInfo("placeholder")
        entry.filename = name
        entry.external_attr = attributes
        archive.writestr(entry, data)
    return made.getvalue()


def _central(data: bytes, name: bytes) -> int:
    """Return where the list of a zip begins to tell of a file."""
    at = data.index(b"PK\x01\x02")
    while data[at + 46 : at + 46 + len(name)] != name:
        at = data.index(b"PK\x01\x02", at + 1)
    return at


def _changed(offset: int, form: str, value: int, name: bytes = b"pack.toml") -> bytes:
    """Return the sound pack with one number of the list's entry of ``pack.toml`` changed."""
    data = bytearray(zipped(small_pack()))
    struct.pack_into(form, data, _central(bytes(data), name) + offset, value)
    return bytes(data)


def _with(file: str, content: bytes) -> bytes:
    return zipped({**small_pack(), file: content})


def _overlapping() -> bytes:
    data = bytearray(zipped(small_pack(), zipfile.ZIP_STORED))
    first = _central(bytes(data), b"pack.toml")
    second = _central(bytes(data), b"pictures/first.svg")
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return bytes(data)


def _twice() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for file, content in small_pack().items():
            archive.writestr(file, content)
        with warnings.catch_warnings(action="ignore"):
            archive.writestr("pack.toml", b"another")
    return made.getvalue()


def _masks() -> bytes:
    masks = b"".join(
        b'<mask id="m%d"><g mask="url(#m%d)"/><g mask="url(#m%d)"/></mask>' % (n, n + 1, n + 1)
        for n in range(30)
    )
    return SVG_HEAD + b">" + masks + b"</svg>"


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "path out of it": (lambda: with_entry("../evil.md"), "leads out of the pack"),
    "path out of a folder": (lambda: with_entry("screens/../../evil.md"), "leads out of the pack"),
    "path from the root": (lambda: with_entry("/etc/evil.md"), "root of the disk"),
    "drive": (lambda: with_entry("C:/evil.md"), "colon"),
    "drive without a slash": (lambda: with_entry("C:evil.md"), "colon"),
    "stream of a file": (lambda: with_entry("pack.toml:evil.md"), "colon"),
    "backslashes": (lambda: with_entry("..\\..\\evil.md"), "backslash"),
    "another machine": (lambda: with_entry("\\\\host\\share\\evil.md"), "backslash"),
    "device": (lambda: with_entry("screens/con.md"), "device"),
    "device in capitals": (lambda: with_entry("NUL.toml"), "device"),
    "device as a folder": (lambda: with_entry("aux/evil.md"), "device"),
    "device with a superscript": (lambda: with_entry("COM¹.md"), "device"),
    "name that ends with a stop": (lambda: with_entry("screens./evil.md"), "full stop"),
    "name that ends with a space": (lambda: with_entry("pictures /evil.svg"), "space"),
    "control character": (lambda: with_entry("screens/a\x1bb.md"), "control character"),
    "too deep": (lambda: with_entry("a/b/c/d/e/f.md"), "deeper"),
    "name without end": (lambda: with_entry("a" * 300 + ".md"), "200 characters"),
    "program": (lambda: with_entry("start.exe", b"MZ"), "no place in a pack"),
    "page of the web": (lambda: with_entry("screens/index.html"), "no place in a pack"),
    "photograph": (lambda: with_entry("pictures/huge.png"), "no place in a pack"),
    "ending in capitals": (lambda: with_entry("screens/evil.MD"), "no place in a pack"),
    "link": (lambda: with_entry("screens/link.md", b"/etc/passwd", LINK), "is a link"),
    "pipe": (lambda: with_entry("screens/pipe.md", b"", PIPE), "not a plain file"),
    "the same name twice": (_twice, "is there twice"),
    "names that Windows takes for one": (lambda: with_entry("PACK.toml"), "same name as"),
    "names that a Mac takes for one": (
        lambda: zipped({**small_pack(), "screens/\u00e9.md": b"", "screens/e\u0301.md": b""}),
        "same name as",
    ),
    "bomb": (lambda: _with("screens/bomb.md", b"a" * 4_000_000), "larger than 32 KiB"),
    "bomb within its kind": (lambda: _with("big.toml", b"a" * 200_000), "grow beyond measure"),
    "size told too small": (lambda: _changed(24, "<I", 10), "not what its zip says"),
    "size told too large": (lambda: _changed(24, "<I", 2000), "not as long as its zip says"),
    "size told as nothing": (lambda: _changed(24, "<I", 0), "what its zip says"),
    "sum that does not fit": (lambda: _changed(16, "<I", 1), "damaged"),
    "encrypted": (lambda: _changed(8, "<H", 1), "encrypted"),
    "strongly encrypted": (lambda: _changed(8, "<H", 0x41), "encrypted"),
    "unknown packing": (lambda: _changed(10, "<H", 12), "ordinary zip"),
    "offset beyond the end": (lambda: _changed(42, "<I", 0x7FFFFFF0), "damaged"),
    "two entries over each other": (_overlapping, "damaged"),
    "no zip": (lambda: b"GIF89a" * 100, "not a zip"),
    "cut short": (lambda: zipped(small_pack())[:-30], "not a zip"),
    "empty": (lambda: b"", "not a zip"),
    "too many files": (
        lambda: zipped({f"screens/n{n}.md": b"" for n in range(4000)}),
        "at most 1500 files",
    ),
    "more files than are used": (
        lambda: zipped({f"screens/n{n}.md": b"" for n in range(2000)}),
        "one too many",
    ),
    "entities": (
        lambda: _with(
            "pictures/first.svg",
            b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + SVG_HEAD + b">&b;</svg>",
        ),
        "DOCTYPE or entities",
    ),
    "script": (
        lambda: _with("pictures/first.svg", SVG_HEAD + b"><script>1</script></svg>"),
        "<script>",
    ),
    "script in an attribute": (
        lambda: _with("pictures/first.svg", SVG_HEAD + b' onload="x()"/>'),
        "holds a script",
    ),
    "picture from the web": (
        lambda: _with(
            "pictures/first.svg", SVG_HEAD + b'><use href="http://127.0.0.1/x.svg#a"/></svg>'
        ),
        "outside the picture",
    ),
    "picture of a mile": (
        lambda: _with("pictures/first.svg", SVG_HEAD + b' width="1e9" height="1e9"/>'),
        "larger than 10000",
    ),
    "picture of no size": (
        lambda: _with("pictures/first.svg", SVG_HEAD + b"><path d='M0 0h9'/></svg>"),
        "neither a viewBox",
    ),
    "picture as high as nothing": (
        lambda: _with("pictures/first.svg", SVG_HEAD + b' viewBox="0 0 9 0"/>'),
        "neither a viewBox",
    ),
    "masks of masks": (lambda: _with("pictures/first.svg", _masks()), "<mask>"),
    "deep picture": (
        lambda: _with("pictures/first.svg", SVG_HEAD + b">" + b"<g>" * 500 + b"</svg>"),
        "nested deeper",
    ),
    "deep table": (
        lambda: _with("pack.toml", b"a = " + b"[" * 5000 + b"]" * 5000),
        "nested too deeply",
    ),
    "key without end": (
        lambda: _with("pack.toml", b".".join([b"a"] * 5000) + b" = 1"),
        "full stops",
    ),
    "link of the web": (
        lambda: _with(
            "screens/02-second.md",
            small_pack()["screens/02-second.md"] + b"[here](http://127.0.0.1/)\n",
        ),
        "screens/02-second.md",
    ),
}
