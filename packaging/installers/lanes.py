"""Work that goes side by side, each lane in its own order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor


def run(lanes: Sequence[Callable[[], object]]) -> list[BaseException | None]:
    """Run all lanes to their ends. Returns what each was ended by, ``None`` where all went well."""
    with ThreadPoolExecutor(max_workers=len(lanes)) as pool:
        return [future.exception() for future in [pool.submit(lane) for lane in lanes]]
