"""Lines as records: what is read is what Python's csv reads, and a line that can't be read is found where it stands."""

import csv
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.files import records
from validation.files.stored import in_memory

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
    return read_bytes("".join(f"{line}\n" for line in (",".join(HEADER), *lines)).encode(), HEADER)


def read_bytes(data, header, columns=None):
    return records.read(in_memory(data), data.index(b"\n") + 1, header, header if columns is None else columns)


def cells_of(frame):
    return frame.astype(object).where(frame.notna(), "").to_numpy().tolist()


def test_cells_are_text_and_empty_ones_missing():
    cells, lines, problems = read(["NA,007,", '"",1e5,"NULL"'])
    assert cells.dtypes.astype(str).tolist() == ["str", "category", "category"]
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


def test_broken_lines_are_found_wherever_they_are():
    cells, lines, problems = read(['x,"', *GOOD, "y", 'y,",,', *GOOD, 'z,",,"'])
    assert [line for line, _ in problems] == [2, 8, 9, 15]
    assert list(lines) == [*range(3, 8), *range(10, 15)]
    assert cells_of(cells) == list(csv.reader(GOOD * 2))


def test_a_long_line_of_bearable_cells_is_read():
    long = ",".join("x" * records.LONGEST_CELL for _ in HEADER)
    cells, _, problems = read([long])
    assert cells_of(cells) == [long.split(",")]
    assert problems == []


def test_cells_beyond_the_width_are_counted_past_any_overflow():
    assert [problem[1] for _, problem in read(["," * 258])[2]] == ["must hold 3 cells, not 259"]
    assert [problem[1] for _, problem in read(["," * (2 + (1 << 16))])[2]] == ["must hold 3 cells, not 65539"]


@pytest.mark.parametrize("spaces", range(1, 9))
@pytest.mark.long
def test_spaces_are_kept_wherever_pandas_reads_on(spaces):
    size = 1 << 18  # as many bytes as it reads at once
    first = f"{'x' * 999},1,".ljust(1_023)
    lines = [first] * (size // 1_024) + [f"{' ' * spaces}b,2,", "c,3,"]
    for shift in range(40):
        shifted = [first[shift:], *lines[1:]]
        cells, _, problems = read(shifted)
        assert problems == []
        assert cells["id"].tolist()[-2:] == [f"{' ' * spaces}b", "c"]


@pytest.mark.parametrize("word", ["2023", "True", "", "NaN", "1.0"])
def test_a_header_is_any_word(word):
    header = ("id", word)
    data = f"id,{word}\na,5\nb,True\nc,\nd,5\n".encode()
    cells, lines, problems = read_bytes(data, header)
    assert cells[word].astype("str").fillna("").tolist() == ["5", "True", "", "5"]
    assert (list(lines), problems) == ([2, 3, 4, 5], [])


def test_a_line_of_blanks_is_a_cell_where_there_is_one_column():
    cells, lines, problems = read_bytes(b"a\nx\n \n\ny\n", ("a",))
    assert cells["a"].tolist() == ["x", " ", "y"]
    assert list(lines) == [2, 3, 5]
    assert [(line, rule) for line, (rule, *_) in problems] == [(4, "table/width")]


def test_a_table_without_rows_has_none():
    cells, lines, problems = read([])
    assert (cells_of(cells), list(lines), problems) == ([], [], [])


CELL = st.text('a,"', max_size=4)
LINE = st.one_of(
    st.text('a,"', max_size=9),
    st.lists(CELL.map(lambda cell: '"' + cell.replace('"', '""') + '"'), min_size=3, max_size=3).map(",".join),
)


@given(st.lists(LINE, max_size=8))
@pytest.mark.long
def test_every_line_is_read_as_it_is_alone(lines):
    cells, numbers, problems = read(lines)
    alone = [records.problem(line, len(HEADER)) for line in lines]
    assert problems == [(number, problem) for number, problem in enumerate(alone, start=2) if problem]
    assert cells_of(cells) == list(
        csv.reader([line for line, problem in zip(lines, alone, strict=True) if not problem])
    )
    assert sorted(chain(numbers, dict(problems))) == list(range(2, 2 + len(lines)))


QUOTED = st.lists(CELL.map(lambda cell: '"' + cell.replace('"', '""') + '"'), min_size=3, max_size=3).map(",".join)


@given(st.lists(QUOTED, min_size=1, max_size=4).map("\n".join), st.integers(0), st.sampled_from(["", *'a,"']))
def test_a_table_is_taken_for_whole_where_each_of_its_lines_is(text, at, sign):
    at %= len(text)
    changed = (text[:at] + sign + text[at + 1 :]).split("\n")
    data = "".join(f"{line}\n" for line in changed).encode()
    assert records._are_records(data, len(HEADER)) == (not any(records.problem(line, len(HEADER)) for line in changed))


@pytest.mark.parametrize("broken", [[], ["a,1"], ["a,1,x,y", "a,1"], ['a,1,"x', 'a,1",x']])
def test_columns_that_are_not_asked_for_are_held_against_the_width_all_the_same(broken):
    lines = [",".join(HEADER), *GOOD, *broken, *GOOD]
    cells, _, problems = read_bytes("".join(f"{line}\n" for line in lines).encode(), HEADER, ("id", "note"))
    assert [line for line, _ in problems] == [7 + at for at in range(len(broken))]
    assert cells.columns.tolist() == ["id", "note"]
    assert cells_of(cells) == [[id, note] for id, _, note in csv.reader(GOOD * 2)]


@pytest.mark.parametrize(
    "broken",
    [
        ["a,1"] * 60_000,
        [""] * 250_000,
        ["x" * (records.LONGEST_CELL + 1), "y" * 90_000, "z" * 300_000],
        ['"'] * 200_000,
    ],
    ids=["short", "blank", "long", "marks"],
)
@pytest.mark.long
def test_however_many_lines_are_broken_the_others_are_read(broken):
    cells, lines, problems = read([*GOOD, *broken, *GOOD])
    assert len(problems) == len(broken)
    assert cells_of(cells) == list(csv.reader(GOOD * 2))
    assert list(lines) == [*range(2, 7), *range(7 + len(broken), 12 + len(broken))]


def test_the_header_is_no_cell():
    cells, _, _ = read(["a,1,", "b,,", "c,value,note"])
    assert [cells[name].cat.categories.tolist() for name in ("value", "note")] == [["1", "value"], ["note"]]
    cells, _, _ = read(["a,1,"])
    assert [cells[name].cat.categories.tolist() for name in ("value", "note")] == [["1"], []]
    assert cells["note"].str.len().isna().all()


def test_texts_that_look_alike_to_others_are_told_apart():
    cells, _, _ = read(["a,1,true", "b,01,True", "c,1.0,", "d,NaN,2021-01-01"])
    assert cells["value"].tolist() == ["1", "01", "1.0", "NaN"]
    assert cells["note"].tolist()[:2] == ["true", "True"]
    assert cells_of(cells)[2] == ["c", "1.0", ""]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('a,"x, y",z', [(1, "a"), (3, '"x, y"'), (10, "z")]),
        (",", [(1, ""), (2, "")]),
        ('a"b,c', [(1, 'a"b'), (5, "c")]),
        ('a,"b,c', [(1, "a"), (3, '"b'), (6, "c")]),
    ],
)
def test_the_cells_of_any_line_are_told_apart(line, cells):
    assert list(records.cells(line)) == cells


@given(st.lists(CELL, min_size=1, max_size=4))
def test_the_cells_of_a_line_are_where_they_start(texts):
    line = ",".join('"' + text.replace('"', '""') + '"' for text in texts)
    found = list(records.cells(line))
    assert [next(csv.reader([cell]), [""])[0] for _, cell in found] == texts
    assert all(line.startswith(cell, start - 1) for start, cell in found)
