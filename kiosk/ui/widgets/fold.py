"""Parts that lie beside each other where they fit, and below each other where they do not."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from kiosk.ui.theme import Look


@dataclass(frozen=True, slots=True)
class _Part:
    """``share`` of the width that is left over; ``least``: what it needs beside others."""

    item: QLayoutItem
    share: float
    least: float


class Fold(QLayout):
    """A row that folds into a column, by nothing but its width.

    A part without a share is as wide as it asks for and lies at the middle of the
    row's height; the others share what is left, but only if each gets the width
    that it needs, as written and grown with the letters.
    """

    def __init__(self, look: Look, gap: float = 16) -> None:
        super().__init__()
        self._look = look
        self._gap = gap
        self._parts: list[_Part] = []
        self._next = (0.0, 0.0)
        look.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.setSpacing(self._look.space(self._gap))
        self.setContentsMargins(0, 0, 0, 0)
        self.invalidate()

    def add(self, widget: QWidget, share: float = 0, least: float = 0) -> None:
        """Add a part at the end. ``least`` is a width as written."""
        self._next = (share, least)
        self.addWidget(widget)

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
        """Return the height of the row, or of the column that it folds into."""
        shown = self._shown()
        lanes = self._lanes(shown, width)
        if lanes is None:
            highs = [_height(part.item, width) for part in shown]
            return sum(highs) + self.spacing() * max(0, len(highs) - 1)
        return max((_height(p.item, lane) for p, lane in zip(shown, lanes, strict=True)), default=0)

    def sizeHint(self) -> QSize:
        """Return the size of the row."""
        shown = self._shown()
        width = sum(self._wish(part) for part in shown) + self.spacing() * max(0, len(shown) - 1)
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
        shown = self._shown()
        lanes = self._lanes(shown, rect.width())
        if lanes is None:
            self._lay_below(shown, rect)
        else:
            self._lay_beside(shown, lanes, rect)

    def _lay_below(self, shown: list[_Part], rect: QRect) -> None:
        top = rect.top()
        for part in shown:
            high = _height(part.item, rect.width())
            wide = rect.width() if part.share else min(rect.width(), self._wish(part))
            part.item.setGeometry(QRect(rect.left(), top, wide, high))
            top += high + self.spacing()

    def _lay_beside(self, shown: list[_Part], lanes: list[int], rect: QRect) -> None:
        left = rect.left()
        for part, wide in zip(shown, lanes, strict=True):
            high = rect.height() if part.share else _height(part.item, wide)
            top = rect.top() + (rect.height() - high) // 2
            part.item.setGeometry(QRect(left, top, wide, high))
            left += wide + self.spacing()

    def _shown(self) -> list[_Part]:
        return [part for part in self._parts if not part.item.isEmpty()]

    def _wish(self, part: _Part) -> int:
        least = part.item.minimumSize().width()
        if part.share:
            return max(least, self._look.grown(part.least))
        return max(least, part.item.sizeHint().width())

    def _lanes(self, shown: list[_Part], width: int) -> list[int] | None:
        """Return the parts' widths in a row, ``None`` where they do not fit."""
        wishes = [self._wish(part) for part in shown]
        spare = width - sum(wishes) - self.spacing() * max(0, len(shown) - 1)
        if spare < 0:
            return None
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
