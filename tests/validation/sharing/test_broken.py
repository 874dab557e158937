"""Whatever is wrong with a register, it is the same for one process and for many, and for large tables."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.edits import rows_of
from tests.long import one_in
from tests.validation.sharing.conftest import Archive
from tests.validation.sharing.elsewhere import Elsewhere

# The weight of a share: there are a few of them.
SHARE = 12_000

Break = Callable[[Archive], object]


def changed(name: str, change: Callable[[bytes], bytes], archive: Archive) -> None:
    """Another content of a table."""
    file = archive.datasets / f"{name}.csv"
    file.write_bytes(change(file.read_bytes()))


def with_column(head: bytes, cell: bytes, data: bytes) -> bytes:
    """A column more."""
    first, *lines = data.splitlines()
    return b"".join(line + b"\n" for line in (first + b"," + head, *(line + b"," + cell for line in lines)))


def turned(data: bytes) -> bytes:
    """The first two columns in the other order; none of their cells has a comma."""
    cells = (line.split(b",", 2) for line in data.splitlines())
    return b"".join(b",".join([second, first, rest]) + b"\n" for first, second, rest in cells)


def without_lines(numbers: set[int], data: bytes) -> bytes:
    return b"".join(line for at, line in enumerate(data.splitlines(keepends=True)) if at not in numbers)


def with_rows(change: Callable[[list[dict[str, str]]], object], table: str, archive: Archive) -> None:
    with rows_of(archive.datasets, table) as rows:
        change(rows)


def document(archive: Archive) -> Path:
    return sorted(archive.seeds.iterdir())[5]


def unlike(rows: list[dict[str, str]]) -> None:
    for row in rows:
        row["value"] = "1,000"


def of_nobody(rows: list[dict[str, str]]) -> None:
    for at, row in enumerate(rows):
        row["source_id"] = ("", "nobody", row["source_id"])[at % 3]


def mistaken_in_shares(rows: list[dict[str, str]]) -> None:
    for row in rows[::7]:
        row["start"], row["printed"], row["qualifier"] = "12.5", " x", "roughly"


BREAKS: dict[str, Break] = {
    "no table": lambda archive: (archive.datasets / "observations.csv").unlink(),
    "no sources": lambda archive: (archive.datasets / "sources.csv").unlink(),
    "no units": lambda archive: (archive.datasets / "units.csv").unlink(),
    "a folder": lambda archive: [(f := archive.datasets / "mentions.csv").unlink(), f.mkdir()],
    "no byte": partial(changed, "exclusions", lambda data: b""),
    "a header alone": partial(changed, "observations", lambda data: data[: data.index(b"\n") + 1]),
    "CR": partial(changed, "observations", lambda data: data.replace(b"\n", b"\r\n")),
    "one CR": partial(changed, "units", lambda data: data.replace(b"\n", b"\r", 1)),
    "a mark": partial(changed, "sources", lambda data: b"\xef\xbb\xbf" + data),
    "Latin-1": partial(changed, "areas", lambda data: data + b"caf\xe9,x,,,\n"),
    "UTF-16": partial(changed, "mentions", lambda data: data.decode().encode("utf-16")),
    "a column more": partial(changed, "observations", partial(with_column, b"remark", b"x")),
    "a column that is called by a number": partial(changed, "observations", partial(with_column, b"2023", b"5")),
    "a column without a name": partial(changed, "sources", partial(with_column, b"", b"5")),
    "a column twice": partial(changed, "sources", partial(with_column, b"kind", b"document")),
    "columns in another order": partial(changed, "exclusions", turned),
    "semicolons": partial(changed, "mentions", lambda data: data.replace(b",", b";")),
    "quotes": partial(changed, "sources", lambda data: data.replace(b"Report 2", b'"Report 2', 1)),
    "an empty line": partial(changed, "observations", lambda data: data.replace(b"\n", b"\n\n", 3)),
    "lines too short": partial(changed, "observations", lambda data: data.replace(b",A,", b"A,", 5)),
    "spaces before ids": partial(changed, "observations", lambda data: data.replace(b"\ndoc", b"\n  doc", 4)),
    "sources twice": partial(with_rows, lambda rows: rows.extend(rows[2:4]), "sources"),
    "a source less": partial(changed, "sources", partial(without_lines, {3})),
    "rows of nobody": partial(with_rows, of_nobody, "observations"),
    "rows in another order": partial(with_rows, list.reverse, "observations"),
    "more findings than are listed": partial(with_rows, unlike, "observations"),
    "mistaken cells in every share": partial(with_rows, mistaken_in_shares, "observations"),
    "a document less": lambda archive: document(archive).unlink(),
    "a document changed": lambda archive: document(archive).write_text("Another text of 12 words.\n"),
    "a document that is no UTF-8": lambda archive: document(archive).write_bytes(b"\xff\xfe 12 hives"),
    "an empty document": lambda archive: document(archive).write_bytes(b""),
    "no document": lambda archive: shutil.rmtree(archive.seeds),
}


@pytest.fixture(scope="module")
def before(archive: Archive) -> str:
    return archive.read(heavy=10**9)


@pytest.mark.parametrize("name", one_in(32, BREAKS))
def test_it_is_told_alike_by_one_and_by_many(
    archive: Archive, before: str, tmp_path: Path, name: str, request: pytest.FixtureRequest
) -> None:
    copied = Archive(tmp_path / "datasets", tmp_path / "seeds")
    shutil.copytree(archive.datasets, copied.datasets)
    shutil.copytree(archive.seeds, copied.seeds)
    BREAKS[name](copied)
    alone = copied.read(heavy=10**9)
    assert alone != before
    assert copied.read(Elsewhere(), SHARE) == alone
    request.getfixturevalue("taken_for_large")
    assert copied.read(Elsewhere(), SHARE) == alone
