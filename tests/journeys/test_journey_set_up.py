"""Who was never told anything sets a kiosk up, by clicks or by keys; a file does it by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fingers import Finger
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions
from kiosk.core.flow import Screen
from kiosk.core.model import Settings, SignInMode
from kiosk.core.recovery_codes import shown
from kiosk.errors import PageNotPrinted
from kiosk.ui.main_window import WindowMode
from kiosk.ui.staff.setup import CODES, LEARNERS, PIN, ROOM, SetUpPage
from kiosk.ui.tour.hand import Hand
from kiosk.ui.widgets.touch_keys import ENTER

NUMBER = "314159"
PATIENCE_MS = 20_000
Open = Callable[[], KioskApp]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


@pytest.fixture
def start(qtbot: QtBot, folder: Path) -> Iterator[Open]:
    """Open a kiosk on a data folder that has none yet."""
    opened: list[KioskApp] = []
    del qtbot

    def start() -> KioskApp:
        options = KioskOptions(folder, paths.default_pack(), None, WindowMode.WINDOWED)
        opened.append(KioskApp(options))
        opened[-1].start()
        return opened[-1]

    yield start
    for kiosk in opened:
        kiosk.leave()
        assert kiosk.close()


def set_up_page(kiosk: KioskApp) -> tuple[SetUpPage, Hand]:
    page = kiosk.navigator.page(Screen.SETUP)
    assert isinstance(page, SetUpPage)
    hand = Hand(kiosk.window)
    hand.come_to_window()
    return page, hand


def answered(kiosk: KioskApp) -> tuple[SetUpPage, Hand]:
    """Answer all that is asked; the recovery codes come next."""
    page, hand = set_up_page(kiosk)
    page.site.setText("Riverside")
    page.kiosk_name.setText("Kiosk 1")
    for _ in range(2):
        hand.press(page.next)
    page.pins.pin.setText(NUMBER)
    page.pins.again.setText(NUMBER)
    hand.press(page.next)
    return page, hand


def test_set_up_by_clicks_and_typing(qtbot: QtBot, start: Open) -> None:
    kiosk = start()
    page, hand = set_up_page(kiosk)
    for field, words in ((page.site, "Riverside"), (page.kiosk_name, "Kiosk 1")):
        hand.press(field)
        hand.type(words)
    hand.press(page.next)
    assert page.step == LEARNERS
    hand.press(page.sign_in.example)
    page.sign_in.example.clear()
    hand.type("S-123")
    assert page.sign_in.pattern.text() == r"[A-Z]\d{3}"
    hand.press(page.sign_in.trial)
    hand.type("s999")
    assert page.sign_in.verdict == "S999 would be taken"
    hand.press(page.sign_in.without_code)
    hand.press(page.next)
    for field in (page.pins.pin, page.pins.again):
        hand.press(field)
        hand.type(NUMBER)
    hand.press(page.next)
    qtbot.waitUntil(lambda: page.step == CODES, timeout=PATIENCE_MS)
    assert len(set(page.codes.codes)) == 6
    hand.press(page.next)
    qtbot.waitUntil(lambda: kiosk.navigator.screen is Screen.WELCOME)
    record = kiosk.services.record
    here = record.kiosk()
    assert here is not None
    assert (here.site, here.name) == ("Riverside", "Kiosk 1")
    assert record.settings() == Settings(r"[A-Z]\d{3}", "S123", without_code=False)
    assert kiosk.services.pins.matches(str(record.pin_hash()), NUMBER)
    assert len(record.recovery_codes()) == 6


def test_set_up_by_touch_alone(qtbot: QtBot, start: Open) -> None:
    kiosk = start()
    page, hand = set_up_page(kiosk)
    finger, keys = Finger(hand), page.keys
    finger.touch(page.site)
    qtbot.waitUntil(keys.isVisible)
    finger.type(keys, "Casa 3")
    finger.touch(keys.keys[ENTER])
    assert page.kiosk_name.hasFocus()
    finger.type(keys, "pc-1")
    finger.touch(keys.keys[ENTER])
    assert page.step == LEARNERS
    assert not keys.isVisible()
    finger.touch(page.next)
    assert page.step == PIN
    for field in (page.pins.pin, page.pins.again):
        finger.touch(field)
        qtbot.waitUntil(keys.isVisible)
        finger.type(keys, NUMBER)
    finger.touch(keys.keys[ENTER])
    qtbot.waitUntil(lambda: page.step == CODES, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not keys.isVisible())
    # The codes that have just come push the button down, a turn later.
    codes = page.codes
    qtbot.waitUntil(lambda: codes.height() >= codes.heightForWidth(codes.width()))
    finger.touch(page.next)
    qtbot.waitUntil(lambda: kiosk.navigator.screen is Screen.WELCOME)
    here = kiosk.services.record.kiosk()
    assert here is not None
    assert (here.site, here.name) == ("Casa 3", "pc-1")
    assert kiosk.services.pins.matches(str(kiosk.services.record.pin_hash()), NUMBER)


def test_set_up_by_keys_alone(qtbot: QtBot, start: Open) -> None:
    kiosk = start()
    page, hand = set_up_page(kiosk)
    for words in ("Riverside", "Kiosk 1"):
        hand.type(words)
        hand.key(Qt.Key.Key_Return)
    assert page.step == LEARNERS
    hand.key(Qt.Key.Key_Down)
    assert page.sign_in.by_roster.isChecked()
    hand.tab_to(page.next)
    hand.key(Qt.Key.Key_Space)
    assert page.step == PIN
    for _ in range(2):
        hand.type(NUMBER)
        hand.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.step == CODES, timeout=PATIENCE_MS)
    hand.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: kiosk.navigator.screen is Screen.WELCOME)
    assert kiosk.services.record.settings().sign_in is SignInMode.ROSTER


def test_step_that_lacks_something_says_so_and_stays(start: Open) -> None:
    page, hand = set_up_page(start())
    hand.press(page.next)
    assert (page.step, "fill in" in page.note) == (ROOM, True)
    page.site.setText("Riverside")
    page.kiosk_name.setText("Kiosk 1")
    hand.press(page.next)
    page.retention.setText("soon")
    hand.press(page.next)
    assert (page.step, "from 0 to" in page.note) == (LEARNERS, True)
    page.retention.setText("30")
    page.sign_in.pattern.setText("[")
    hand.press(page.next)
    assert (page.step, "not a code of the pattern" in page.note) == (LEARNERS, True)


def test_language_is_changed_with_what_is_typed_in_its_place(start: Open) -> None:
    kiosk = start()
    page, hand = set_up_page(kiosk)
    hand.type("Riverside")
    hand.press(page.languages.names["es"])
    page, _ = set_up_page(kiosk)
    assert page.site.text() == "Riverside"
    assert page.next.text() == "Siguiente"


def test_codes_are_saved_as_a_page_to_print(
    qtbot: QtBot, start: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    kiosk = start()
    page, _ = answered(kiosk)
    qtbot.waitUntil(lambda: page.step == CODES, timeout=PATIENCE_MS)
    page.codes.save_asked.emit(tmp_path / "stick")
    qtbot.waitUntil(lambda: "Saved" in page.codes.told)
    (file,) = (tmp_path / "stick").iterdir()
    assert file.read_bytes().startswith(b"%PDF")


def test_codes_that_no_folder_takes_are_told_so(qtbot: QtBot, start: Open, tmp_path: Path) -> None:
    page, _ = answered(start())
    qtbot.waitUntil(lambda: page.step == CODES, timeout=PATIENCE_MS)
    (tmp_path / "file").write_text("")
    page.codes.save_asked.emit(tmp_path / "file" / "stick")
    qtbot.waitUntil(lambda: "was not saved" in page.codes.told)


class PaperPrinter:
    """A printer that keeps what it was handed, or has no paper."""

    def __init__(self) -> None:
        self.pages: list[tuple[str, tuple[str, str], list[str]]] = []
        self.empty = True

    def printers(self) -> tuple[str, ...]:
        return ("Office",)

    def print_codes(self, printer: str, names: tuple[str, str], codes: list[str]) -> None:
        if self.empty:
            raise PageNotPrinted(printer=printer)
        self.pages.append((printer, names, codes))


def test_codes_are_printed_by_a_press(qtbot: QtBot, start: Open) -> None:
    kiosk, printer = start(), PaperPrinter()
    object.__setattr__(kiosk.services, "printer", printer)
    page, hand = answered(kiosk)
    qtbot.waitUntil(lambda: len(page.codes.printing) == 1, timeout=PATIENCE_MS)
    (button,) = page.codes.printing
    assert button.text() == "Print by: Office"
    hand.press(button)
    qtbot.waitUntil(lambda: "did not take the page" in page.codes.told)
    printer.empty = False
    hand.press(button)
    qtbot.waitUntil(lambda: page.codes.told == "The printer has the page.")
    ((name, names, codes),) = printer.pages
    assert (name, names) == ("Office", ("Riverside", "Kiosk 1"))
    assert codes == [shown(code) for code in page.codes.codes]


FILE = 'site = "Riverside"\nkiosk_name = "Kiosk 1"\npin = "314159"\nlanguage = "es"\n'


def test_file_in_the_data_folder_sets_the_kiosk_up_before_anybody_comes(
    start: Open, folder: Path
) -> None:
    (folder / "kiosk.toml").write_text(FILE)
    kiosk = start()
    assert kiosk.navigator.screen is Screen.WELCOME
    assert kiosk.services.pins.matches(str(kiosk.services.record.pin_hash()), NUMBER)
    assert kiosk.tongue.spoken == "es"


def test_faulty_file_lets_nobody_in_and_asks_for_what_is_wrong(start: Open, folder: Path) -> None:
    (folder / "kiosk.toml").write_text(FILE.replace('"es"', '"en"') + "retention_days = 'x'\n")
    kiosk = start()
    assert kiosk.navigator.screen is Screen.SETUP
    page, _ = set_up_page(kiosk)
    assert "line 5, column 18" in page.note
    assert page.site.text() == "Riverside"
    assert kiosk.services.record.kiosk() is None
