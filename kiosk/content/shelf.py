"""The packs that were taken into a data folder, and which of them is in use.

Each lies in ``packs/<id>/<version>-<the start of its SHA-256>``. It was written beside its place
and put there in one step, so that a kill leaves it whole or not there. ``packs/in-use`` names one;
without it, the pack that came with the program is in use.
"""

from __future__ import annotations

import contextlib
import logging
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kiosk import durable
from kiosk.content.load import load_pack
from kiosk.content.problem import Problem
from kiosk.content.wrong import Wrong
from kiosk.core.lesson import Pack
from kiosk.core.shelf import ShelvedPack
from kiosk.errors import KioskError, PackBroken, PackMissing, PackNotKept

FOLDER_NAME = "packs"
IN_USE = "in-use"
_STAGED = ".staged-"
_HASH_LETTERS = 12
_KEY = re.compile(rf"[a-z0-9-]+/[0-9.]+-[0-9a-f]{{{_HASH_LETTERS}}}")
_log = logging.getLogger(__name__)


class Shelf:
    """The packs of one data folder, and the one that came with the program."""

    def __init__(self, data_folder: Path, bundled: Path) -> None:
        self._folder = data_folder / FOLDER_NAME
        self._bundled = bundled

    def packs(self) -> tuple[ShelvedPack, ...]:
        """Return every pack, the program's own first; one that is damaged says so."""
        used = self.in_use()
        keys = sorted(
            f"{each.parent.name}/{each.name}" for each in self._folder.glob("[!.]*/[!.]*")
        )
        shelved = (self._shelved(key) for key in ("", *keys) if self._path(key).is_dir())
        return tuple(replace(each, in_use=each.key == used) for each in shelved)

    def in_use(self) -> str:
        """Return the key of the pack that was chosen; empty for the program's own."""
        try:
            return (self._folder / IN_USE).read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return ""

    def load(self, key: str) -> Pack:
        """Return a pack.

        Raises:
            PackMissing: there is none of that key.
            PackBroken: it is not as it was taken in.
        """
        path = self._path(key)
        if key and not _KEY.fullmatch(key):
            raise PackMissing(path=path)
        pack = load_pack(path)
        if key and key != _key(pack):
            changed = Problem("", "", Wrong.CHANGED, Wrong.CHANGED)
            raise PackBroken(path=path, count=1, first=changed)
        return pack

    def load_in_use(self) -> tuple[Pack, KioskError | None]:
        """Return the pack that was chosen, or, where it is damaged, the program's own and why.

        Raises:
            PackMissing, PackBroken: the program's own is not to be used either.
        """
        key = self.in_use()
        try:
            return self.load(key), None
        except (PackMissing, PackBroken) as fault:
            if not key:
                raise
            _log.error("the pack that was chosen cannot be used: %s", fault)
            return self.load(""), fault

    def take_in(self, pack: Pack, files: Mapping[str, bytes]) -> str:
        """Write a pack that was checked to its place; one that is there stays. Returns its key.

        Raises:
            PackNotKept: the disk refuses; nothing of it is left.
        """
        key = _key(pack)
        target = self._path(key)
        staged = self._folder / f"{_STAGED}{pack.sha256}"
        with self._keeping():
            if target.is_dir() and not self._shelved(key).fault:
                return key
            durable.make_folder(target.parent)
            try:
                _write(staged, files)
                self._put(staged, target)
            finally:
                shutil.rmtree(staged, ignore_errors=True)
            durable.sync_folder(target.parent)
        return key

    def use(self, key: str) -> Pack:
        """Have a pack used from the next visit on. Returns it, read back.

        Raises:
            PackMissing, PackBroken: it cannot be used; what was in use stays so.
            PackNotKept: the disk refuses; what was in use stays so.
        """
        pack = self.load(key)
        with self._keeping():
            durable.make_folder(self._folder)
            durable.write_file(self._folder / IN_USE, [f"{key}\n".encode()])
        return pack

    def clear_leftovers(self) -> None:
        """Take away what a kill left half written, while nothing is taken in.

        Raises:
            OSError: it cannot be deleted.
        """
        for left in (*self._folder.glob(f"{_STAGED}*"), *self._folder.glob("*.part")):
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink()

    def _put(self, staged: Path, target: Path) -> None:
        # What stands there was found to be damaged.
        aside = self._folder / f"{_STAGED}old"
        if target.exists():
            durable.replace(target, aside)
        durable.replace(staged, target)
        shutil.rmtree(aside, ignore_errors=True)

    def _path(self, key: str) -> Path:
        return self._folder / key if key else self._bundled

    def _shelved(self, key: str) -> ShelvedPack:
        try:
            pack = self.load(key)
        except KioskError as fault:
            pack_id, _, rest = key.partition("/")
            version = rest.rpartition("-")[0]
            return ShelvedPack(key, pack_id, version, pack_id, (), "", in_use=False, fault=fault)
        return ShelvedPack(
            key,
            pack.id,
            pack.version,
            pack.title,
            pack.languages,
            pack.sha256,
            in_use=False,
            titles={tag: spoken.title for tag, spoken in pack.translations.items()},
        )

    @contextlib.contextmanager
    def _keeping(self) -> Iterator[None]:
        try:
            yield
        except OSError as fault:
            raise PackNotKept(path=self._folder, detail=fault.strerror or fault) from fault


def _key(pack: Pack) -> str:
    return f"{pack.id}/{pack.version}-{pack.sha256[:_HASH_LETTERS]}"


def _write(staged: Path, files: Mapping[str, bytes]) -> None:
    shutil.rmtree(staged, ignore_errors=True)
    durable.make_folder(staged)
    for file, data in files.items():
        path = staged / file
        durable.make_folder(path.parent)
        durable.write_file(path, [data])
