"""Whatever is in the files, the answer is a list or a fault that a person can mend."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_maker import small_pack, write_pack

from kiosk.content.check import check_pack
from kiosk.content.load import load_pack
from kiosk.errors import KioskError

pytestmark = pytest.mark.slow

FILES = st.sampled_from(sorted(small_pack()))
SCRAPS = st.sampled_from(
    ("+++", "[[items]]", "[a.b]", '"""', "= 1", "{", "[", "nan", "**", "- ", "<svg>", "<!--", "'")
) | st.sampled_from(
    ("1979-05-27", '""', "\\u0000", "&a;", "```", "none", "\x00", "\n", "\r", "\u2028", "\ufeff")
)


def accepts_or_refuses(files: dict[str, bytes]) -> None:
    """Check and load a pack; the two must agree, and only a fault of ours may come out."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_pack(Path(folder), files)
        problems = check_pack(path)
        try:
            load_pack(path)
        except KioskError:
            assert problems
        else:
            assert not problems


@given(FILES, st.binary(max_size=300))
def test_any_bytes_in_the_place_of_a_file(file: str, data: bytes) -> None:
    accepts_or_refuses({**small_pack(), file: data})


@given(FILES, st.integers(0, 2000), st.integers(0, 20), st.binary(max_size=8))
def test_any_bytes_inside_a_file(file: str, at: int, drop: int, data: bytes) -> None:
    files = small_pack()
    whole = files[file]
    start = at % (len(whole) + 1)
    files[file] = whole[:start] + data + whole[start + drop :]
    accepts_or_refuses(files)


@given(FILES, st.integers(0, 2000), st.lists(SCRAPS | st.text(max_size=3), max_size=6))
def test_any_scraps_of_the_format_inside_a_file(file: str, at: int, scraps: list[str]) -> None:
    files = small_pack()
    whole = files[file]
    start = at % (len(whole) + 1)
    files[file] = whole[:start] + "".join(scraps).encode() + whole[start:]
    accepts_or_refuses(files)


@given(
    FILES,
    st.integers(0, 60),
    st.recursive(
        st.sampled_from(["1", "0.5", "true", '"x"', "[]", "{}", "nan", "1979-05-27"]),
        lambda inner: (
            st.builds("[{0}, {0}]".format, inner) | st.builds("{{ a = {0} }}".format, inner)
        ),
        max_leaves=4,
    ),
)
def test_any_kind_of_value_in_the_place_of_another(file: str, line: int, value: str) -> None:
    files = small_pack()
    lines = files[file].decode().split("\n")
    number = line % len(lines)
    key, equals, _ = lines[number].partition(" = ")
    if equals:
        lines[number] = f"{key} = {value}"
    files[file] = "\n".join(lines).encode()
    accepts_or_refuses(files)
