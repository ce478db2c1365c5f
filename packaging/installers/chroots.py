"""Small systems of their own, made by debootstrap and kept outside of the tree."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from fetch import persist, quiet, run, say
from system import install

from installers.places import cache
from installers.steps import CannotTry, StepFailed, call

_MOUNTS = (
    'mount --bind /dev "$0/dev"',
    'mount -t proc proc "$0/proc"',
    'mount -t tmpfs tmpfs "$0/dev/shm"',
)
"""The mounts are seen by this process and its children alone, and go with them."""

_LONGEST_S = 1800
"""No command in there takes that long; one that hangs must not hang what waits for it."""


class Chroot:
    """One such system."""

    def __init__(self, root: Path, shared: Sequence[Path] = ()) -> None:
        """Use the system in the folder ``root``; ``shared`` folders are in it at the same paths."""
        self.root = root
        self._shared = tuple(shared)

    def __call__(self, *command: str | Path) -> str:
        """Run a command in it as root. Returns what it said. Raises ``StepFailed``."""
        # Not by exec: an X server tells the first process of a system nothing.
        inside = [*_MOUNTS, *map(self._share, self._shared), 'chroot "$0" "$@" || exit']
        alone = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
        lead = ["timeout", str(_LONGEST_S), *alone, "sh", "-c", " && ".join(inside), str(self.root)]
        tidy = ["env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", "HOME=/root"]
        return call([*lead, *tidy, "DEBIAN_FRONTEND=noninteractive", *command])

    @staticmethod
    def _share(folder: Path) -> str:
        here = shlex.quote(str(folder))
        return f'mkdir -p "$0"{here} && mount --bind {here} "$0"{here}'

    def sh(self, script: str) -> str:
        """Run a line of shell in it as root. Returns what it said. Raises ``StepFailed``."""
        return self("sh", "-ec", script)

    def install(self, packages: Sequence[str]) -> None:
        """Install packages of its system.

        Raises:
            CannotTry: they could not be fetched.
        """
        listed = " ".join(packages)
        apt = "apt-get -qq -o Acquire::Retries=3"

        def tried() -> bool:
            try:
                self.sh(f"{apt} update; {apt} install -y --no-install-recommends {listed}")
            except StepFailed as fault:
                say(str(fault).splitlines()[-1])
                return False
            return True

        if not persist(tried):
            raise CannotTry(f"in {self.root.name} these could not be installed: {listed}")


def debian_mirror() -> str:
    """Return where this machine's apt has its Debian from.

    Raises:
        CannotTry: it has none.
    """
    form = "$(ORIGIN) $(LABEL) $(REPO_URI)"
    command = ["apt-get", "indextargets", "--format", form, "Created-By: Packages"]
    said = run(command, out=subprocess.PIPE).stdout
    for line in said.splitlines():
        origin, label, place = line.split(" ", 2)
        if origin == label == "Debian":
            return place
    raise CannotTry("the apt of this machine knows no mirror of Debian")


def need_root() -> None:
    """Require the right to make a system. Raises ``CannotTry``."""
    if os.geteuid() != 0:
        raise CannotTry("only root may make a chroot")
    if not quiet(
        ["unshare", "--mount", "--pid", "--fork", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    ):
        raise CannotTry("this machine lets nobody mount anything")
    if shutil.which("debootstrap") is None and not install(["debootstrap"], "For a clean system."):
        raise CannotTry("debootstrap is missing")


def base(suite: str, packages: Sequence[str]) -> Path:
    """Return the archive of a minimal system with these packages, made where it is missing.

    Raises:
        CannotTry: this machine cannot make one, or cannot fetch it.
    """
    need_root()
    archive = cache() / f"{suite}.tar"
    wanted = "\n".join(packages)
    stamp = archive.with_suffix(".packages")
    if archive.is_file() and stamp.is_file() and stamp.read_text() == wanted:
        return archive
    folder = cache() / f"{suite}.making"
    make(suite, folder).install(packages)
    call(["tar", "-C", folder, "-cf", archive.with_suffix(".part"), "."])
    archive.with_suffix(".part").replace(archive)
    stamp.write_text(wanted)
    shutil.rmtree(folder)
    return archive


def make(suite: str, folder: Path) -> Chroot:
    """Make a minimal system in a folder. Raises ``CannotTry``."""
    need_root()
    mirror = debian_mirror()
    say(f"making a system of Debian {suite}")

    def tried() -> bool:
        shutil.rmtree(folder, ignore_errors=True)
        command = ["debootstrap", "--variant=minbase", suite, str(folder), mirror]
        return run(command, out=subprocess.DEVNULL).returncode == 0

    if not persist(tried):
        raise CannotTry(f"debootstrap could not fetch {suite}")
    return Chroot(folder)


def unpacked(archive: Path, folder: Path) -> Chroot:
    """Return a fresh system from an archive, in a folder that is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    call(["tar", "-C", folder, "-xf", archive])
    shutil.copyfile("/etc/resolv.conf", folder / "etc" / "resolv.conf")
    return Chroot(folder)
