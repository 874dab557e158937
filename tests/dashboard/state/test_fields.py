"""What the columns say of a number, stated or computed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dashboard.state.fields import FIELDS, Cell
from dashboard.state.store import Snapshot
from validation.language import periods


def cells(data: Snapshot, name: str) -> dict[str, Cell]:
    return {column: cell(data.register.numbers[name]) for column, cell in FIELDS.items()}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "hives-report",
            {
                "indicator": "Hives before winter",
                "topic": "Colonies",
                "area": "Ash Valley",
                "period": periods.read("2021"),
                "printed": "4,000 hives",
                "said": "almost 4,000 hives",
                "value": 4000.0,
                "qualifier": "nearly",
                "low": None,
                "high": 4000.0,
                "high_open": True,
                "bounds_from": "stated",
                "source": "The Honey Year",
                "published": periods.read("2022"),
                "evidence": "intact",
            },
        ),
        ("jar-price-report", {"value": 8.0, "upper_value": 11.0, "low": 8.0, "high": 11.0, "bounds_from": "stated"}),
        ("honey-report", {"low": 95.5, "high": 96.5, "upper_value": None, "bounds_from": "rounding"}),
        ("hives-letter", {"low": None, "high": None, "bounds_from": "none", "approximate": True}),
        ("markets-report", {"period": None, "period_basis": "unstated"}),
        (
            "honey-before",
            {"printed": "", "start": None, "source_id": "", "source_kind": "derived", "evidence": "derived"},
        ),
    ],
)
def test_a_row_explains_itself(data: Snapshot, name: str, told: Mapping[str, Cell]) -> None:
    assert told.items() <= cells(data, name).items()


def test_what_a_table_of_numbers_holds_stands_in_columns_of_the_same_name(data: Snapshot) -> None:
    for row in data.register.cells("observations"):
        stated = cells(data, row["observation_id"])
        for name, cell in row.items():
            said = stated[name]
            written = said.edtf if isinstance(said, periods.Period) else f"{said:g}" if name == "value" else said or ""
            assert written == (cell or ""), name
