"""Today and the cards over a million attempts, against the same sums as live SQL."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from figures import Figure, middle
from million import million

from kiosk.store.staff_book import SqliteStaffBook
from kiosk.world import SystemClock

_RUNS = 9
_LIVE_RUNS = 1
_PAGE_MS = 200.0
_ACTIVITY = "mentor-or-not"
# The same sums, asked of the rows themselves by whoever has no others.
_TODAY = (
    "SELECT date(started, utc_offset || ' minutes') AS day, outcome, count(*) FROM attempt"
    " WHERE follows IS NULL GROUP BY 1, 2",
    "SELECT count(*) FROM attempt",
)
_CARDS = (
    "SELECT item, first_try_correct, rights - first_try_correct, count(*) FROM response JOIN"
    " (SELECT attempt, sum(first_try_correct) AS rights FROM response GROUP BY attempt)"
    " USING (attempt) GROUP BY 1, 2, 3",
    "SELECT item, first_category, count(*) FROM response WHERE first_try_correct = 0 GROUP BY 1, 2",
    "SELECT item, placements, count(*) FROM response GROUP BY 1, 2",
    "SELECT item, own / 500, count(*) FROM (SELECT item, try,"
    " ms - lag(ms, 1, 0) OVER (PARTITION BY attempt ORDER BY seq) AS own FROM placement)"
    " WHERE try = 1 GROUP BY 1, 2",
)


def cpu_ms(work: Callable[[], object], runs: int) -> float:
    """Return the median of the CPU time that some work takes, in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.process_time_ns()
        work()
        times.append((time.process_time_ns() - start) / 1e6)
    return middle(times)


def measure() -> list[Figure]:
    """Ask both, and draw the pages. Live, once: it takes a minute."""
    folder = million()
    book = SqliteStaffBook(folder / "kiosk.db", SystemClock())
    with closing(sqlite3.connect(folder / "kiosk.db")) as connection:

        def live(queries: tuple[str, ...]) -> None:
            for query in queries:
                connection.execute(query).fetchall()

        today_live = cpu_ms(partial(live, _TODAY), _LIVE_RUNS)
        cards_live = cpu_ms(partial(live, _CARDS), _LIVE_RUNS)
    today = cpu_ms(partial(book.day_book, 14), _RUNS)
    cards = cpu_ms(partial(book.boards, _ACTIVITY, None, first_only=False), _RUNS)
    return [
        Figure("Today, the sums of 1 M attempts, CPU", today, today_live, "ms", 0.05),
        Figure("Cards, the sums of 1 M attempts, CPU", cards, cards_live, "ms", 0.05),
        *_drawn(folder),
    ]


def _drawn(folder: Path) -> list[Figure]:
    # In a process of its own, so that its memory is that of the pages alone.
    script = Path(__file__).with_name("drawn_pages.py")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, str(script), str(folder)],
        env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    figures = []
    for line in done.stdout.splitlines():
        name, ms, grown, bare = line.split("\t")
        figures.append(Figure(f"{name}, from asked to painted", float(ms), _PAGE_MS, "ms", 1.0))
        what = f"{name}, memory of the kiosk with it and without"
        figures.append(Figure(what, float(grown), float(bare), "MiB", 1.25))
    return figures
