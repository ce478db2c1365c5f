"""The package for Debian and Ubuntu, put together from the bundle."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from installers.bundle import ICONS, LINUX, made_when
from installers.places import BUILD, NAME, PACKAGING, ROOT, artefact, version
from installers.steps import call, step

SOURCES = PACKAGING / "linux"
_HOME = Path("usr/lib") / NAME
_SHARE = Path("usr/share")
_SYMBOL = re.compile(r"GLIBC_(\d+)\.(\d+)")


def make() -> Path:
    """Make the package of this version. Returns it."""
    with step("the package for Debian and Ubuntu"):
        return make_version(version(), artefact("_{version}_amd64.deb"))


def make_version(number: str, target: Path, compression: Sequence[str] = ("-Zxz",)) -> Path:
    """Make a package that says it is of this version. Returns it.

    Args:
        number: the version.
        target: the file to make.
        compression: what dpkg-deb is told of it.
    """
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    _lay_out(tree)
    control = tree / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(_control(tree, number), encoding="utf-8")
    for script in ("postinst", "postrm"):
        shutil.copyfile(SOURCES / script, control / script)
        (control / script).chmod(0o755)
    when = {"SOURCE_DATE_EPOCH": str(int(made_when().timestamp()))}
    command = ["dpkg-deb", "--root-owner-group", *compression, "--build", str(tree), str(target)]
    call(command, environment=when)
    return target


def glibc_of(files: Iterable[Path]) -> str:
    """Return the earliest version of the C library that has all that these files ask for."""
    said = call(["objdump", "-p", *files])
    needed = max(tuple(map(int, found)) for found in _SYMBOL.findall(said))
    return ".".join(map(str, needed))


def programs(bundle: Path) -> list[Path]:
    """Return the programs and libraries of a bundle."""
    return [
        path
        for path in sorted(bundle.rglob("*"))
        if path.is_file() and not path.is_symlink() and path.read_bytes()[:4] == b"\x7fELF"
    ]


def _lay_out(tree: Path) -> None:
    shutil.copytree(LINUX, tree / _HOME, symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / NAME).symlink_to(Path("..") / "lib" / NAME / NAME)
    _copy(SOURCES / f"{NAME}.desktop", tree / _SHARE / "applications" / f"{NAME}.desktop")
    icons = tree / _SHARE / "icons" / "hicolor"
    for picture in ICONS.glob("*.png"):
        size = f"{picture.stem}x{picture.stem}"
        _copy(picture, icons / size / "apps" / f"{NAME}.png")
    drawing = ROOT / "resources" / "icons" / f"{NAME}.svg"
    _copy(drawing, icons / "scalable" / "apps" / f"{NAME}.svg")
    doc = tree / _SHARE / "doc" / NAME
    _copy(SOURCES / "copyright", doc / "copyright")
    _pack(ROOT / "CHANGELOG.md", doc / "changelog.gz")
    _pack(SOURCES / f"{NAME}.1", tree / _SHARE / "man" / "man1" / f"{NAME}.1.gz")
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.name == NAME else 0o644)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _pack(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))


def _control(tree: Path, number: str) -> str:
    form = (SOURCES / "control").read_text(encoding="utf-8")
    size = sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file())
    glibc = glibc_of(programs(tree / _HOME))
    return form.format(version=number, installed_kib=size // 1024, glibc=glibc)
