"""What is read back from a program of Windows is what is in it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from installers.steps import StepFailed
from proofs import exe_resources

MANIFEST = b"<assembly/>"
ADDRESS, PLACE = 0x4000, 0x200


def padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)


def node(name: str, value: bytes, *, text: bool, inside: bytes = b"") -> bytes:
    head = padded(bytes(6) + name.encode("utf-16-le") + b"\0\0")[6:]
    size = len(value) // 2 if text else len(value)
    body = head + padded(value) + inside
    return padded(struct.pack("<HHH", 6 + len(body), size, int(text)) + body)


def version() -> bytes:
    said = node("FileVersion", "2.10.3".encode("utf-16-le") + b"\0\0", text=True)
    said += node("ProductName", "Kiosk ñ".encode("utf-16-le") + b"\0\0", text=True)
    table = node(
        "StringFileInfo", b"", text=True, inside=node("040904B0", b"", text=True, inside=said)
    )
    fixed = struct.pack("<IIII", 0xFEEF04BD, 0, 2 << 16 | 10, 3 << 16) + bytes(36)
    return node("VS_VERSION_INFO", fixed, text=False, inside=table)


def icons() -> bytes:
    entries = b"".join(struct.pack("<BBBBHHIH", size, size, 0, 0, 1, 32, 9, 1) for size in (16, 0))
    return struct.pack("<HHH", 0, 1, 2) + entries


def program() -> bytes:
    """A program with nothing but a section of three resources, each two folders deep."""
    parts = {14: icons(), 16: version(), 24: MANIFEST}
    folders, leaves, bodies = b"", b"", b""
    root = struct.pack("<12xHH", 0, len(parts))
    below = len(root) + 8 * len(parts)
    ends = below + 48 * len(parts)
    body_at = ends + 16 * len(parts)
    for number, (kind, body) in enumerate(parts.items()):
        at = below + 48 * number
        root += struct.pack("<II", kind, at | 1 << 31)
        folders += struct.pack("<12xHHII", 0, 1, 1, at + 24 | 1 << 31)
        folders += struct.pack("<12xHHII", 0, 1, 1033, ends + 16 * number)
        leaves += struct.pack("<IIII", ADDRESS + body_at + len(bodies), len(body), 0, 0)
        bodies += padded(body)
    section = root + folders + leaves + bodies
    optional = struct.pack("<H", 0x20B) + bytes(110) + bytes(16)
    optional += struct.pack("<II", ADDRESS, len(section))
    head = b"MZ" + bytes(0x3A) + struct.pack("<I", 0x40)
    head += b"PE\0\0" + struct.pack("<HH12xHH", 0x8664, 1, len(optional), 0) + optional
    head += b".rsrc\0\0\0" + struct.pack("<IIII16x", len(section), ADDRESS, len(section), PLACE)
    return head.ljust(PLACE, b"\0") + section


def test_version_manifest_and_icon_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.exe").write_bytes(program())
    told = exe_resources.read(tmp_path / "a.exe")
    assert told.strings == {"FileVersion": "2.10.3", "ProductName": "Kiosk ñ"}
    assert told.numbers == (2, 10, 3, 0)
    assert told.manifest == MANIFEST.decode()
    assert told.icons == {16, 256}


@pytest.mark.parametrize("data", [b"", b"#!/bin/sh\n", program()[:-40]])
def test_file_that_does_not_tell_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "b.exe").write_bytes(data)
    with pytest.raises(StepFailed, match=r"b\.exe"):
        exe_resources.read(tmp_path / "b.exe")
