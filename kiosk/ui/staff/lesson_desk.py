"""Leads the page about lessons: checks what is brought, keeps it, shows it, puts it in use."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Slot

from kiosk.content.importers.arrival import Arrival, read_arrival
from kiosk.core.lesson import Pack
from kiosk.core.shelf import ShelvedPack
from kiosk.ui.language import language_now
from kiosk.ui.main_window import MainWindow
from kiosk.ui.messages import fault_words
from kiosk.ui.pack_words import problem_words
from kiosk.ui.staff.desk import Desk, Tools
from kiosk.ui.staff.finder import find
from kiosk.ui.staff.lesson import LessonPage
from kiosk.ui.staff.lesson_views import BroughtView, ShelfView
from kiosk.ui.staff.places import places_to_read
from kiosk.ui.staff.preview import LessonPreview

_MANIFEST = "pack.toml"
_log = logging.getLogger(__name__)


class LessonDesk(Desk):
    """What it brings in was checked in full; what it puts in use was read back."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.page: LessonPage = LessonPage(tools.look)
        self._arrival: Arrival | None = None
        self._preview: LessonPreview | None = None
        self._looked = False
        brought = self.page.brought
        brought.pick.picked.connect(self.check)
        brought.pick.again_asked.connect(self.look_for_packs)
        brought.keep_asked.connect(self.keep)
        brought.preview_asked.connect(self._preview_brought)
        self.page.preview_asked.connect(self._load_preview)
        self.page.use_asked.connect(self.ask_use)

    def refresh(self) -> None:
        """Show the packs, and look for others once."""
        self.fetch(self.services.care.shelf.packs, self._show, self._failed)
        if not self._looked:
            self._looked = True
            self.look_for_packs()

    def close(self) -> None:
        """Close the preview with all else."""
        self._close_preview()
        super().close()

    def _show(self, packs: tuple[ShelvedPack, ...]) -> None:
        self.page.show_view(ShelfView(packs))

    # What is brought

    @Slot()
    def look_for_packs(self) -> None:
        """Look through sticks and the usual folders."""
        self.page.brought.pick.show_looking()
        look = partial(find, places_to_read(), (".zip",), _MANIFEST)
        self.fetch(look, self.page.brought.pick.show_found, self._not_kept)

    @Slot(object)
    def check(self, path: Path) -> None:
        """Read and check what is at a path."""
        self._arrival = None
        self.page.brought.show_busy()
        self.fetch(partial(read_arrival, path), partial(self._checked, path.name), self._not_kept)

    def _checked(self, name: str, arrival: Arrival) -> None:
        self._arrival = arrival
        problems = tuple(map(problem_words, arrival.problems))
        self.page.brought.show_brought(BroughtView(name, arrival.pack, problems, arrival.left_out))

    @Slot()
    def keep(self) -> None:
        """Keep the pack that was checked."""
        arrival = self._arrival
        if arrival is not None and arrival.pack is not None:
            self.page.brought.show_busy()
            take = partial(self.services.care.shelf.take_in, arrival.pack, arrival.files)
            self.fetch(take, partial(self._kept, arrival.pack), self._not_kept)

    def _kept(self, pack: Pack, _key: str) -> None:
        self._arrival = None
        self.note(f"kept the lesson {pack.id} {pack.version}")
        self.page.brought.show_kept(pack.spoken(language_now()).title)
        self.refresh()

    def _not_kept(self, fault: BaseException) -> None:
        _log.warning("no pack was kept", exc_info=fault)
        self.page.brought.show_note(" ".join(fault_words(fault)))

    # What is used

    @Slot(object)
    def ask_use(self, pack: ShelvedPack) -> None:
        """Ask before learners see another lesson."""
        words = self.tr(
            "From the next visit on, learners see {title}, version {version}. A board that"
            " somebody left open on another lesson waits until that one is in use again."
        )
        self.tools.question.ask(
            self.tr("Use this lesson?"),
            words.format(title=pack.spoken_title(language_now()), version=pack.version),
            self.tr("Leave it as it is"),
            self.tr("Use it"),
            partial(self.use, pack),
        )

    def use(self, pack: ShelvedPack) -> None:
        """Put a pack in use."""
        using = partial(self.services.care.shelf.use, pack.key)
        self.fetch(using, self._used, self._failed)

    def _used(self, pack: Pack) -> None:
        self.services.lesson.pack = pack
        self.note(f"use the lesson {pack.id} {pack.version}")
        self.refresh()

    def _failed(self, fault: BaseException) -> None:
        _log.warning("a lesson cannot be used", exc_info=fault)
        self.page.show_note(" ".join(fault_words(fault)))

    # What is looked at

    @Slot(object)
    def _load_preview(self, pack: ShelvedPack) -> None:
        load = partial(self.services.care.shelf.load, pack.key)
        self.fetch(load, self.show_preview, self._failed)

    @Slot()
    def _preview_brought(self) -> None:
        if self._arrival is not None and self._arrival.pack is not None:
            # Once the press is over: what was pressed is about to be covered.
            QTimer.singleShot(0, self, partial(self.show_preview, self._arrival.pack))

    def show_preview(self, pack: Pack) -> None:
        """Show a pack as learners would see it, over the staff pages."""
        window = self.page.window()
        if not isinstance(window, MainWindow) or self._preview is not None:
            return
        self._preview = LessonPreview(self.tools.look, self.services, pack)
        self._preview.closed.connect(self._close_preview)
        self._back_to = window.pages.currentWidget()
        window.pages.addWidget(self._preview)
        window.pages.setCurrentWidget(self._preview)
        self._preview.first_focus().setFocus()

    @Slot()
    def _close_preview(self) -> None:
        preview, self._preview = self._preview, None
        window = self.page.window()
        if preview is None or not isinstance(window, MainWindow):
            return
        if window.pages.currentWidget() is preview:
            window.pages.setCurrentWidget(self._back_to)
        window.pages.removeWidget(preview)
        preview.deleteLater()
        self.page.first_focus().setFocus()
