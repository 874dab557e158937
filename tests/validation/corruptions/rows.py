"""Tables whose header or rows are broken: columns, widths, order, keys and the ids that point to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tests.validation.corruptions.collected import Collection, Row
from tests.validation.corruptions.edits import Corruption, cells_edit, line_edit, lines_edit, record, removed
from validation.files.schemas import TABLES
from validation.rules.key import SHARED_IDS

# Letters of the Cyrillic alphabet that look like Latin ones.
LOOKALIKES = str.maketrans("aceopxy", "\u0430\u0441\u0435\u043e\u0440\u0445\u0443")


def generate(collection: Collection) -> Iterator[Corruption]:
    """What can be wrong with the header, the rows and the keys of every table."""
    for table in TABLES:
        yield from _headers(table)
        if rows := collection.rows(table):
            yield from _lines(collection, table, rows)
            yield from _keys(rows)
            yield from _links(collection, table)
    yield from _shared(collection)
    yield from _targets(collection)


def _headers(table: str) -> Iterator[Corruption]:
    columns = list(TABLES[table].columns)
    middle = len(columns) // 2
    headers = {
        "renamed": [*columns[:middle], "amount", *columns[middle + 1 :]],
        "capital": [columns[0].capitalize(), *columns[1:]],
        "dropped": [*columns[:middle], *columns[middle + 1 :]],
        "doubled": [*columns[:middle], columns[0], *columns[middle + 1 :]],
        "swapped": [columns[1], columns[0], *columns[2:]],
        "added": [*columns, "remark"],
        "semicolons": [";".join(columns)],
    }
    for what, header in headers.items():
        edit = lines_edit(table, lambda lines, header=header: [",".join(header), *lines[1:]])
        yield Corruption(f"{table}-column-{what}", f"{table}.csv", 1, "table/columns", edit)
    gone = lines_edit(table, lambda lines: lines[1:] or ["x"])
    yield Corruption(f"{table}-header-gone", f"{table}.csv", 1, "table/columns", gone)
    if any((table,) in spec.links.values() for spec in TABLES.values()):
        emptied = lines_edit(table, lambda lines: lines[:1])
        yield Corruption(f"{table}-without-rows", f"{table}.csv", 1, "table/empty", emptied)


def _lines(collection: Collection, table: str, rows: list[Row]) -> Iterator[Corruption]:
    file = f"{table}.csv"
    row = collection.some(rows, 1, f"lines of {table}")[0]
    split = lines_edit(table, lambda lines: [*lines[: row.line - 1], *_halves(lines[row.line - 1]), *lines[row.line :]])
    yield Corruption(f"{table}-line-in-two", file, row.line, "table/quotes", split)
    doubled = lines_edit(table, lambda lines: lines[: row.line] + lines[row.line - 1 :])
    yield Corruption(f"{table}-row-doubled", file, row.line + 1, "key/unique", doubled)
    # Of a line with quoted cells a part may have a lone quotation mark, which is another rule's.
    for plain in collection.some([row for row in rows if '"' not in record(row.cells)], 1, f"widths of {table}"):
        yield from _widths(plain)
    if len(rows) > 1:
        yield from _order(collection, table, rows)


def _widths(row: Row) -> Iterator[Corruption]:
    for what, change in (
        ("cut-off", lambda line: line.rpartition(",")[0]),
        ("cut-in-half", lambda line: line[: line.index(",")]),
        ("too-wide", lambda line: line + ","),
        ("blank", lambda line: ""),
        ("tabs", lambda line: line.replace(",", "\t")),
    ):
        edit = line_edit(row, change)
        yield Corruption(f"{row.table}-line-{what}", f"{row.table}.csv", row.line, "table/width", edit)


def _order(collection: Collection, table: str, rows: list[Row]) -> Iterator[Corruption]:
    file, last = f"{table}.csv", rows[-1].line
    first_last = lines_edit(table, lambda lines: [lines[0], *lines[2:], lines[1]])
    yield Corruption(f"{table}-first-row-last", file, last, "key/sorted", first_last)
    above = collection.some(rows[1:], 1, f"order of {table}")[0]
    swapped = lines_edit(table, lambda lines: _swapped(lines, above.line))
    yield Corruption(f"{table}-rows-swapped", file, above.line, "key/sorted", swapped)


def _halves(line: str) -> list[str]:
    """A line end within a cell that is quoted for it."""
    cut = line.index(",") // 2
    return [f'"{line[:cut]}', f"{line[cut:].replace(',', chr(34) + ',', 1)}"]


def _swapped(lines: list[str], line: int) -> list[str]:
    return [*lines[: line - 2], lines[line - 1], lines[line - 2], *lines[line:]]


def _keys(rows: list[Row]) -> Iterator[Corruption]:
    """The key of one row given to the next, and a key with a letter of another alphabet."""
    table = rows[0].table
    field = TABLES[table].key[0]
    for one, other in pairwise(rows):
        keys = {name: one[name] for name in TABLES[table].key}
        if all(keys.values()):
            edit = cells_edit(other, **keys)
            yield Corruption(f"{table}-key-of-the-row-above", f"{table}.csv", other.line, "key/unique", edit)
            break
    row = next((row for row in rows if row[field] != row[field].translate(LOOKALIKES)), None)
    if row:
        edit = cells_edit(row, **{field: row[field].translate(LOOKALIKES)})
        yield Corruption(f"{table}-key-in-cyrillic", f"{table}.csv", row.line, "schema/slug", edit)


def _links(collection: Collection, table: str) -> Iterator[Corruption]:
    """An id that nothing has, in each column that names one."""
    for field in TABLES[table].links:
        rows = [row for row in collection.rows(table) if row[field]]
        for row in collection.some(rows, 1, f"{table}.{field}"):
            edit = cells_edit(row, **{field: row[field][:-1] + "q"})
            yield Corruption(f"{table}-{field}-dangling-{row.key}", f"{table}.csv", row.line, "key/link", edit)


def _shared(collection: Collection) -> Iterator[Corruption]:
    """An id that stands in another of the tables whose ids are addresses."""
    for position, table in enumerate(SHARED_IDS):
        for other in SHARED_IDS[:position]:
            if collection.rows(table):
                row, taken = collection.rows(table)[0], collection.rows(other)[0]
                edit = cells_edit(row, **{TABLES[table].key[0]: taken[TABLES[other].key[0]]})
                yield Corruption(f"{table}-id-of-{other}", f"{table}.csv", row.line, "key/shared", edit)


def _targets(collection: Collection) -> Iterator[Corruption]:
    """A row that others name is renamed or taken out: each of them is found, the first at the latest."""
    for table, spec in TABLES.items():
        for field, targets in spec.links.items():
            named = [row for row in collection.rows(table) if row[field]] if len(targets) == 1 else []
            for row in collection.some(named, 1, f"target of {table}.{field}"):
                key = TABLES[targets[0]].key[0]
                target = next(one for one in collection.rows(targets[0]) if one[key] == row[field])
                name, file = f"{targets[0]}-{target.key}", f"{table}.csv"
                line = row.line - (table == targets[0] and target.line < row.line)
                renamed = cells_edit(target, **{key: target[key] + "-new"})
                yield Corruption(f"{name}-renamed-under-{table}-{field}", file, row.line, "key/link", renamed)
                if len(collection.rows(targets[0])) > 1:  # else the table is empty, which is another rule's
                    yield Corruption(f"{name}-removed-under-{table}-{field}", file, line, "key/link", removed(target))
