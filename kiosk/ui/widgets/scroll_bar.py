"""The look of scroll bars: a quiet handle and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar

from kiosk.ui.theme import Look


def dress(bar: QScrollBar, look: Look, wide: int, margin: int = 2) -> None:
    """Give a bar the kiosk's look, and no menu.

    Args:
        bar: the bar.
        look: colours and scale.
        wide: how thick it is in pixels, what a finger can take.
        margin: how much of that is left bare at each side, in pixels.
    """
    # Qt's own menu of a scroll bar is a loop of its own, and not in the kiosk's look.
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    handle = wide - 2 * margin
    color = look.color("line-strong").name()
    bar.setStyleSheet(
        f"QScrollBar:vertical {{ width: {wide}px; background: transparent; margin: 2px 0; }}"
        f"QScrollBar::handle:vertical {{ background: {color}; border-radius: {handle // 2}px;"
        f" margin: 0 {margin}px; min-height: {look.px(48)}px; }}"
        f"QScrollBar:horizontal {{ height: {wide}px; background: transparent; margin: 0 2px; }}"
        f"QScrollBar::handle:horizontal {{ background: {color}; border-radius: {handle // 2}px;"
        f" margin: {margin}px 0; min-width: {look.px(48)}px; }}"
        "QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
    )
