"""The papers of a bundle: what it is made of, under which licences, listed in which bill."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from installers import bundle, draw_icons, licences, sbom, steps, sums
from installers.components import SEE_TEXT, Component, take_stock

WHEN = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)


def component(folder: Path, name: str, licence: str = "MIT") -> Component:
    text = folder / f"{name}.text"
    text.write_text(f"the licence of {name}")
    return Component(name, "1.0", licence, f"pkg:generic/{name}@1.0", (text,))


def test_each_component_has_its_text_in_the_bundle_and_its_line_in_the_index(
    tmp_path: Path,
) -> None:
    stock = take_stock(
        [("a.so", component(tmp_path, "Alpha one")), ("b", component(tmp_path, "b"))]
    )
    licences.write(tmp_path, "1.2", stock)
    folder = tmp_path / licences.FOLDER
    assert (folder / "alpha-one.txt").read_text() == "the licence of Alpha one"
    index = (folder / licences.INDEX).read_text()
    assert "Alpha one 1.0\n  MIT: alpha-one.txt" in index
    assert "b 1.0\n  MIT: b.txt" in index


def test_two_packages_of_one_source_are_one_component(tmp_path: Path) -> None:
    one, other = component(tmp_path, "x"), component(tmp_path, "x")
    assert len(take_stock([("a", one), ("b", other)]).components) == 1


def test_file_of_nobody_known_ends_the_build(tmp_path: Path) -> None:
    stock = take_stock([("stray.so", None)])
    with pytest.raises(steps.StepFailed, match=r"stray\.so"):
        bundle.finish(tmp_path, stock, "test")


def test_component_without_its_licence_text_ends_the_build(tmp_path: Path) -> None:
    bare = Component("bare", "1", "MIT", "pkg:generic/bare@1", (tmp_path / "nowhere",))
    with pytest.raises(steps.StepFailed, match="bare"):
        bundle.finish(tmp_path, take_stock([("a", bare)]), "test")


def test_bill_lists_every_component_and_says_the_same_each_time(tmp_path: Path) -> None:
    listed = [component(tmp_path, "a"), component(tmp_path, "b", SEE_TEXT)]
    text = sbom.bill("1.2", listed, WHEN)
    assert text == sbom.bill("1.2", listed, WHEN)
    bill = json.loads(text)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert [one["purl"] for one in bill["components"]] == [one.purl for one in listed]
    assert bill["components"][0]["licenses"] == [{"expression": "MIT"}]
    assert bill["components"][1]["licenses"] == [{"license": {"name": SEE_TEXT}}]
    assert bill["dependencies"][0]["dependsOn"] == [one.purl for one in listed]


def test_icon_file_leads_to_each_picture() -> None:
    pictures = {16: b"small", 256: b"the large one"}
    data = draw_icons.ico(pictures)
    assert data[:6] == b"\0\0\1\0\2\0"
    entries = [data[6 + 16 * n : 22 + 16 * n] for n in range(2)]
    assert [entry[0] for entry in entries] == [16, 0]
    for entry, picture in zip(entries, pictures.values(), strict=True):
        size, place = (int.from_bytes(entry[at : at + 4], "little") for at in (8, 12))
        assert data[place : place + size] == picture


def test_sums_are_of_every_artefact_and_not_of_themselves(tmp_path: Path) -> None:
    (tmp_path / "a.deb").write_bytes(b"a")
    sums.write(tmp_path)
    text = sums.write(tmp_path).read_text()
    assert text == ("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.deb\n")


def test_step_that_fails_says_what_the_program_said() -> None:
    with pytest.raises(steps.StepFailed, match="no such thing"):
        steps.call(["sh", "-c", "echo no such thing; exit 3"])
