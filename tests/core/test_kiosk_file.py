"""A set-up file is taken for what it says, and every fault in it is named with its place."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.kiosk_file import KEYS, LARGEST_BYTES, KioskFile, read_kiosk_file
from kiosk.core.model import Settings, SignInMode
from kiosk.core.toml_places import entries
from kiosk.errors import FileFault

WHOLE = """\
site = "Riverside"
kiosk_name = " Kiosk 1 "
pin = "314159"
language = "es"
sign_in = "roster"
code_pattern = 'S\\d{3}'
code_example = "S123"
without_code = false
retention_days = 365
idle_after_seconds = 120
idle_answer_seconds = 45
less_motion = true
"""


def read(text: str) -> KioskFile:
    return read_kiosk_file(text.encode())


def faults(text: str) -> list[tuple[str, int, int]]:
    """Return the name of each fault, its line and its column."""
    found = read(text).problems
    return [(problem.fault.name, problem.place.line, problem.place.column) for problem in found]


def test_whole_file_says_everything_there_is_to_set() -> None:
    file = read(WHOLE)
    assert file.problems == ()
    assert file.lacking == ()
    assert (file.site, file.kiosk_name, file.pin) == ("Riverside", "Kiosk 1", "314159")
    expected = Settings(r"S\d{3}", "S123", 120, 45, "es", SignInMode.ROSTER, False, 365, True)  # noqa: FBT003 - as they stand
    assert file.over(Settings()) == expected
    assert set(KEYS) == {entry.path[0] for entry in entries(WHOLE)} | {"pin_hash"}


def test_byte_order_mark_and_line_ends_of_windows_are_no_fault() -> None:
    file = read_kiosk_file(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert file.problems == ()
    assert file.site == "Riverside"


def test_what_a_set_up_lacks_is_named() -> None:
    assert read('site = "Riverside"').lacking == ("kiosk_name", "pin")
    assert read("").lacking == ("site", "kiosk_name", "pin")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('# a\n  colour = "red"\n', ("UNKNOWN_KEY", 2, 3)),
        ('[site]\nname = "x"\n', ("UNKNOWN_KEY", 2, 1)),
        ("[more]\n", ("UNKNOWN_KEY", 1, 1)),
        ("pin = 314159\n", ("WRONG_TYPE", 1, 7)),
        ("retention_days = true\n", ("WRONG_TYPE", 1, 18)),
        ('less_motion   =   "yes"\n', ("WRONG_TYPE", 1, 19)),
        ('pin = "31415"\n', ("WRONG_VALUE", 1, 7)),
        ('pin = "123456"\n', ("WRONG_VALUE", 1, 7)),
        ('pin = "000000"\n', ("WRONG_VALUE", 1, 7)),
        ('pin_hash = "314159"\n', ("WRONG_VALUE", 1, 12)),
        ('language = "de"\n', ("WRONG_VALUE", 1, 12)),
        ("idle_after_seconds = 0\n", ("WRONG_VALUE", 1, 22)),
        ('code_pattern = "["\n', ("WRONG_VALUE", 1, 16)),
        ('site = "  "\n', ("WRONG_VALUE", 1, 8)),
        ("code_pattern = 'S\\d{3}'\n", ("EXAMPLE_DIFFERS", 1, 16)),
        ('x = [1, # ]\n "]"]\nsite = 1\n', ("WRONG_TYPE", 3, 8)),
        ('x = """\nsite = 1\n"""\nsite = 1\n', ("WRONG_TYPE", 4, 8)),
    ],
)
def test_fault_is_named_with_line_and_column(text: str, expected: tuple[str, int, int]) -> None:
    assert faults(text)[-1] == expected


def test_what_is_wrong_counts_as_not_said_and_the_rest_counts() -> None:
    file = read(WHOLE.replace("365", '"a year"').replace("= 45", "= 45\ncolour = 1"))
    assert len(file.problems) == 2
    assert file.over(Settings()).retention_days == 0
    assert file.over(Settings()).idle_answer_seconds == 45


def test_pin_and_hash_together_are_one_too_many_and_the_hash_counts() -> None:
    pin_hash = "$argon2id$v=19$m=65536,t=3,p=4$CVuSZIhftIUa1gns4u+GFQ$LicPSSiHHhve1YEwVJpK1cY"
    file = read(f'pin = "314159"\npin_hash = "{pin_hash}"\n')
    assert [problem.fault for problem in file.problems] == [FileFault.TWO_PINS]
    assert (file.pin, file.pin_hash) == ("", pin_hash)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'site = "Riverside\nkiosk_name = 1', (FileFault.SYNTAX, 1, 18)),
        (b'site = "a"\nsite = "b"\n', (FileFault.SYNTAX, 2, 11)),
        (b"site =", (FileFault.SYNTAX, 1, 7)),
        (b'site = "a"\npin = "\xff"', (FileFault.NOT_UTF8, 2, 8)),
        (b"#" * (LARGEST_BYTES + 1), (FileFault.TOO_LARGE, 1, 1)),
        (b"x = " + b"[" * 5_000, (FileFault.SYNTAX, 1, 1)),
    ],
)
def test_file_that_cannot_be_read_at_all_is_one_fault(
    content: bytes, expected: tuple[FileFault, int, int]
) -> None:
    (problem,) = read_kiosk_file(content).problems
    assert (problem.fault, problem.place.line, problem.place.column) == expected


@given(st.binary(max_size=200))
def test_no_file_stops_the_kiosk(content: bytes) -> None:
    read_kiosk_file(content)


VALUES = st.sampled_from(
    ['"a # b"', "'''\n[x]\ny = 1\n'''", '"""a\\"""" # c', "[ # [\n 1,\n]", "{ a = '}' }", "1", "''"]
)
NAMES = st.sampled_from(["a", '"b c"', "'d.e'", "f . g", "site"])
BETWEEN = st.sampled_from(["", "\n", "# x = 1\n", "  \t"])


@given(st.lists(st.tuples(BETWEEN, NAMES, VALUES), max_size=5, unique_by=lambda each: each[1]))
def test_places_are_those_of_the_text(settings: list[tuple[str, str, str]]) -> None:
    text, expected = "", []
    for between, name, value in settings:
        text += between
        line_start = text.rfind("\n") + 1
        expected.append((text.count("\n") + 1, len(text) - line_start + 1))
        text += f"{name} = {value}\n"
    tomllib.loads(text)
    found = [(entry.key.line, entry.key.column) for entry in entries(text)]
    assert found == expected
