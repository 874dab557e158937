"""What a cell has in common with others of its table that are recorded."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from pathlib import Path

import pytest

from tests import unread
from tests.unread import SOURCE
from validation.editing.changes import Change, changed
from validation.model.drafting.cells import cell
from validation.model.drafting.draft import Draft, Row
from validation.model.drafting.drafts import ways
from validation.model.drafting.recorded import Mate, Mates
from validation.model.register import Register, load

TABLE = "Land\t2020\t2021\nHeath\t12\t13\nMoor\t14\t15\nDale\t16\t17\n"


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """The bees, of whose letter nobody has recorded anything yet."""
    return load(*unread.write(tmp_path))


@pytest.fixture
def table(register: Register) -> Register:
    """The letter, as a table and nothing else."""
    letter = replace(register.documents[SOURCE], text=TABLE, body_end=len(TABLE))
    return replace(register, documents={**register.documents, SOURCE: letter})


def draft(register: Register, words: str) -> Draft:
    start = TABLE.index(words)
    return ways(register, SOURCE, start, start + len(words))["recorded"]


def recorded(register: Register, words: str, **cells: str) -> Register:
    """The register with a number of the table as a person has changed its draft."""
    made = draft(register, words)
    *others, row = made.rows
    kept = [one for one in others if one.table != "areas" or "area_id" not in cells]
    return changed(register, Change((*kept, replace(row, values={**row.values, **cells}))))


def values(register: Register, words: str) -> dict[str, str]:
    found = draft(register, words)
    named = {row.table: row.values["name"] for row in found.rows[:-1]}
    cells = found.row.values
    area = named.get("areas") or (cells["area_id"] and register.areas[cells["area_id"]].name)
    indicator = named.get("indicators") or register.indicators[cells["indicator_id"]].name
    return {"area": area, "indicator": indicator, "period": cells["period"], "unit": cells["unit_id"]}


def test_a_column_gives_the_time_and_a_row_what_is_measured(table: Register) -> None:
    first = recorded(table, "12", indicator_id="hives", unit_id="hives")
    assert values(first, "13") == {
        "area": "",
        "indicator": "Hives before winter",
        "period": "2021",
        "unit": "hives",
    }
    second = recorded(first, "13", period="1999")
    assert [values(second, one)["period"] for one in ("14", "15")] == ["2020", "2021"], "as is written above them"
    assert {values(second, one)["indicator"] for one in ("14", "15", "17")} == {"Hives before winter"}
    assert {values(second, one)["unit"] for one in ("14", "15", "17")} == {"hives"}


def test_labels_name_areas_where_they_have_done_so(table: Register) -> None:
    heath = changed(table, Change((replace(draft(table, "12").row, table="areas", values=HEATH),)))
    first = recorded(heath, "12", indicator_id="hives", unit_id="hives", area_id="heath")
    assert [values(first, one)["area"] for one in ("13", "14", "17")] == ["Heath", "Moor", "Dale"]


HEATH = {"area_id": "heath", "name": "Heath", "kind": "area"}


def test_where_nothing_heads_a_column_its_numbers_share_a_time() -> None:
    def of(period: str) -> Hashable:
        return period

    here = cell(TABLE, TABLE.index("17"))
    assert here is not None
    found = [Mate(cell(TABLE, TABLE.index(one)), when) for one, when in MARKED.items()]  # ty: ignore[invalid-argument-type]
    assert Mates(here, found).shared(of) == "1991", "other rows differ by column"  # ty: ignore[invalid-argument-type]
    assert Mates(here, found[:1]).shared(of) == "1990", "nothing says that columns differ"  # ty: ignore[invalid-argument-type]


MARKED = {"14": "1990", "15": "1991", "16": "1990"}


def test_a_heading_parts_a_table_and_scales_its_unit(register: Register) -> None:
    text = "Honey ($ billion)\nHeath\t12\nMoor\t14\n\nSwarms\nHeath\t16\n"
    units = Row("units", {"unit_id": "usd", "name": "dollars", "symbol": "$", "words": "$"})
    letter = replace(register.documents[SOURCE], text=text, body_end=len(text))
    priced = replace(changed(register, Change((units,))), documents={**register.documents, SOURCE: letter})

    def of(words: str, there: Register) -> Draft:
        start = text.index(words)
        return ways(there, SOURCE, start, start + len(words))["recorded"]

    first = of("12", priced)
    made = {row.table: row.values for row in first.rows}
    assert made["units"] == {
        "unit_id": "usd-billion",
        "name": "billion dollars",
        "symbol": "$ billion",
        "pint": "1000000000 * usd",
    }
    assert made["indicators"]["name"] == "Honey"
    now = changed(priced, Change(first.rows))
    assert of("14", now).row.values["unit_id"] == "usd-billion"
    assert of("16", now).row.values["unit_id"] != "usd-billion"


def test_the_second_number_of_a_cell_is_as_the_second_of_others() -> None:
    rows = "Heath\t12 - 13\nMoor\t14 - 15\n"
    places = {words: cell(rows, rows.index(words)) for words in ("12", "13", "15")}
    found = [Mate(places[words], words) for words in ("12", "13")]  # ty: ignore[invalid-argument-type]
    assert Mates(places["15"], found).shared(lambda one: one) == "13"  # ty: ignore[invalid-argument-type]
