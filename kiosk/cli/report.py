"""What the attempts and the cards tell, as a table or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk import paths
from kiosk.cli.kinds import FOLDER

if TYPE_CHECKING:
    from kiosk.reports.attempt_figures import ActivityFigures
    from kiosk.reports.item_analysis import ItemFigures

_FROM = click.option(
    "--from", "folder", type=FOLDER, help="A data folder or an export; the kiosk's own data."
)
_JSON = click.option("--json", "as_json", is_flag=True, help="For other programs.")


@click.group()
def report() -> None:
    """Figures on attempts and cards."""


@report.command()
@_FROM
@_JSON
@click.option(
    "--attempts",
    "whose",
    type=click.Choice(("all", "first")),
    default="all",
    help="Every whole board, or each learner's first one alone.",
)
def items(*, folder: Path | None, as_json: bool, whose: str) -> int:
    """Tell how hard each card is, whom it tells apart, what it is taken for."""
    from kiosk.report_command import items as figures_of
    from kiosk.reports.item_analysis import FEW, Whose

    figures = figures_of(folder or paths.default_data_folder(), Whose(whose))
    if as_json:
        _print_json({"attempts": whose, "few": FEW, "items": [asdict(one) for one in figures]})
        return 0
    head = ("card", "attempts", "right", "discr.", "effic.", "taken for", "moves", "seconds")
    _print_table(head, [_item(one) for one in figures])
    if any(one.few for one in figures):
        click.echo(f"* Fewer than {FEW} attempts: these figures say little yet.")
    return 0


@report.command()
@_FROM
@_JSON
def attempts(*, folder: Path | None, as_json: bool) -> int:
    """Tell how the attempts at each activity went."""
    from kiosk.report_command import attempts as figures_of

    figures = figures_of(folder or paths.default_data_folder())
    if as_json:
        _print_json({"activities": [asdict(one) for one in figures]})
        return 0
    head = ("activity", "attempts", "learners", "passed", "failed", "completed", "abandoned",
            "under way", "first try", "final", "seconds")  # fmt: skip
    _print_table(head, [_activity(one) for one in figures])
    return 0


def _item(one: ItemFigures) -> tuple[str, ...]:
    share = _percent(one.top_wrong_share)
    taken_for = f"{one.top_wrong_category_title} ({share})" if one.top_wrong_category_id else "-"
    seconds = None if one.median_ms is None else one.median_ms / 1000
    return (
        f"{one.item_title}{'*' if one.few else ''}", str(one.n), _percent(one.facility),
        _decimal(one.discrimination, 2), _decimal(one.efficiency, 2), taken_for,
        _decimal(one.median_placements, 1), _decimal(seconds, 1),
    )  # fmt: skip


def _activity(one: ActivityFigures) -> tuple[str, ...]:
    return (
        one.activity_title, str(one.attempts), str(one.learners), str(one.passed),
        str(one.failed), str(one.completed), str(one.abandoned), str(one.under_way),
        _percent(one.median_first_try_score), _percent(one.median_final_score),
        _decimal(one.median_active_seconds, 0),
    )  # fmt: skip


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.0f} %"


def _decimal(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_moment))


def _moment(value: object) -> str:
    if not isinstance(value, datetime):
        raise TypeError(value)
    return value.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def _print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    lines = [head, *rows]
    widths = [max(len(line[at]) for line in lines) for at in range(len(head))]
    for first, *rest in lines:
        cells = [first.ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
        click.echo("  ".join(cells).rstrip())
