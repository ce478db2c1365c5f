"""The figures of item analysis, from counts alone: whole numbers in, exact until the last step.

Discrimination and its efficiency are those of Moodle's quiz statistics (docs.moodle.org,
'Quiz statistics calculations'): the correlation of the mark for an item with the marks for
all the rest, and the covariance of the two as a share of the greatest that the same marks
could have had. What is not defined is ``None``: nothing varies, or there is one attempt.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

Pairs = Mapping[tuple[int, int], int]
"""How often a mark for an item came with a mark for all the rest. Any unit, whole numbers."""


def discrimination(pairs: Pairs) -> float | None:
    """Return the item-rest correlation, from -1 to 1; ``None`` where either never varies."""
    marks, rests = _marks(pairs), _rests(pairs)
    varies = _spread(marks) * _spread(rests)
    return _together(pairs, marks, rests) / math.sqrt(varies) if varies else None


def efficiency(pairs: Pairs) -> float | None:
    """Return the discriminative efficiency, 1 at most; ``None`` where either never varies."""
    marks, rests = _marks(pairs), _rests(pairs)
    most = _together(_in_step(marks, rests), marks, rests)
    return _together(pairs, marks, rests) / most if most else None


def median(counts: Mapping[int, int]) -> float | None:
    """Return the median of counted values, between the middle two of an even number of them."""
    total = sum(counts.values())
    if not total:
        return None
    low, high = (total - 1) // 2, total // 2
    seen, below = 0, None
    for value in sorted(counts):
        seen += counts[value]
        if below is None and seen > low:
            below = value
        if below is not None and seen > high:
            return (below + value) / 2
    raise AssertionError("counts that do not add up")


def _marks(pairs: Pairs) -> Counter[int]:
    return _one_side(pairs, 0)


def _rests(pairs: Pairs) -> Counter[int]:
    return _one_side(pairs, 1)


def _one_side(pairs: Pairs, side: int) -> Counter[int]:
    found: Counter[int] = Counter()
    for pair, count in pairs.items():
        found[pair[side]] += count
    return found


def _spread(values: Counter[int]) -> int:
    # The variance times the square of the number of values: a whole number.
    squares = sum(value * value * count for value, count in values.items())
    return values.total() * squares - _sum(values) ** 2


def _together(pairs: Pairs, marks: Counter[int], rests: Counter[int]) -> int:
    # The covariance on the same scale.
    products = sum(mark * rest * count for (mark, rest), count in pairs.items())
    return marks.total() * products - _sum(marks) * _sum(rests)


def _sum(values: Counter[int]) -> int:
    return sum(value * count for value, count in values.items())


def _in_step(marks: Counter[int], rests: Counter[int]) -> Counter[tuple[int, int]]:
    # The best mark goes to who has the best rest, and so on down: covariance at its greatest.
    pairs: Counter[tuple[int, int]] = Counter()
    left = sorted(rests.items())
    for mark, count in sorted(marks.items()):
        wanted = count
        while wanted:
            rest, there = left[0]
            taken = min(wanted, there)
            pairs[mark, rest] += taken
            wanted -= taken
            left[0] = (rest, there - taken)
            if taken == there:
                del left[0]
    return pairs
