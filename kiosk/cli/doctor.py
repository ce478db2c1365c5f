"""How the kiosk does, for people and for programs that watch over many."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.kinds import FOLDER
from kiosk.core.checkup import State, Subject
from kiosk.errors import AttentionNeeded, SomethingWrong

_SIGNS = {State.GOOD: "good     ", State.ATTENTION: "attention", State.WRONG: "WRONG    "}
_SKIPPED = click.Choice([subject.value for subject in Subject])


@click.command()
@click.option("--data-dir", type=FOLDER, help="Where attempts are kept.")
@click.option("--skip", type=_SKIPPED, multiple=True, help="What not to count, such as lock-down.")
def doctor(*, data_dir: Path | None, skip: tuple[str, ...]) -> int:
    """Look at all that is kept, at the disk, the clock, and what is really blocked here.

    Ends with 0 where all is good, 37 where something needs attention, 38 where something is wrong.
    """
    from kiosk.checkup import KioskCheckup
    from kiosk.core.ports import never
    from kiosk.world import SystemClock

    checkup = KioskCheckup(data_dir or paths.default_data_folder(), SystemClock())
    thorough = checkup.thorough(_quiet, never)
    seen = {finding.subject for finding in thorough}
    quick = [finding for finding in checkup.quick() if finding.subject not in seen]
    counted = [f for f in (*thorough, *quick) if f.subject.value not in skip]
    for finding in counted:
        click.echo(f"{_SIGNS[finding.state]}  {finding}")
    for state, fault in ((State.WRONG, SomethingWrong), (State.ATTENTION, AttentionNeeded)):
        count = sum(finding.state is state for finding in counted)
        if count:
            raise fault(count=count)
    click.echo("All is good.")
    return 0


def _quiet(_done: int, _total: int) -> None:
    """Say nothing: what reads this is often a program."""
