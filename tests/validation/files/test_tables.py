"""A table's file: what is wrong with it as a file, and where its cells are."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from validation.files import tables
from validation.files.tables import read_table

COLUMNS = ("id", "name", "note")
GOOD = 'id,name,note\na,"x, y",\nb,é,z\n'


def read(folder, content: str | bytes):
    (folder / "things.csv").write_bytes(content.encode() if isinstance(content, str) else content)
    table, faults = read_table(folder, "things", COLUMNS)
    return table, [(fault.rule, fault.field, fault.line, fault.column, fault.message) for fault in faults]


def test_a_table_is_its_cells_and_knows_where_they_are(tmp_path):
    table, faults = read(tmp_path, GOOD)
    assert faults == []
    assert table.cells["name"].tolist() == ["x, y", "é"]
    assert (table.file, table.data) == ("things.csv", GOOD.encode())
    assert [table.locate(row, "note") for row in (0, 1)] == [(2, 10), (3, 5)]
    assert table.locate(None, "note") == (1, 9)
    assert table.locate(1, "") == (3, 0)


@pytest.mark.parametrize(
    ("rows", "spans"),
    [([], ["head"]), ([0, 1], ["head a b"]), ([1, 2, 5, 6], ["head", "b c", "f", "g"]), ([6], ["head", "g"])],
)
def test_lines_that_follow_one_another_are_one_span_of_the_file(tmp_path, rows, spans):
    lines = {"head": "id,name,note\n"} | {name: f"{name},é,\n" for name in "abcdef"} | {"x": "x\n", "g": '"g",,\n'}
    table, _ = read(tmp_path, "".join(lines.values()))
    found = [table.data[start:end].decode() for start, end in table.spans(np.array(rows, int))]
    assert found == ["".join(lines[name] for name in span.split()) for span in spans]


@pytest.mark.parametrize(
    ("content", "rule", "line", "message"),
    [
        (" \n", "file/empty", 0, "must have a header line, but the file is empty"),
        (GOOD.encode("utf-16"), "file/encoding", 0, "must be UTF-8, not UTF-16"),
        (GOOD.encode("utf-16-be"), "file/encoding", 0, "must be UTF-8, not UTF-16"),
        (GOOD.encode("latin-1"), "file/encoding", 3, "must be UTF-8, but a byte here is not"),
        ('"id,name\n', "table/columns", 0, "must name the columns; the header can't be read"),
        ("\na\n", "table/columns", 0, "must name the columns; the header can't be read"),
        ("id;name;note\n", "table/columns", 0, "must have commas between its cells, not semicolons"),
        ("id\tname\tnote\n", "table/columns", 0, "must have commas between its cells, not tabs"),
        ("id,name,note,note\n", "table/columns", 0, "note must be there once, not twice"),
        ("id,note\n", "table/columns", 0, "name must be a column, but is missing"),
    ],
)
def test_what_can_not_be_read_as_a_table_is_none(tmp_path, content, rule, line, message):
    table, ((found, _, where, _, said),) = read(tmp_path, content)
    assert table is None
    assert (found, where, said) == (rule, line, message)


@pytest.mark.parametrize(
    ("content", "rule", "place", "message"),
    [
        (b"\xef\xbb\xbf" + GOOD.encode(), "file/encoding", (0, 0), "must be UTF-8 without a byte-order mark"),
        (GOOD.replace("\n", "\r\n"), "file/newlines", (1, 0), "must end its lines with LF alone, not CR"),
        (GOOD.replace(",\nb", ",\rb"), "file/newlines", (2, 0), "must end its lines with LF alone, not CR"),
        (GOOD[:-1], "file/newlines", (3, 0), "must end with a line end"),
        (GOOD + "c,\0,\n", "cell/characters", (4, 3), "must hold visible text only, not U+0000"),
        (GOOD + "c,,,\n", "table/width", (4, 0), "must hold 3 cells, not 4"),
        ("id,note,name\na,,\n", "table/columns", (0, 0), "must have its columns in order"),
        ("id,name,x,note\na,,,\n", "table/columns", (0, 0), "x must not be a column"),
    ],
)
def test_what_can_be_read_in_spite_of_it_is_kept(tmp_path, content, rule, place, message):
    table, ((found, _, line, column, said),) = read(tmp_path, content)
    assert (found, (line, column), said) == (rule, place, message)
    assert tuple(table.cells) == COLUMNS
    assert table.cells["id"].iat[0] == "a"


def test_only_a_file_of_the_folder_is_read(tmp_path):
    folder = tmp_path / "datasets"
    folder.mkdir()
    assert read_table(folder, "things", COLUMNS)[1][0].rule == "file/missing"
    (folder / "things.csv").symlink_to(tmp_path / "outside.csv")
    (tmp_path / "outside.csv").write_text(GOOD)
    assert read_table(folder, "things", COLUMNS)[1][0].rule == "file/outside"
    (folder / "things.csv").unlink()
    (folder / "things.csv").mkdir()
    assert read_table(folder, "things", COLUMNS)[1][0].rule == "file/kind"


def test_a_table_that_is_as_it_was_is_not_read_again(tmp_path):
    one, other = (tmp_path / name for name in ("one", "other"))
    for folder in (one, other):
        folder.mkdir()
        (folder / "bees.csv").write_text("key,number\na,1\nb,\n")
    first, _ = read_table(one, "bees", ("key", "number"))
    again, _ = read_table(other, "bees", ("key", "number"))
    assert first is not None
    assert first is again
    assert first.typed(("number",)) is first.typed(("number",))
    (other / "bees.csv").write_text("key,number\na,2\nb,\n")
    changed, _ = read_table(other, "bees", ("key", "number"))
    assert changed is not None
    assert changed.typed(("number",))["number"].iloc[0] == 2
    assert first.typed(("number",))["number"].iloc[0] == 1


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_cells_that_are_left_are_read_when_their_rows_are_asked_for(tmp_path, monkeypatch, ends):
    monkeypatch.setattr(tables, "KEPT", 0)
    rows = ["a,one,1", 'b,"x, ""é""",', "c,,3", "broken", "d,four,4"]
    (tmp_path / "things.csv").write_bytes(ends.join(["id,name,note", *rows, ""]).encode())
    table, _ = read_table(tmp_path, "things", COLUMNS, left=("name", "note"))
    assert table is not None
    assert table.coded.columns.tolist() == ["id"]
    assert [table.beside(row) for row in (1, 2)] == [{"name": 'x, "é"', "note": ""}, {"name": "", "note": "3"}]
    part = table.at(np.array([0, 1, 3]))
    assert part.left == ()
    assert part.cells.fillna("").to_numpy().tolist() == [["a", "one", "1"], ["b", 'x, "é"', ""], ["d", "four", "4"]]
    assert part.lines == [2, 3, 6]
    assert table.typed(("note",)).columns.tolist() == ["id"]


def test_what_is_wrong_is_found_on_its_line_however_long_the_file(tmp_path):
    lines = [f"{number},{'x' * 90},\n" for number in range(5_000)]
    wrong = {1_500: "c,\0,\n", 2_900: "tr\u0430de,,\n", 4_100: "short\n"}
    _, faults = read(tmp_path, "id,name,note\n" + "".join(wrong.get(at, line) for at, line in enumerate(lines)))
    assert sorted(line for _, _, line, _, _ in faults) == [at + 2 for at in wrong]
    text = "id,name,note\n" + "".join(lines)
    _, faults = read(tmp_path, text.encode() + b"caf\xe9,,\n")
    assert [line for _, _, line, _, _ in faults] == [5_002]
    _, faults = read(tmp_path, text + "last,,\r\n")
    assert [line for _, _, line, _, _ in faults] == [5_002]


@given(st.text("0123456789.e+- _\u0663", max_size=18))
@example("9007199254740993")
@example("12.0")
@example("nan")
def test_a_whole_number_is_that_of_its_column(cell):
    (typed,) = tables._whole_numbers(pd.Series([cell], dtype="str")).tolist()
    assert tables.whole_number(cell) == (None if pd.isna(typed) else typed)


def test_a_last_line_is_counted_as_lines_were_told_apart(tmp_path):
    _, faults = read(tmp_path, GOOD[:-1].replace("\n", "\r"))
    assert sorted((line, message) for _, _, line, _, message in faults) == [
        (1, "must end its lines with LF alone, not CR"),
        (3, "must end with a line end"),
    ]
