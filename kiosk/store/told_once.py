"""Responses that differ in their attempt alone are told once, and then known again."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kiosk.core.log_rows import ResponseRow

_MOST = 50_000
_BETWEEN_RESPONSES, _BETWEEN_VALUES = "\x1e", "\x1f"
_VALUES = 7
Facts = tuple[int, str, str | None, int | None, str | None, int | None, int]
"""Pack, item, category, correct, first category, first try correct, placements."""


class NotTold(ValueError):
    """A text does not say which responses there are: a value has a sign in it that parts them."""


class ToldOnce(dict[str, str]):
    """What tells each response, by its facts in one text.

    It is made where it is missing, and given up when there are too many.
    """

    def __init__(
        self,
        tell: Callable[[ResponseRow], str],
        titles: Iterable[tuple[int, str, str, str]],
    ) -> None:
        super().__init__()
        self._tell = tell
        self._titles = {(pack, kind, name): title for pack, kind, name, title in titles}

    def tell_all(self, text: str) -> list[str]:
        """Tell the responses of an attempt, from a text of ``log_sql.TOLD_RESPONSES``.

        Raises:
            NotTold: they are to be told by their facts.
        """
        count, *responses = text.split(_BETWEEN_RESPONSES)
        if len(responses) != int(count):
            raise NotTold(text)
        return [self[facts] for facts in responses]

    def __missing__(self, facts: str) -> str:
        """Tell a response that did not come yet."""
        if len(self) >= _MOST:
            self.clear()
        values = facts.split(_BETWEEN_VALUES)
        if len(values) != _VALUES:
            raise NotTold(facts)
        pack, item, category, correct, first, first_correct, placements = values
        told = self[facts] = self.tell(
            (
                int(pack),
                item,
                category or None,
                int(correct) if correct else None,
                first or None,
                int(first_correct) if first_correct else None,
                int(placements),
            )
        )
        return told

    def tell(self, facts: Facts) -> str:
        """Tell a response by its facts."""
        pack, item, category, correct, first, first_correct, placements = facts
        return self._tell(
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


def truth(value: object) -> bool | None:
    """Return what a column holds that is 1, 0 or nothing."""
    return None if value is None else bool(value)
