"""Has the slip of a finished attempt made, and shows it."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject

from kiosk.core.flow import Screen
from kiosk.core.slip import Slip
from kiosk.core.visit import Visit
from kiosk.ui import view_maker
from kiosk.ui.navigator import Navigator
from kiosk.ui.services import Services

_log = logging.getLogger(__name__)


class SlipController(QObject):
    """Keeps the slip of the attempt that its visit has just finished."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__()
        self._services = services
        self._navigator = navigator
        self._visit: Visit | None = None
        self._forget()

    def _forget(self) -> None:
        self._asked: str | None = None
        self._slip: Slip | None = None
        self._failed = False

    def take(self, visit: Visit | None) -> None:
        """Work for this visit from now on; ``None`` for nobody."""
        self._visit = visit
        self._forget()

    def show(self) -> None:
        """Turn to the slip; it is asked for once, and shown when it is there."""
        visit = self._visit
        if visit is None or visit.attempt is None:
            return
        attempt_id = visit.attempt.start.id
        if self._asked != attempt_id:
            self._forget()
            self._asked = attempt_id
            made = partial(self._made, attempt_id)
            self._services.background.deliver(
                self._services.slips.issue(attempt_id), made, partial(self._not_made, attempt_id)
            )
        self._navigator.show(Screen.SLIP, view_maker.slip(visit, self._slip, failed=self._failed))

    def _made(self, attempt_id: str, slip: Slip) -> None:
        if attempt_id == self._asked:
            self._slip = slip
            self._refresh()

    def _not_made(self, attempt_id: str, fault: BaseException) -> None:
        _log.error("a slip could not be made", exc_info=fault)
        if attempt_id == self._asked:
            self._failed = True
            self._refresh()

    def _refresh(self) -> None:
        visit = self._visit
        if visit is not None and visit.screen is Screen.SLIP:
            view = view_maker.slip(visit, self._slip, failed=self._failed)
            self._navigator.refresh(Screen.SLIP, view)
