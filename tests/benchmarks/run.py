"""Every figure that has a budget, each as a ratio to a floor measured in the same run."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

import drag
import exported
import memory
import pages
import save
import start
from figures import say


def main() -> None:
    """Measure and print the table."""
    say("| what | ours | floor | ratio | budget | |")
    say("|---|---|---|---|---|---|")
    for part in (start, memory, save, drag, pages, exported):
        for figure in part.measure():
            say(str(figure))


if __name__ == "__main__":
    main()
