"""Edits of a table's file: the cell that is meant, and no other byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.files import edits
from validation.files.schemas import TABLES
from validation.files.tables import Table, read_table

COLUMNS = ("key", "words", "number")
PLAIN = 'key,words,number\na,"one, two",012\nb,Größe,\nc,"say ""so""",7\n'


def table(folder: Path, data: bytes) -> Table:
    (folder / "bees.csv").write_bytes(data)
    read, _ = read_table(folder, "bees", COLUMNS)
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("row", "field", "value", "old", "new"),
    [
        (0, "number", "13", "a,\"one, two\",012", "a,\"one, two\",13"),
        (0, "words", "three", 'a,"one, two",012', "a,three,012"),
        (1, "number", "5", "b,Größe,", "b,Größe,5"),
        (1, "words", 'a "b", c', "b,Größe,", 'b,"a ""b"", c",'),
        (2, "words", "", 'c,"say ""so""",7', "c,,7"),
        (2, "key", "d", 'c,"say ""so""",7', 'd,"say ""so""",7'),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_cell_is_rewritten_and_nothing_else(tmp_path, row, field, value, old, new, end, mark):
    before = table(tmp_path, mark + PLAIN.replace("\n", end).encode())
    after = edits.rewritten(before, [edits.change(before, row, field, value)])
    assert after == mark + PLAIN.replace(old, new).replace("\n", end).encode()
    assert before.cells[field].iloc[row] != value
    again = table(tmp_path, after)
    assert again.cells[field].fillna("").iloc[row] == value


def test_several_cells_of_a_line_change_at_once(tmp_path):
    before = table(tmp_path, PLAIN.encode())
    changes = [edits.change(before, 0, "words", "x"), edits.change(before, 0, "number", "1000")]
    changes += [edits.change(before, 2, "key", "cc"), edits.change(before, 2, "number", "8")]
    for order in (changes, changes[::-1]):
        said = edits.rewritten(before, order).decode()
        assert said == 'key,words,number\na,x,1000\nb,Größe,\ncc,"say ""so""",8\n'


def test_a_last_line_without_an_end_keeps_none(tmp_path):
    before = table(tmp_path, PLAIN.encode().rstrip(b"\n"))
    assert edits.rewritten(before, [edits.change(before, 2, "number", "8")]).endswith(b",8")


def test_a_change_says_where_it_is_and_what_it_does(tmp_path):
    before = table(tmp_path, PLAIN.encode())
    assert str(edits.change(before, 0, "number", "13")) == "bees.csv:2:14: number 012 -> 13"
    assert str(edits.change(before, 1, "number", "5")) == "bees.csv:3:9: number (empty) -> 5"


def test_a_file_is_written_with_the_rights_it_had(tmp_path):
    path = tmp_path / "bees.csv"
    path.write_bytes(b"old")
    path.chmod(0o640)
    edits.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "link").symlink_to("file")
    edits.write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_file_that_cannot_be_written_stays_whole_and_is_named(tmp_path, monkeypatch):
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "draft")

    path = tmp_path / "bees.csv"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(PermissionError, match=r"bees\.csv"):
        edits.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(FileNotFoundError, match="nowhere"):
        edits.write(tmp_path / "nowhere" / "bees.csv", b"new")


EXCLUSIONS = b'source_id,start,end,quote,reason,note\nb,9,12,"one, two",period,\nb,10,13,2022,period,x\nc,1,2,3,mark,\n'


def exclusions(folder: Path, data: bytes) -> Table:
    (folder / "exclusions.csv").write_bytes(data)
    read, faults = read_table(folder, "exclusions", TABLES["exclusions"].columns)
    assert read is not None
    assert not [fault for fault in faults if fault.rule != "file/newlines"]
    return read


def test_a_row_is_put_where_the_order_of_its_key_has_it(tmp_path):
    row = {"source_id": "b", "start": "9", "end": "20", "quote": 'say "9"', "reason": "mark"}
    lines = EXCLUSIONS.splitlines(keepends=True)
    for start, at in (("8", 1), ("9", 2), ("11", 3)):
        new = f'b,{start},20,"say ""9""",mark,\n'.encode()
        after = edits.inserted(exclusions(tmp_path, EXCLUSIONS), row | {"start": start})
        assert after == b"".join([*lines[:at], new, *lines[at:]])
    crlf = EXCLUSIONS.replace(b"\n", b"\r\n")
    assert b",mark,\r\nb,10" in edits.inserted(exclusions(tmp_path, crlf), row)
    assert edits.inserted(exclusions(tmp_path, EXCLUSIONS[:-1]), row | {"source_id": "d"}).endswith(
        b'mark,\nd,9,20,"say ""9""",mark,\n'
    )


keys = st.tuples(st.sampled_from("abc"), st.integers(0, 999))


@given(st.lists(keys, unique=True, max_size=12), st.randoms(use_true_random=False))
@pytest.mark.long
def test_rows_put_in_and_taken_out_leave_a_file_as_it_was(found, random) -> None:
    with TemporaryDirectory() as folder:
        before = exclusions(Path(folder), EXCLUSIONS)
        kept = {("b", 9), ("b", 10), ("c", 1)}
        found = [key for key in found if key not in kept]
        now = before
        for source_id, start in found:
            row = {"source_id": source_id, "start": str(start), "end": "1", "quote": 'x,"', "reason": "mark"}
            now = exclusions(Path(folder), edits.inserted(now, row))
        keyed = list(zip(now.cells["source_id"], now.cells["start"].astype(int), strict=True))
        assert keyed == sorted([*found, *kept])
        random.shuffle(found)
        for key in found:
            keyed = list(zip(now.cells["source_id"], now.cells["start"].astype(int), strict=True))
            now = exclusions(Path(folder), edits.removed(now, keyed.index(key)))
        assert now.data == EXCLUSIONS


def test_several_rows_at_once_stand_as_if_put_in_one_by_one(tmp_path):
    before = exclusions(tmp_path, EXCLUSIONS)
    rows = [
        {"source_id": name, "start": str(start), "end": "99", "quote": "x", "reason": "mark"}
        for name, start in (("c", 0), ("a", 5), ("b", 9), ("b", 11), ("d", 1))
    ]
    now = before
    for row in rows:
        now = exclusions(tmp_path, edits.inserted(now, row))
    assert edits.inserted(before, *rows) == now.data
    places = [at for at, quote in enumerate(now.cells["quote"]) if quote == "x"]
    assert edits.removed(now, *places) == EXCLUSIONS


def test_only_what_killed_programs_left_is_taken_away(tmp_path):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    names = {f".bees.csv.{gone.pid}": False, f".bees.csv.{os.getpid()}": True, ".bees.csv.swp": True, "bees.csv": True}
    for name in names:
        (tmp_path / name).write_bytes(b"half")
    edits.tidy(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {name for name, stays in names.items() if stays}
