"""The lesson is set to be read: no line is longer than the eye finds back from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.app import make_look
from kiosk.content.load import load_pack
from kiosk.core.lesson import Pack
from kiosk.ui.screens.lesson import LessonScreen
from kiosk.ui.views import ChartColumn, LessonView
from kiosk.ui.widgets.measure import Measure
from kiosk.ui.widgets.text import Text

LONGEST_LINE = 75
SIZES = ((1024, 768), (1280, 800), (1920, 1080))


def views(pack: Pack) -> Iterator[LessonView]:
    activity = pack.activities[0]
    columns = tuple(
        ChartColumn(category, activity.items[n : n + 1])
        for n, category in enumerate(activity.categories)
    )
    for number, screen in enumerate(pack.screens, start=1):
        picture = pack.assets[screen.picture.file] if screen.picture else None
        view = LessonView(pack.module, pack.title, screen, number, len(pack.screens), picture)
        yield replace(view, chart=screen.chart, columns=columns if screen.chart else ())


def lines(text: QLabel) -> Iterator[str]:
    """Break a text as its letters and its width do."""
    line = ""
    for word in text.accessibleName().split():
        longer = f"{line} {word}".strip()
        if line and text.fontMetrics().horizontalAdvance(longer) > text.contentsRect().width():
            yield line
            line = word
        else:
            line = longer
    yield line


def bodies(page: LessonScreen) -> list[Text]:
    """Return the texts of the screen that is shown now."""
    measures = cast("list[Measure]", page._words.widget().findChildren(Measure))
    return [text for one in measures for text in cast("list[Text]", one.findChildren(Text))]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", SIZES)
def test_no_line_of_the_lesson_is_longer_than_the_eye_finds_back_from(
    qtbot: QtBot, size: tuple[int, int], language: str
) -> None:
    look = make_look()
    page = LessonScreen(look)
    qtbot.addWidget(page)
    page.resize(*size)
    look.fit(page.size())
    page.show()
    longest = 0
    for view in views(load_pack(paths.default_pack()).spoken(language)):
        page.show_view(view)
        qtbot.waitUntil(lambda: all(text.isVisible() for text in bodies(page)))
        found = [line for text in bodies(page) for line in lines(text)]
        assert [line for line in found if len(line) > LONGEST_LINE] == [], view.screen.id
        longest = max(longest, *map(len, found))
    assert longest > 50
