"""The attempt log: carried away, and proved."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.cli.kinds import FOLDER


@click.command()
@click.option("--out", type=FOLDER, required=True, help="Folder to make the bundle in.")
@click.option("--data-dir", type=FOLDER, help="Where attempts are kept.")
@click.option("--since", type=click.DateTime(), help="From this time on, UTC.")
@click.option("--until", type=click.DateTime(), help="Before this time, UTC.")
@click.option("--activity", help="This activity only, by its id.")
@click.option("--only-new", is_flag=True, help="Only what no earlier export had.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("csv", "xlsx")),
    default="csv",
    help="xlsx: a workbook besides.",
)
@click.option("--redacted", is_flag=True, help="Pseudonyms in the place of codes.")
def export(*, form: str, **asked: object) -> int:
    """Write the attempt log as CSV, with a manifest that proves it."""
    from kiosk.export_command import ExportAsked, export_log

    beside = None
    if form == "xlsx":
        from kiosk.reports.workbook_file import add_workbook

        beside = add_workbook
    receipt = export_log(ExportAsked.from_options(asked, beside))
    counts = receipt.counts
    click.echo(
        f"{counts.attempts} attempts, {counts.placements} placements, {counts.responses}"
        f" responses written, read back, equal: {receipt.folder}"
    )
    if receipt.note:
        click.echo(receipt.note)
    return 0


@click.command()
@click.argument("folder", type=FOLDER)
def verify(folder: Path) -> int:
    """Prove that an export is as it was written."""
    from kiosk.reports.verify import verify as prove

    counts = prove(folder)
    click.echo(
        f"As it was written: {counts.attempts} attempts, {counts.placements} placements,"
        f" {counts.responses} responses."
    )
    return 0
