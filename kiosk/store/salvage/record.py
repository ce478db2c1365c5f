"""SQLite's records: a header of serial types, then the values (file format, section 2.1)."""

from __future__ import annotations

import struct

Value = int | float | str | bytes | None

_INTEGER_BYTES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 8: 0, 9: 0}
_REAL = 7
_FIRST_LONG = 12
_ONE = 9


class Unsound(ValueError):
    """These bytes are not what they are taken for."""


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes and where the next thing begins.

    Raises:
        IndexError: the bytes end before it.
    """
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9


def decode(payload: bytes) -> tuple[Value, ...]:
    """Return the values of a record.

    Raises:
        Unsound: it does not fill its bytes exactly, or a text is none.
    """
    try:
        kinds, at = _header(payload)
        values = []
        for kind in kinds:
            value, at = _value(payload, kind, at)
            values.append(value)
    except (IndexError, struct.error, UnicodeDecodeError) as fault:
        raise Unsound from fault
    if at != len(payload):
        raise Unsound
    return tuple(values)


def _header(payload: bytes) -> tuple[list[int], int]:
    size, at = varint(payload, 0)
    if size > len(payload):
        raise Unsound
    kinds = []
    while at < size:
        kind, at = varint(payload, at)
        kinds.append(kind)
    if at != size:
        raise Unsound
    return kinds, at


def _value(payload: bytes, kind: int, at: int) -> tuple[Value, int]:
    if kind >= _FIRST_LONG:
        return _long(payload, kind, at)
    if kind == _REAL:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    length = _INTEGER_BYTES.get(kind)
    if length is None:
        raise Unsound
    if length:
        return int.from_bytes(payload[at : at + length], "big", signed=True), at + length
    return (kind == _ONE) + 0 if kind else None, at


def _long(payload: bytes, kind: int, at: int) -> tuple[Value, int]:
    end = at + (kind - _FIRST_LONG) // 2
    raw = payload[at:end]
    if kind % 2 == 0:
        return raw, end
    text = raw.decode()
    # No text of ours has one; a page of an overflow chain that was wiped is full of them.
    if "\0" in text:
        raise Unsound
    return text, end
