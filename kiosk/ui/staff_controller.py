"""Leads staff: set-up, the door, the pages behind it, the way out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.core import flow
from kiosk.core.flow import Event, Screen
from kiosk.core.model import Settings
from kiosk.set_up_file import holds_plain_pin
from kiosk.ui.language import Tongue
from kiosk.ui.main_window import MainWindow
from kiosk.ui.messages import fault_words
from kiosk.ui.navigator import Navigator
from kiosk.ui.screens.base import Page
from kiosk.ui.services import Services
from kiosk.ui.staff.door_guard import DoorGuard
from kiosk.ui.staff.recovery_words import recovery_words
from kiosk.ui.staff.retention_words import retention_words
from kiosk.ui.staff.set_up_controller import SetUpController

if TYPE_CHECKING:
    # A page is imported when it is first shown, not at the start.
    from kiosk.ui.screens.welcome import WelcomeScreen
    from kiosk.ui.staff.area import StaffArea
    from kiosk.ui.staff.area_controller import AreaController
    from kiosk.ui.staff.door import DoorPage
    from kiosk.ui.staff.new_pin import NewPinPage
    from kiosk.ui.staff.setup import SetUpPage

_log = logging.getLogger(__name__)


class StaffController(QObject):
    """Opens the staff's pages to those who know the PIN.

    ``left`` tells that learners may come again; ``leave_asked`` that the kiosk
    is to close; ``busy_changed`` whether long work runs, which keeps the pages open;
    ``settings_kept`` has the settings that staff have just kept.
    """

    left = Signal()
    leave_asked = Signal()
    screen_changed = Signal(object)
    busy_changed = Signal(bool)
    settings_kept = Signal(object)

    def __init__(
        self, services: Services, navigator: Navigator, window: MainWindow, tongue: Tongue
    ) -> None:
        super().__init__()
        self._tongue = tongue
        self._services = services
        self._navigator = navigator
        self._screen = Screen.WELCOME
        self._window = window
        self.set_up_file: Path | None = None
        self.first = SetUpController(services, self)
        self.first.settings_kept.connect(self._follow)
        self.first.done.connect(self._set_up_done)
        self._area: AreaController | None = None
        self._notices: tuple[str, ...] = ()
        self._guard = DoorGuard(services, self)
        self._guard.let_in.connect(self._let_in)
        self._guard.let_in_by_code.connect(self._let_in_by_code)
        self._guard.refused.connect(self._refuse)
        self._guard.waiting.connect(self._show_wait)
        self._guard.failed.connect(self._failed)

    def tell(self, words: str) -> None:
        """Tell staff something above their pages when they come in next."""
        self._notices = (*self._notices, words)

    def wire(self, screen: Screen, page: Page) -> None:
        """Connect a page that was just made."""
        wires: dict[Screen, Callable[[Any], None]] = {
            Screen.WELCOME: self._wire_welcome,
            Screen.SETUP: self._wire_set_up,
            Screen.STAFF_DOOR: self._wire_door,
            Screen.NEW_PIN: self._wire_new_pin,
            Screen.STAFF: self._wire_area,
        }
        if screen in wires:
            wires[screen](page)

    def _wire_welcome(self, page: WelcomeScreen) -> None:
        page.staff_asked.connect(self.ask)

    def _wire_set_up(self, page: SetUpPage) -> None:
        self.first.lead(page)

    def _wire_door(self, page: DoorPage) -> None:
        page.pin_entered.connect(self._guard.try_pin)
        page.left.connect(self.leave)

    def _wire_new_pin(self, page: NewPinPage) -> None:
        page.pin_chosen.connect(self._change_pin)
        page.left.connect(self.leave)

    def _wire_area(self, page: StaffArea) -> None:
        self._pages.lead(page)
        page.back_asked.connect(self.leave)
        page.leave_asked.connect(self.leave_kiosk)

    # The first start

    def start(self) -> None:
        """Show the set-up where the kiosk has none yet, else let learners come."""
        if self._services.record.kiosk() is None:
            self._screen = Screen.SETUP
            self._show(self.first.view())
        else:
            self.left.emit()

    def show_again(self) -> None:
        """Show what is open in the language that is spoken now."""
        if self._screen is Screen.STAFF:
            self._open_area()
        elif self._screen is Screen.SETUP:
            self._show(self.first.view())
        else:
            self._show(None)
            self._guard.watch()

    @Slot(object)
    def _follow(self, settings: Settings) -> None:
        self.settings_kept.emit(settings)
        self._tongue.usual = settings.language
        self._navigator.look.reduced_motion = settings.less_motion

    @Slot()
    def _set_up_done(self) -> None:
        self._screen = flow.step(self._screen, Event.SET_UP)
        self.left.emit()

    # The door

    @Slot()
    def ask(self) -> None:
        """Show the door. Only from the first screen: a learner's visit is not cut short."""
        if self._navigator.screen is Screen.WELCOME:
            self._screen = flow.step(Screen.WELCOME, Event.STAFF_ASKED)
            self._show(None)
            self._guard.watch()

    @Slot()
    def _let_in(self) -> None:
        if self._screen is not Screen.STAFF_DOOR:
            return
        self._note("let in")
        self._go_in()

    def _go_in(self) -> None:
        self._screen = flow.step(self._screen, Event.STAFF_LET_IN)
        self._pages.begin()
        self._open_area()
        self._services.record.mark_recovery_read(self._services.clock.now())

    @Slot()
    def _let_in_by_code(self) -> None:
        # The code is used up even where somebody has gone back meanwhile.
        self._note("a recovery code was used")
        if self._screen is Screen.STAFF_DOOR:
            self._screen = flow.step(self._screen, Event.RECOVERY_CODE_TAKEN)
            self._show(None)

    @Slot(str)
    def _change_pin(self, pin: str) -> None:
        services = self._services
        hashing = services.background.run(partial(services.pins.hashed, pin))
        services.background.deliver(hashing, self._write_pin, self._failed)

    def _write_pin(self, pin_hash: str) -> None:
        written = self._services.record.change_pin(pin_hash)
        self._services.background.deliver(written, self._pin_changed, self._failed)

    def _pin_changed(self, _answer: None) -> None:
        self._note("PIN changed")
        if self._screen is Screen.NEW_PIN:
            self._go_in()

    @Slot()
    def _refuse(self) -> None:
        self._note("refused at the door")
        page = self._door_page()
        if page is not None:
            page.show_refused(self._guard.lock.tries_left)

    @Slot(int)
    def _show_wait(self, seconds: int) -> None:
        page = self._door_page()
        if page is not None:
            page.show_wait(seconds)

    def _door_page(self) -> DoorPage | None:
        if self._screen is not Screen.STAFF_DOOR:
            return None
        return cast("DoorPage", self._navigator.page(Screen.STAFF_DOOR))

    # The pages

    def _open_area(self) -> None:
        recovered = self._services.record.recovery()
        told, self._notices = self._notices, ()
        notices = [*told, *((recovery_words(recovered),) if recovered is not None else ())]
        note = self._services.record.retention()
        notices += retention_words(note)
        if note.purged:
            self._services.record.keep_retention(note.told())
        if self.set_up_file is not None and holds_plain_pin(self.set_up_file):
            words = self.tr("The file {file} holds a PIN in plain letters: delete it.")
            notices.append(words.format(file=self.set_up_file))
        self._show(self._pages.view(*notices))

    @property
    def _pages(self) -> AreaController:
        if self._area is None:
            # Imported with all its pages when somebody is let in: no learner waits for it.
            from kiosk.ui.staff.area_controller import AreaController  # noqa: PLC0415 - see above

            look = self._navigator.look
            self._area = AreaController(self._services, look, self._window, self._follow)
            self._area.busy_changed.connect(self.busy_changed)
        return self._area

    @property
    def at_work(self) -> bool:
        """Whether a screen of staff's is open."""
        return self._screen in flow.STAFF_SCREENS

    @property
    def busy(self) -> bool:
        """Whether long work of staff's runs."""
        return self._area is not None and self._area.busy

    def help_words(self) -> tuple[str, str] | None:
        """Return title and words of the help for the page that staff have open."""
        return self._pages.purpose() if self._screen is Screen.STAFF else None

    # The ways out

    @Slot()
    def leave(self) -> None:
        """Go back to the learners."""
        if self._screen in (Screen.STAFF_DOOR, Screen.NEW_PIN, Screen.STAFF):
            self._close_pages()
            self._screen = flow.step(self._screen, Event.STAFF_LEFT)
            self.left.emit()
            self._navigator.forget(Screen.STAFF)
            self._navigator.empty_clipboard()

    @Slot()
    def leave_kiosk(self) -> None:
        """Close the kiosk."""
        self._close_pages()
        self._note("left the kiosk")
        self.leave_asked.emit()

    def _close_pages(self) -> None:
        if self._area is not None:
            self._area.close()

    def stop(self) -> None:
        """Do nothing more by itself: the kiosk closes."""
        self._close_pages()
        self._guard.stop()

    def _show(self, view: object) -> None:
        self._navigator.show(self._screen, view)
        self.screen_changed.emit(self._screen)

    def _note(self, action: str) -> None:
        self._services.record.log_staff(action, self._services.clock.now())

    def _failed(self, fault: BaseException) -> None:
        _log.error("staff action failed", exc_info=fault)
        words = " ".join(fault_words(fault))
        if self._screen in (Screen.STAFF_DOOR, Screen.NEW_PIN):
            page = cast("DoorPage | NewPinPage", self._navigator.page(self._screen))
            page.show_note(words)
