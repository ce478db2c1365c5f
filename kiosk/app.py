"""The composition root: builds everything, once. Nothing else constructs a service."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from kiosk import paths, set_up_file
from kiosk.checkup import KioskCheckup
from kiosk.content.load import load_pack
from kiosk.content.shelf import Shelf
from kiosk.core.backups import Restored
from kiosk.core.clock_check import ClockWatch
from kiosk.core.flow import Screen
from kiosk.core.lesson import LessonInUse, Pack
from kiosk.core.ports import Dice, Voice
from kiosk.errors import KioskError
from kiosk.log_exporter import LogExporter
from kiosk.motion import wants_less_motion
from kiosk.store.backup_book import SqliteBackups
from kiosk.store.backup_keeper import BackupKeeper
from kiosk.store.database import Database
from kiosk.store.journal import SqliteJournal
from kiosk.store.left_open import code_left_open
from kiosk.store.live_purge import LivePurge
from kiosk.store.log import SqliteAttemptLog, SqliteExportLog
from kiosk.store.purge import SqlitePurge
from kiosk.store.record import SqliteKioskRecord
from kiosk.store.restore import restore
from kiosk.store.roster import SqliteRoster
from kiosk.store.slips import SqliteSlips
from kiosk.store.staff_book import SqliteStaffBook
from kiosk.store.update_waits import update_waits
from kiosk.ui.background import Background
from kiosk.ui.choices import ChoiceKeeper
from kiosk.ui.controller import Controller
from kiosk.ui.garbage import ScreenThreadGarbage
from kiosk.ui.help_desk import HelpDesk
from kiosk.ui.language import Tongue
from kiosk.ui.main_window import MainWindow, WindowMode
from kiosk.ui.messages import fault_words
from kiosk.ui.navigator import Navigator
from kiosk.ui.pages import FACTORIES
from kiosk.ui.read_aloud import ReadAloud
from kiosk.ui.retention import RetentionKeeper
from kiosk.ui.screens.base import Page
from kiosk.ui.screens.fault import FaultPage
from kiosk.ui.screens.tidying import UpdatingPage
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.services import Care, Services
from kiosk.ui.slip_printer import QtPrinting
from kiosk.ui.staff.backup_words import restore_words
from kiosk.ui.staff.pins import Argon2Pins
from kiosk.ui.staff_controller import StaffController
from kiosk.ui.theme import DESIGN_SIZE, Look, TextSize, ThemeName, load_fonts, load_themes
from kiosk.ui.tidy_start import TidyStart
from kiosk.ui.update_start import UpdateStart
from kiosk.ui.voice import find_voice
from kiosk.ui.watchman import Watchman
from kiosk.world import SystemClock, SystemDice, SystemIds

_log = logging.getLogger(__name__)
FAULT_SHOWN_MS = 30_000


@dataclass(frozen=True, slots=True)
class KioskOptions:
    """How a kiosk is started. ``size`` is the window's, in a window, if the screen has room for it.

    ``pack`` is shown whatever staff have chosen; ``None`` for what they have.
    ``language`` is the one that each learner begins with; ``None`` for what staff have set.
    ``theme`` and ``text_size`` are what each learner begins with. ``resume`` takes up the visit
    that was open when the kiosk died.
    """

    data_folder: Path
    pack: Path | None
    language: str | None
    mode: WindowMode
    size: tuple[int, int] = (DESIGN_SIZE.width(), DESIGN_SIZE.height())
    theme: ThemeName = ThemeName.LIGHT
    text_size: TextSize = TextSize.NORMAL
    resume: bool = False


def _nobody(_code: str) -> None:
    """Tell nobody."""


class KioskApp:
    """A whole kiosk: window, services and what leads through them."""

    def __init__(
        self,
        options: KioskOptions,
        dice: Dice | None = None,
        find_voice: Callable[[], Voice] = find_voice,
        less_motion: Callable[[], bool] = wants_less_motion,
    ) -> None:
        """Build a kiosk; nothing is shown yet.

        Raises:
            KioskError: the pack or the data folder is not to be used.
        """
        self._garbage = ScreenThreadGarbage()
        self._less_motion = less_motion
        self._clock, self._ids = SystemClock(), SystemIds()
        self._tell_code: Callable[[str], None] = _nobody
        self.to_restore: Path | None = None
        self._shelf = Shelf(options.data_folder, paths.default_pack())
        lesson = LessonInUse(self._first_pack(options))
        self._left_open = code_left_open(options.data_folder) if options.resume else None
        self.database = Database.open(options.data_folder, self._clock.now())
        # Only now that the folder is ours: another kiosk may be taking a pack in.
        with contextlib.suppress(OSError):
            self._shelf.clear_leftovers()
        self.backups = BackupKeeper(options.data_folder, self._clock)
        self.look = make_look(options.theme, options.text_size)
        self.services = self._services(lesson, dice or SystemDice())
        left = set_up_file.first_set_up(options.data_folder, self.services)
        self._open_window(options, find_voice)
        self._appoint()
        self.staff.first.file = left
        self.staff.set_up_file = options.data_folder / set_up_file.NAME
        self._connect()

    def _services(self, lesson: LessonInUse, dice: Dice) -> Services:
        log = SqliteAttemptLog(self.database.file.parent, looked_through=True)
        exports = SqliteExportLog(self.database, self._ids)
        return Services(
            lesson=lesson,
            journal=SqliteJournal(self.database, self._clock),
            record=SqliteKioskRecord(self.database),
            slips=SqliteSlips(self.database),
            printer=QtPrinting(self.look),
            clock=self._clock,
            ids=self._ids,
            dice=dice,
            background=Background(),
            pins=Argon2Pins(),
            exporter=LogExporter(log, exports, self._clock),
            health=self.database.health,
            care=self._care(),
        )

    def _open_window(self, options: KioskOptions, find_voice: Callable[[], Voice]) -> None:
        settings = self.services.record.settings()
        self.look.reduced_motion = settings.less_motion
        usual = options.language or settings.language
        self.tongue = Tongue(paths.resources() / "translations", usual)
        self.window = MainWindow(self.look, options.mode)
        self.window.resize(*options.size)
        self.navigator = Navigator(self.look, self.window, FACTORIES)
        self.help = HelpDesk(self.look, self.window, self.navigator)
        self.aloud = ReadAloud(self.look, self.window, find_voice)

    def _appoint(self) -> None:
        """Make what leads learners and staff from page to page, and what watches over them."""
        choices = ChoiceKeeper(self.services, self.look, self.tongue)
        self.controller = Controller(self.services, self.navigator, self.window.sheet, choices)
        self.staff = StaffController(self.services, self.navigator, self.window, self.tongue)
        self.retention = RetentionKeeper(self.services, self.look, self.window, self._nobody_there)
        self.watchman = Watchman(self.services, self.window, self.controller, self.staff)

    def _care(self) -> Care:
        clock = self._clock
        return Care(
            roster=SqliteRoster(self.database, clock, self._ids),
            purges=LivePurge(self.database, clock, self.backups),
            book=SqliteStaffBook(self.database.file, clock),
            shelf=self._shelf,
            backups=SqliteBackups(self.database, self.backups, clock),
            checkup=self._checkup(),
            restore=self._leave_to_restore,
        )

    def _checkup(self) -> KioskCheckup:
        folder, health = self.database.file.parent, self.database.health
        return KioskCheckup(folder, self._clock, health, ClockWatch(self._clock))

    def _first_pack(self, options: KioskOptions) -> Pack:
        if options.pack is not None:
            return load_pack(options.pack)
        pack, _fault = self._shelf.load_in_use()
        return pack

    def _connect(self) -> None:
        self.help.own_words = self.staff.help_words
        self.staff.settings_kept.connect(self.retention.believe_clock)
        self.navigator.wire_with(self._wire)
        self.tongue.changed.connect(self._remake)
        self.staff.left.connect(self.controller.start)
        self.staff.leave_asked.connect(self.leave)
        self.window.staff_keys.connect(self.staff.ask)
        self.window.close_asked.connect(self.leave)
        self.controller.screen_changed.connect(self._hear_screen)
        self.help.told.connect(self.controller.goodbye.hold)
        self.aloud.silent.connect(self.help.explain_silence)

    def tell_codes(self, listener: Callable[[str], None]) -> None:
        """Tell ``listener`` each code from now on, before anything else is done with it."""
        self._tell_code = listener

    def _hear_typed(self, typed: str) -> None:
        self._tell_code(typed)

    def _hear_screen(self, screen: Screen) -> None:
        if screen is Screen.WELCOME and self.services.record.settings().less_motion:
            self.look.reduced_motion = True
        if self.controller.visit is not None:
            self._tell_code(self.controller.visit.code)

    def _wire(self, screen: Screen, page: Page) -> None:
        if isinstance(page, WelcomeScreen):
            page.code_entered.connect(self._hear_typed)
        page.language_asked.connect(self.tongue.speak)
        page.help_asked.connect(self.help.ask)
        page.aloud_asked.connect(self.aloud.toggle)
        self.controller.wire(screen, page)
        self.staff.wire(screen, page)

    def _remake(self) -> None:
        by_staff = self.staff.at_work
        self.navigator.remake(self.staff.show_again if by_staff else self.controller.show_again)

    def start(self) -> None:
        """Show the first page and open the window."""
        tidy = TidyStart(
            SqlitePurge(self.database, self._clock), self.services.background, self.window
        )
        tidy.begin(self.look, self._let_in)
        self.window.open()
        background = self.services.background
        background.deliver(background.run(self._less_motion), self._hear_of_motion, _log_fault)

    def _hear_of_motion(self, less: bool) -> None:  # noqa: FBT001 - an answer
        if less:
            self.look.be_calm()

    def _nobody_there(self) -> bool:
        return self.controller.idle and not self.staff.at_work

    def _let_in(self) -> None:
        self.staff.start()
        if self._left_open is not None:
            self.controller.take_up_again(self._left_open)
        # Only now: a purge must not meet a backup that is being made.
        self.backups.start()
        self.retention.begin()

    def leave(self) -> None:
        """End a visit that is open, and close the window for good."""
        self.controller.end_for_staff()
        self.window.leave()

    def _leave_to_restore(self, file: Path) -> None:
        self.to_restore = file
        self.leave()

    def close(self) -> bool:
        """Write what is queued and give everything back. Returns whether all was written."""
        self.aloud.close()
        self.watchman.guard.go_off_duty()
        self.retention.stop()
        self.controller.stop()
        self.staff.stop()
        self.services.background.close()
        self.backups.stop()
        complete = self.database.close()
        self.tongue.close()
        self.window.deleteLater()
        self._garbage.close()
        return complete


def _log_fault(fault: BaseException) -> None:
    _log.warning("the system was asked in vain: %s", fault)


def make_application(name: str = "mentor-kiosk") -> QApplication:
    """Return the Qt application, made now if there is none."""
    there = QApplication.instance()
    application = there if isinstance(there, QApplication) else QApplication([name])
    application.setApplicationName(name)
    application.setQuitOnLastWindowClosed(True)
    return application


def make_look(theme: ThemeName = ThemeName.LIGHT, text_size: TextSize = TextSize.NORMAL) -> Look:
    """Return a look with a default of its own, the bundled font and all themes at hand."""
    load_fonts(paths.resources() / "fonts")
    themes = load_themes(paths.resources() / "themes")
    (default,) = (each for each in themes if each.name is theme)
    return Look(default, themes=themes, text_size=text_size)


def run_kiosk(options: KioskOptions, prepare: Callable[[KioskApp], object]) -> int:
    """Run a kiosk until staff leave it. Returns the exit status.

    Where staff want a backup back, it is put in place between two kiosks, and told by the second.

    Args:
        options: how it is started.
        prepare: called with each kiosk, before its first page is shown.

    Raises:
        KioskError: it cannot start; in kiosk mode the screen has said so.
    """
    application, outcome = make_application(), None
    while True:
        kiosk = _built(application, options)
        prepare(kiosk)
        if outcome is not None:
            kiosk.staff.tell(restore_words(outcome))
        kiosk.start()
        status = application.exec()
        complete = kiosk.close()
        if kiosk.to_restore is None or status or not complete:
            return status if complete else 1
        outcome = restored(kiosk.to_restore, options.data_folder)
        options = replace(options, resume=False)


def restored(file: Path, data_folder: Path) -> Restored | KioskError:
    """Put a backup in place while no kiosk runs. Returns what came of it."""
    try:
        return restore(file, data_folder, SystemClock().now())
    except KioskError as fault:
        _log.warning("not restored: %s", fault)
        return fault


def bring_up_to_date(options: KioskOptions) -> None:
    """Bring much that an older version kept to this one's form, and show meanwhile that it works.

    Whatever goes wrong is left to the start that follows, which meets it too.
    """
    language = update_waits(options.data_folder)
    if language is None:
        return

    def work() -> None:
        Database.open(options.data_folder, SystemClock().now()).close()

    tongue = Tongue(paths.resources() / "translations", options.language or language)
    page = UpdatingPage(make_look(options.theme, options.text_size))
    page.resize(*options.size)
    if options.mode is WindowMode.KIOSK:
        page.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        page.showFullScreen()
    else:
        page.show()
    UpdateStart(page).carry_out(work)
    tongue.close()


def _built(application: QApplication, options: KioskOptions) -> KioskApp:
    bring_up_to_date(options)
    try:
        return KioskApp(options)
    except KioskError as fault:
        if options.mode is WindowMode.KIOSK and application.platformName() != "offscreen":
            _show_fault(application, fault)
        raise


def _show_fault(application: QApplication, fault: KioskError) -> None:
    # A PC that starts into the kiosk has no other way to tell its staff.
    look = make_look()
    page = FaultPage(look, *fault_words(fault))
    page.resize(DESIGN_SIZE)
    page.closed.connect(application.quit)
    QTimer.singleShot(FAULT_SHOWN_MS, application, application.quit)
    page.showMaximized()
    application.exec()
