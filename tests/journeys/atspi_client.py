"""The far end of AT-SPI: starts a program, then looks, presses and listens as a screen reader does.

It runs under the system's Python, the one that has ``gi``, in a D-Bus session and on
a display: ``atspi_client.py PROGRAM ARGUMENT...``. Each line of input is one order as
JSON, each is answered by one line of JSON on descriptor 3, and the end of the input
ends the program:

- ``["look"]``: every accessible that shows, as ``[number, role, name, description, [state...],
  [left, top, width, height]]``, the last in pixels of the window;
- ``["press", number]``: do what one of those offers first, and wait until it is done;
- ``["focus", number]``: give it the focus;
- ``["type", number, text]``: put a text into it, in place of what is there;
- ``["key", keycode, ...]``: press keys of the keyboard, the last one while the others are down;
  what got the focus by that, as a look tells it, ``null`` where nothing did;
- ``["heard"]``: the texts announced, and the names that got the focus, since the last time.
"""

from __future__ import annotations

import importlib
import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Protocol

gi = importlib.import_module("gi")
gi.require_version("Atspi", "2.0")
Atspi = importlib.import_module("gi.repository.Atspi")
GLib = importlib.import_module("gi.repository.GLib")

PATIENCE_S = 20.0
MOMENT_S = 0.5
PRESSES = {"Press", "Toggle"}
STATES = ("FOCUSABLE", "FOCUSED", "ENABLED", "CHECKED")


Told = tuple[int, str, str, str, list[str], tuple[int, int, int, int]]


class States(Protocol):
    """A set of states."""

    def contains(self, state: object) -> bool: ...


class Box(Protocol):
    """Where something is."""

    x: int
    y: int
    width: int
    height: int


class Component(Protocol):
    """What is used of something that has a place."""

    def get_extents(self, kind: object) -> Box: ...


class Editable(Protocol):
    """What is used of a field."""

    def set_text_contents(self, text: str) -> bool: ...


class Node(Protocol):
    """What is used of an accessible."""

    def get_process_id(self) -> int: ...
    def get_role_name(self) -> str: ...
    def get_name(self) -> str: ...
    def get_description(self) -> str: ...
    def get_state_set(self) -> States: ...
    def get_child_count(self) -> int: ...
    def get_child_at_index(self, n: int) -> Node | None: ...
    def get_n_actions(self) -> int: ...
    def get_action_name(self, n: int) -> str: ...
    def do_action(self, n: int) -> bool: ...
    def get_component_iface(self) -> Component | None: ...
    def get_editable_text_iface(self) -> Editable | None: ...


class Happening(Protocol):
    """What is used of an event: an announcement has its words in ``any_data``."""

    type: str
    source: Node
    detail1: int
    any_data: str


class Client:
    """Reads one program, and nothing that the program does not say."""

    def __init__(self, program: int) -> None:
        self._program = program
        self._numbers = itertools.count()
        self._seen: dict[int, Node] = {}
        self._announced: list[str] = []
        self._focused: list[str] = []
        self._sources: list[Node] = []
        Atspi.init()
        # What is kept on this side could be older than what the program says.
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
        self._listener = Atspi.EventListener.new(self._hear)
        for event in ("object:announcement", "object:state-changed:focused"):
            self._listener.register(event)

    def _hear(self, event: Happening) -> None:
        if event.type == "object:announcement":
            self._announced.append(event.any_data)
        elif event.detail1:
            self._sources.append(event.source)
            self._focused.append(event.source.get_name())

    def root(self) -> Node | None:
        """Return the program's own accessible, ``None`` while it has none."""
        programs = children(Atspi.get_desktop(0))
        return next((node for node in programs if node.get_process_id() == self._program), None)

    def look(self) -> list[Told]:
        """Return what shows, from the window down; nothing while a page is being turned.

        No number is given twice, so none can be taken for what another look saw.
        """
        told: list[Told] = []
        try:
            for node, states in showing(self.root()):
                told.append(self._tell(node, states))
        except GLib.Error:
            return []
        return told

    def _tell(self, node: Node, states: States) -> Told:
        number = next(self._numbers)
        self._seen[number] = node
        spoken = node.get_role_name(), node.get_name(), node.get_description()
        return number, *spoken, [s.lower() for s in STATES if has(states, s)], box_of(node)

    def press(self, number: int) -> bool:
        """Do the first action of an accessible that was looked at; false where it is no press."""
        node = self._seen[number]
        if not set(actions(node)[:1]) & PRESSES or not node.do_action(0):
            return False
        return wait(lambda: released(node))

    def focus(self, number: int) -> bool:
        """Give an accessible that was looked at the focus; false where it takes none."""
        node = self._seen[number]
        try:
            names = actions(node)
            return "SetFocus" in names and node.do_action(names.index("SetFocus"))
        except GLib.Error:
            return False

    def type(self, number: int, text: str) -> bool:
        """Put a text into a field that was looked at; false where none can be."""
        field = self._seen[number].get_editable_text_iface()
        return field is not None and field.set_text_contents(text)

    def key(self, *codes: int) -> Told | None:
        """Press keys; return what got the focus by it, ``None`` where nothing did."""
        self.heard()
        self._sources = []
        *held, last = codes
        for code in held:
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(last, None, Atspi.KeySynthType.PRESSRELEASE)
        for code in held:
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.RELEASE)
        if not wait(lambda: self._sources, MOMENT_S):
            return None
        try:
            return self._tell(self._sources[-1], self._sources[-1].get_state_set())
        except GLib.Error:
            return None

    def heard(self) -> tuple[list[str], list[str]]:
        """Return what was announced, and what got the focus, since the last time.

        A program's signals come before its answers: one question fetches all that it said.
        """
        self.root()
        while GLib.MainContext.default().iteration(may_block=False):
            pass
        told = (self._announced, self._focused)
        self._announced, self._focused = [], []
        return told


def actions(node: Node) -> list[str]:
    """Return the names of what can be done, in the program's order."""
    return [node.get_action_name(n) for n in range(node.get_n_actions())]


def box_of(node: Node) -> tuple[int, int, int, int]:
    """Return where a node is in its window; nothing wide where it has no place."""
    component = node.get_component_iface()
    if component is None:
        return 0, 0, 0, 0
    box = component.get_extents(Atspi.CoordType.WINDOW)
    return box.x, box.y, box.width, box.height


def has(states: States, name: str) -> bool:
    """Whether a set of states has one by its name."""
    return states.contains(getattr(Atspi.StateType, name))


def children(node: Node) -> Iterator[Node]:
    """Go through those that are still there when their turn comes."""
    for n in range(node.get_child_count()):
        child = node.get_child_at_index(n)
        if child is not None:
            yield child


def showing(node: Node | None) -> Iterator[tuple[Node, States]]:
    """Go through a tree, from above, leaving out what does not show and all that is inside it."""
    if node is not None and has(states := node.get_state_set(), "SHOWING"):
        yield node, states
        for child in children(node):
            yield from showing(child)


def released(node: Node) -> bool:
    """Whether a button is up again (an action presses it for a moment), or gone with its page."""
    try:
        return not has(node.get_state_set(), "PRESSED")
    except GLib.Error:
        return True


def wait(there: Callable[[], object], patience_s: float = PATIENCE_S) -> bool:
    """Let events in until something is there; false where it does not come."""
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        if there():
            return True
        GLib.MainContext.default().iteration(may_block=False)
    return False


def main() -> None:
    """Obey until the input ends."""
    answers = os.fdopen(3, "w", encoding="utf-8")
    with answers, subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL) as program:
        try:
            client = Client(program.pid)
            if not wait(client.root):
                sys.exit("the program never came to the accessibility bus")
            orders: dict[str, Callable[..., object]] = {
                "look": client.look,
                "press": client.press,
                "focus": client.focus,
                "key": client.key,
                "type": client.type,
                "heard": client.heard,
            }
            for line in sys.stdin:
                order, *more = json.loads(line)
                answers.write(json.dumps(orders[order](*more)) + "\n")
                answers.flush()
        finally:
            program.terminate()


if __name__ == "__main__":
    main()
