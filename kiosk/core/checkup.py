"""What a look at a kiosk found: facts with a state each, and the words for them.

The words are templates in English and stand here once: the command line fills them, the screen
translates them first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kiosk.core.lesson import nearest


class State(StrEnum):
    """How something stands. ``ATTENTION`` can wait for a person, ``WRONG`` should not."""

    GOOD = "good"
    ATTENTION = "attention"
    WRONG = "wrong"


class Subject(StrEnum):
    """What was looked at."""

    DATABASE = "database"
    BACKUPS = "backups"
    DISK = "disk"
    CLOCK = "clock"
    LESSON = "lesson"
    LOCK_DOWN = "lock-down"
    CRASHES = "crashes"
    VERSION = "version"


class Said(StrEnum):
    """What can be said of a kiosk."""

    DATABASE_SOUND = "The database is sound. Attempts, each as it was written: {n}."
    DATABASE_ALTERED = "Attempts that are not as they were written: {n}. A backup may have them."
    DATABASE_DAMAGED = "The database cannot be relied on: {why}"
    DATABASE_NONE = "There is no database yet: the kiosk was not set up."
    DATABASE_OPENED = "The database was looked through at the start, {when}, and is sound."
    DATABASE_UNSEEN = "Not every attempt was checked yet. 'Check everything' looks at all of them."
    CHECKED_GOOD = "Everything was last checked on {when}, and was as it was written."
    CHECKED_OLD = "Everything was last checked on {when}. Days since then: {n}. Check it again."
    CHECKED_FAULTY = "Everything was last checked on {when}, and not all of it was well. See to it."
    BACKUP_SOUND = "The newest backup, of {when}, is as it was written."
    BACKUP_THERE = "The newest backup is of {when}."
    BACKUP_OLD = "The newest backup is old: it is of {when}."
    BACKUP_NONE = "There is no backup yet. The kiosk makes one at each start."
    BACKUP_UNSOUND = "The newest backup is not sound: {why}"
    DISK_ROOM = "There is room on the disk: {n} GB are free."
    DISK_TIGHT = "The disk is almost full: {n} MB are free. Make room."
    DISK_SILENT = "The disk does not say how much is free."
    DISK_REFUSES = "What learners do is not saved now: the disk refuses."
    BALLAST_THERE = "Space is kept back, so that a visit can end well on a full disk."
    BALLAST_GONE = "No space is kept back for a full disk."
    CLOCK_EVEN = "The clock says {now}, and has run evenly since the start."
    CLOCK_SAYS = "The clock says {now}, which can be right."
    CLOCK_MOVED = (
        "The clock moved by {n} minutes against the time since the start: it was set, or the"
        " computer slept. No order and no duration is wrong by it."
    )
    CLOCK_BEHIND = "The clock says {now}, and the newest visit is of {newest}. Set the clock."
    CLOCK_WRONG = "The clock says {now}, which cannot be. Set the clock."
    LESSON_SOUND = "The lesson in use is as it was taken in: {title}, {version}."
    LESSON_DAMAGED = "The lesson that was chosen is damaged, and the kiosk's own is shown: {why}"
    LOCK_ALONE = "{keys} is blocked: the kiosk runs alone, under cage."
    LOCK_NOTHING = "{keys} does nothing here: no window manager runs beside the kiosk."
    LOCK_POLICY = "{keys} is blocked: a policy of this system says so."
    LOCK_SHELL = "{keys} leads nowhere: the kiosk stands in the place of the desktop."
    LOCK_RULES = "{keys}: Keyboard Filter is on, and what its rules block cannot be read here."
    LOCK_OPEN = "{keys} is not blocked, and leads out of the kiosk. Only the system can block it."
    LOCK_UNTOLD = "{keys}: cannot be told from here. Look in the kiosk's own session."
    RIGHTS_ALL = "The kiosk runs with all rights over this computer. Give it an account of its own."
    RIGHTS_FEW = "The kiosk runs as an ordinary account."
    LOG_KEPT = "Log files in the folder 'logs': {n}, {kib} KB. Old lines make room for new ones."
    CRASHES_NONE = "No crash was reported."
    CRASHES_SOME = "Crash reports in the folder 'logs': {n}. The latest is of {when}."
    VERSION_IS = "Mentor Kiosk {version}, SQLite {sqlite}, Python {python}, {system}."


class Keys(StrEnum):
    """Ways out of a full screen that Qt cannot stop."""

    ALT_TAB = "Alt+Tab"
    SUPER = "The Windows key"
    CTRL_ALT_DEL = "Ctrl+Alt+Del"
    TASK_MANAGER = "The Task Manager"
    CONSOLES = "Ctrl+Alt+F1 to F12"
    SYSRQ = "The SysRq key"
    EDGES = "A swipe from the edge"


@dataclass(frozen=True, slots=True)
class Titles:
    """What a lesson is called: in its own language, and in others by their tags."""

    own: str
    others: Mapping[str, str]

    def spoken(self, language: str) -> str:
        """Return the title in a language, or in the nearest that it has; else its own."""
        return self.others.get(nearest(language, tuple(self.others)), self.own)

    def __str__(self) -> str:
        """Return its own."""
        return self.own


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact. ``keys`` fills ``{keys}`` of its words, ``values`` the rest.

    A moment among the values is aware; it is told as the clock of this computer shows it.
    """

    subject: Subject
    state: State
    said: Said
    values: Mapping[str, object] = field(default_factory=dict)
    keys: Keys | None = None

    def __str__(self) -> str:
        """Return it in English."""
        keys = {} if self.keys is None else {"keys": self.keys.value}
        values = {name: _plain(value) for name, value in self.values.items()}
        return self.said.value.format(**values, **keys)


def _plain(value: object) -> object:
    return f"{value.astimezone():%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value


CHECKED = "checked everything"
"""How a note of staff starts that tells of such a look; ``: `` and the worst state follow."""


class CheckupCancelled(Exception):
    """Staff called a look off; nothing was changed by it."""


def worst(findings: tuple[Finding, ...]) -> State:
    """Return the worst state among some findings."""
    order = (State.WRONG, State.ATTENTION)
    states = {finding.state for finding in findings}
    return next((state for state in order if state in states), State.GOOD)
