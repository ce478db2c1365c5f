"""Which paths inside a pack may be taken: those that mean one and the same file everywhere."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from kiosk.content.files import LIMITS

MOST_PARTS = 4
"""A picture of a language in the folder that the pack was put into; no path need be longer."""

_LONGEST = 200
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Windows opens a device for these, whatever follows the first full stop.
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
_OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})
_FOLDER_OF_SYSTEMS = "__MACOSX"
_TEXTS = frozenset({".txt", ""})


def fault_of(path: str) -> str:
    """Return why a file may not be taken, empty where it may. Forward slashes part folders."""
    return fault_of_folder(path) or _fault_of_kind(path)


def fault_of_folder(path: str) -> str:
    """Return why a path may not be taken, whatever kind of file is there."""
    faults = (
        (_CONTROL.search(path), "has a control character in its name"),
        ("\\" in path, "has a backslash in its name"),
        (":" in path, "has a colon in its name: it would name a drive, or a part of a file"),
        (len(path) > _LONGEST, f"has a name of more than {_LONGEST} characters"),
        (path.startswith("/"), "begins at the root of the disk"),
        (path.count("/") >= MOST_PARTS, f"lies deeper than {MOST_PARTS - 1} folders"),
    )
    for found, fault in faults:
        if found:
            return fault
    parts = path.split("/")
    return next((fault for part in parts if (fault := _fault_of_part(part))), "")


def is_of_no_account(path: str) -> bool:
    """Return whether a file is none of a pack's, and expected beside one: it is left out."""
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith(".") for part in parts)
    by_systems = parts[0] == _FOLDER_OF_SYSTEMS or parts[-1].lower() in _OF_SYSTEMS
    return hidden or by_systems or PurePosixPath(path).suffix.lower() in _TEXTS


def same_name(path: str) -> str:
    """Return what two paths have in common that some system takes for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _fault_of_part(part: str) -> str:
    if part == "..":
        return "leads out of the pack (..)"
    if part in ("", "."):
        return "has a part without a name"
    if part[-1] in " .":
        return "has a name that ends with a space or a full stop"
    if _DEVICE.fullmatch(part.partition(".")[0].rstrip()):
        return f"has the name of a device ({part.partition('.')[0]})"
    return ""


def _fault_of_kind(path: str) -> str:
    if is_of_no_account(path) or PurePosixPath(path).suffix in LIMITS:
        return ""
    return f"is of a kind that has no place in a pack; it holds {', '.join(sorted(LIMITS))} alone"
