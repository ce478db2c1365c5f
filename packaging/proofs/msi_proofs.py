"""The .msi in a fresh Windows under Wine, all of it silently."""

from __future__ import annotations

from installers import msi
from installers.places import artefact, version
from installers.steps import StepFailed
from installers.wine import windows_path

from proofs.ledger import Ledger, expect
from proofs.windows_rooms import KEYS, MSI_REFUSED, WindowsRoom, tidy

EARLIER = "0.0.1"
_MSI_IS_HERE = 6


def prove(ledger: Ledger) -> None:
    """Prove all of it."""
    made: list[MsiRoom] = []
    if not ledger.prove(".msi: a fresh Windows under Wine", lambda: made.append(MsiRoom())):
        return
    (room,) = made
    steps = {
        ".msi: /qn: files, Start menu, data folder, settings, autostart": room.install,
        ".msi: the first start is set up by the settings that it took": room.first_start,
        ".msi: smoke test of what it installed": room.smoke,
        ".msi: tour of what it installed, the same log as from the sources": room.visit,
        ".msi: the upgrade keeps every attempt, settings and autostart": room.upgrade,
        ".msi: a downgrade is refused": room.refuse_downgrade,
        ".msi: where it is installed, setup.exe is refused": room.refuse_setup,
        ".msi: removed with /qn, the data stays": room.uninstall,
        ".msi: removed with PURGE=1, nothing is left": room.purge,
    }
    for title, proof in steps.items():
        ledger.prove(title, proof)
    tidy(room.exchange / "drive")


class MsiRoom(WindowsRoom):
    """One fresh Windows, and the .msi on its way through it."""

    def __init__(self) -> None:
        super().__init__("msi")
        # Wine has one folder for it, whoever installs; Windows takes that of all accounts.
        menu = self.disk / "users" / "root" / "AppData/Roaming/Microsoft/Windows/Start Menu"
        self.entry = menu / "Programs" / "Mentor Kiosk.lnk"
        earlier = msi.make_version(EARLIER, self.exchange / "earlier.msi")
        self._earlier = windows_path(earlier)
        self._this = windows_path(artefact("-{version}.msi"))

    def install(self) -> None:
        """Install an earlier version silently, to be started at each sign-in, with settings."""
        options = f"AUTOSTART=1 'CONFIG={self.path('kiosk.toml')}'"
        self.sh(f"wine msiexec /i '{self._earlier}' /qn {options}")
        self.laid_down()
        self._registered(EARLIER)

    def upgrade(self) -> None:
        """Install this version over the earlier one, and say nothing of autostart and settings."""
        before = self.attempts()
        self.sh(f"wine msiexec /i '{self._this}' /qn")
        self.laid_down()
        self._registered(version())
        expect(self.attempts(), before, "attempts")

    def refuse_downgrade(self) -> None:
        """Try the earlier version again."""
        codes = [code % 256 for code in MSI_REFUSED]
        self.refused(f"wine msiexec /i '{self._earlier}' /qn", codes)
        self._registered(version())

    def refuse_setup(self) -> None:
        """Try setup.exe: two installations would take each other's files away."""
        setup = windows_path(artefact("-setup-{version}.exe"))
        self.refused(f"wine '{setup}' /S", [_MSI_IS_HERE])
        self._registered(version())

    def uninstall(self) -> None:
        """Remove it silently."""
        before = self.attempts()
        self.sh(f"wine msiexec /x '{self._this}' /qn")
        self.gone(with_data=True)
        expect(self.attempts(), before, "attempts")
        expect(self._versions(), [], "among the programs")

    def purge(self) -> None:
        """Install it again, and remove it with all that it kept."""
        self.sh(f"wine msiexec /i '{self._this}' /qn")
        self.sh(f"wine msiexec /x '{self._this}' /qn PURGE=1")
        self.gone(with_data=False)

    def _registered(self, number: str) -> None:
        expect(self._versions(), [number], "the versions among the programs")

    def _versions(self) -> list[str]:
        said = self.sh(f"wine reg query '{KEYS}\\Uninstall' /s /reg:64 || true")
        entries = said.split("HKEY_LOCAL_MACHINE")
        ours = [entry for entry in entries if "DisplayName    REG_SZ    Mentor Kiosk" in entry]
        try:
            return [one.split("DisplayVersion    REG_SZ    ")[1].split()[0] for one in ours]
        except IndexError as fault:
            raise StepFailed(f"no version in {ours}") from fault
