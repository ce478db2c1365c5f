"""The tour: a demonstration, the maker of the documentation's pictures, and a test."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.app import KioskApp, KioskOptions, make_application
from kiosk.content.load import load_pack
from kiosk.core.log_rows import AttemptRow, LogCounts, Selection
from kiosk.errors import TourFailed
from kiosk.reports.verify import verify
from kiosk.store.log import SqliteAttemptLog
from kiosk.ui.main_window import WindowMode
from kiosk.ui.theme import TextSize, ThemeName
from kiosk.ui.tour.hand import HandFailed
from kiosk.ui.tour.script import CODE, Script, Tally

Say = Callable[[str], object]
_OURS = ("screens", "data", "export")


@dataclass(frozen=True, slots=True)
class TourOptions:
    """What the command line asked for. ``method`` is drag, tap, keys or menu."""

    out: Path
    method: str
    size: tuple[int, int]
    seed: int
    pack: Path
    theme: ThemeName = ThemeName.LIGHT
    text_size: TextSize = TextSize.NORMAL
    language: str = "en"


class TourDice:
    """Randomness that is the same for the same seed, so that a tour can be made again."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - the same tour for the same seed

    def seed(self) -> int:
        """Return a number from 0 to 2**53 - 1, for a shuffle."""
        return self._chance.getrandbits(53)

    def choice(self, letters: str) -> str:
        """Return one character of ``letters``."""
        return self._chance.choice(letters)


def run_tour(options: TourOptions, say: Say) -> int:
    """Make a whole visit and compare what was done with what was written down.

    Returns:
        0 when all of it agrees, 1 when something does not.

    Raises:
        KioskError: the kiosk cannot start, or a step of the visit failed.
    """
    _clear(options.out)
    tally = _play(options)
    log = SqliteAttemptLog(options.out / "data")
    with log.snapshot(Selection()) as snapshot:
        rows, counts = list(snapshot.attempts()), snapshot.counts()
        items = len(list(snapshot.responses()))
    bundles = sorted((options.out / "export").iterdir())
    proof = verify(bundles[0]) if len(bundles) == 1 else None
    _tell(options, tally, rows, say)
    faults = [
        f"{what}: {found!r} in the database, {done!r} done"
        for what, found, done in _comparisons(tally, options, rows, counts, items)
        if found != done
    ]
    if proof != counts:
        faults.append(f"the export holds {proof}, the database {counts}")
    for fault in faults:
        say(f"DOES NOT AGREE: {fault}")
    say("All of it agrees." if not faults else f"{len(faults)} things do not agree.")
    return 1 if faults else 0


def _clear(out: Path) -> None:
    # Only what a tour makes, and only where nothing else is: a slip in the path costs nobody files.
    if out.exists() and any(entry.name not in _OURS for entry in out.iterdir()):
        raise TourFailed(step=f"{out} holds other files, and the tour empties its folder")
    for name in _OURS:
        shutil.rmtree(out / name, ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)


def _play(options: TourOptions) -> Tally:
    make_application()
    kiosk = KioskApp(
        KioskOptions(
            data_folder=options.out / "data",
            pack=options.pack,
            language=options.language,
            mode=WindowMode.WINDOWED,
            size=options.size,
            theme=options.theme,
            text_size=options.text_size,
        ),
        TourDice(options.seed),
    )
    try:
        kiosk.start()
        script = Script(kiosk.window, kiosk.navigator, options.method, options.seed, options.out)
        return script.play()
    except HandFailed as fault:
        kiosk.window.grab().save(str(options.out / "screens" / "failed.png"))
        raise TourFailed(step=fault) from fault
    finally:
        kiosk.leave()
        kiosk.close()


def _comparisons(
    tally: Tally,
    options: TourOptions,
    rows: list[AttemptRow],
    counts: LogCounts,
    items: int,
) -> Iterator[tuple[str, object, object]]:
    yield "attempts", len(rows), 2
    if len(rows) != 2:
        return
    row, again = rows
    missed = len(tally.missed)
    yield "learner's code", row.learner_code, CODE
    yield "placements", [row.placements, again.placements], tally.placements
    yield "placement rows", counts.placements, sum(tally.placements)
    yield "responses", items, row.items + again.items
    yield "cards placed", row.placed, row.items
    yield "right at the first try", row.first_try_correct, row.items - missed
    yield "right in the end", row.final_correct, row.items
    # The log has titles in the pack's own language, whatever language was read.
    items_of = {i.id: i.title for a in load_pack(options.pack).activities for i in a.items}
    missed_titles = sorted(items_of[item_id] for item_id in tally.missed)
    yield "missed cards", sorted(row.missed_items), missed_titles
    yield "language", row.language, options.language
    yield "tries", row.tries, 2
    yield "outcome", row.outcome, "passed"
    yield "ways of input", set(row.input_methods) - {"tap"}, {options.method} - {"tap"}
    yield "submitted", row.submitted_utc is not None, True
    yield "best", row.is_best, True
    yield from _comparisons_of_round(tally, again, row.attempt_id)


def _comparisons_of_round(
    tally: Tally, row: AttemptRow, followed: str
) -> Iterator[tuple[str, object, object]]:
    yield "cards of the second round", sorted(tally.again), sorted(tally.missed)
    yield "items of the second round", row.items, len(tally.again)
    yield "right at once in the second round", row.first_try_correct, len(tally.again)
    yield "right at the end of the second round", row.final_correct, len(tally.again)
    yield "outcome of the second round", row.outcome, "completed"
    yield "round", (row.round_number, row.follows_attempt_id), (2, followed)
    yield "best of the second round", row.is_best, False


def _tell(options: TourOptions, tally: Tally, rows: list[AttemptRow], say: Say) -> None:
    say(f"A whole visit by {options.method}, window {options.size[0]}x{options.size[1]}:")
    say(f"  {len(tally.screens)} lesson screens read, {sum(tally.placements)} placements made,")
    say(f"  missed at first, then corrected: {', '.join(tally.missed)},")
    say(f"  and in a second round right: {', '.join(tally.again)}")
    say("In the database:")
    for row in rows:
        say(
            f"  attempt {row.attempt_id} of {row.learner_code}, round {row.round_number}:"
            f" {row.placements} placements,"
            f" {row.first_try_correct} of {row.items} right at the first try,"
            f" {row.final_correct} in the end, {row.tries} tries, {row.outcome}"
        )
    say(f"Pictures: {options.out / 'screens'} ({len(tally.pictures)})")
    say(f"Data: {options.out / 'data'}")
    say(f"Export: {options.out / 'export'}")
