"""What a row becomes as a number, and when it becomes none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import edits
from validation import vocabulary as codes
from validation.model.register import load
from validation.quantities.units import WrongDimension

Folders = tuple[Path, Path]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("indicator_id", "nothing"),
        ("unit_id", "nothing"),
        ("value", "many"),
        ("value", "-inf"),
        ("qualifier", "roughly"),
    ],
)
def test_a_row_that_is_no_number_is_passed_over(folders: Folders, field: str, value: str) -> None:
    edits.set_cell(folders[0], "observations", "hives-letter", field, value)
    register = load(*folders)
    assert register.observations.get("hives-letter") is None
    assert "hives-letter" not in [number.id for number in register.observations]
    assert len(register.observations) == len(register["observations"])


def test_a_row_whose_place_is_unknown_is_still_a_number(folders: Folders) -> None:
    for field in ("area_id", "source_id"):
        edits.set_cell(folders[0], "observations", "hives-letter", field, "nowhere")
    number = load(*folders).observations["hives-letter"]
    assert (number.area.id, number.area.name) == ("nowhere", "")  # else all such areas would be one
    assert (number.source.id, number.evidence) == ("", codes.UNVERIFIED)


def test_a_number_that_is_not_what_is_printed_says_so(folders: Folders) -> None:
    edits.set_cell(folders[0], "observations", "honey-report", "value", "69")
    register = load(*folders)
    assert register.observations["honey-report"].misread
    assert not register.observations["honey-letter"].misread


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        ("", "", codes.INTACT),
        ("A Letter", "A Long Letter", codes.MOVED),
        ("4,600 hives", "6,400 hives", codes.NUMBER_CHANGED),
        ("Around 4,600 hives stood in the Ash Valley before winter, and h", "H", codes.GONE),
    ],
)
def test_what_became_of_a_passage(folders: Folders, old: str, new: str, outcome: str) -> None:
    file = folders[1] / "letter.txt"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert load(*folders).observations["hives-letter"].evidence == outcome


def test_without_its_document_a_passage_is_not_verified(folders: Folders) -> None:
    register = load(folders[0], None)
    assert {number.evidence for number in register.observations} == {codes.UNVERIFIED}
    assert not register.has_text("letter-on-bees")
    assert load(*folders).has_text("letter-on-bees")


def test_a_unit_that_does_not_convert_is_said_when_it_matters(folders: Folders) -> None:
    edits.set_cell(folders[0], "observations", "honey-report", "unit_id", "ha")
    number = load(*folders).observations["honey-report"]
    assert number.factor is None
    with pytest.raises(WrongDimension):
        _ = number.common_amount
