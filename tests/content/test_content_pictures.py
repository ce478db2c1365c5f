"""A picture may not run, fetch or hide anything."""

from __future__ import annotations

import pytest

from kiosk.content.problem import FileReport, Problem
from kiosk.content.svg import check_svg

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' viewBox="0 0 9 9">\n'
)


def problems_of(data: bytes) -> list[Problem]:
    problems: list[Problem] = []
    check_svg(data, FileReport("pictures/x.svg", problems))
    return problems


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h9" fill="#0B5D66"/>',
        '<linearGradient id="g"/><rect fill="url(#g)"/><rect fill="url( \'#g\' )"/>',
        '<defs><g id="p"><circle r="1"/></g></defs><use href="#p"/><use xlink:href="#p"/>',
        "<style>.a { fill: url(#g) }</style><title>A script for an image</title>",
    ],
)
def test_a_plain_picture_has_no_problem(inside: str) -> None:
    assert problems_of(f"{HEAD}{inside}</svg>".encode()) == []


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<script>go()</script>", "holds <script>"),
        ('<x:script xmlns:x="urn:x"/>', "holds <script>"),
        ("<foreignObject/>", "holds <foreignObject>"),
        ('<image href="#a"/>', "holds <image>"),
        ("<animate/>", "holds <animate>"),
        ('<path onclick="go()"/>', "holds a script (onclick)"),
        ('<a href="https://example.org"/>', "outside the picture (href)"),
        ('<use xlink:href="other.svg#a"/>', "outside the picture (href)"),
        ('<path fill="url(https://example.org/a)"/>', "outside the picture (url in fill)"),
        ("<path style=\"fill: URL( 'a.svg' )\"/>", "outside the picture (url in style)"),
        ("<style>.a { fill: url(a.svg) }</style>", "outside the picture (style)"),
        ("<style>.a { fill: u<!-- -->rl(a.svg) }</style>", "outside the picture (style)"),
        ("<style>@import 'a.css';</style>", "outside the picture (style)"),
        ("<style>.a { fill: u\\72l(a) }</style>", "outside the picture (style)"),
        ('<?xml-stylesheet href="a.css"?>', "holds a processing instruction"),
        ('<g id="a"><use href="#a"/></g>', "itself uses another"),
        ('<g id="a"><use href="#b"/></g><use href="#a"/>', "itself uses another"),
        ("<g>" * 40 + "</g>" * 40, "nested deeper than 32"),
        ("<g/>" * 6000, "over 5000 parts"),
        ("<g>", "is not XML"),
        ("&nbsp;", "is not XML"),
    ],
)
def test_dangerous_picture_is_named_with_its_line(inside: str, message: str) -> None:
    (problem,) = problems_of(f"{HEAD}{inside}</svg>".encode())
    assert message in problem.message
    assert problem.place == "line 2"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is not XML"),
        (b"\x89PNG\r\n", "is not XML"),
        (b"<html/>", "is not SVG"),
        (b"<svg/>", "is not SVG"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', "DOCTYPE or entities"),
        (b'<?xml version="1.0" encoding="utf-7"?><svg/>', "is declared as utf-7"),
        (f"{HEAD}<script/></svg>".encode("utf-16"), "holds <script>"),
    ],
)
def test_what_is_not_a_picture_is_refused(data: bytes, message: str) -> None:
    assert [message in problem.message for problem in problems_of(data)] == [True]


@pytest.mark.parametrize(
    "size", ['viewBox="0 0 9 7.5"', 'viewBox=" 0,0,9,7 "', 'width="9" height="7px"']
)
def test_picture_with_an_area_can_be_drawn(size: str) -> None:
    assert problems_of(f'<svg xmlns="http://www.w3.org/2000/svg" {size}/>'.encode()) == []


@pytest.mark.parametrize(
    "size",
    [
        "",
        'viewBox="0 0 9"',
        'viewBox="0 0 0 9"',
        'viewBox="0 0 9 -1"',
        'viewBox="a b c d"',
        'width="9"',
    ],
)
def test_picture_as_wide_or_high_as_nothing_is_refused(size: str) -> None:
    (problem,) = problems_of(f'<svg xmlns="http://www.w3.org/2000/svg" {size}/>'.encode())
    assert "neither a viewBox" in problem.message
