"""What leads a page of the staff area: it hears what the page asks, and hands it views.

To add a page: a file with the page (``ColumnPage`` or ``StaffPage``: typed signals
out, frozen views in), a file with its desk (a ``Desk`` that makes the page, connects
its signals and gives it a view in ``refresh``), and one line in ``contents.PAGES``.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.core.model import Settings
from kiosk.ui.services import Services
from kiosk.ui.staff.cover import Cover
from kiosk.ui.staff.long_work import LongWork
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.question import Question
from kiosk.ui.theme import Look

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tools:
    """What every desk works with.

    ``question`` asks before what cannot be taken back; ``cover`` lies over everything
    while nobody may come in between; ``follow`` has the kiosk keep to other settings at once.
    """

    look: Look
    services: Services
    question: Question
    cover: Cover
    follow: Callable[[Settings], None]


class Desk(QObject):
    """Leads one page, from its first showing until staff leave; then both are thrown away.

    A subclass sets ``page``. ``page_asked`` has the name of another page to turn to.
    """

    page_asked = Signal(str)
    page: StaffPage

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.tools = tools
        self.services = tools.services
        self.long = LongWork(tools.services.background, self)
        self._closed = False

    def refresh(self) -> None:
        """Hand the page what there is now: it has just come to the front."""
        raise NotImplementedError

    def close(self) -> None:
        """Stop: staff have left. Work that runs is called off, answers are not heard any more."""
        self._closed = True
        self.long.close()

    def fetch(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Ask for something that takes a moment, in the background; for longer: ``self.long``."""
        self._deliver(self.services.background.run(work), done, failed)

    def fetch_aside(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Ask for something that may take a while, and makes no other question wait."""
        self._deliver(self.services.background.run_aside(work), done, failed)

    def _deliver(
        self,
        answer: Future[T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        hear, miss = partial(self._hear, done), partial(self._hear, failed)
        self.services.background.deliver(answer, hear, miss)

    def note(self, action: str) -> None:
        """Note in the staff log what was done, with nothing about a learner; on any thread."""
        self.services.record.log_staff(action, self.services.clock.now())

    def _hear(self, told: Callable[[T], None], answer: T) -> None:
        if not self._closed:
            told(answer)
