"""Responses that differ in their attempt alone are told once, and then known again."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kiosk.core.log_rows import ResponseRow

_MOST = 50_000
Facts = tuple[int, str, str | None, int | None, str | None, int | None, int]
"""Pack, item, category, correct, first category, first try correct, placements."""


class ToldOnce(dict[Facts, str]):
    """What tells each response; made where it is missing, and given up when there are too many."""

    def __init__(
        self,
        tell: Callable[[ResponseRow], str],
        titles: Iterable[tuple[int, str, str, str]],
    ) -> None:
        super().__init__()
        self._tell = tell
        self._titles = {(pack, kind, name): title for pack, kind, name, title in titles}

    def __missing__(self, facts: Facts) -> str:
        """Tell a response that did not come yet."""
        if len(self) >= _MOST:
            self.clear()
        pack, item, category, correct, first, first_correct, placements = facts
        told = self[facts] = self._tell(
            ResponseRow(
                "",
                item,
                self._titles.get((pack, "item", item), item),
                category,
                category and self._titles.get((pack, "category", category), category),
                truth(correct),
                first,
                truth(first_correct),
                placements,
            )
        )
        return told


def truth(value: object) -> bool | None:
    """Return what a column holds that is 1, 0 or nothing."""
    return None if value is None else bool(value)
