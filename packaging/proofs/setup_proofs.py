"""setup.exe in a fresh Windows under Wine: from its making to nothing of it being left."""

from __future__ import annotations

from functools import partial

from installers import setup_exe
from installers.bundle import PARTS
from installers.places import artefact, version
from installers.steps import StepFailed
from installers.windows_bundle import WINDOWS
from installers.wine import windows_path

from proofs.bundle_proofs import papers_of
from proofs.exe_proofs import programs_tell, setup_tells
from proofs.ledger import Ledger, expect
from proofs.windows_rooms import KEYS, MSI_REFUSED, WindowsRoom, tidy

EARLIER = "0.0.1"
_KEY = f"{KEYS}\\Uninstall\\MentorKiosk"
_UNINSTALL = 'wine "C:\\Program Files\\Mentor Kiosk\\uninstall.exe" /S'
_NEWER_IS_HERE = 3
_KIOSK_RUNS = 4
_NO_SETTINGS = 5
_FEWEST_COLORS = 100


def prove(ledger: Ledger) -> None:
    """Prove all of it."""
    papers = partial(papers_of, WINDOWS, PARTS / "inventory-windows.json")
    ledger.prove("Windows: each file has an owner, a licence text and a line in the bill", papers)
    ledger.prove("Windows: both programs tell version, scaling and icon as set", programs_tell)
    ledger.prove("setup.exe: it tells version, scaling, rights and icon as set", setup_tells)
    made: list[SetupRoom] = []
    if not ledger.prove("setup.exe: a fresh Windows under Wine", lambda: made.append(SetupRoom())):
        return
    (room,) = made
    steps = {
        "setup.exe: its window, as a picture": room.look_at_window,
        "setup.exe: a settings file that is not there ends it before it begins": room.no_settings,
        "setup.exe: silently: files, Start menu, data folder, settings, autostart": room.install,
        "setup.exe: the first start is set up by the settings that it took": room.first_start,
        "setup.exe: smoke test of what it installed": room.smoke,
        "setup.exe: tour of what it installed, the same log as from the sources": room.visit,
        "setup.exe: the upgrade keeps every attempt, settings and autostart": room.upgrade,
        "setup.exe: a downgrade is refused": room.refuse_downgrade,
        "setup.exe: where it has installed, the .msi is refused": room.refuse_msi,
        "setup.exe: a kiosk that runs is not written over": room.refuse_while_open,
        "setup.exe: removed silently, the data stays": room.uninstall,
        "setup.exe: removed with /PURGE=1, nothing is left": room.purge,
    }
    for title, proof in steps.items():
        ledger.prove(title, proof)
    tidy(room.exchange / "drive")


class SetupRoom(WindowsRoom):
    """One fresh Windows, and setup.exe on its way through it."""

    def __init__(self) -> None:
        super().__init__("setup")
        self._earlier = setup_exe.make_version(EARLIER, self.exchange / "earlier.exe", "zlib")
        self._this = f"wine '{windows_path(artefact('-setup-{version}.exe'))}'"

    def look_at_window(self) -> None:
        """Open it as a person does, and look at its first page."""
        picture = self.exchange / "setup.png"
        said = self.sh(
            f"{self._this} & for n in $(seq 60); do sleep 1; "
            f"import -window root '{picture}'; "
            f"colors=$(identify -format %k '{picture}'); "
            f"[ $colors -lt {_FEWEST_COLORS} ] || break; done; "
            "sleep 2; "
            f"import -window root '{picture}'; echo colors $(identify -format %k '{picture}'); "
            "wineserver -k"
        )
        if int(said.rsplit("colors ", 1)[1]) < _FEWEST_COLORS:
            raise StepFailed(f"{picture} shows next to nothing")

    def no_settings(self) -> None:
        """Name a settings file that is not there."""
        self.ends_with(f"{self._this} /S '/CONFIG={self.path('nowhere.toml')}'", [_NO_SETTINGS])
        expect(self.program.exists(), wanted=False, what="the program is there")

    def install(self) -> None:
        """Install an earlier version silently, to be started at each sign-in, with settings."""
        self.sh(
            f"wine '{windows_path(self._earlier)}' /S /AUTOSTART=1 "
            f"'/CONFIG={self.path('kiosk.toml')}'"
        )
        self.laid_down()
        self._registered(EARLIER)

    def upgrade(self) -> None:
        """Install this version over the earlier one, and say nothing of autostart and settings."""
        before = self.attempts()
        self.sh(f"{self._this} /S")
        self.laid_down()
        self._registered(version())
        expect(self.attempts(), before, "attempts")

    def refuse_downgrade(self) -> None:
        """Try the earlier version again."""
        self.ends_with(f"wine '{windows_path(self._earlier)}' /S", [_NEWER_IS_HERE])
        self._registered(version())

    def refuse_msi(self) -> None:
        """Try the .msi: two installations would take each other's files away."""
        package = windows_path(artefact("-{version}.msi"))
        codes = [code % 256 for code in MSI_REFUSED]
        self.refused(f"wine msiexec /i '{package}' /qn", codes)
        self._registered(version())

    def refuse_while_open(self) -> None:
        """Install while the kiosk is open."""
        self.ends_with(
            'wine "C:\\Program Files\\Mentor Kiosk\\mentor-kioskw.exe" run --windowed & '
            f"sleep 8; {self._this} /S && code=0 || code=$?; wineserver -k; (exit $code)",
            [_KIOSK_RUNS],
        )

    def uninstall(self) -> None:
        """Remove it silently."""
        before = self.attempts()
        self.sh(_UNINSTALL)
        self.gone(with_data=True)
        expect(self.attempts(), before, "attempts")
        expect(self.registry(_KEY), {}, "among the programs")

    def purge(self) -> None:
        """Install it again, and remove it with all that it kept."""
        self.sh(f"{self._this} /S")
        self.sh(f"{_UNINSTALL} /PURGE=1")
        self.gone(with_data=False)

    def _registered(self, number: str) -> None:
        values = self.registry(_KEY)
        expect(values.get("DisplayVersion"), number, "the version among the programs")
        for name in ("DisplayName", "UninstallString", "QuietUninstallString", "EstimatedSize"):
            expect(name in values, wanted=True, what=f"{name} among the programs")
