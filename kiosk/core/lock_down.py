"""What of the ways out of a full screen is blocked on a machine, by facts about it alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.core.checkup import Finding, Keys, Said, State, Subject

WINDOW_MANAGERS = frozenset(
    {"gnome-shell", "kwin_x11", "kwin_wayland", "plasmashell", "mutter", "xfwm4", "openbox"}
    | {"marco", "cinnamon", "budgie-wm", "i3", "sway", "labwc", "weston", "icewm", "fluxbox"}
    | {"lxqt-panel", "enlightenment", "awesome", "bspwm", "metacity", "compiz", "Xfwm4"}
)


@dataclass(frozen=True, slots=True)
class LinuxFacts:
    """A session of Linux.

    ``above`` are the names of the processes that the kiosk runs under, ``running`` of all.
    ``graphical``: ``wayland``, ``x11`` or empty. ``cage_switches`` tells whether cage was asked
    to let consoles be switched, ``no_consoles`` whether the X server was asked not to.
    """

    graphical: str
    above: tuple[str, ...]
    running: frozenset[str]
    cage_switches: bool = False
    no_consoles: bool = False
    sysrq: str = ""
    root: bool = False


@dataclass(frozen=True, slots=True)
class WindowsFacts:
    """What the registry of Windows has, ``None`` where it has nothing of that name."""

    values: Mapping[str, object] = field(default_factory=dict)
    administrator: bool = False


def on_linux(facts: LinuxFacts) -> tuple[Finding, ...]:
    """Return what is blocked in a session of Linux."""
    alone = "cage" in facts.above
    bare = facts.graphical == "x11" and not facts.running & WINDOW_MANAGERS
    if not facts.graphical:
        keys = tuple(_finding(each, Said.LOCK_UNTOLD) for each in _DESKTOP_KEYS)
        consoles = Said.LOCK_UNTOLD
    else:
        said = Said.LOCK_ALONE if alone else Said.LOCK_NOTHING if bare else Said.LOCK_OPEN
        keys = tuple(_finding(each, said) for each in _DESKTOP_KEYS)
        consoles = Said.LOCK_OPEN
        if alone and not facts.cage_switches:
            consoles = Said.LOCK_ALONE
        elif facts.graphical == "x11" and facts.no_consoles:
            consoles = Said.LOCK_POLICY
    sysrq = Said.LOCK_POLICY if facts.sysrq == "0" else Said.LOCK_OPEN
    return (
        *keys,
        _finding(Keys.CONSOLES, consoles),
        _finding(Keys.SYSRQ, sysrq if facts.sysrq else Said.LOCK_UNTOLD),
        _rights(facts.root),
    )


def on_windows(facts: WindowsFacts) -> tuple[Finding, ...]:
    """Return what is blocked on Windows."""
    values = facts.values
    shell = str(values.get("Shell") or "explorer.exe").lower()
    replaced = "explorer" not in shell
    filtered = values.get("KeyboardFilter") == 2
    open_or = Said.LOCK_RULES if filtered else Said.LOCK_OPEN
    desktop = Said.LOCK_SHELL if replaced else open_or
    task_manager = Said.LOCK_POLICY if values.get("DisableTaskMgr") == 1 else open_or
    all_off = all(values.get(name) == 1 for name in _SECURE_SCREEN)
    secure = Said.LOCK_POLICY if all_off else open_or
    edges = values.get("AllowEdgeSwipe") == 0
    return (
        _finding(Keys.ALT_TAB, desktop),
        _finding(Keys.SUPER, Said.LOCK_POLICY if _unmapped(values) else desktop),
        _finding(Keys.CTRL_ALT_DEL, secure),
        _finding(Keys.TASK_MANAGER, task_manager),
        _finding(Keys.EDGES, Said.LOCK_POLICY if edges else desktop),
        _rights(facts.administrator),
    )


_DESKTOP_KEYS = (Keys.ALT_TAB, Keys.SUPER, Keys.CTRL_ALT_DEL)
_SECURE_SCREEN = ("DisableTaskMgr", "DisableLockWorkstation", "DisableChangePassword", "NoLogoff")
_GOOD = frozenset({Said.LOCK_ALONE, Said.LOCK_NOTHING, Said.LOCK_POLICY, Said.LOCK_SHELL})
_NO_LEFT, _NO_RIGHT = b"\x00\x00\x5b\xe0", b"\x00\x00\x5c\xe0"


def _unmapped(values: Mapping[str, object]) -> bool:
    """Return whether both Windows keys are mapped to nothing."""
    table = values.get("Scancode Map")
    return isinstance(table, bytes) and _NO_LEFT in table and _NO_RIGHT in table


def _finding(keys: Keys, said: Said) -> Finding:
    state = State.GOOD if said in _GOOD else State.ATTENTION
    return Finding(Subject.LOCK_DOWN, state, said, keys=keys)


def _rights(every: bool) -> Finding:  # noqa: FBT001 - a fact
    if every:
        return Finding(Subject.LOCK_DOWN, State.ATTENTION, Said.RIGHTS_ALL)
    return Finding(Subject.LOCK_DOWN, State.GOOD, Said.RIGHTS_FEW)
