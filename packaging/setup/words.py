"""Gathers what is to be translated into resources/translations; run by .venv, as `make words`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
from fetch import hushed
from translations import FOLDER, ROOT, TOOLS, release

from kiosk import errors
from kiosk.content import convert, wrong
from kiosk.content.pack import FILES
from kiosk.content.words import FILES as TRANSLATED_FILES
from kiosk.core import checkup

_MARKED = 'QCoreApplication.translate("{}", {!r})\n'


def sources() -> list[Path]:
    """Return the files whose words are shown on screens; the command line's stay as they are."""
    return sorted((ROOT / "kiosk" / "ui").rglob("*.py"))


def faults() -> Iterator[str]:
    """Yield the sentences of the faults, which stand in classes and not in calls of tr()."""
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, errors.KioskError):
            yield from (kind.what, kind.remedy)
    yield from errors.FileFault


def findings() -> Iterator[str]:
    """Yield what can be said of a kiosk, which stands in enumerations."""
    yield from checkup.Said
    yield from checkup.Keys


def pack_problems() -> Iterator[str]:
    """Yield what can be said of a lesson pack: in enumerations, and in its format's types."""
    for words in (wrong.Wrong, wrong.Thing, wrong.Outside):
        yield from words
    _, tables = msgspec.json.schema_components((*FILES, *TRANSLATED_FILES))
    yield from dict.fromkeys(_descriptions(tables))
    yield convert.A_LIST


def _descriptions(schema: object) -> Iterator[str]:
    """Yield what a JSON schema says of values; that of a table is its docstring."""
    if isinstance(schema, Mapping):
        described = schema.get("description")
        if isinstance(described, str) and not {"properties", "enum"} & schema.keys():
            yield described
    parts = schema.values() if isinstance(schema, Mapping) else schema
    if not isinstance(schema, str) and isinstance(parts, Iterable):
        for part in parts:
            yield from _descriptions(part)


def marked() -> Iterator[str]:
    """Yield each of those as a call that the gatherer knows."""
    for context, texts in (
        ("KioskError", faults()),
        ("Finding", findings()),
        ("PackProblem", pack_problems()),
    ):
        for text in dict.fromkeys(texts):
            yield _MARKED.format(context, str(text))


def gather(target: Path) -> bool:
    """Bring one .ts file up to date: new words unfinished, words that went away gone."""
    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder) / "calls.py"
        calls.write_text("".join(marked()), encoding="utf-8")
        command = [str(TOOLS / "pyside6-lupdate"), "-locations", "none", "-no-obsolete"]
        files = [*map(str, sources()), str(calls)]
        return hushed([*command, *files, "-ts", str(target)])


def main() -> int:
    """Gather and release; 0 when all is done."""
    done = all(gather(target) for target in sorted(FOLDER.glob("*.ts")))
    return 0 if done and release() else 1


if __name__ == "__main__":
    sys.exit(main())
