"""Lines as records: what is read is what Python's csv reads, and a line that can't be read is found where it stands."""

import csv
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.files import records

HEADER = ("id", "value", "note")
GOOD = ["a,1,", 'b,2,"x, y"', 'c,3,"say ""x"""', '"d",,""', ",,"]
# What a broken line breaks.
BROKEN = {
    "a,1": "table/width",
    "a,1,x,y": "table/width",
    "": "table/width",
    'a,1,"x': "table/quotes",
    'a,1,x"': "table/quotes",
    'a,1,"x"y': "table/quotes",
    'a,1,x""y': "table/quotes",
    f"a,1,{'x' * (records.LONGEST_CELL + 1)}": "cell/length",
    f"a,1,{'x' * (csv.field_size_limit() + 1)}": "cell/length",
}


def read(lines):
    return records.read("".join(f"{line}\n" for line in (",".join(HEADER), *lines)).encode(), HEADER)


def cells_of(frame):
    return frame.astype(object).where(frame.notna(), "").to_numpy().tolist()


def test_cells_are_text_and_empty_ones_missing():
    cells, lines, problems = read(["NA,007,", '"",1e5,"NULL"'])
    assert cells.dtypes.unique().tolist() == ["str"]
    assert cells.isna().to_numpy().tolist() == [[False, False, True], [True, False, False]]
    assert cells_of(cells) == [["NA", "007", ""], ["", "1e5", "NULL"]]
    assert list(lines) == [2, 3]
    assert problems == []


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_line_is_left_out_alone(broken):
    cells, lines, problems = read([*GOOD, broken, *GOOD])
    assert [(line, problem[0]) for line, problem in problems] == [(7, BROKEN[broken])]
    assert list(lines) == [*range(2, 7), *range(8, 13)]
    assert cells_of(cells) == list(csv.reader(GOOD * 2))


def test_broken_lines_are_found_in_every_block(monkeypatch):
    monkeypatch.setattr(records, "_BLOCK", 40)
    cells, _, problems = read([*GOOD, 'x,"', *GOOD, "y", *GOOD, 'z,",,"'])
    assert [line for line, _ in problems] == [7, 13, 19]
    assert cells_of(cells) == list(csv.reader(GOOD * 3))


def test_a_long_line_of_bearable_cells_is_read():
    long = ",".join("x" * records.LONGEST_CELL for _ in HEADER)
    cells, _, problems = read([long])
    assert cells_of(cells) == [long.split(",")]
    assert problems == []


def test_cells_beyond_the_width_are_counted_past_any_overflow():
    assert [problem[1] for _, problem in read(["," * 258])[2]] == ["must hold 3 cells, not 259"]
    assert [problem[1] for _, problem in read(["," * (2 + (1 << 16))])[2]] == ["must hold 3 cells, not 65539"]


def test_a_table_without_rows_has_none():
    cells, lines, problems = read([])
    assert (cells_of(cells), list(lines), problems) == ([], [], [])


CELL = st.text('a,"', max_size=4)
LINE = st.one_of(
    st.text('a,"', max_size=9),
    st.lists(CELL.map(lambda cell: '"' + cell.replace('"', '""') + '"'), min_size=3, max_size=3).map(",".join),
)


@given(st.lists(LINE, max_size=8))
def test_every_line_is_read_as_it_is_alone(lines):
    cells, numbers, problems = read(lines)
    alone = [records.problem(line, len(HEADER)) for line in lines]
    assert problems == [(number, problem) for number, problem in enumerate(alone, start=2) if problem]
    assert cells_of(cells) == list(
        csv.reader([line for line, problem in zip(lines, alone, strict=True) if not problem])
    )
    assert sorted(chain(numbers, dict(problems))) == list(range(2, 2 + len(lines)))


def test_where_a_cell_starts():
    line = 'a,"x, y",z'
    assert [records.start_of_cell(line, index) for index in range(4)] == [1, 3, 10, 0]
