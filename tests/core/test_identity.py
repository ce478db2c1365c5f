from __future__ import annotations

import uuid

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.identity import RANDOM_BITS, uuid7

times = st.integers(0, 2**48 - 1)
bits = st.integers(0, 2**RANDOM_BITS - 1)


def test_example_of_the_standard() -> None:
    # RFC 9562, appendix A.6: rand_a is 0xCC3, rand_b is 0b01 and 0x8C4DC0C0C07398F.
    random_bits = 0xCC3 << 62 | 0b01 << 60 | 0x8C4DC0C0C07398F
    assert uuid7(0x017F22E279B0, random_bits) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(times, bits)
def test_every_bit_is_where_the_standard_has_it(unix_ms: int, random_bits: int) -> None:
    name = uuid.UUID(uuid7(unix_ms, random_bits))
    assert name.version == 7
    assert name.variant == uuid.RFC_4122
    assert name.int >> 80 == unix_ms
    assert (name.int >> 64 & 0xFFF) << 62 | name.int & 2**62 - 1 == random_bits


@given(times, bits)
def test_name_is_36_lower_case_characters(unix_ms: int, random_bits: int) -> None:
    name = uuid7(unix_ms, random_bits)
    assert len(name) == 36
    assert name == name.lower() == str(uuid.UUID(name))


@given(times, times, bits, bits)
def test_names_sort_by_the_time_they_were_made(
    one_ms: int, other_ms: int, one_bits: int, other_bits: int
) -> None:
    one, other = uuid7(one_ms, one_bits), uuid7(other_ms, other_bits)
    if one_ms != other_ms:
        assert (one < other) == (one_ms < other_ms)


@given(times, bits, st.integers(1, 2**60))
def test_more_random_bits_than_needed_change_nothing(
    unix_ms: int, random_bits: int, more: int
) -> None:
    assert uuid7(unix_ms, more << RANDOM_BITS | random_bits) == uuid7(unix_ms, random_bits)


@given(times, bits, bits)
def test_two_names_of_one_moment_differ_where_their_dice_do(
    unix_ms: int, one: int, other: int
) -> None:
    assert (uuid7(unix_ms, one) == uuid7(unix_ms, other)) == (one == other)
