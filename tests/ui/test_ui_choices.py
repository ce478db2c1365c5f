"""What a learner chose is taken up again as far as it makes sense, and no further."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from rooms import Room

from kiosk.core.flow import Screen
from kiosk.core.model import Settings
from kiosk.ui.language import Tongue, language_now
from kiosk.ui.theme import TextSize, ThemeName

CODE = "RV2048"


def choices_in_log(room: Room) -> list[tuple[str, str | None, int | None]]:
    room.written()
    return room.kiosk.database.read(
        lambda db: db.execute(
            "SELECT language, theme, text_size FROM visit ORDER BY key"
        ).fetchall()
    )


def test_learner_who_chooses_nothing_leaves_nothing_but_the_language(room: Room) -> None:
    room.sign_in(CODE)
    room.at(Screen.HOME)
    assert choices_in_log(room) == [("en", None, None)]


def test_each_choice_is_written_at_once(room: Room) -> None:
    room.sign_in(CODE)
    room.at(Screen.HOME)
    room.kiosk.look.set_text_size(TextSize.LARGEST)
    assert choices_in_log(room) == [("en", "light", 200)]
    room.kiosk.look.choose_theme(ThemeName.CONTRAST)
    assert choices_in_log(room) == [("en", "contrast", 200)]


@pytest.mark.parametrize("damage", ["theme = 'plaid'", "text_size = 7000", "language = 'xx'"])
def test_choice_that_there_is_not_is_passed_over(room: Room, damage: str) -> None:
    room.sign_in(CODE)
    room.at(Screen.HOME)
    room.kiosk.look.set_text_size(TextSize.LARGE)
    room.kiosk.look.choose_theme(ThemeName.DARK)
    room.close()
    with closing(sqlite3.connect(room.folder / "kiosk.db")) as connection, connection:
        connection.execute(f"UPDATE visit SET {damage}")
    room.kiosk = room._open()
    room.sign_in(CODE)
    room.at(Screen.HOME)
    assert language_now() == "en"
    look = room.kiosk.look
    wanted = [("plaid" in damage) or look.theme.name is ThemeName.DARK]
    wanted.append(("7000" in damage) or look.text_size is TextSize.LARGE)
    assert all(wanted)


def test_missing_translation_leaves_the_sources_own_words(room: Room, tmp_path: Path) -> None:
    room.at(Screen.WELCOME)
    tongue = Tongue(tmp_path / "nothing", "es")
    assert room.kiosk.window.tr("Start") == "Start"
    tongue.close()
    room.kiosk.tongue.speak("en")


def test_each_learner_begins_with_less_motion_where_the_system_asks_for_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    room = Room(qtbot, tmp_path / "data", Settings(), less_motion=lambda: True)
    look = room.kiosk.look
    room.wait(lambda: room.kiosk.look.less_motion)
    room.sign_in(CODE)
    room.at(Screen.HOME)
    seen = [look.reduced_motion]
    look.less_motion = False
    room.kiosk.controller.time_out()
    room.at(Screen.WELCOME)
    seen.append(look.reduced_motion)
    room.sign_in(CODE)
    room.at(Screen.HOME)
    seen.append(look.reduced_motion)
    assert seen == [True, True, False]
    room.close()
