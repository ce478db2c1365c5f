"""What assistive technology does without a click, a key or a pointer counts all the same."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import cast

from makers import make_activity
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import make_look
from kiosk.core.flow import Screen
from kiosk.core.model import Response
from kiosk.ui.main_window import MainWindow, WindowMode
from kiosk.ui.navigator import Navigator
from kiosk.ui.pages import FACTORIES
from kiosk.ui.screens.feedback import FeedbackScreen
from kiosk.ui.staff.choice import ChoiceRow
from kiosk.ui.staff.export import ExportPage
from kiosk.ui.staff.views import ExportView, PlaceToExport
from kiosk.ui.views import (
    FeedbackRow,
    FeedbackView,
    ResumeCodeView,
    WelcomeView,
)
from kiosk.ui.widgets.text import Text


def toggle(button: QAbstractButton) -> None:
    """Do the action that a button which can be checked offers first."""
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    assert actions.actionNames()[0] == QAccessibleActionInterface.toggleAction()
    actions.doAction(QAccessibleActionInterface.toggleAction())


def feedback() -> FeedbackView:
    """Two right answers and two that are worth another look."""
    activity = make_activity()
    right = [item.category_id == "is" for item in activity.items]
    responses = [
        Response(item.id, "is", is_right, "is", is_right, 1)
        for item, is_right in zip(activity.items, right, strict=True)
    ]
    rows = tuple(
        FeedbackRow(item, response, None, "")
        for item, response in zip(activity.items, responses, strict=True)
    )
    return FeedbackView(activity, rows, 2, 2, 4, 1, selected="i2", second_round=False)


class Focused:
    """Notes every widget that gets the focus."""

    def __init__(self) -> None:
        self.widgets: list[QWidget] = []

    def note(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            self.widgets.append(new)


def test_answer_is_opened_by_an_action(qtbot: QtBot) -> None:
    screen = FeedbackScreen(make_look())
    qtbot.addWidget(screen)
    screen.show_view(feedback())
    for answer in reversed(screen.answers):
        toggle(answer)
        texts = cast("Iterable[Text]", screen.findChildren(Text))
        assert answer.text() in [text.accessibleName() for text in texts]


def test_place_to_export_to_is_chosen_by_an_action(qtbot: QtBot) -> None:
    screen = ExportPage(make_look())
    qtbot.addWidget(screen)
    places = tuple(PlaceToExport(name, Path(name).absolute()) for name in ("desk", "stick"))
    screen.show_view(ExportView(places))
    shown = cast("Iterable[ChoiceRow]", screen.findChildren(ChoiceRow))
    rows = [row for row in shown if row.text() in ("desk", "stick")]
    for row, place in zip(reversed(rows), reversed(places), strict=True):
        toggle(row)
        assert screen.folder.text() == str(place.folder)
    screen.folder.setText("typed")
    rows[0].click()
    assert screen.folder.text() == str(places[0].folder)


def test_page_is_turned_without_a_stop_of_the_focus_on_the_way(qtbot: QtBot) -> None:
    look = make_look()
    window = MainWindow(look, WindowMode.WINDOWED)
    qtbot.addWidget(window)
    navigator = Navigator(look, window, FACTORIES)
    navigator.show(Screen.WELCOME, WelcomeView("Riverside", "RV2048"))
    with qtbot.waitActive(window):
        window.open()
    focused = Focused()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(focused.note)
    navigator.show(Screen.RESUME_CODE, ResumeCodeView("BCDFG"))
    navigator.show(Screen.FEEDBACK, feedback())
    application.focusChanged.disconnect(focused.note)
    pages = [navigator.page(screen) for screen in (Screen.RESUME_CODE, Screen.FEEDBACK)]
    assert focused.widgets == [page.first_focus() for page in pages]
