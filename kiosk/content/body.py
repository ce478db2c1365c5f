"""The body of a screen: paragraphs, '-' bullets and **key terms**, and nothing else.

The parser knows all of Markdown, so that what is outside this subset is found
and named, where a smaller parser would show it to a learner as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kiosk.content.problem import FileReport
from kiosk.content.wrong import Outside, Wrong
from kiosk.core.lesson import Block, Bullets, Paragraph, Span

_BLOCKS = frozenset({"paragraph", "bullet_list", "list_item", "inline"})
_INLINES = frozenset({"text", "softbreak", "hardbreak", "strong"})
_OTHER_NAMES = {"code_inline": "code", "html_block": "html", "html_inline": "html"}
_HIDDEN = frozenset({"thead", "tbody", "tr", "th", "td"})
_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def parse_body(text: str, first_line: int, report: FileReport) -> tuple[Block, ...]:
    """Return the blocks of a body; what is outside the subset goes to the report.

    Args:
        text: Markdown.
        first_line: the line of the file that it begins at.
        report: where the problems go.
    """
    env: dict[str, dict[str, dict[str, Sequence[int]]]] = {}
    tokens = _PARSER.parse(text, env)
    for reference in env.get("references", {}).values():
        report.add_line(first_line + reference["map"][0], Wrong.OUTSIDE, outside=Outside.LINK)
    _report_outside(tokens, first_line, report)
    _report_long_bullets(tokens, first_line, report)
    return tuple(_blocks(tokens))


def _report_outside(tokens: Sequence[Token], first_line: int, report: FileReport) -> None:
    line, depth = first_line, 0
    for token in tokens:
        line = first_line + token.map[0] if token.map else line
        kind = _kind(token)
        if kind == "bullet_list":
            depth += token.nesting
            _report_list(token, depth, line, report)
        elif kind not in _BLOCKS | _HIDDEN and token.nesting >= 0:
            report.add_line(line, Wrong.OUTSIDE, outside=_outside(kind))
        _report_inlines(token.children or (), line, report)


def _report_list(token: Token, depth: int, line: int, report: FileReport) -> None:
    if token.nesting > 0 and depth > 1:
        report.add_line(line, Wrong.BULLETS_INSIDE)
    if token.nesting > 0 and token.markup != "-":
        report.add_line(line, Wrong.BULLET_SIGN, sign=token.markup)


def _report_long_bullets(tokens: Iterable[Token], first_line: int, report: FileReport) -> None:
    paragraphs = 0
    for token in tokens:
        if token.type == "list_item_open":
            paragraphs = 0
        elif token.type == "paragraph_open" and token.level > 0:
            paragraphs += 1
            if paragraphs > 1 and token.map:
                report.add_line(first_line + token.map[0], Wrong.BULLET_PARAGRAPHS)


def _report_inlines(children: Iterable[Token], line: int, report: FileReport) -> None:
    for child in children:
        kind = _kind(child)
        if kind not in _INLINES and child.nesting >= 0:
            report.add_line(line, Wrong.OUTSIDE, outside=_outside(kind))
        line += kind in {"softbreak", "hardbreak"}


def _kind(token: Token) -> str:
    return token.type.removesuffix("_open").removesuffix("_close")


def _outside(kind: str) -> Outside:
    name = _OTHER_NAMES.get(kind, kind).upper()
    return Outside.__members__.get(name, Outside.OTHER)


def _blocks(tokens: Iterable[Token]) -> Iterator[Block]:
    bullets: list[tuple[Span, ...]] | None = None
    for token in tokens:
        if token.type == "bullet_list_open":
            bullets = []
        elif token.type == "bullet_list_close" and bullets is not None:
            yield Bullets(tuple(bullets))
            bullets = None
        elif token.type == "inline":
            spans = tuple(_spans(token.children or ()))
            if bullets is None:
                yield Paragraph(spans)
            else:
                bullets.append(spans)


def _spans(children: Iterable[Token]) -> Iterator[Span]:
    text, strong = "", False
    for child in children:
        if child.type in {"strong_open", "strong_close"}:
            if text:
                yield Span(text, strong)
            text, strong = "", child.type == "strong_open"
        else:
            text += " " if child.type in {"softbreak", "hardbreak"} else child.content
    if text:
        yield Span(text, strong)


def block_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the text of each paragraph and bullet, without its markup."""
    for block in blocks:
        runs = (block.spans,) if isinstance(block, Paragraph) else block.items
        yield from ("".join(span.text for span in spans) for spans in runs)
