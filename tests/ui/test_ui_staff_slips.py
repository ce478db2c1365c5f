"""Slips in the staff area: told true or untrue, saved as PDF, and printed only as staff say."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from rooms import Room
from stores import Player

from kiosk.core.flow import Screen
from kiosk.core.slip import Slip
from kiosk.errors import PageNotPrinted, SlipNotPrinted
from kiosk.ui.screens.feedback import FeedbackScreen
from kiosk.ui.screens.slip import SlipScreen
from kiosk.ui.screens.summary import SummaryScreen
from kiosk.ui.slip_paper import draw_slip
from kiosk.ui.slip_printer import QtPrinting
from kiosk.ui.staff.attempts import AttemptsPage
from kiosk.ui.staff.code_sheet import draw_codes
from kiosk.ui.staff.slips import SlipsPage

CODE = "RV2048"


class Printer:
    """A printer that keeps what it was handed, or refuses it."""

    def __init__(self, *names: str) -> None:
        self.names = names
        self.took: list[tuple[str, Slip, str]] = []
        self.empty = False

    def printers(self) -> tuple[str, ...]:
        return self.names

    def print_slip(self, printer: str, slip: Slip, activity_title: str) -> None:
        if self.empty:
            raise SlipNotPrinted(printer=printer)
        self.took.append((printer, slip, activity_title))


def with_printer(room: Room, *names: str) -> Printer:
    printer = Printer(*names)
    object.__setattr__(room.kiosk.services, "printer", printer)
    return printer


def made(room: Room) -> Slip:
    services = room.kiosk.services
    attempt = Player(room.kiosk.database, services.pack, CODE).play(2)
    return services.slips.issue(attempt.start.id).result(10)


def slips_page(room: Room) -> SlipsPage:
    room.staff_area()
    return room.staff_page("slips", SlipsPage)


def check(room: Room, page: SlipsPage, code: str, value: str) -> None:
    page.code.clear()
    page.value.clear()
    room.way.enter(page.code, code)
    room.way.enter(page.value, value)
    room.way.press(page.check)


def test_true_slip_is_shown_as_it_must_look_and_an_untrue_one_is_not(room: Room) -> None:
    slip = made(room)
    page = slips_page(room)
    tried = (("rv2048", slip.check.lower()), ("rv2049", slip.check), (CODE, "K7QP-2M4D"))
    told = []
    for code, value in tried:
        check(room, page, code, value)
        told.append((page.verdict, page.card.isVisible(), "letter by letter" in page.note))
    assert told == [(True, True, False), (False, False, True), (False, False, True)]
    check(room, page, CODE, slip.check)
    assert page.card.check.accessibleName() == " ".join(slip.check)


def test_nothing_of_a_checked_slip_is_left_when_staff_come_again(room: Room) -> None:
    slip = made(room)
    page = slips_page(room)
    check(room, page, CODE, slip.check)
    room.staff_page("export", object)
    page = room.staff_page("slips", SlipsPage)
    assert page.verdict is None
    assert (page.code.text(), page.value.text()) == ("", "")


def read(pdf: bytes) -> tuple[str, str, tuple[float, float]]:
    """Return the title, the words and the size in points of a PDF of one page."""
    reader = PdfReader(io.BytesIO(pdf), strict=True)
    (page,) = reader.pages
    title = str(reader.metadata.title) if reader.metadata else ""
    words = page.extract_text().replace("\N{NO-BREAK SPACE}", " ")
    return title, words, (float(page.mediabox.width), float(page.mediabox.height))


def tells(words: str, slip: Slip) -> bool:
    """Whether all that a slip must say stands in the words of a page, letters apart or not."""
    close = "".join(words.split())
    said = (slip.check, slip.facts.code, "18 of 20", "Mentor or Not?", "Riverside, Kiosk 1")
    return all("".join(fact.split()) in close for fact in said)


def test_saved_pdf_is_of_one_page_and_has_its_title_and_every_letter(
    room: Room, tmp_path: Path
) -> None:
    slip = made(room)
    page = slips_page(room)
    check(room, page, CODE, slip.check)
    page.folder.setText(str(tmp_path / "stick"))
    room.way.press(page.save)
    room.wait(lambda: bool(page.saved))
    (file,) = (tmp_path / "stick").iterdir()
    assert file.name == f"slip-{CODE}-{slip.check}.pdf"
    title, words, size = read(file.read_bytes())
    assert title == f"{slip.facts.activity_title}, {slip.check}"
    assert tells(words, slip)
    assert size == pytest.approx((148 * 72 / 25.4, 105 * 72 / 25.4), abs=1)


def test_stick_that_cannot_be_written_to_is_told(room: Room, tmp_path: Path) -> None:
    slip = made(room)
    page = slips_page(room)
    check(room, page, CODE, slip.check)
    (tmp_path / "file").write_text("")
    page.folder.setText(str(tmp_path / "file" / "stick"))
    room.way.press(page.save)
    room.wait(lambda: "was not saved" in page.note)
    assert page.saved == ""


def slip_screen(room: Room) -> SlipScreen:
    room.at(Screen.WELCOME)
    room.sign_in(CODE)
    page = room.open_board()
    belongs = {item.id: item.category_id for item in page.view.activity.items}
    for item_id in page.view.board.dealt:
        room.kiosk.controller._activity.place(item_id, belongs[item_id], room.way.method)
    room.way.press(page.check)
    room.at(Screen.FEEDBACK)
    room.way.press(room.page(Screen.FEEDBACK, FeedbackScreen).finish)
    room.at(Screen.SUMMARY)
    room.way.press(room.page(Screen.SUMMARY, SummaryScreen).slip)
    room.at(Screen.SLIP)
    slip = room.page(Screen.SLIP, SlipScreen)
    room.wait(slip.card.isVisible)
    return slip


def test_nobody_prints_before_staff_have_chosen_a_printer(room: Room) -> None:
    printer = with_printer(room, "Office")
    page = slip_screen(room)
    assert not page.print.isVisible()
    page.print_asked.emit()
    assert printer.took == []


def test_learner_prints_by_the_printer_that_staff_chose_until_they_take_it_back(
    room: Room,
) -> None:
    printer = with_printer(room, "Hall", "Office")
    staff = slips_page(room)
    room.wait(lambda: [row.text() for row in staff.printers[1:]] == ["Hall", "Office"])
    room.way.press(staff.printers[2])
    room.wait(lambda: room.kiosk.services.record.settings().slip_printer == "Office")
    room.kiosk.staff.leave()
    page = slip_screen(room)
    room.way.press(page.print)
    room.wait(lambda: "has it" in page.printed)
    ((name, slip, title),) = printer.took
    assert (name, title) == ("Office", "Mentor or Not?")
    assert page.card.check.accessibleName() == " ".join(slip.check)
    printer.empty = True
    room.way.press(page.print)
    room.wait(lambda: "did not take it" in page.printed)
    room.kiosk.controller.time_out()
    staff = slips_page(room)
    room.wait(lambda: len(staff.printers) == 3)
    assert staff.printers[2].isChecked()
    room.way.press(staff.printers[0])
    room.wait(lambda: room.kiosk.services.record.settings().slip_printer == "")


def test_page_of_a_printer_takes_the_whole_slip(room: Room, tmp_path: Path) -> None:
    slip, look = made(room), room.kiosk.look
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert draw_slip(device, look, slip, "Mentor or Not?")
    assert tells(read((tmp_path / "printed.pdf").read_bytes())[1], slip)


def test_printer_that_is_away_is_a_fault_with_a_remedy(room: Room) -> None:
    with pytest.raises(SlipNotPrinted, match="No such printer"):
        QtPrinting(room.kiosk.look).print_slip("No such printer", made(room), "")
    with pytest.raises(PageNotPrinted, match="No such printer"):
        QtPrinting(room.kiosk.look).print_codes("No such printer", ("", ""), ())


@pytest.mark.usefixtures("room")
def test_page_of_a_printer_takes_every_recovery_code(tmp_path: Path) -> None:
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "codes.pdf"))
    codes = [f"{n} 2345 6789 1234" for n in range(1000, 1006)]
    assert draw_codes(device, ("Riverside", "Kiosk 1"), codes)
    (page,) = PdfReader(tmp_path / "codes.pdf").pages
    words = " ".join(page.extract_text().split())
    assert all(code in words for code in (*codes, "Riverside", "Kiosk 1"))


def test_slip_of_an_attempt_is_to_be_had_again_and_is_the_same(room: Room, tmp_path: Path) -> None:
    slip = made(room)
    Player(room.kiosk.database, room.kiosk.services.pack, "RV2049").begin()
    room.staff_area()
    page = room.staff_page("attempts", AttemptsPage)
    room.wait(lambda: page.table.rows.rowCount() == 2)
    codes = [page.table.rows.row(n)[1].words for n in range(2)]
    page.open_asked.emit(codes.index("RV2049"))
    room.wait(lambda: page.is_open)
    assert not page.opened.slip.isVisible()
    page.show_list()
    page.open_asked.emit(codes.index(CODE))
    room.wait(page.opened.slip.isVisible)
    panel = page.opened.slip_panel
    room.way.press(page.opened.slip)
    panel.folder.clear()
    room.way.enter(panel.folder, str(tmp_path / "stick"))
    room.way.press(panel.save)
    room.wait(lambda: bool(panel.saved))
    (file,) = (tmp_path / "stick").iterdir()
    assert panel.saved == str(file)
    assert slip.check in PdfReader(file).pages[0].extract_text().replace(" ", "")


def test_slip_that_cannot_be_saved_from_an_attempt_says_why(room: Room, tmp_path: Path) -> None:
    made(room)
    (tmp_path / "file").write_text("no folder")
    room.staff_area()
    page = room.staff_page("attempts", AttemptsPage)
    room.wait(lambda: page.table.rows.rowCount() == 1)
    page.open_asked.emit(0)
    room.wait(page.opened.slip.isVisible)
    panel = page.opened.slip_panel
    panel.save_asked.emit(tmp_path / "file")
    room.wait(lambda: bool(panel.note))
    assert "not saved" in panel.note
    assert panel.saved == ""
