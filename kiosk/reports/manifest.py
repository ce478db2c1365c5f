"""What an export says of itself, so that it can be proved years later."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.core.log_rows import LogCounts

FILE = "manifest.json"
FORMAT = 1
_OWN = frozenset({"format", "columns", "files", "seal"})
_NOT_ONE = (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError)


class ManifestUnreadable(ValueError):
    """The manifest is not one, or is of a newer format."""


@dataclass(frozen=True, slots=True)
class FileProof:
    """One file: its bytes, its hash, its rows, and the sum of its summed column if it has one."""

    bytes: int
    sha256: str
    rows: int
    sum: int | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The proof of a bundle: every file but the manifest itself, and the tables' columns.

    The columns are the bundle's own, so that one of an older or newer program is proved too.
    """

    about: Mapping[str, object]
    columns: Mapping[str, tuple[str, ...]]
    files: Mapping[str, FileProof]

    def to_json(self) -> bytes:
        """Return it as it stands in the bundle."""
        files = {
            name: {"bytes": f.bytes, "sha256": f.sha256, "rows": f.rows, "sum": f.sum}
            for name, f in self.files.items()
        }
        whole = {"format": FORMAT, **self.about, "columns": self.columns, "files": files}
        whole["seal"] = hashlib.sha256(_text(whole)).hexdigest()
        return _text(whole)

    @property
    def counts(self) -> LogCounts:
        """The sums over the bundle, as the database gave them."""
        attempts, placements = self.files["attempts.csv"], self.files["placements.csv"]
        return LogCounts(
            attempts=attempts.rows,
            placements=placements.rows,
            responses=self.files["responses.csv"].rows,
            active_ms=attempts.sum or 0,
            placement_ms=placements.sum or 0,
        )


def from_json(text: bytes) -> Manifest:
    """Read a manifest.

    Raises:
        ManifestUnreadable: it is not one of ours, was changed, or is of a newer format.
    """
    try:
        manifest = _decoded(text)
        as_written = manifest.to_json() == text
    except _NOT_ONE as fault:
        raise ManifestUnreadable(f"{FILE} cannot be read: {fault}") from fault
    if not as_written:
        raise ManifestUnreadable(f"{FILE} is not as it was written")
    return manifest


def _text(whole: Mapping[str, object]) -> bytes:
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _decoded(text: bytes) -> Manifest:
    whole: dict[str, Any] = json.loads(text)
    number = whole["format"]
    if number != FORMAT:
        raise ValueError(f"format {number}, known here: {FORMAT}")
    files = {
        str(name): FileProof(int(f["bytes"]), str(f["sha256"]), int(f["rows"]), f["sum"])
        for name, f in whole["files"].items()
    }
    columns = {str(name): tuple(map(str, header)) for name, header in whole["columns"].items()}
    about = {key: value for key, value in whole.items() if key not in _OWN}
    return Manifest(about, columns, files)
