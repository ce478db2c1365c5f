"""The cards and the ways of the round before the first board, in the language spoken now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.core.lesson import Activity, Category, Item, Mode
from kiosk.core.model import InputMethod

translate = QCoreApplication.translate
_KITCHEN, _GARDEN = "kitchen", "garden"


def tryout_activity() -> Activity:
    """Return a board of four harmless cards; none of them has to do with the lesson."""
    cards = (
        ("teapot", translate("Tryout", "Teapot"), _KITCHEN),
        ("rake", translate("Tryout", "Rake"), _GARDEN),
        ("spoon", translate("Tryout", "Spoon"), _KITCHEN),
        ("wheelbarrow", translate("Tryout", "Wheelbarrow"), _GARDEN),
    )
    kitchen, garden = translate("Tryout", "In the kitchen"), translate("Tryout", "In the garden")
    return Activity(
        id="tryout",
        title=translate("Tryout", "Try moving a card"),
        prompt="",
        introduction="",
        mode=Mode.ASSESSMENT,
        categories=(
            Category(_KITCHEN, kitchen, kitchen, "home"),
            Category(_GARDEN, garden, garden, "leaf"),
        ),
        items=tuple(Item(item_id, title, place, {}) for item_id, title, place in cards),
    )


def way_icon(method: InputMethod) -> str:
    """Return the name of a way's icon."""
    return {
        InputMethod.TAP: "tap",
        InputMethod.DRAG: "grip",
        InputMethod.KEYS: "keyboard",
        InputMethod.MENU: "more",
    }[method]


def way_title(method: InputMethod) -> str:
    """Return what a way is called."""
    return {
        InputMethod.TAP: translate("Ways", "Tap, tap"),
        InputMethod.DRAG: translate("Ways", "Drag"),
        InputMethod.KEYS: translate("Ways", "Keyboard"),
        InputMethod.MENU: translate("Ways", "Menu"),
    }[method]


def way_words(method: InputMethod) -> str:
    """Return how a card is moved in a way."""
    return {
        InputMethod.TAP: translate("Ways", "Tap a card, then tap where it belongs."),
        InputMethod.DRAG: translate("Ways", "Hold a card down and pull it over."),
        InputMethod.KEYS: translate(
            "Ways", "Space picks a card up, arrows choose the place, Space drops it."
        ),
        InputMethod.MENU: translate(
            "Ways", "The dots on a card, a right click, or the M key show its places."
        ),
    }[method]


WAYS = (InputMethod.TAP, InputMethod.DRAG, InputMethod.KEYS, InputMethod.MENU)
"""The ways, in the order in which they are shown."""
