"""Kinds of values that options take."""

from __future__ import annotations

from pathlib import Path

import click

FOLDER = click.Path(path_type=Path)
FILE = click.Path(path_type=Path)
USUAL_SIZE = "1280x800"
LANGUAGES = ("en", "es")


class Size(click.ParamType[tuple[int, int]]):
    """A window's size, such as 1280x800."""

    name = "WxH"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Return width and height in pixels."""
        if isinstance(value, tuple):
            return value
        width, cross, height = str(value).partition("x")
        if not (cross and width.isdecimal() and height.isdecimal()):
            self.fail(f"{value!r} is not a size such as 1280x800", param, ctx)
        size = int(width), int(height)
        if not (640 <= size[0] <= 7680 and 480 <= size[1] <= 4320):
            self.fail("from 640x480 to 7680x4320", param, ctx)
        return size
