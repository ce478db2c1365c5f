"""Raw tables into the values of the format, with every fault named and not only the first.

``msgspec.convert`` stops at the first fault of a value, so it is asked about
one leaf at a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Annotated, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Struct, structs
from msgspec.structs import FieldInfo

from kiosk.content.problem import FileReport
from kiosk.content.wrong import Wrong

A_LIST = "a list"
_EMPTY: Mapping[object, object] = {tuple: (), dict: {}}
_Table = TypeVar("_Table", bound=Struct)


def convert_table(kind: type[_Table], raw: object, place: str, report: FileReport) -> _Table:
    """Return ``raw`` as a value of ``kind``, whatever is wrong with it.

    A field that is missing or does not fit is reported and left empty, so that
    the rules between fields can still look at all the others.
    """
    if not isinstance(raw, dict):
        report.add(place, Wrong.NOT_A_TABLE)
        return kind(**{field.name: _absent(field) for field in _fields(kind)})
    known = {field.encode_name: field for field in _fields(kind)}
    for key in raw:
        if key not in known:
            report.add(_join(place, key), Wrong.UNKNOWN_KEY)
    return kind(**{f.name: _field(f, raw, place, report) for f in known.values()})


@cache
def _fields(kind: type[Struct]) -> tuple[FieldInfo, ...]:
    # Once for a format, not for each of its tables: each time, the annotations are read anew.
    return structs.fields(kind)


def _field(field: FieldInfo, table: Mapping[str, object], place: str, report: FileReport) -> object:
    where = _join(place, field.encode_name)
    if field.encode_name in table:
        return _value(field.type, table[field.encode_name], where, report)
    if field.default is NODEFAULT:
        report.add(where, Wrong.MISSING)
    return _absent(field)


def _absent(field: FieldInfo) -> object:
    return _empty(field.type) if field.default is NODEFAULT else field.default


def _value(kind: object, raw: object, place: str, report: FileReport) -> object:
    inner = _without_none(kind)
    plain = get_args(inner)[0] if get_origin(inner) is Annotated else inner
    if isinstance(plain, type) and issubclass(plain, Struct):
        return convert_table(plain, raw, place, report)
    if get_origin(plain) is tuple and isinstance(raw, list):
        _leaf(_limits(inner, list), raw, place, report)
        return tuple(
            _value(get_args(plain)[0], one, f"{place}[{number}]", report)
            for number, one in enumerate(raw, start=1)
        )
    if get_origin(plain) is dict and isinstance(raw, dict):
        _leaf(_limits(inner, dict), raw, place, report)
        return {k: _value(get_args(plain)[1], v, _join(place, k), report) for k, v in raw.items()}
    return _leaf(inner, raw, place, report)


def _leaf(kind: object, raw: object, place: str, report: FileReport) -> object:
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError:
        report.add(place, Wrong.MUST_BE, wanted=_description(kind))
        return _empty(kind)


def _limits(kind: object, container: type) -> object:
    """Return a container of anything that has the length limits of ``kind``."""
    return Annotated[(container, *getattr(kind, "__metadata__", ()))]


def _without_none(kind: object) -> object:
    if get_origin(kind) in {Union, UnionType}:
        return next(arg for arg in get_args(kind) if arg is not type(None))
    return kind


def _description(kind: object) -> str:
    return next((str(meta.description) for meta in getattr(kind, "__metadata__", ())), A_LIST)


def _empty(kind: object) -> object:
    plain = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    return _EMPTY.get(get_origin(plain), "")


def _join(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key
