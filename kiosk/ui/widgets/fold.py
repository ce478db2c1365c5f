"""Parts that lie beside each other where they fit, and in as few lines as there is room for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtWidgets import QLayout, QLayoutItem, QSpacerItem, QWidget

from kiosk.ui.theme import Look


@dataclass(frozen=True, slots=True)
class _Part:
    """``share`` of the width that is left over; ``least``: what it needs beside others."""

    item: QLayoutItem
    share: float
    least: float
    gap: bool = False


_Line = list[_Part]


class Fold(QLayout):
    """A row that folds into lines, by nothing but its width.

    A part without a share is as wide as it asks for and lies at the middle of the
    row's height; the others share what is left, but only if each gets the width
    that it needs, as written and grown with the letters. Where they need more lines
    than one, they are shared out evenly among as few as will do; what can be done
    with something comes below it then, and not beside its end. What ``fills`` is as high as its
    room where it is one line: beside others its parts end where theirs do.
    """

    def __init__(self, look: Look, gap: float = 16, *, fills: bool = False) -> None:
        super().__init__()
        self._fills = fills
        self._look = look
        self._gap = gap
        self._parts: list[_Part] = []
        self._next = (0.0, 0.0, False)
        look.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.setSpacing(self._look.space(self._gap))
        self.setContentsMargins(0, 0, 0, 0)
        self.invalidate()

    def add(self, widget: QWidget, share: float = 0, least: float = 0) -> None:
        """Add a part at the end. ``least`` is a width as written."""
        self._next = (share, least, False)
        self.addWidget(widget)

    def add_gap(self) -> None:
        """Add a gap at the end: what comes after it lies at the right, or begins a line."""
        self._next = (1, 0, True)
        self.addItem(QSpacerItem(0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Take what ``add`` adds; Qt calls this."""
        self._parts.append(_Part(item, *self._next))

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a part."""
        return self._parts[index].item if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # Qt asks too far
        """Take a part out."""
        return self._parts.pop(index).item if 0 <= index < len(self._parts) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it takes the width that there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Return that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        highs = [self._line_height(line, width) for line in self._lines(width)]
        return sum(highs) + self.spacing() * max(0, len(highs) - 1)

    def sizeHint(self) -> QSize:
        """Return the size of the row."""
        width = self._needed(self._shown())
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """Return the widest part's own least width: narrower it cannot fold."""
        sizes = [part.item.minimumSize() for part in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        """Lay the parts out."""
        super().setGeometry(rect)
        top = rect.top()
        lines = self._lines(rect.width())
        least = rect.height() if self._fills and len(lines) == 1 else 0
        for line in lines:
            high = max(least, self._line_height(line, rect.width()))
            lanes = self._lanes(line, rect.width())
            self._lay_beside(line, lanes, QRect(rect.left(), top, rect.width(), high))
            top += high + self.spacing()

    def line_lengths(self) -> list[int]:
        """Return how many parts lie in each line now."""
        return [len(line) for line in self._lines(self.geometry().width())]

    def _line_height(self, line: _Line, width: int) -> int:
        lanes = self._lanes(line, width)
        return max(_height(part.item, lane) for part, lane in zip(line, lanes, strict=True))

    def _lines(self, width: int) -> list[_Line]:
        """Return the parts in as few lines as will do, none longer than it must be."""
        shown = self._shown()
        if self._needed(shown) <= width:
            return [shown] if shown else []
        groups = [list(of) for gap, of in groupby(shown, attrgetter("gap")) if not gap]
        return [line for group in groups for line in self._even_lines(group, width)]

    def _even_lines(self, shown: _Line, width: int) -> list[_Line]:
        fewest = len(self._broken(shown, width))
        starts = range(len(shown))
        widths = {self._needed(shown[a : b + 1]) for a in starts for b in starts[a:]}
        limits = sorted(limit for limit in widths if limit < width)
        tried = (self._broken(shown, limit) for limit in limits)
        even = (lines for lines in tried if len(lines) == fewest)
        return next(even, self._broken(shown, width))

    def _broken(self, parts: _Line, limit: int) -> list[_Line]:
        lines: list[_Line] = []
        for part in parts:
            after = lines and lines[-1][-1].share and not part.share
            if not lines or after or self._needed([*lines[-1], part]) > limit:
                lines.append([])
            lines[-1].append(part)
        return lines

    def _needed(self, line: _Line) -> int:
        return sum(map(self._wish, line)) + self.spacing() * max(0, len(line) - 1)

    def _lay_beside(self, shown: _Line, lanes: list[int], rect: QRect) -> None:
        left = rect.left()
        for part, wide in zip(shown, lanes, strict=True):
            high = rect.height() if part.share else _height(part.item, wide)
            top = rect.top() + (rect.height() - high) // 2
            part.item.setGeometry(QRect(left, top, wide, high))
            left += wide + self.spacing()

    def _shown(self) -> _Line:
        return [part for part in self._parts if part.gap or not part.item.isEmpty()]

    def _wish(self, part: _Part) -> int:
        least = part.item.minimumSize().width()
        if part.share:
            return max(least, self._look.grown(part.least))
        return max(least, part.item.sizeHint().width())

    def _lanes(self, shown: _Line, width: int) -> list[int]:
        """Return the widths of a line's parts; a part alone may get less than it wishes."""
        wishes = [self._wish(part) for part in shown]
        spare = width - self._needed(shown)
        if spare < 0:
            return [width if shown[0].share else min(width, wishes[0])]
        shares = sum(part.share for part in shown)
        if not shares:
            return wishes
        # By shares alone, as long as each has what it needs.
        fixed = sum(w for part, w in zip(shown, wishes, strict=True) if not part.share)
        free = width - fixed - self.spacing() * (len(shown) - 1)
        fair = [int(free * part.share / shares) for part in shown]
        pairs = list(zip(shown, wishes, fair, strict=True))
        if all(not part.share or lane >= wish for part, wish, lane in pairs):
            return [lane if part.share else wish for part, wish, lane in pairs]
        return [wish + int(spare * part.share / shares) for part, wish, _ in pairs]


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), item.minimumSize().height())
    return item.sizeHint().height()
