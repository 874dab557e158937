"""The lines of a table as records: the cells of those that can be read, and what is wrong with the others.

pandas reads fast, but does not say that a line is too short or that a quotation mark is out of place, and then takes
lines together. So a pattern is matched against the whole file first: it stops at a line that is no record, and such
lines alone are looked at one by one. Seconds of processor time for a million observations, where all can be read and
where one in a hundred can't:

pandas alone, which finds little              1.6   1.7
the pattern over the whole file, then pandas  2.7   3.3
the pattern line by line, then pandas         3.0   3.4
marks and commas counted by numpy, in blocks  2.5   3.0, in 40 lines of code and 200 MB more
csv.reader line by line, then pandas          5.8   6.0
csv.reader line by line into a frame         11.9  11.6
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

import pandas as pd

LONGEST_CELL = 10_000
_QUOTING = "put a cell with commas or quotation marks into quotation marks, and double those inside"
_CELL = r'(?:"[^"\n]*(?:""[^"\n]*)*"|[^",\n]*)'
_RECORD = re.compile(rf"{_CELL}(?:,{_CELL})*")
# A lone quotation mark is a character as any, so that what can't be read has cells too.
_ANY_CELL = re.compile(rf"(?<![^,])(?:{_CELL}(?![^,])|[^,]*)")

Problem = tuple[str, str, str]
"""The rule that a line breaks, what must be, and what to do."""


def read(data: bytes, header: tuple[str, ...]) -> tuple[pd.DataFrame, Sequence[int], list[tuple[int, Problem]]]:
    """The cells of every line below the header that can be read, their lines, and the problems of the others by line.

    `data` is UTF-8 whose every line, the last one too, ends with LF. Cells are text, NaN where they are empty.
    """
    lines: Sequence[int] = range(2, data.count(b"\n") + 1)
    problems = dict(_problems(data, len(header)))
    if problems:
        lines = [line for line in lines if line not in problems]
        data = b"".join(text for line, text in enumerate(io.BytesIO(data), start=1) if line not in problems)
    # NA and NULL are text like any other: only an empty cell is missing.
    cells = pd.read_csv(
        io.BytesIO(data), header=0, names=list(header), dtype=str, keep_default_na=False, na_values=[""], engine="c"
    )
    return cells, lines, list(problems.items())


def problem(line: str, width: int) -> Problem | None:
    """Why a line is no record of `width` cells, or None where it is one."""
    too_long = "cell/length", f"must hold cells of at most {LONGEST_CELL:,} characters", "shorten the cell"
    if len(line) > csv.field_size_limit():
        return too_long
    if not _RECORD.fullmatch(line):
        return "table/quotes", "must pair its quotation marks and hold no line end in a cell", _QUOTING
    cells = next(csv.reader([line], strict=True), [])
    if not cells:
        return "table/width", f"must hold {width} cells, not an empty line", "take the line out"
    if len(cells) != width:
        return "table/width", f"must hold {width} cells, not {len(cells)}", "check the commas and quotation marks"
    return too_long if len(max(cells, key=len)) > LONGEST_CELL else None


def cells(line: str) -> Iterator[tuple[int, str]]:
    """The cells of a line as they stand there, and where each starts, counting code points from 1."""
    for cell in _ANY_CELL.finditer(line):
        yield cell.start() + 1, cell[0]


def _problems(data: bytes, width: int) -> Iterator[tuple[int, Problem]]:
    """What is wrong with each line that is no record, by its number."""
    # A line that is longer than a cell may be is looked at, whatever its cells.
    record = rf"(?=[^\n]{{1,{LONGEST_CELL}}}\n)(?:{_CELL},){{{width - 1}}}{_CELL}\n"
    parts = re.compile(rf"(?P<records>(?:{record})++)|[^\n]*\n".encode())
    line = 2
    for part in parts.finditer(data, data.index(b"\n") + 1):
        if not part.lastgroup and (found := problem(part[0][:-1].decode(), width)):
            yield line, found
        line += data.count(b"\n", *part.span())
