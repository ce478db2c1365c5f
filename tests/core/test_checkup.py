"""What is said of a clock and of the keys of a system follows from facts, and flatters nobody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from makers import HandClock

from kiosk.core.checkup import Finding, Keys, Said, State
from kiosk.core.clock_check import ClockWatch, check_clock
from kiosk.core.lock_down import LinuxFacts, WindowsFacts, on_linux, on_windows

DESKTOP = frozenset({"gnome-shell", "systemd", "bash"})
BARE = frozenset({"Xorg", "systemd"})


def by_keys(findings: tuple[Finding, ...]) -> dict[Keys | None, Said]:
    return {finding.keys: finding.said for finding in findings}


class MovedClock(HandClock):
    """A clock on the wall that somebody sets, beside one that nobody can."""

    def set_to(self, moment: datetime) -> None:
        self._now = moment


@pytest.mark.parametrize("hours", [-300_000, -2, 2, 26, 90_000])
def test_clock_that_was_set_is_told(hours: int) -> None:
    clock = MovedClock()
    watch = ClockWatch(clock)
    clock.tick(3_600_000)
    assert check_clock(clock, watch, None).said is Said.CLOCK_EVEN
    clock.set_to(clock.now() + timedelta(hours=hours))
    found = check_clock(clock, watch, None)
    assert found.state is not State.GOOD
    if abs(hours) < 100:
        assert found.values == {"n": hours * 60}


def test_clock_behind_the_newest_visit_or_outside_of_reason_is_wrong() -> None:
    clock = MovedClock()
    later = clock.now() + timedelta(days=1)
    assert check_clock(clock, None, later).said is Said.CLOCK_BEHIND
    assert check_clock(clock, None, clock.now()).said is Said.CLOCK_SAYS
    for moment in (datetime(1970, 1, 1, tzinfo=UTC), datetime(2345, 1, 1, tzinfo=UTC)):
        clock.set_to(moment)
        assert check_clock(clock, None, None).said is Said.CLOCK_WRONG


def test_desktop_of_linux_blocks_nothing_and_says_so() -> None:
    found = on_linux(LinuxFacts("wayland", ("bash", "gnome-shell"), DESKTOP, sysrq="438"))
    said = by_keys(found)
    for keys in (Keys.ALT_TAB, Keys.SUPER, Keys.CTRL_ALT_DEL, Keys.CONSOLES, Keys.SYSRQ):
        assert said[keys] is Said.LOCK_OPEN
    assert any("Alt+Tab is not blocked" in str(finding) for finding in found)
    assert said[None] is Said.RIGHTS_FEW


@pytest.mark.parametrize("switches", [False, True])
def test_cage_blocks_all_but_consoles_that_it_was_asked_to_leave(*, switches: bool) -> None:
    facts = LinuxFacts("wayland", ("cage", "systemd"), BARE, cage_switches=switches, sysrq="0")
    said = by_keys(on_linux(facts))
    assert said[Keys.ALT_TAB] is Said.LOCK_ALONE
    assert said[Keys.CONSOLES] is (Said.LOCK_OPEN if switches else Said.LOCK_ALONE)
    assert said[Keys.SYSRQ] is Said.LOCK_POLICY


def test_bare_x_server_blocks_windows_but_no_consoles() -> None:
    said = by_keys(on_linux(LinuxFacts("x11", (), BARE)))
    assert said[Keys.ALT_TAB] is Said.LOCK_NOTHING
    assert said[Keys.CONSOLES] is Said.LOCK_OPEN
    locked = by_keys(on_linux(LinuxFacts("x11", (), BARE, no_consoles=True)))
    assert locked[Keys.CONSOLES] is Said.LOCK_POLICY


def test_where_there_is_no_session_nothing_is_claimed_and_root_is_told() -> None:
    found = on_linux(LinuxFacts("", (), BARE, root=True))
    said = by_keys(found)
    assert {said[keys] for keys in (Keys.ALT_TAB, Keys.CONSOLES, Keys.SYSRQ)} == {Said.LOCK_UNTOLD}
    assert said[None] is Said.RIGHTS_ALL
    assert all(finding.state is State.ATTENTION for finding in found)


def test_plain_windows_blocks_nothing_and_says_so() -> None:
    found = on_windows(WindowsFacts({"Shell": "explorer.exe"}))
    assert {f.said for f in found if f.keys is not None} == {Said.LOCK_OPEN}


def test_windows_with_policies_and_a_shell_of_its_own() -> None:
    policies = dict.fromkeys(
        ("DisableTaskMgr", "DisableLockWorkstation", "DisableChangePassword", "NoLogoff"), 1
    )
    keys = (
        b"\x00" * 8 + b"\x03\x00\x00\x00" + b"\x00\x00\x5b\xe0" + b"\x00\x00\x5c\xe0" + b"\x00" * 4
    )
    values = {**policies, "Shell": r"C:\kiosk.exe", "Scancode Map": keys, "AllowEdgeSwipe": 0}
    said = by_keys(on_windows(WindowsFacts(values, administrator=True)))
    assert said == {
        Keys.ALT_TAB: Said.LOCK_SHELL,
        Keys.SUPER: Said.LOCK_POLICY,
        Keys.CTRL_ALT_DEL: Said.LOCK_POLICY,
        Keys.TASK_MANAGER: Said.LOCK_POLICY,
        Keys.EDGES: Said.LOCK_POLICY,
        None: Said.RIGHTS_ALL,
    }


def test_keyboard_filter_is_named_and_not_trusted_blindly() -> None:
    found = on_windows(WindowsFacts({"KeyboardFilter": 2}))
    alt_tab = next(finding for finding in found if finding.keys is Keys.ALT_TAB)
    assert alt_tab.said is Said.LOCK_RULES
    assert alt_tab.state is State.ATTENTION
