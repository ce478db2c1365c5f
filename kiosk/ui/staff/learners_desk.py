"""Leads the page about learners: reads a roster, keeps it, forgets one learner for good."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot

from kiosk.core import codes
from kiosk.core.known_codes import RosterCounts
from kiosk.core.purges import OneLearner, PurgeCancelled, PurgeCounts, PurgeDone
from kiosk.core.roster import MOST_BYTES, Roster, RosterFault, RosterRefused, read_roster
from kiosk.errors import LearnerUnknown
from kiosk.ui.messages import fault_words
from kiosk.ui.staff.desk import Desk, Tools
from kiosk.ui.staff.finder import find
from kiosk.ui.staff.learner_views import LearnersView, RosterView
from kiosk.ui.staff.learner_words import fault_of_file, purge_words, row_words
from kiosk.ui.staff.learners import LearnersPage
from kiosk.ui.staff.long_work import Cancelled, Progress
from kiosk.ui.staff.places import places_to_read

_ENDINGS = (".csv", ".tsv", ".txt")
_log = logging.getLogger(__name__)


class LearnersDesk(Desk):
    """Nothing that it does to a learner is done before staff have seen what it would be."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.page: LearnersPage = LearnersPage(tools.look)
        self._roster: Roster | None = None
        self._looked = False
        panel = self.page.roster
        panel.pick.picked.connect(self.look_at)
        panel.pick.again_asked.connect(self.look_for_files)
        panel.keep_asked.connect(self.keep)
        panel.cancel_asked.connect(self.long.cancel)
        self.page.purge_asked.connect(self.look_up)
        self.long.progressed.connect(panel.show_progress)
        self.long.progressed.connect(self._follow)
        tools.cover.cancel_asked.connect(self.long.cancel)

    def refresh(self) -> None:
        """Show how many are known, and look for files once."""
        self.fetch(self.services.care.roster.counts, self._show, self._show_unknown)
        if not self._looked:
            self._looked = True
            self.look_for_files()

    def _show(self, counts: RosterCounts | None) -> None:
        self.page.show_view(LearnersView(counts, self._kept_for()))

    def _show_unknown(self, fault: BaseException) -> None:
        _log.warning("the codes cannot be counted: %s", fault)
        self._show(None)

    def _kept_for(self) -> str:
        days = self.services.record.settings().retention_days
        if not days:
            return self.tr("What learners do is kept until you forget it. Settings can change it.")
        words = self.tr("What learners do is kept for {n} days, then it is deleted by itself.")
        return words.format(n=days)

    # A roster

    @Slot()
    def look_for_files(self) -> None:
        """Look through sticks and the usual folders."""
        self.page.roster.pick.show_looking()
        look = partial(find, places_to_read(), _ENDINGS)
        self.fetch(look, self.page.roster.pick.show_found, self._roster_failed)

    @Slot(object)
    def look_at(self, path: Path) -> None:
        """Read a roster and show what is in it."""
        self.page.roster.show_busy()
        settings = self.services.record.settings()

        def is_code(code: str) -> bool:
            return codes.may_be_on_roster(code, settings)

        def read() -> RosterView:
            roster = read_roster(_read(path), is_code)
            new = self.services.care.roster.unknown(roster.codes)
            bad = tuple(row_words(row, settings.code_example) for row in roster.bad)
            return RosterView(path.name, roster, new, bad)

        self.fetch(read, self._show_roster, self._roster_failed)

    def _show_roster(self, view: RosterView) -> None:
        self._roster = view.roster
        self.page.roster.show_roster(view)

    @Slot()
    def keep(self) -> None:
        """Keep the codes of the roster that is shown."""
        if self._roster is not None:
            self.page.roster.show_keeping()
            self.long.start(partial(self._keep, self._roster), self._kept, self._roster_failed)

    def _keep(self, roster: Roster, progress: Progress, cancelled: Cancelled) -> int | None:
        new = self.services.care.roster.add(roster.codes, progress, cancelled)
        self.note("roster cancelled" if new is None else f"roster: {new} new codes")
        return new

    def _kept(self, new: int | None) -> None:
        self._roster = None
        if new is None:
            self.page.roster.show_note(self.tr("Cancelled. Nothing was kept."))
        else:
            self.page.roster.show_kept(new)
            self.refresh()

    def _roster_failed(self, fault: BaseException) -> None:
        self._roster = None
        if isinstance(fault, RosterRefused):
            self.page.roster.show_note(fault_of_file(fault.fault))
        elif isinstance(fault, OSError):
            words = self.tr("This cannot be read: {why}.").format(why=fault.strerror or fault)
            self.page.roster.show_note(words)
        else:
            _log.warning("the roster was not kept", exc_info=fault)
            self.page.roster.show_note(" ".join(fault_words(fault)))

    # A purge

    @Slot(str)
    def look_up(self, typed: str) -> None:
        """Show what is kept under a code, and ask whether it is to go."""
        code = codes.tidy(typed)
        if code:
            order = OneLearner(code)
            look = partial(self.services.care.purges.preview, order)
            self.fetch(look, partial(self._ask, order), self._purge_failed)

    def _ask(self, order: OneLearner, counts: PurgeCounts) -> None:
        words = purge_words(counts)
        if not counts.learners:
            words = self.tr("Nothing is in the database under this code; a backup may have it.")
        self.tools.question.ask(
            self.tr("Forget {code} for good?").format(code=order.code),
            words + " " + self.tr("It goes from every backup here too. It cannot be undone."),
            self.tr("Keep it"),
            self.tr("Forget it"),
            partial(self.forget, order),
        )

    def forget(self, order: OneLearner) -> None:
        """Purge, with everything covered: no learner may come in between."""
        title = self.tr("Forgetting")
        words = self.tr("First a backup is made. Until that is done, nothing has changed.")
        self.long.start(partial(self._purge, order), self._purged, self._purge_failed)
        if self.long.running:
            self.tools.cover.tell(title, words, self.tr("Keep it after all"))

    def _purge(self, order: OneLearner, progress: Progress, cancelled: Cancelled) -> PurgeDone:
        return self.services.care.purges.run(order, progress, cancelled)

    @Slot(int, int)
    def _follow(self, done: int, total: int) -> None:
        if self.tools.cover.is_open:
            self.tools.cover.tell_no_return(
                self.tr(
                    "Every file is written anew and read back. It goes to its end now: half of it"
                    " would leave the code in some files. Please leave the kiosk on."
                )
            )
            self.tools.cover.show_progress(done, total)

    def _purged(self, done: PurgeDone) -> None:
        self.tools.cover.dismiss()
        self.page.show_purged(done)
        self.refresh()

    def _purge_failed(self, fault: BaseException) -> None:
        self.tools.cover.dismiss()
        if isinstance(fault, PurgeCancelled):
            self.page.show_note(self.tr("Cancelled. Nothing was forgotten."))
            return
        if not isinstance(fault, LearnerUnknown):
            _log.warning("a purge failed", exc_info=fault)
        self.page.show_note(" ".join(fault_words(fault)))


def _read(path: Path) -> bytes:
    with path.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise RosterRefused(RosterFault.TOO_LARGE)
    return data
