"""Signing in: from what was typed to an opened visit, or a note that says why there is none."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.core import codes
from kiosk.core.model import SignInMode, VisitOpened, VisitStart
from kiosk.core.ports import UnknownCode
from kiosk.ui.language import language_now
from kiosk.ui.services import Services
from kiosk.ui.views import SignInNote

SIGN_IN_PATIENCE_MS = 4_000
_log = logging.getLogger(__name__)


class SignIn(QObject):
    """One sign-in at a time.

    ``opened`` carries the ``VisitOpened``; ``late`` the id of a visit that was opened after
    nobody waited for it any more; ``refused`` a ``SignInNote``.
    """

    opened = Signal(object)
    late = Signal(str)
    refused = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._visit_id: str | None = None
        self._unknown = SignInNote.UNKNOWN_CODE
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SIGN_IN_PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    @Slot(str)
    def enter_code(self, typed: str) -> None:
        """Sign a learner in by what they typed."""
        code = codes.tidy(typed)
        settings = self._services.record.settings()
        kind = codes.kind(code, settings)
        by_pattern = settings.sign_in is SignInMode.PATTERN
        # A roster's codes may look like anything: whether it is one, the store knows.
        self._unknown = SignInNote.UNKNOWN_CODE
        if by_pattern and kind is codes.CodeKind.NEITHER:
            self._unknown = SignInNote.NOT_A_CODE
        if code:
            self._sign_in(code, may_create=by_pattern and kind is codes.CodeKind.SITE)
        else:
            self.refused.emit(SignInNote.NOT_A_CODE)

    @Slot()
    def enter_without_code(self) -> None:
        """Sign a learner in by a code that the kiosk makes up now, where staff allow it."""
        if not self._services.record.settings().without_code:
            return
        self._unknown = SignInNote.NOT_NOW
        self._sign_in(codes.new_resume_code(self._services.dice), may_create=True)

    def take_up_again(self, code: str) -> None:
        """Sign a learner in again whose kiosk died under them."""
        self._unknown = SignInNote.UNKNOWN_CODE
        self._sign_in(code, may_create=False)

    def made_up(self, opened: VisitOpened) -> bool:
        """Whether the code was made up by the kiosk just now."""
        kind = codes.kind(opened.code, self._services.record.settings())
        return kind is codes.CodeKind.RESUME and not opened.returning

    @property
    def pending(self) -> bool:
        """Whether somebody is being signed in just now."""
        return self._visit_id is not None

    def stop(self) -> None:
        """Wait for nothing any more."""
        self._patience.stop()

    def _sign_in(self, code: str, *, may_create: bool) -> None:
        services = self._services
        start = VisitStart(
            visit_id=services.ids.new(),
            learner_id=services.ids.new(),
            code=code,
            may_create=may_create,
            language=language_now(),
            started=services.clock.now(),
        )
        self._visit_id = start.visit_id
        self._patience.start()
        services.background.deliver(
            services.journal.open_visit(start, services.pack),
            self._opened,
            partial(self._failed, start.visit_id),
        )

    def _opened(self, opened: VisitOpened) -> None:
        self._patience.stop()
        if self._visit_id != opened.visit_id:
            self.late.emit(opened.visit_id)
            return
        self._visit_id = None
        self.opened.emit(opened)

    def _failed(self, visit_id: str, fault: BaseException) -> None:
        self._patience.stop()
        known = isinstance(fault, UnknownCode)
        if self._visit_id == visit_id:
            self._visit_id = None
            self.refused.emit(self._unknown if known else SignInNote.NOT_NOW)
        if not known:
            _log.error("sign-in failed", exc_info=fault)

    @Slot()
    def _give_up(self) -> None:
        self._visit_id = None
        self.refused.emit(SignInNote.NOT_NOW)
