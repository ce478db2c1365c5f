"""One file says how large, how round and how far apart everything is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from kiosk import paths
from kiosk.app import make_look
from kiosk.ui.scale import Corner, load_scale, the_scale
from kiosk.ui.widgets.bars import BottomBar, TopBar
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.text import Role

FILE = paths.resources() / "themes" / "scale.toml"


def test_every_role_and_corner_stands_in_the_file() -> None:
    scale = load_scale(FILE)
    assert set(scale.types) == {role.value for role in Role}
    assert set(scale.radii) == set(Corner)


@pytest.mark.parametrize(
    ("wished", "found"), [(0, 0), (3, 2), (10, 8), (12, 12), (18, 16), (39.9, 24), (400, 40)]
)
def test_gap_is_the_nearest_below_of_the_scale(wished: float, found: float) -> None:
    assert the_scale().space(wished) == found


@pytest.mark.usefixtures("qtbot")
def test_lengths_of_the_file_are_those_of_the_screens() -> None:
    look = make_look()
    look.fit(QSize(1280, 800))
    scale = the_scale()
    assert (TopBar(look).height(), BottomBar(look).height()) == (scale.top_bar, scale.bottom_bar)
    assert Column(look, 18).spacing() == 16
    assert look.corner(Corner.AREA) == scale.radii[Corner.AREA]
    look.fit(QSize(2560, 1600))
    assert look.corner(Corner.AREA) == 2 * scale.radii[Corner.AREA]
    assert Column(look, 18).spacing() == 32


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("weight = 800", "weight = 850", ValueError),
        ("[radius]", "[radii]", KeyError),
        ("growth = 0.2", "groth = 0.2", TypeError),
    ],
)
def test_slip_in_the_file_is_no_quiet_one(
    tmp_path: Path, old: str, new: str, fault: type[Exception]
) -> None:
    spoiled = tmp_path / "scale.toml"
    spoiled.write_text(FILE.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(fault):
        load_scale(spoiled)
