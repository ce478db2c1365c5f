"""One moment at which the power may go: what is safe on the disk then, and what is not yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from crash_changes import Change, Entries, edited, put

ROOT = 0
"""The node of the folder itself."""

Tree = dict[str, bytes | None]
"""What is where, by its path; ``None`` is a folder."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A disk that stands still.

    Attributes:
        said: what the child had said by then: what must be there.
        pending: the changes that no sync had covered yet, in their order.
        files: what is safely in files, by node.
        folders: the names that are safely in folders, by node.
    """

    said: tuple[str, ...]
    pending: tuple[Change, ...]
    files: Mapping[int, bytes]
    folders: Mapping[int, dict[str, int]]

    def tree(self, kept: Iterable[Change]) -> Tree:
        """Return what is on the disk if these of the pending changes are, in their order."""
        files: dict[int, bytearray] = {}
        folders = dict(self.folders)
        for change in kept:
            if isinstance(change, Entries):
                for folder, name, node in change.edits:
                    folders[folder] = edited(folders[folder], name, node)
            else:
                if change.node not in files:
                    files[change.node] = bytearray(self.files[change.node])
                put(files[change.node], change)
        return dict(self._walk(ROOT, "", folders, files))

    def _walk(
        self,
        folder: int,
        path: str,
        folders: dict[int, dict[str, int]],
        files: dict[int, bytearray],
    ) -> Iterator[tuple[str, bytes | None]]:
        for name, node in folders[folder].items():
            if node in folders:
                yield path + name, None
                yield from self._walk(node, f"{path}{name}/", folders, files)
            else:
                yield path + name, bytes(files.get(node, self.files[node]))


def lay_out(tree: Tree, folder: Path) -> None:
    """Make the files and folders of a tree in an empty folder."""
    for path, content in tree.items():
        if content is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(content)
