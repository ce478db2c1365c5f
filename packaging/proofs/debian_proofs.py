"""The package and the .run file, each in a clean minimal Debian."""

from __future__ import annotations

import shutil
from functools import partial

from installers import deb, trim
from installers.chroots import Chroot, base, unpacked
from installers.places import BUILD, NAME, artefact, version
from installers.steps import CannotTry, StepFailed

from proofs.bundle_proofs import SEED, SOURCE_TOUR
from proofs.ledger import Ledger, expect
from proofs.visits import passed, same

SUITE = "bookworm"
TOOLS = ("xvfb", "xauth", "xz-utils")
DATA = "/var/lib/mentor-kiosk"
EARLIER = "0.0.1"
_QUICK = ("-Zgzip", "-z1")
_APT = "apt-get -qq -y --no-install-recommends install"
_X = "xvfb-run -a -s '-screen 0 1280x1024x24'"
_LIST = "find / -xdev -not -path '/proc/*' -not -path '/tmp/*' -not -path '/var/cache/*'"


def prove(ledger: Ledger) -> None:
    """Prove both in one system, from its making to its being as clean as before."""
    made: list[Chroot] = []
    if not ledger.prove(".deb: a clean minimal Debian", partial(_make, made)):
        return
    room = Room(made[0])
    steps = {
        ".deb: apt installs it, with all that it needs": room.install_earlier,
        ".deb: data folder, account, menu entry, icons, man page": room.look,
        ".deb: smoke test in a window of X as the kiosk's account": room.smoke,
        ".deb: tour as the kiosk's account, the same log as from the sources": room.tour,
        ".deb: the upgrade keeps every attempt": room.upgrade,
        ".deb: removed, the data stays": room.remove,
        ".deb: purged, nothing is left": room.purge,
        ".run: an ordinary account installs it, starts it and takes it away": room.run_file,
    }
    for title, proof in steps.items():
        ledger.prove(title, proof)
    shutil.rmtree(room.chroot.root, ignore_errors=True)


def _make(made: list[Chroot]) -> None:
    try:
        made.append(unpacked(base(SUITE, TOOLS), BUILD / "chroot"))
    except OSError as fault:
        raise CannotTry(str(fault)) from fault


class Room:
    """One clean system, and the package on its way through it."""

    def __init__(self, chroot: Chroot) -> None:
        self.chroot = chroot
        self._before = ""
        self._log = ""

    def install_earlier(self) -> None:
        """Install a package that says it is an earlier one, twice, cleanly between."""
        earlier = deb.make_version(EARLIER, self.chroot.root / "tmp" / "earlier.deb", _QUICK)
        shutil.copyfile(artefact("_{version}_amd64.deb"), earlier.with_name("this.deb"))
        self.chroot.sh("apt-get -qq update")
        self.chroot.sh(f"{_APT} /tmp/earlier.deb")
        # Now what it depends on is there, so that a later list shows what is of the kiosk alone.
        self.chroot.sh(f"apt-get -qq -y purge {NAME}")
        self._before = self.chroot.sh(f"{_LIST} | sort")
        self.chroot.sh(f"{_APT} /tmp/earlier.deb")

    def look(self) -> None:
        """Look at what it laid down."""
        say = self.chroot.sh
        expect(say(f"stat -c '%U:%G %a' {DATA}").strip(), "mentor-kiosk:mentor-kiosk 700", DATA)
        for path in (
            "applications/mentor-kiosk.desktop",
            "icons/hicolor/scalable/apps/mentor-kiosk.svg",
            "icons/hicolor/48x48/apps/mentor-kiosk.png",
            "icons/hicolor/256x256/apps/mentor-kiosk.png",
            "man/man1/mentor-kiosk.1.gz",
            "doc/mentor-kiosk/copyright",
        ):
            say(f"test -s /usr/share/{path}")
        expect(say("mentor-kiosk --version").strip(), f"mentor-kiosk, version {version()}", "says")
        lost = say(
            "cd /usr/lib/mentor-kiosk; LD_LIBRARY_PATH=program find . -name '*.so*' -exec ldd {} + "
            "| grep 'not found' | sort -u || true"
        )
        missing = {line.split()[0] for line in lost.splitlines()}
        expect(sorted(missing - trim.IF_THERE), [], "libraries that are missing")

    def smoke(self) -> None:
        """Try each part as the account that the package made."""
        self._as_kiosk(f"{_X} mentor-kiosk --smoke /tmp/kiosk/smoke.json")
        passed(self.chroot.root / "tmp/kiosk/smoke.json", platform="xcb", data_folder=DATA)
        expect(self.chroot.sh(f"ls -A {DATA}"), "", f"left in {DATA}")

    def tour(self) -> None:
        """Make a visit, and put its attempts where the kiosk keeps them."""
        self._as_kiosk(f"{_X} mentor-kiosk tour --seed {SEED} --out /tmp/kiosk/tour")
        same(SOURCE_TOUR, self.chroot.root / "tmp/kiosk/tour")
        self._as_kiosk("mentor-kiosk restore /tmp/kiosk/tour/data/kiosk.db")
        self._log = self._export("one")

    def upgrade(self) -> None:
        """Install this version over the earlier one."""
        self.chroot.sh(f"{_APT} /tmp/this.deb")
        status = self.chroot.sh(f"dpkg-query -W -f '${{Version}}' {NAME}")
        expect(status, version(), "installed")
        expect(self._export("two"), self._log, "the attempts")

    def remove(self) -> None:
        """Remove it."""
        self.chroot.sh(f"apt-get -qq -y remove {NAME}")
        self.chroot.sh(f"test -s {DATA}/kiosk.db; test ! -e /usr/lib/{NAME}")

    def purge(self) -> None:
        """Purge it, and look for anything that was not there before."""
        self.chroot.sh(f"apt-get -qq -y purge {NAME}")
        after = self.chroot.sh(f"{_LIST} | sort")
        fresh = sorted(set(after.splitlines()) - set(self._before.splitlines()))
        expect([path for path in fresh if not path.startswith("/var/log")], [], "left")
        expect(self.chroot.sh("getent passwd mentor-kiosk || true"), "", "the account")

    def run_file(self) -> None:
        """Let an ordinary account install, use and remove the .run file."""
        shutil.copyfile(artefact("-{version}-linux-x64.run"), self.chroot.root / "srv/kiosk.run")
        self.chroot.sh("useradd -m learner; chmod 755 /srv/kiosk.run")
        before = self._as_learner("find . | sort")
        self._as_learner("/srv/kiosk.run --quiet -- >/dev/null; test -x .local/bin/mentor-kiosk")
        self._as_learner("grep -qx 'Icon=mentor-kiosk' .local/share/applications/*.desktop")
        self._as_learner(f"{_X} .local/bin/mentor-kiosk --smoke smoke.json")
        passed(self.chroot.root / "home/learner/smoke.json", platform="xcb")
        self._as_learner("rm smoke.json; .local/opt/mentor-kiosk/uninstall.sh --purge")
        files = set(self._as_learner("find . -type f | sort").splitlines())
        caches = {path for path in files if path.startswith("./.cache/")}
        expect(sorted(files - caches - set(before.splitlines())), [], "left")

    def _as_kiosk(self, command: str) -> str:
        user = "runuser -u mentor-kiosk -- env HOME=/tmp/kiosk"
        self.chroot.sh("install -d -o mentor-kiosk /tmp/kiosk")
        return self.chroot.sh(f"{user} sh -ec '{_quoted(command)}'")

    def _as_learner(self, command: str) -> str:
        return self.chroot.sh(f"runuser -l learner -c '{_quoted(command)}'")

    def _export(self, name: str) -> str:
        self._as_kiosk(f"mentor-kiosk check; mentor-kiosk export --out /tmp/kiosk/{name}")
        tables = sorted((self.chroot.root / "tmp/kiosk" / name).glob("*/*.csv"))
        if not tables:
            raise StepFailed("the export is empty")
        return "".join(table.read_text(encoding="utf-8") for table in tables)


def _quoted(command: str) -> str:
    return command.replace("'", "'\\''")
