"""The smoke test of an installed kiosk: does everything that it is made of work here?

The attempt that it writes goes into a folder of its own inside the data folder, so that
the right to write there is proved and the log of the learners stays as it is.
"""

from __future__ import annotations

import json
import platform
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from kiosk import __version__, durable, paths
from kiosk.app import KioskApp, KioskOptions, make_application
from kiosk.core.attempt import Attempt
from kiosk.core.flow import Screen
from kiosk.core.lesson import Pack
from kiosk.core.log_rows import Selection
from kiosk.core.model import AttemptStart, InputMethod, Kiosk, Settings, VisitStart
from kiosk.errors import DataFolderUnusable, KioskError, SmokeFailed
from kiosk.store.connection import ENGINE_VERSION
from kiosk.store.log import SqliteAttemptLog
from kiosk.ui.language import LANGUAGES, Tongue
from kiosk.ui.main_window import WindowMode
from kiosk.ui.services import Services

CODE: Final = "RV2048"
_PIN = "271828"
_PATIENCE_SECONDS = 10.0
_PATIENCE_MS = 10_000
_FEWEST_COLORS = 24

Seen = dict[str, object]


def run_smoke(report: Path, data_folder: Path) -> int:
    """Try every part once, and write what was seen, as JSON, also where a part fails.

    Args:
        report: file to write; what is there is replaced.
        data_folder: where this installation keeps attempts; it is left as it was.

    Returns:
        0, for all of it works.

    Raises:
        SmokeFailed: a part does not do what it is for.
        KioskError: the kiosk cannot start here.
    """
    seen = _versions()
    try:
        _try_in(data_folder, seen)
    except KioskError as fault:
        _write(report, {**seen, "passed": False, "fault": str(fault)})
        raise
    _write(report, {**seen, "passed": True})
    return 0


def _versions() -> Seen:
    return {
        "version": __version__,
        "bundled": paths.bundle() is not None,
        "python": platform.python_version(),
        "qt": qVersion(),
        "sqlite": ENGINE_VERSION,
        "system": platform.platform(),
    }


def _write(report: Path, seen: Mapping[str, object]) -> None:
    text = json.dumps(seen, indent=2, ensure_ascii=False) + "\n"
    try:
        durable.write_file(report, [text.encode()])
    except OSError as fault:
        raise SmokeFailed(step=f"{report} cannot be written ({fault.strerror})") from fault


def _try_in(data_folder: Path, seen: Seen) -> None:
    seen["data_folder"] = str(data_folder)
    there = data_folder.is_dir()
    try:
        durable.make_folder(data_folder, mode=0o700)
        try:
            with tempfile.TemporaryDirectory(prefix="smoke-", dir=data_folder) as folder:
                _try_kiosk(Path(folder), seen)
        finally:
            if not there:
                data_folder.rmdir()
    except OSError as fault:
        raise DataFolderUnusable(path=data_folder, detail=fault.strerror) from fault


def _try_kiosk(folder: Path, seen: Seen) -> None:
    application = make_application()
    seen["platform"] = application.platformName()
    kiosk = KioskApp(KioskOptions(folder, paths.default_pack(), "en", WindowMode.WINDOWED))
    try:
        _set_up(kiosk.services)
        seen["pack"] = _of_pack(kiosk.services.pack)
        kiosk.start()
        seen["window"] = _look_at_window(kiosk)
        seen["languages"] = _hear(kiosk.tongue)
        seen["attempt"] = _write_attempt(kiosk.services)
        seen["read_back"] = _read_attempt(folder)
    finally:
        kiosk.leave()
        complete = kiosk.close()
    if seen["read_back"] != seen["attempt"]:
        raise SmokeFailed(step="the attempt does not read as it was written")
    if not complete:
        raise SmokeFailed(step="not all was written at the end")


def _set_up(services: Services) -> None:
    here = Kiosk(services.ids.new(), "Smoke test", "Smoke test", services.clock.now())
    pin_hash = services.pins.hashed(_PIN)
    if not services.pins.matches(pin_hash, _PIN):
        raise SmokeFailed(step="a PIN does not match its own hash")
    services.record.set_up(here, Settings(), pin_hash).result(_PATIENCE_SECONDS)


def _of_pack(pack: Pack) -> Seen:
    return {"id": pack.id, "version": pack.version, "screens": len(pack.screens)}


def _look_at_window(kiosk: KioskApp) -> Seen:
    if not QTest.qWaitForWindowExposed(kiosk.window, _PATIENCE_MS):
        raise SmokeFailed(step="the window did not open")
    # From the very start of the process: what a start costs on this PC.
    used = time.process_time()
    if kiosk.navigator.screen is not Screen.WELCOME:
        raise SmokeFailed(step="the welcome page did not come")
    image = kiosk.window.grab().toImage()
    colors = _colors(image)
    if colors < _FEWEST_COLORS:
        raise SmokeFailed(step=f"the window shows {colors} colors, as if it were empty")
    return {
        "cpu_seconds": round(used, 3),
        "size": [image.width(), image.height()],
        "scale": kiosk.window.devicePixelRatio(),
        "colors": colors,
    }


def _colors(image: QImage) -> int:
    points = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    return len({image.pixel(x, y) for x, y in points})


def _hear(tongue: Tongue) -> list[str]:
    for language in LANGUAGES:
        tongue.speak(language)
        if tongue.spoken != language:
            raise SmokeFailed(step=f"there are no words in {LANGUAGES[language]}")
    tongue.speak(tongue.usual)
    return list(LANGUAGES)


def _write_attempt(services: Services) -> Seen:
    activity = services.pack.activities[0]
    now = services.clock.now()
    visit = VisitStart(
        visit_id=services.ids.new(),
        learner_id=services.ids.new(),
        code=CODE,
        may_create=True,
        language=services.pack.language,
        started=now,
    )
    opened = services.journal.open_visit(visit, services.pack).result(_PATIENCE_SECONDS)
    start = AttemptStart(
        id=services.ids.new(),
        visit_id=opened.visit_id,
        activity_id=activity.id,
        mode=activity.mode,
        shuffle_seed=services.dice.seed(),
        mastery_score=activity.mastery_score,
        items=len(activity.items) if activity.deal is None else activity.deal,
        started=now,
    )
    services.journal.start_attempt(start, services.pack).result(_PATIENCE_SECONDS)
    attempt = Attempt(activity, start, services.clock)
    placement = attempt.place(attempt.board.dealt[0], activity.categories[0].id, InputMethod.TAP)
    if placement is not None:
        services.journal.record_placement(start.id, placement).result(_PATIENCE_SECONDS)
    return {"id": start.id, "code": CODE, "placements": 1}


def _read_attempt(folder: Path) -> Seen:
    with SqliteAttemptLog(folder).snapshot(Selection()) as snapshot:
        rows = list(snapshot.attempts())
    if len(rows) != 1:
        raise SmokeFailed(step=f"one attempt was written, {len(rows)} are there")
    (row,) = rows
    return {"id": row.attempt_id, "code": row.learner_code, "placements": row.placements}
