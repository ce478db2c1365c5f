"""A table without rows says so by a picture and in words, and no longer than it is empty."""

from __future__ import annotations

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kiosk.app import make_look
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.table import Table
from kiosk.ui.widgets.table_model import Cell, Heading

WORDS = "Nothing is here yet: an empty path over a hill, a low sun above."


def test_empty_table_shows_and_tells_it(qtbot: QtBot) -> None:
    table = Table(make_look(), "Cards", (Heading("Card", 100, 1),))
    qtbot.addWidget(table)
    table.resize(600, 400)
    table.show()
    assert table.viewport().findChildren(PictureView) == []
    table.show_rows(())
    picture = table.nothing
    assert picture is not None
    assert picture.accessibleName() == table.accessibleDescription() == WORDS
    table.resize(700, 500)
    assert picture.size() == table.viewport().size() != QSize(0, 0)
    seen = [picture.isVisible()]
    for rows in (((Cell("Listener"),),), ()):
        table.show_rows(rows)
        seen.append(picture.isVisible())
    assert seen == [True, False, True]
    assert table.accessibleDescription() == WORDS
