"""The bundle for Linux on this machine: its parts, a visit like that of the sources, its papers."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from installers import licences
from installers.bundle import BILL, LINUX, PARTS
from installers.places import BUILD, NAME, ROOT
from installers.python_environment import PYTHON
from installers.steps import StepFailed, call

from proofs.ledger import Ledger, expect
from proofs.restart_proof import comes_back
from proofs.start_proof import Starts
from proofs.visits import passed, same

SCRATCH = BUILD / "proofs"
SEED = "7"
SOURCE_TOUR = SCRATCH / "tour-source"
_VIRTUAL = ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24"]
_SHORTEST_LICENCE = 300
_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def begin() -> None:
    """Make what every kind is compared with: the tour from the sources. Raises ``StepFailed``."""
    shutil.rmtree(SCRATCH, ignore_errors=True)
    SCRATCH.mkdir(parents=True)
    command: list[str | Path] = [
        PYTHON,
        "-m",
        "kiosk",
        "tour",
        "--seed",
        SEED,
        "--out",
        SOURCE_TOUR,
    ]
    call(command, at=ROOT, environment={**_OFFSCREEN, "PYTHONPATH": str(ROOT)})


def prove(ledger: Ledger) -> None:
    """Prove all of it."""
    ledger.prove("bundle: smoke test offscreen", _smoke_offscreen)
    ledger.prove("bundle: smoke test in a window of X", _smoke_on_x)
    ledger.prove("bundle: tour in a window of X, the same log as from the sources", _tours)
    ledger.prove("bundle: a kiosk that is killed comes back", _comes_back)
    starts = Starts(SCRATCH)
    ledger.prove("bundle: the time of a start, beside the sources", starts.take_time)
    ledger.prove("bundle: the instructions of a start, beside the sources", starts.count)
    ledger.prove("bundle: each file has an owner, a licence text and a line in the bill", _papers)


def _smoke_offscreen() -> None:
    report = SCRATCH / "smoke-offscreen.json"
    call([LINUX / NAME, "--smoke", report], environment=_OFFSCREEN)
    passed(report, platform="offscreen")


def _smoke_on_x() -> None:
    report = SCRATCH / "smoke-x.json"
    call([*_VIRTUAL, LINUX / NAME, "--smoke", report], environment={"QT_QPA_PLATFORM": "xcb"})
    passed(report, platform="xcb")


def _tours() -> None:
    out = SCRATCH / "tour-bundle"
    command = [*_VIRTUAL, str(LINUX / NAME), "tour", "--seed", SEED, "--out", str(out)]
    call(command, environment={"QT_QPA_PLATFORM": "xcb"})
    same(SOURCE_TOUR, out)


def _comes_back() -> None:
    comes_back(LINUX / NAME, SCRATCH / "restart")


def _papers() -> None:
    papers_of(LINUX, PARTS / "inventory-linux.json")


def papers_of(bundle: Path, inventory: Path) -> None:
    """Require that each file of a bundle has an owner, a licence text and a line in the bill.

    Raises:
        StepFailed: one has not.
    """
    owned = json.loads(inventory.read_text(encoding="utf-8"))
    listed = {name for names in owned.values() for name in names}
    there = {
        path.relative_to(bundle).as_posix()
        for path in bundle.rglob("*")
        if path.is_file() and not path.is_symlink()
    }
    written = {name for name in there if name == BILL or name.startswith(licences.FOLDER)}
    # What an installer lays beside the bundle is its own.
    expect(sorted(there - written - listed), [], "files of nobody")
    bill = json.loads((bundle / BILL).read_text(encoding="utf-8"))
    billed = {one["purl"] for one in bill["components"]}
    expect(sorted(set(owned) - billed), [one for one in owned if NAME in one], "not in the bill")
    index = (bundle / licences.FOLDER / licences.INDEX).read_text(encoding="utf-8")
    for component in bill["components"]:
        head = f"{component['name']} {component['version']}\n"
        if head not in index:
            raise StepFailed(f"{component['name']} is not in the index of licences")
        name = index.split(head)[1].splitlines()[0].rsplit(": ")[-1]
        text = bundle / licences.FOLDER / name
        if not text.is_file() or text.stat().st_size < _SHORTEST_LICENCE:
            raise StepFailed(f"There is no licence text in {name}.")
