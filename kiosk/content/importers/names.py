"""Which paths inside a pack may be taken: those that mean one and the same file everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from kiosk.content.files import LIMITS
from kiosk.content.wrong import Wrong

MOST_PARTS = 4
"""A picture of a language in the folder that the pack was put into; no path need be longer."""

_LONGEST = 200
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Windows opens a device for these, whatever follows the first full stop.
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
_OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})
_FOLDER_OF_SYSTEMS = "__MACOSX"
_TEXTS = frozenset({".txt", ""})


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a path may not be taken; ``values`` fill the words."""

    wrong: Wrong
    values: Mapping[str, object] = field(default_factory=dict)


def fault_of(path: str) -> Fault | None:
    """Return why a file may not be taken, ``None`` where it may. Forward slashes part folders."""
    return fault_of_folder(path) or _fault_of_kind(path)


def fault_of_folder(path: str) -> Fault | None:
    """Return why a path may not be taken, whatever kind of file is there."""
    faults = (
        (_CONTROL.search(path), Wrong.PATH_CONTROL),
        ("\\" in path, Wrong.BACKSLASH),
        (":" in path, Wrong.COLON),
        (len(path) > _LONGEST, Wrong.LONG_NAME, _LONGEST),
        (path.startswith("/"), Wrong.AT_ROOT),
        (path.count("/") >= MOST_PARTS, Wrong.TOO_DEEP, MOST_PARTS - 1),
    )
    for found, wrong, *most in faults:
        if found:
            return Fault(wrong, {"n": most[0]} if most else {})
    parts = path.split("/")
    return next((fault for part in parts if (fault := _fault_of_part(part))), None)


def is_of_no_account(path: str) -> bool:
    """Return whether a file is none of a pack's, and expected beside one: it is left out."""
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith(".") for part in parts)
    by_systems = parts[0] == _FOLDER_OF_SYSTEMS or parts[-1].lower() in _OF_SYSTEMS
    return hidden or by_systems or PurePosixPath(path).suffix.lower() in _TEXTS


def same_name(path: str) -> str:
    """Return what two paths have in common that some system takes for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _fault_of_part(part: str) -> Fault | None:
    if part == "..":
        return Fault(Wrong.LEADS_OUT)
    if part in ("", "."):
        return Fault(Wrong.NO_NAME)
    if part[-1] in " .":
        return Fault(Wrong.NAME_END)
    if _DEVICE.fullmatch(part.partition(".")[0].rstrip()):
        return Fault(Wrong.DEVICE, {"name": part.partition(".")[0]})
    return None


def _fault_of_kind(path: str) -> Fault | None:
    if is_of_no_account(path) or PurePosixPath(path).suffix in LIMITS:
        return None
    return Fault(Wrong.KIND, {"kinds": ", ".join(sorted(LIMITS))})
