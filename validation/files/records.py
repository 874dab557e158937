"""The lines of a table as records: the cells of those that can be read, and what is wrong with the others."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

LONGEST_CELL = 10_000
_QUOTING = "put a cell with commas or quotation marks into quotation marks, and double those inside"
_CELL = r'(?:[^",]*|"(?:[^"]|"")*")'
_RECORD = re.compile(rf"{_CELL}(?:,{_CELL})*")

# A block this large stays in the processor's cache while it is looked at several times.
_BLOCK = 1 << 18
_NEWLINE, _QUOTE, _COMMA = b'\n",'

Problem = tuple[str, str, str]
"""The rule that a line breaks, what must be, and what to do."""


def read(data: bytes, header: tuple[str, ...]) -> tuple[pd.DataFrame, Sequence[int], list[tuple[int, Problem]]]:
    """The cells of every line below the header that can be read, their lines, and the problems of the others by line.

    `data` is UTF-8 whose every line, the last one too, ends with LF. Cells are text, NaN where they are empty.
    """
    lines: Sequence[int] = range(2, data.count(b"\n") + 1)
    problems = []
    if suspects := [line for line in _suspects(data, len(header)) if line > 1]:
        text = data.split(b"\n")
        judged = ((line, problem(text[line - 1].decode(), len(header))) for line in suspects)
        problems = [(line, found) for line, found in judged if found]
        unread = {line for line, _ in problems}
        lines = [line for line in lines if line not in unread]
        data = b"\n".join([text[0], *(text[line - 1] for line in lines), b""])
    # NA and NULL are text like any other: only an empty cell is missing.
    cells = pd.read_csv(
        io.BytesIO(data), header=0, names=list(header), dtype=str, keep_default_na=False, na_values=[""], engine="c"
    )
    return cells, lines, problems


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


def _suspects(data: bytes, width: int) -> Iterator[int]:
    """The lines that may be no records of `width` cells: all that aren't, and no more than a few that are."""
    start, line = 0, 1
    while start < len(data):
        end = data.rfind(b"\n", start, start + _BLOCK) + 1 or data.index(b"\n", start) + 1
        block = np.frombuffer(data, np.uint8, end - start, start)
        yield from (line + _suspects_of(block, width)).tolist()
        start, line = end, line + data.count(b"\n", start, end)


def _suspects_of(block: np.ndarray, width: int) -> np.ndarray:
    """The suspects of a few lines, counted from 0."""
    ends = np.flatnonzero(block == _NEWLINE)
    starts = np.concatenate(([0], ends[:-1] + 1))
    marks = (block == _QUOTE).view(np.uint8)
    unpaired = np.bitwise_xor.reduceat(marks, starts).astype(bool)
    for line in np.flatnonzero(unpaired):
        marks[starts[line] : ends[line]] = 0  # else every line below would be read inside out
    quoted = np.bitwise_xor.accumulate(marks)
    commas = ((block == _COMMA) & (quoted == 0)).view(np.uint8)
    # Longer lines are suspects anyway, so that 16 bits are enough to count.
    widths = np.add.reduceat(commas, starts, dtype=np.uint16) + 1
    suspect = unpaired | (widths != width) | (ends - starts > LONGEST_CELL)
    suspect[np.searchsorted(ends, _misplaced(block, marks, quoted))] = True
    return np.flatnonzero(suspect)


def _misplaced(block: np.ndarray, marks: np.ndarray, quoted: np.ndarray) -> np.ndarray:
    """Where a quotation mark opens behind a cell's start, or closes before its end, and is not half of a doubled one.

    The block ends with LF, so that the byte before its first one, found at its end, says that a line starts there.
    """
    at = np.flatnonzero(marks)
    beside = np.where(quoted[at] == 1, block[at - 1], block[at + 1])
    return at[(beside != _COMMA) & (beside != _NEWLINE) & (beside != _QUOTE)]


def start_of_cell(line: str, index: int) -> int:
    """Where cell `index` starts in a line, counting code points from 1; 0 where the line has no such cell."""
    position, quoted, cell = 0, False, 0
    while cell < index and position < len(line):
        if line[position] == '"':
            quoted = not quoted
        elif line[position] == "," and not quoted:
            cell += 1
        position += 1
    return position + 1 if cell == index else 0
