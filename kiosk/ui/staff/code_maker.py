"""Makes recovery codes, keeps their hashes, and writes a page with them where staff want it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk import durable
from kiosk.core.recovery_codes import CODES, new_code, shown
from kiosk.ui.services import Services

SHEET = "mentor-kiosk-recovery-codes.pdf"


class CodeMaker(QObject):
    """``made`` has the codes once their hashes are kept, ``saved`` the file of a written page.

    ``failed`` has the fault of either.
    """

    made = Signal(tuple)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    def make(self) -> None:
        """Make codes in the place of all there were."""
        services = self._services
        codes = tuple(new_code(services.dice) for _ in range(CODES))
        hashing = services.background.run(partial(_hashed, services, codes))
        services.background.deliver(hashing, partial(self._keep, codes), self.failed.emit)

    def _keep(self, codes: tuple[str, ...], hashes: list[str]) -> None:
        kept: Future[None] = self._services.record.keep_recovery_codes(hashes)
        self._services.background.deliver(kept, partial(self._tell, codes), self.failed.emit)

    def _tell(self, codes: tuple[str, ...], _answer: None) -> None:
        self._services.record.log_staff("recovery codes made", self._services.clock.now())
        self.made.emit(codes)

    def save(self, folder: Path, codes: Sequence[str]) -> None:
        """Write a page with codes into a folder, whole or not at all."""
        kiosk = self._services.record.kiosk()
        names = (kiosk.site, kiosk.name) if kiosk else ("", "")
        # Imported now: it is needed once in a kiosk's life.
        from kiosk.ui.staff.code_sheet import code_sheet  # noqa: PLC0415

        page = code_sheet(*names, [shown(code) for code in codes])
        background = self._services.background
        written = background.run(partial(_write, folder / SHEET, page))
        background.deliver(written, self.saved.emit, self.failed.emit)


def _hashed(services: Services, codes: Sequence[str]) -> list[str]:
    return [services.pins.hashed_code(code) for code in codes]


def _write(file: Path, page: bytes) -> Path:
    durable.make_folder(file.parent)
    durable.write_file(file, (page,))
    return file
