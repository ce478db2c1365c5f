"""What is wrong with a page for those who hear it or use its keys, told from what AT-SPI tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from screen_reader import ScreenReader, Seen

SHIFT, TAB, LEFT, RIGHT, UP, DOWN = 50, 23, 113, 114, 111, 116
"""Key codes of a PC's keyboard under X."""
_MOST_STOPS = 80
_CHOICES = ("check box", "radio button")
_NEAR = 12
"""How far two buttons of one choice are apart at the most, in pixels."""
_OVERLAP = 0.5
"""The part of the smaller one that two must share to lie in one row, or in one column."""

Key = tuple[str, str, tuple[int, ...]]


@dataclass
class Page:
    """A page as it was looked at, and where keys led on it.

    ``stops`` are Tab's, from the one that is told first; ``beside`` what arrows reach from
    them. ``astray`` tells where Tab did not come round.
    """

    name: str
    seen: list[Seen]
    stops: list[Seen] = field(default_factory=list)
    beside: list[Seen] = field(default_factory=list)
    astray: list[str] = field(default_factory=list)

    def faults(self) -> list[str]:
        """Return all that is wrong, in words; nothing where all is well."""
        found = [*unnamed(self.seen), *out_of_order(self.seen, "is told"), *self.astray]
        found += out_of_order(self.stops, "is come to")
        found += unreached(self.seen, [*self.stops, *self.beside])
        found += (f"{called(one)} has the focus out of sight" for one in self.stops if _hidden(one))
        return [f"{self.name}: {fault}" for fault in found]


def walk(reader: ScreenReader, name: str, over: str = "") -> Page:
    """Look at a page and go through it by Tab, round to where it began, and by arrows.

    Args:
        reader: hears and presses.
        name: what the page is called in what is wrong with it.
        over: the name of what lies over the page and is walked alone. Arrows choose there.
    """
    page = Page(name, _look(reader))
    if over:
        last = max(n for n, one in enumerate(page.seen) if one.name == over)
        behind = [one for one in page.seen[:last] if one.is_control]
        page.astray += (f"{called(one)} is told behind {over}" for one in behind)
        page.seen = page.seen[last:]
    stops = _round(reader, page)
    page.stops = _from_the_first(stops, page.seen)
    if not over and any(unreached(page.seen, page.stops)):
        _go_beside(reader, page)
    return page


def _look(reader: ScreenReader) -> list[Seen]:
    # A look at a page that is just being turned sees nothing.
    seen: list[Seen] = []

    def there() -> bool:
        seen[:] = reader.look()
        return bool(seen)

    reader.wait(there, "a page that stands")
    return seen


def _round(reader: ScreenReader, page: Page) -> list[Seen]:
    stops: list[Seen] = []
    for _ in range(_MOST_STOPS):
        at = reader.key(TAB) or _focused(_look(reader))
        if at is None:
            page.astray.append("the focus is nowhere after Tab")
            return stops
        keys = [_key(one) for one in stops]
        if _key(at) in keys:
            if _key(at) != keys[0]:
                page.astray.append(f"Tab is caught at {called(at)}")
            elif len(stops) > 1 and _key(reader.key(SHIFT, TAB) or at) != keys[-1]:
                page.astray.append(f"Shift+Tab does not lead back from {called(at)}")
            return stops
        stops.append(at)
    page.astray.append("Tab never comes round")
    return stops


def _go_beside(reader: ScreenReader, page: Page) -> None:
    for stop in page.stops:
        for key in (RIGHT, DOWN):
            again = next((one for one in page.seen if _key(one) == _key(stop)), None)
            if again is not None and reader.can_focus(again):
                _go_by(reader, page, key, stop)


def _go_by(reader: ScreenReader, page: Page, key: int, begin: Seen) -> None:
    known = {_key(begin)}
    for _ in range(_MOST_STOPS):
        at = reader.key(key)
        if at is None or _key(at) in known:
            return
        known.add(_key(at))
        page.beside.append(at)


def unnamed(seen: Iterable[Seen]) -> Iterator[str]:
    """Tell each control without a name."""
    yield from (
        f"a {one.role} has no name" for one in seen if one.is_control and not one.name.strip()
    )


def out_of_order(seen: Sequence[Seen], how: str) -> Iterator[str]:
    """Tell each pair of which the second lies before the first: left of it, or above it."""
    placed = [one for one in seen if min(one.box[2:]) > 0 and _has_words(one)]
    holders = [_holder(one, placed) for one in placed]
    pairs = combinations(zip(placed, holders, strict=True), 2)
    # What lies inside something is told with it: only what shares a holder is compared.
    for first, second in ((a, b) for (a, c), (b, d) in pairs if c is d):
        where = _lies_before(second.box, first.box)
        if where:
            yield f"{called(second)} {how} after {called(first)}, and lies {where} it"


def _holder(one: Seen, placed: Iterable[Seen]) -> Seen | None:
    around = [other for other in placed if other is not one and _is_inside(one, other)]
    return min(around, key=lambda other: other.box[2] * other.box[3], default=None)


def _is_inside(one: Seen, other: Seen) -> bool:
    left, top, wide, high = one.box
    x, y, width, height = other.box
    smaller = wide * high < width * height
    return (
        smaller and x <= left and y <= top and left + wide <= x + width and top + high <= y + height
    )


def _lies_before(box: Sequence[int], other: Sequence[int]) -> str:
    left, top, wide, high = box
    x, y, width, height = other
    in_row = _shared(top, high, y, height)
    in_column = _shared(left, wide, x, width)
    if in_row and left + wide <= x:
        return "left of"
    return "above" if in_column and top + high <= y else ""


def _shared(begin: int, length: int, other: int, other_length: int) -> bool:
    common = min(begin + length, other + other_length) - max(begin, other)
    return common >= _OVERLAP * min(length, other_length)


def _has_words(one: Seen) -> bool:
    return bool(one.name.strip()) and (one.is_control or one.role == "label")


def unreached(seen: Sequence[Seen], reached: Iterable[Seen]) -> Iterator[str]:
    """Tell each control that could have the focus, and that no key gives it to.

    Of a choice among several, Tab comes to one, and arrows choose: its neighbours count.
    """
    found = [*reached]
    names = {(one.role, one.name) for one in found}
    stops = [one for one in seen if {"focusable", "enabled"} <= set(one.states)]
    waiting = [one for one in stops if (one.role, one.name) not in names]
    while waiting:
        beside = [one for one in waiting if any(_is_beside(one, other) for other in found)]
        if not beside:
            break
        found += beside
        waiting = [one for one in waiting if one not in beside]
    yield from (f"{called(one)} is reached by no key" for one in waiting)


def _is_beside(one: Seen, other: Seen) -> bool:
    if one.role not in _CHOICES or other.role != one.role:
        return False
    left, top, wide, high = one.box
    x, y, width, height = other.box
    across = max(x - left - wide, left - x - width)
    down = max(y - top - high, top - y - height)
    return max(across, down) <= _NEAR and (top == y or left == x)


def _hidden(one: Seen) -> bool:
    return min(one.box[2:]) <= 0


def _focused(seen: Iterable[Seen]) -> Seen | None:
    return next((one for one in seen if "focused" in one.states and one.is_control), None)


def _from_the_first(stops: list[Seen], seen: Sequence[Seen]) -> list[Seen]:
    order = [_key(one) for one in seen]
    ranks = [order.index(_key(one)) if _key(one) in order else len(order) for one in stops]
    begin = ranks.index(min(ranks)) if ranks else 0
    return stops[begin:] + stops[:begin]


def _key(one: Seen) -> Key:
    return one.role, one.name, tuple(one.box)


def called(one: Seen) -> str:
    """Return what a control is and how it is called."""
    return f"{one.role} {one.name!r}"
