"""Rows of a table as cells: the same whether a table is read whole or a few of its rows are."""

from __future__ import annotations

from validation.model import views
from validation.model.register import Register


def test_a_row_is_read_alone_as_among_all(bees: Register) -> None:
    for name in ("observations", "sources", "exclusions", "checks"):
        frame = bees[name]
        readers = {str(column): views._reader(cells) for column, cells in frame.items()}
        alone = [{column: read(row) for column, read in readers.items()} for row in range(len(frame))]
        assert alone == list(views.rows(frame))


def test_offsets_are_whole_numbers_or_none(bees: Register) -> None:
    read = views._reader(bees["observations"]["start"])
    found = {read(row) for row in range(len(bees["observations"]))}
    assert {type(one) for one in found} == {int}
    assert views._reader(bees["observations"]["start"].where(bees["observations"]["start"] < 0))(0) is None
