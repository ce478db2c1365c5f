"""Pictures that may be shown: SVG that runs nothing, fetches nothing and stays small when drawn."""

from __future__ import annotations

import re
from io import BytesIO
from xml.parsers import expat

from kiosk.content.problem import FileReport
from kiosk.content.wrong import Wrong

_FORBIDDEN = frozenset(
    {"script", "foreignObject", "iframe", "image", "handler", "listener", "audio", "video"}
    | {"animate", "animateColor", "animateMotion", "animateTransform", "animation", "set"}
    # Each may be drawn in each part of another: a few lines of them would draw for hours.
    | {"mask", "pattern", "marker", "filter"}
)
_SIZES = frozenset({"width", "height", "viewBox"})
_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?")
_LARGEST = 10_000.0
_REFERENCES = frozenset({"href", "src", "base"})
_REMOTE_URL = re.compile(r"url\(\s*['\"]?(?!\s*['\"]?#)", re.IGNORECASE)
_MAX_DEPTH = 32
_MAX_ELEMENTS = 5000


class _Refused(Exception):
    """The rest of the file is not worth reading."""


class _Inspector:
    """Looks at each part of an SVG as the parser comes by."""

    def __init__(self, report: FileReport) -> None:
        self.parser = expat.ParserCreate(namespace_separator="}")
        self._report = report
        self._open_ids: list[str | None] = []
        self._open_names: list[str] = []
        self._elements = 0
        self._style: list[str] = []
        self._ids_with_use: set[str] = set()
        self._used: list[tuple[str, int]] = []
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.XmlDeclHandler = self._declaration
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def finish(self) -> None:
        """Look at what can only be known at the end."""
        for target, line in self._used:
            if target in self._ids_with_use:
                # Ten uses of ten uses of ten uses would draw for hours.
                self._report.add_line(line, Wrong.USES_USES)

    def _say(self, wrong: Wrong, **values: object) -> None:
        self._report.add_line(self.parser.CurrentLineNumber, wrong, **values)

    def _doctype(self, *_: object) -> None:
        self._say(Wrong.DOCTYPE)
        raise _Refused

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.upper() != "UTF-8":
            self._say(Wrong.ENCODING, name=encoding)
            raise _Refused

    def _instruction(self, target: str, _data: str) -> None:
        self._say(Wrong.INSTRUCTION, name=target)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        self._elements += 1
        if not self._open_names and tag != "http://www.w3.org/2000/svg}svg":
            self._say(Wrong.NOT_SVG)
            raise _Refused
        if len(self._open_names) >= _MAX_DEPTH or self._elements > _MAX_ELEMENTS:
            self._say(Wrong.LARGE_PICTURE, depth=_MAX_DEPTH, parts=_MAX_ELEMENTS)
            raise _Refused
        if not self._open_names and not _has_area(attributes):
            self._say(Wrong.NO_AREA)
        if name in _FORBIDDEN:
            self._say(Wrong.FORBIDDEN, name=name)
        self._open_names.append(name)
        self._open_ids.append(attributes.get("id"))
        for key, value in attributes.items():
            self._attribute(name, key.rpartition("}")[2], value)

    def _attribute(self, element: str, key: str, value: str) -> None:
        if key.lower().startswith("on"):
            self._say(Wrong.SCRIPT, name=key)
        elif key in _REFERENCES and not value.strip().startswith("#"):
            self._say(Wrong.REMOTE, name=key)
        elif _REMOTE_URL.search(value):
            self._say(Wrong.REMOTE_URL, name=key)
        elif element == "svg" and key in _SIZES and _too_large(value):
            self._say(Wrong.WIDE, n=round(_LARGEST), name=key)
        elif element == "use" and key == "href":
            self._used.append((value.strip()[1:], self.parser.CurrentLineNumber))
            self._ids_with_use.update(one for one in self._open_ids if one is not None)

    def _characters(self, text: str) -> None:
        if self._open_names[-1] == "style":
            self._style.append(text)

    def _end(self, _tag: str) -> None:
        style = "".join(self._style)
        # A backslash can spell 'url' in a way that a search does not see.
        if _REMOTE_URL.search(style) or "@" in style or "\\" in style:
            self._say(Wrong.REMOTE, name="style")
        self._style.clear()
        self._open_names.pop()
        self._open_ids.pop()


def _too_large(value: str) -> bool:
    return any(abs(float(number[0])) > _LARGEST for number in _NUMBER.finditer(value))


def _has_area(attributes: dict[str, str]) -> bool:
    """Return whether a picture is as wide and high as something; nothing else can be drawn."""
    box = attributes.get("viewBox")
    told = attributes.get("width", ""), attributes.get("height", "")
    sides = told if box is None else re.split(r"[\s,]+", box.strip())[2:4]
    found = [_NUMBER.match(side.strip()) for side in sides]
    return len(found) == 2 and all(number and float(number[0]) > 0 for number in found)


def check_svg(data: bytes, report: FileReport) -> None:
    """Report everything in a picture that may not be shown, with its line."""
    inspector = _Inspector(report)
    try:
        inspector.parser.ParseFile(BytesIO(data))
    except _Refused:
        return
    except expat.ExpatError as fault:
        report.add_line(fault.lineno, Wrong.NOT_XML, detail=expat.ErrorString(fault.code))
        return
    inspector.finish()
