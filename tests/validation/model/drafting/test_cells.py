"""Cells of a document's tables: their labels and what heads them."""

from __future__ import annotations

import pytest

from validation.model.drafting.cells import Cell, cell

TABLE = """\
What the valley gives

Sort\t2020\t2021, kg
Clover honey (kg)
North\t1.5 - 2\t3
South\tnone\t4

Then 5 hives, and no more.
"""


def of(words: str) -> Cell:
    found = cell(TABLE, TABLE.index(words))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "label", "column", "above"),
    [
        ("2\t3", "North", 1, ("2020", "Clover honey (kg)")),
        ("3\n", "North", 2, ("2021, kg", "Clover honey (kg)")),
        ("4\n", "South", 2, ("2021, kg", "Clover honey (kg)")),
        ("North", "", 0, ("Sort", "Clover honey (kg)")),
        ("2021, kg", "Sort", 2, ("", "What the valley gives")),
    ],
)
def test_a_cell_has_the_label_of_its_row_and_what_stands_above(
    words: str, label: str, column: int, above: tuple[str, str]
) -> None:
    found = of(words)
    assert (found.label, found.column, (found.head, found.line.part)) == (label, column, above)


def test_it_ends_where_the_next_begins() -> None:
    assert [TABLE[slice(*of(words).span)] for words in ("1.5", "3\n", "North")] == ["1.5 - 2", "3", "North"]
    assert TABLE[slice(*of("3\n").line.span)] == "North\t1.5 - 2\t3"


def test_a_line_of_one_piece_has_no_cells() -> None:
    assert cell(TABLE, TABLE.index("5 hives")) is None
    assert cell("\t12\n", 1) is None, "indented"
