"""A screen reader at a real kiosk: it has names, roles, descriptions, actions and announcements."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from optional import SYSTEM_PYTHON

CLIENT = Path(__file__).with_name("atspi_client.py")
PATIENCE_S = 20.0
_SCREEN = ("xvfb-run", "-a", "-s", "-screen 0 1280x1024x24")
_SESSION = ("dbus-run-session", "--", SYSTEM_PYTHON, "-I", str(CLIENT))
# Answers go to descriptor 3: the bus and what it starts write where they like.
_APART = ("sh", "-c", 'log=$1; shift; exec "$@" 3>&1 >"$log" 2>&1', "sh")


class Seen(NamedTuple):
    """One accessible that shows; ``states`` are AT-SPI's, in lower case.

    ``box`` is left, top, width and height, in pixels of the window.

    It can be acted on until the next look.
    """

    number: int
    role: str
    name: str
    description: str
    states: list[str]
    box: Sequence[int] = (0, 0, 0, 0)

    @property
    def is_control(self) -> bool:
        """Whether it can be acted on; the keys of a key pad never have the focus."""
        return "focusable" in self.states or self.role == "push button"


class Heard(NamedTuple):
    """Texts that were announced, and names that got the focus, in the order in which they came."""

    announced: list[str]
    focused: list[str]


class ScreenReader:
    """Starts a kiosk on a virtual screen with a session bus, and reads it until closed."""

    def __init__(self, data_folder: Path) -> None:
        # Short, as the path of a socket may have no more than 107 bytes.
        self._folder = tempfile.TemporaryDirectory(prefix="kiosk-")
        self._log = Path(self._folder.name) / "errors.txt"
        kiosk = (sys.executable, "-m", "kiosk", "run", "--windowed", "--data-dir", data_folder)
        self._client = subprocess.Popen(
            [*_SCREEN, *_APART, self._log, *_SESSION, *kiosk],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=_environment(self._folder.name),
            text=True,
            start_new_session=True,
        )

    def __enter__(self) -> ScreenReader:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _fault: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """End the kiosk, the bus and the screen."""
        try:
            self._client.communicate(timeout=PATIENCE_S)
        except subprocess.TimeoutExpired:
            os.killpg(self._client.pid, signal.SIGKILL)
            self._client.communicate()
        self._folder.cleanup()

    def look(self) -> list[Seen]:
        """Return what shows now, from the window down."""
        told = self._ask("look")
        assert isinstance(told, list)
        return [Seen(*spoken) for spoken in told]

    def find(self, name: str) -> Seen:
        """Wait for the control of a name, and return it."""
        found: list[Seen] = []

        def there() -> bool:
            found[:] = [seen for seen in self.look() if seen.is_control and seen.name == name]
            return bool(found)

        self.wait(there, name)
        return named(found, name)

    def press(self, control: Seen) -> None:
        """Do what a control offers first: to be pressed, or to be checked."""
        self._act("press", control)

    def focus(self, control: Seen) -> None:
        """Give a control the focus."""
        self._act("focus", control)

    def can_focus(self, control: Seen) -> bool:
        """Give a control the focus, if it is still there and takes it."""
        return bool(self._ask("focus", control.number))

    def type(self, field: Seen, text: str) -> None:
        """Put a text into a field."""
        assert self._ask("type", field.number, text), f"{field} takes no text"

    def key(self, *codes: int) -> Seen | None:
        """Press a key, the last code, while the others are down; return what got the focus."""
        told = self._ask("key", *codes)
        if told is None:
            return None
        assert isinstance(told, list)
        return Seen(*told)

    def wait(self, there: Callable[[], object], what: str) -> None:
        """Look until something is there."""
        end = time.monotonic() + PATIENCE_S
        while not there():
            assert time.monotonic() < end, f"waited in vain for {what}: {self.look()}"

    def heard(self) -> Heard:
        """Return what was said since the last time."""
        told = self._ask("heard")
        assert isinstance(told, list)
        return Heard(*told)

    def _act(self, order: str, control: Seen) -> None:
        assert self._ask(order, control.number), f"{control} does not do what it is told: {order}"

    def _ask(self, *order: str | int) -> object:
        assert self._client.stdin is not None
        assert self._client.stdout is not None
        assert self._client.poll() is None, self._log.read_text()
        self._client.stdin.write(json.dumps(order) + "\n")
        self._client.stdin.flush()
        answer = self._client.stdout.readline()
        assert answer, self._log.read_text()
        return json.loads(answer)


def named(look: Iterable[Seen], name: str) -> Seen:
    """Return the one control of a name."""
    found = [seen for seen in look if seen.is_control and seen.name == name]
    assert len(found) == 1, f"one control is named {name}: {found}"
    return found[0]


def counted(look: Iterable[Seen], title: str) -> Seen:
    """Return the one control whose name is a title and, after a comma, a count."""
    found = [seen for seen in look if seen.is_control and seen.name.startswith(f"{title}, ")]
    assert len(found) == 1, f"one control is named {title}, with a count: {found}"
    return found[0]


def focused(look: Iterable[Seen]) -> list[str]:
    """Return the name of what has the focus."""
    return [seen.name for seen in look if "focused" in seen.states]


def _environment(folder: str) -> dict[str, str]:
    # Nothing of the desktop that the tests may be started from: its bus, its display, its settings.
    foreign = ("AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "NO_AT_BRIDGE", "WAYLAND_DISPLAY")
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    return kept | {
        "GSETTINGS_BACKEND": "memory",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "XDG_RUNTIME_DIR": folder,
    }
