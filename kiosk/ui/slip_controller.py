"""Has the slip of a finished attempt made, and shows it."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kiosk.core.flow import Screen
from kiosk.core.slip import Slip
from kiosk.core.visit import Visit
from kiosk.ui import view_maker
from kiosk.ui.navigator import Navigator
from kiosk.ui.services import Services
from kiosk.ui.views import Printing, SlipView

if TYPE_CHECKING:
    from kiosk.ui.screens.slip import SlipScreen

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
        self._printing = Printing.NO

    def wire(self, page: SlipScreen) -> None:
        """Connect the slip's page."""
        page.print_asked.connect(self.print_slip)

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
            by = self._services.record.settings().slip_printer
            self._printing = Printing.OFFERED if by else Printing.NO
            made = partial(self._made, attempt_id)
            self._services.background.deliver(
                self._services.slips.issue(attempt_id), made, partial(self._not_made, attempt_id)
            )
        self._navigator.show(Screen.SLIP, self._view(visit))

    def _view(self, visit: Visit) -> SlipView:
        return view_maker.slip(visit, self._slip, self._printing, failed=self._failed)

    @Slot()
    def print_slip(self) -> None:
        """Print the slip by the printer that staff have chosen; once, however often it is asked."""
        visit, slip = self._visit, self._slip
        printer = self._services.record.settings().slip_printer
        if visit is None or slip is None or not printer or self._printing is Printing.UNDER_WAY:
            return
        self._printing = Printing.UNDER_WAY
        self._refresh()
        title = self._view(visit).activity_title
        background = self._services.background
        work = partial(self._services.printer.print_slip, printer, slip, title)
        printed = partial(self._printed, slip)
        background.deliver(background.run(work), printed, partial(self._not_printed, slip))

    def _printed(self, slip: Slip, _answer: None) -> None:
        if slip is self._slip:
            self._printing = Printing.DONE
            self._refresh()

    def _not_printed(self, slip: Slip, fault: BaseException) -> None:
        _log.warning("a slip was not printed", exc_info=fault)
        if slip is self._slip:
            self._printing = Printing.FAILED
            self._refresh()

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
            self._navigator.refresh(Screen.SLIP, self._view(visit))
