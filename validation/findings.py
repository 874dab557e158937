"""What a check says when a rule is broken, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a document: offsets are code points of its text, `end` is exclusive."""

    source_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken rule as the rule sees it: by table and row. A report turns it into a `Finding` with its line.

    `row` is the position in the table (0 = first data row) and None where the table itself is at fault;
    `field` is the column, empty where the row is at fault; `line` is given where rows can't be told apart,
    and `column` where such a fault is one cell's, as in `Finding`.
    """

    rule: str
    table: str
    row: int | None
    field: str
    value: str
    message: str
    hint: str
    passage: Passage | None = None
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A broken rule as people and CI systems read it.

    `line` is the physical line of the file (1 = header) and 0 where there is no file to point into;
    `column` counts code points from 1 and is 0 where the whole line is meant. `key` is the row's, its parts
    joined by spaces: it names the row wherever it stands, and is empty where the file or a line is at fault.
    """

    file: str
    line: int
    column: int
    rule: str
    level: str
    field: str
    value: str
    message: str
    hint: str
    source_id: str = ""
    start: int = 0
    end: int = 0
    key: str = ""

    @property
    def where(self) -> str:
        """`file:line:column` as editors and terminals link it, shorter where a part is not known."""
        parts = [self.file, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


def file_of(table: str) -> str:
    """The file of a table; what is none, such as the package's descriptor, is named by its file already."""
    return table if "." in table else f"{table}.csv"


def quoted(value: object) -> str:
    """A cell's content as messages show it: in double quotes, cut to 60 characters, nothing invisible."""
    text = str(value)
    shown = text if len(text) <= 60 else text[:57] + "..."
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in shown) + '"'
