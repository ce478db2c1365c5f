"""Leads a learner through the round before the first board. Nothing of it is written down."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kiosk.core.board import MoveRefused
from kiosk.core.flow import Screen
from kiosk.core.model import InputMethod
from kiosk.core.tryout import Tryout
from kiosk.core.visit import Visit
from kiosk.ui import view_maker
from kiosk.ui.navigator import Navigator
from kiosk.ui.tryout_words import WAYS, tryout_activity, way_title
from kiosk.ui.views import TryoutView

if TYPE_CHECKING:
    from kiosk.ui.screens.tryout import TryoutScreen


class TryoutController(QObject):
    """Keeps one round of the visit that it is given; the next visit begins anew."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__()
        self._navigator = navigator
        self._visit: Visit | None = None
        self._tryout = Tryout.begun(tryout_activity())

    def take(self, visit: Visit | None) -> None:
        """Work for this visit from now on; ``None`` for nobody."""
        self._visit = visit
        self._tryout = Tryout.begun(tryout_activity())

    def wire(self, page: TryoutScreen) -> None:
        """Connect the round's page."""
        page.item_placed.connect(self.place)
        page.undo_asked.connect(self.undo)

    def show(self) -> None:
        """Turn to the round as it stands."""
        if self._visit is not None:
            self._navigator.show(Screen.TRYOUT, self._view(self._visit, ""))

    @Slot(str, object, object)
    def place(self, item_id: str, to_id: str | None, method: InputMethod) -> None:
        """Move a card; the way in which it was moved counts as tried."""
        before = self._tryout
        with contextlib.suppress(MoveRefused):
            self._tryout = before.place(item_id, to_id, method)
        moved = self._tryout is not before
        self._refresh(self._said_of(item_id, to_id, method) if moved else "")

    @Slot()
    def undo(self) -> None:
        """Take the latest move back."""
        self._tryout = self._tryout.undo()
        self._refresh("")

    def _refresh(self, spoken: str) -> None:
        if self._visit is not None:
            self._navigator.refresh(Screen.TRYOUT, self._view(self._visit, spoken))

    def _view(self, visit: Visit, spoken: str) -> TryoutView:
        return view_maker.tryout(visit, tryout_activity(), self._tryout, spoken)

    def _said_of(self, item_id: str, to_id: str | None, method: InputMethod) -> str:
        activity = tryout_activity()
        card = activity.item(item_id).title
        if to_id is None:
            said = self.tr("{card} is back with the cards.").format(card=card)
        else:
            place = activity.category(to_id).title
            said = self.tr("{card} placed in {place}.").format(card=card, place=place)
        if self._tryout.complete:
            return said + " " + self.tr("You have tried all four ways.")
        tried = self.tr("{way}: tried. {n} of {total} ways.")
        of_ways = tried.format(way=way_title(method), n=len(self._tryout.tried), total=len(WAYS))
        return f"{said} {of_ways}"
