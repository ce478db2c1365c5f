"""What help says of each screen: what it is for, and how to use it by each hand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.core.aloud import Silence
from kiosk.core.flow import STAFF_SCREENS, Screen
from kiosk.ui.views import HelpView, HelpWay

translate = QCoreApplication.translate


def help_of(screen: Screen, own: tuple[str, str] | None = None) -> HelpView:
    """Return the help of a screen, in the language that is spoken now.

    ``own`` is the title and words of the page that is open within it.
    """
    title, words = own or _purpose(screen)
    if screen in (Screen.BOARD, Screen.TRYOUT):
        hands = _with_cards()
    elif screen is Screen.WELCOME or screen in STAFF_SCREENS:
        hands = _with_fields(screen)
    else:
        hands = _with_buttons()
    icons = ("tap", "mouse", "keyboard", "speaker")
    names = (
        translate("Help", "By touch"),
        translate("Help", "With a mouse"),
        translate("Help", "With keys"),
        translate("Help", "With a screen reader"),
    )
    ways = (HelpWay(*way) for way in zip(icons, names, hands, strict=True))
    return HelpView(title, words, tuple(ways))


def why_silent(silence: Silence) -> HelpView:
    """Return why nothing can be read aloud, and who can change that."""
    if silence is Silence.NO_ANSWER:
        words = translate(
            "Help",
            "The voice of this computer gave no answer. Press 'Read aloud' to try it again."
            " Everything else works as before.",
        )
        return HelpView(translate("Help", "Reading aloud has stopped"), words, ())
    if silence is Silence.NO_SPEECH:
        words = translate(
            "Help",
            "This computer cannot speak yet, so nothing can be read aloud here."
            " The room's staff can change that.",
        )
    else:
        words = translate(
            "Help",
            "This computer has no voice for this language yet."
            " The room's staff can add one. Everything else works as before.",
        )
    return HelpView(translate("Help", "No voice is installed on this PC"), words, ())


def _with_buttons() -> tuple[str, ...]:
    return (
        translate("Help", "Tap a button. To read on, pull the page up with a finger."),
        translate("Help", "Click a button. Turn the wheel to read on."),
        translate(
            "Help",
            "Tab goes to the next button, Space presses it. Page Down reads on. F2 reads aloud.",
        ),
        translate("Help", "Every button says its name. Tab moves on, Space presses."),
    )


def _with_fields(screen: Screen) -> tuple[str, ...]:
    return (
        _touching_fields(screen),
        translate("Help", "Click a field and type. Click a button to press it."),
        translate("Help", "Tab goes to the next field or button. Enter goes on."),
        translate("Help", "Every field and button says its name. Notes are read out."),
    )


def _touching_fields(screen: Screen) -> str:
    if screen is Screen.WELCOME:
        return translate(
            "Help", "Tap the keyboard sign for letters on the screen, then tap your code."
        )
    if screen in (Screen.STAFF_DOOR, Screen.NEW_PIN):
        return translate("Help", "Tap the digits, then the button below them.")
    return translate("Help", "Tap a field to type in it. Keys come to the screen for that.")


def _with_cards() -> tuple[str, ...]:
    return (
        translate("Help", "Tap a card, then tap where it belongs. Or hold it and pull it there."),
        translate(
            "Help", "Click a card, then click its place. Or drag it. A right click opens its menu."
        ),
        translate(
            "Help",
            "Space picks a card up, arrows choose the place, Space drops it."
            " M opens its menu. Escape puts it back.",
        ),
        translate("Help", "Press a card, then press a place. You hear where it is now."),
    )


def _purpose(screen: Screen) -> tuple[str, str]:
    of_cards = (Screen.BOARD, Screen.FEEDBACK, Screen.REREAD, Screen.SUMMARY, Screen.SLIP)
    before_cards = (Screen.INTRODUCTION, Screen.TRYOUT)
    if screen in STAFF_SCREENS:
        return _staff(screen)
    if screen in before_cards:
        return _before_cards(screen)
    return _cards(screen) if screen in of_cards else _visit(screen)


def _staff(screen: Screen) -> tuple[str, str]:
    if screen is Screen.SETUP:
        return translate("Help", "Help: set-up"), translate(
            "Help",
            "Say what the room and this computer are called, and choose a PIN for staff."
            " Learners can begin after that.",
        )
    if screen is Screen.STAFF_DOOR:
        return translate("Help", "Help: the staff door"), translate(
            "Help",
            "This door is for the room's staff. Type the PIN of this kiosk."
            " 'Back to learners' leads out again.",
        )
    if screen is Screen.NEW_PIN:
        return translate("Help", "Help: a new PIN"), translate(
            "Help",
            "A recovery code opens the door once. Choose a new PIN, type it twice and keep it:"
            " from now on it opens the door.",
        )
    return translate("Help", "Help: staff pages"), translate(
        "Help",
        "Choose a page at the left. 'Back to learners' closes these pages.",
    )


def _before_cards(screen: Screen) -> tuple[str, str]:
    if screen is Screen.TRYOUT:
        return translate("Help", "Help: trying it out"), translate(
            "Help",
            "Move a card in the way that suits you, or in all four. A tick shows what you tried."
            " Nothing here is kept. The button below deals the real cards.",
        )
    return translate("Help", "Help: before the cards"), translate(
        "Help",
        "Here you see what you will sort, and the ways to move a card."
        " They all count the same. Try them first if you like.",
    )


def _cards(screen: Screen) -> tuple[str, str]:
    if screen is Screen.BOARD:
        return translate("Help", "Help: sorting the cards"), translate(
            "Help",
            "Put each card where you think it belongs. You can move it again until you press"
            " 'Check my answers'. Each move is saved at once.",
        )
    if screen is Screen.FEEDBACK:
        return translate("Help", "Help: your answers"), translate(
            "Help",
            "Choose a card to read why it belongs where it does."
            " Then try the missed ones again, or finish.",
        )
    if screen is Screen.REREAD:
        return translate("Help", "Help: reading again"), translate(
            "Help",
            "This is the page of the lesson that the card comes from."
            " 'Back to your answers' brings you back.",
        )
    if screen is Screen.SLIP:
        return translate("Help", "Help: your slip"), translate(
            "Help",
            "A slip is for you or your trainer to keep. The room's staff can check it here by"
            " your code and the check value. 'Back' shows how it went.",
        )
    return translate("Help", "Help: how it went"), translate(
        "Help",
        "This page shows your first try and how it ended. With your code you can come back"
        " and sort again.",
    )


def _visit(screen: Screen) -> tuple[str, str]:
    if screen is Screen.WELCOME:
        return translate("Help", "Help: signing in"), translate(
            "Help",
            "Type your code and press 'Start'. It brings you back to where you stopped."
            " No code? Press 'Start without a code', and the kiosk gives you one.",
        )
    if screen is Screen.RESUME_CODE:
        return translate("Help", "Help: your code"), translate(
            "Help",
            "This code is yours alone. Write it down, then press 'Continue'."
            " It brings you back to your place.",
        )
    if screen is Screen.LESSON:
        return translate("Help", "Help: the lesson"), translate(
            "Help",
            "Read the page, then press 'Next'. 'Back' shows the page before."
            " Boxes open when you press them.",
        )
    if screen is Screen.END:
        return translate("Help", "Help: goodbye"), translate(
            "Help",
            "Your visit is closed. 'Clear the screen' makes it ready for the next person.",
        )
    return translate("Help", "Help: your steps"), translate(
        "Help",
        "Here you see what is done and what comes next. Press a step to go on."
        " 'End visit' closes your visit; your place is kept.",
    )
