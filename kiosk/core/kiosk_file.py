"""The set-up file, kiosk.toml: what a kiosk is called and how it is set, for silent installs.

Flat keys, each one optional for a change of settings; a set-up needs the site,
the kiosk's name and a PIN. Everything that is wrong is named, with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kiosk.core.model import Settings, SignInMode
from kiosk.core.setting_rules import (
    IDLE_AFTER_SECONDS,
    IDLE_ANSWER_SECONDS,
    LANGUAGES,
    LONGEST_NAME,
    RETENTION_DAYS,
    example_fits,
    is_pin,
    is_pin_hash,
    pattern_works,
)
from kiosk.core.toml_places import Entry, Place, entries, place
from kiosk.errors import FileFault

LARGEST_BYTES = 64 * 1024
_SYNTAX = re.compile(r"^(.*) \(at (?:line (\d+), column (\d+)|end of document)\)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FileProblem:
    """One fault of the file. ``values`` fill the words of ``fault``."""

    fault: FileFault
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KioskFile:
    """What a file says: only what it names and what is right counts.

    ``settings`` are the names and values of ``Settings``. Exactly one of ``pin`` and
    ``pin_hash`` is there if the file has a PIN.
    """

    site: str = ""
    kiosk_name: str = ""
    pin: str = ""
    pin_hash: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    problems: tuple[FileProblem, ...] = ()

    def over(self, settings: Settings) -> Settings:
        """Return settings with what the file says in their place."""
        return replace(settings, **self.settings)

    @property
    def lacking(self) -> tuple[str, ...]:
        """The keys that a set-up needs and that are not there."""
        there = {"site": self.site, "kiosk_name": self.kiosk_name, "pin": self.pin or self.pin_hash}
        return tuple(name for name, value in there.items() if not value)


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a key takes. ``wanted`` tells it in words for programs: a type, a range, a choice."""

    kind: type
    wanted: str
    fits: Callable[[Any], bool]


def _in(allowed: range) -> Callable[[Any], bool]:
    def fits(value: Any) -> bool:  # noqa: ANN401 - what a file holds
        return value in allowed

    return fits


def _is_name(value: str) -> bool:
    return 0 < len(value.strip()) <= LONGEST_NAME and value.isprintable()


def _any(_value: object) -> bool:
    return True


def _numbers(allowed: range) -> _Rule:
    return _Rule(int, f"{allowed.start} ... {allowed.stop - 1}", _in(allowed))


def _one_of(*allowed: str) -> _Rule:
    return _Rule(str, ", ".join(f'"{each}"' for each in allowed), allowed.__contains__)


_TEXT, _TRUTH = "text", "true, false"
_RULES: Mapping[str, _Rule] = {
    "site": _Rule(str, f"1 ... {LONGEST_NAME} letters", _is_name),
    "kiosk_name": _Rule(str, f"1 ... {LONGEST_NAME} letters", _is_name),
    "pin": _Rule(str, '"6 ... 12 digits"', is_pin),
    "pin_hash": _Rule(str, '"$argon2id$..."', is_pin_hash),
    "language": _one_of(*LANGUAGES),
    "sign_in": _one_of(*SignInMode),
    "code_pattern": _Rule(str, "[A-Z]{2}[0-9]{4}", pattern_works),
    "code_example": _Rule(str, _TEXT, _is_name),
    "without_code": _Rule(bool, _TRUTH, _any),
    "retention_days": _numbers(RETENTION_DAYS),
    "idle_after_seconds": _numbers(IDLE_AFTER_SECONDS),
    "idle_answer_seconds": _numbers(IDLE_ANSWER_SECONDS),
    "less_motion": _Rule(bool, _TRUTH, _any),
}
KEYS = tuple(_RULES)
_OWN = ("site", "kiosk_name", "pin", "pin_hash")


def read_kiosk_file(content: bytes) -> KioskFile:
    """Read a file whole; nothing in it makes this raise."""
    # Imported now: no start without such a file waits for it.
    import tomllib  # noqa: PLC0415 - see above

    if len(content) > LARGEST_BYTES:
        return _unread(FileFault.TOO_LARGE, Place(1, 1))
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        table = tomllib.loads(text)
    except UnicodeDecodeError as fault:
        before = content[: fault.start].decode("utf-8", "replace")
        return _unread(FileFault.NOT_UTF8, place(before, len(before)))
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        return _not_toml(str(fault), text)
    return _checked(table, tuple(entries(text)))


def _unread(fault: FileFault, at: Place, **values: object) -> KioskFile:
    return KioskFile(problems=(FileProblem(fault, at, values),))


def _not_toml(words: str, text: str) -> KioskFile:
    told = _SYNTAX.match(words)
    if told is None:
        return _unread(FileFault.SYNTAX, Place(1, 1), detail=words)
    what, line, column = told.groups()
    at = Place(int(line), int(column)) if line else place(text, len(text))
    return _unread(FileFault.SYNTAX, at, detail=what)


def _checked(table: Mapping[str, Any], places: tuple[Entry, ...]) -> KioskFile:
    good: dict[str, Any] = {}
    problems: list[FileProblem] = []
    for entry in places:
        problem = _problem(entry, table)
        if problem is None:
            (name,) = entry.path
            good[name] = table[name]
        else:
            problems.append(problem)
    # A table without a setting in it.
    bare = sorted(set(table) - {entry.path[0] for entry in places})
    problems += [FileProblem(FileFault.UNKNOWN_KEY, Place(1, 1), {"key": name}) for name in bare]
    problems.extend(_at_odds(good, places))
    own = {name: good.pop(name).strip() for name in _OWN if name in good}
    if "sign_in" in good:
        good["sign_in"] = SignInMode(good["sign_in"])
    problems.sort(key=_position)
    return KioskFile(**own, settings=good, problems=tuple(problems))


def _problem(entry: Entry, table: Mapping[str, Any]) -> FileProblem | None:
    name, *deeper = entry.path
    rule = _RULES.get(name)
    if rule is None or deeper:
        return FileProblem(FileFault.UNKNOWN_KEY, entry.key, {"key": ".".join(entry.path)})
    told = {"key": name, "wanted": rule.wanted}
    # A truth value is a number to Python, and not to whoever writes the file.
    if type(table[name]) is not rule.kind:
        return FileProblem(FileFault.WRONG_TYPE, entry.value, told)
    if not rule.fits(table[name]):
        return FileProblem(FileFault.WRONG_VALUE, entry.value, told)
    return None


def _at_odds(good: dict[str, Any], places: tuple[Entry, ...]) -> list[FileProblem]:
    """Return what is right by itself and wrong together; the file does not say either then."""
    where = {entry.path[0]: entry.value for entry in places}
    found = []
    if "pin" in good and "pin_hash" in good:
        found.append(FileProblem(FileFault.TWO_PINS, where["pin"]))
        del good["pin"]
    pattern, example = good.get("code_pattern"), good.get("code_example")
    if pattern is None and example is None:
        return found
    settings = Settings()
    tried = replace(
        settings,
        code_pattern=pattern or settings.code_pattern,
        code_example=example or settings.code_example,
    )
    if not example_fits(tried):
        at = where["code_example" if example is not None else "code_pattern"]
        found.append(FileProblem(FileFault.EXAMPLE_DIFFERS, at, {"example": tried.code_example}))
        good.pop("code_pattern", None)
        good.pop("code_example", None)
    return found


def _position(problem: FileProblem) -> tuple[int, int]:
    return problem.place.line, problem.place.column
