"""Ways in which a disk spoils a file, by a seed."""

from __future__ import annotations

import random
from pathlib import Path

PAGE = 4096


def damaged(content: bytes, seed: int) -> tuple[str, bytes]:
    """Return how a file is spoiled by this seed, and the file then."""
    rng = random.Random(seed)  # noqa: S311 - to be the same at each run
    kind = ("header", "page", "pages", "cut", "bytes", "zeros", "gone")[seed % 7]
    pages = range(len(content) // PAGE)
    match kind:
        case "header":
            spoiled = _put(content, 0, rng.randbytes(100))
        case "page":
            spoiled = _put(content, rng.choice(pages) * PAGE, rng.randbytes(PAGE))
        case "pages":
            spoiled = content
            for page in rng.sample(pages, max(2, len(pages) // 10)):
                spoiled = _put(spoiled, page * PAGE, rng.randbytes(PAGE))
        case "cut":
            spoiled = content[: rng.randrange(1, len(content))]
        case "bytes":
            spoiled = content
            for _ in range(40):
                spoiled = _put(spoiled, rng.randrange(len(content)), rng.randbytes(1))
        case "zeros":
            spoiled = _put(content, rng.choice(pages) * PAGE, b"\0" * PAGE)
        case _:
            spoiled = b"\0" * len(content)
    return kind, spoiled


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder, by its path in it."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def _put(content: bytes, at: int, new: bytes) -> bytes:
    return (content[:at] + new + content[at + len(new) :])[: len(content)]
