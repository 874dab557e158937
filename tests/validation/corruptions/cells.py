"""Cells that are not of their column's kind: every rule of the schemas in every table that has such a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.validation.corruptions.collected import Collection
from tests.validation.corruptions.edits import Corruption, cells_edit
from validation.files.schemas import TABLES

# By rule: what stands there, by a name for it. Digits of other scripts look like ours in some fonts.
BAD = {
    "schema/number": {
        "nan": "NaN",
        "infinity": "Infinity",
        "minus-infinity": "-inf",
        "1e400": "1e400",
        "separators": "1,000",
        "decimal-comma": "41,3",
        "full-width-digits": "\uff14\uff11.\uff13",
        "arabic-indic-digits": "\u0664\u0661.\u0663",
        "cyrillic-o": "41.3\u043e",
        "hexadecimal": "0x1F",
        "underscore": "1_000",
        "plus": "+41.3",
        "leading-zero": "041.3",
        "space": "41.3 ",
        "no-digits-behind-the-point": "41.",
    },
    "schema/integer": {
        "fraction": "12.5",
        "float": "12.0",
        "negative": "-1",
        "exponent": "1e3",
        "nan": "NaN",
        "infinity": "inf",
        "full-width-digits": "\uff11\uff12",
        "too-large": "99999999999999999",
        "far-too-large": "9" * 400,
    },
    "schema/period": {
        "no-such-day": "2023-02-30",
        "no-such-month": "2023-13",
        "month-zero": "2023-00",
        "no-leap-year": "2023-02-29",
        "no-leap-year-bc": "-0043-02-29",
        "backward": "1988/1980",
        "open": "1988/..",
        "season": "2023-21",
        "words": "June 2023",
        "american": "06/01/2023",
        "time": "2023-06-01T00:00:00",
        "full-width-digits": "\uff12\uff10\uff12\uff13",
        "arabic-indic-digits": "\u0662\u0660\u0662\u0663",
        "five-digits": "20233",
        "nan": "NaN",
    },
    "schema/slug": {"capital": "Trade", "underscore": "the_trade", "space": "the trade", "accent": "tradé"},
    "schema/code": {"other": "roughly", "capitals": "EXACT"},
    "schema/text": {"space-before": " x", "space-behind": "x ", "no-break-space": "x\xa0", "5000-letters": "x" * 5000},
    "schema/day": {"no-such-day": "2024-02-30", "words": "May 2024", "month-thirteen": "2024-13-01"},
    "schema/url": {"no-scheme": "www.example.org", "script": "javascript:alert(1)", "space": "https://a b.example"},
    "schema/language": {"name": "English", "underscore": "en_US"},
    "schema/sha256": {"short": "0" * 63, "capitals": "A" * 64, "no-digit": "g" * 64},
    "schema/country": {"three-letters": "RUS", "lower-case": "ru", "cyrillic": "\u0421\u041d"},
}


def generate(collection: Collection) -> Iterator[Corruption]:
    """Each bad value once or more, each rule in each table, and an empty cell in each table."""
    used: Counter[str] = Counter()
    for table, spec in TABLES.items():
        if not collection.rows(table):
            continue
        for rule, fields in _fields_by_rule(table).items():
            # Numbers and offsets have too few columns for their ways to go wrong.
            times = len(BAD[rule]) if rule == "schema/number" else -(-len(BAD[rule]) // 6)
            for _ in range(times):
                names = list(BAD[rule])
                name = names[used[rule] % len(names)]
                field = fields[used[rule] % len(fields)]
                used[rule] += 1
                yield _cell(collection, table, field, rule, name, BAD[rule][name])
        required = [name for name, column in spec.schema.columns.items() if not column.nullable]
        for field in (required[0], required[-1]):
            yield _cell(collection, table, field, "schema/required", "empty", "")


def _fields_by_rule(table: str) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for name, column in TABLES[table].schema.columns.items():
        fields.setdefault(column.checks[0].name, []).append(name)
    return fields


def _cell(collection: Collection, table: str, field: str, rule: str, name: str, value: str) -> Corruption:
    row = collection.some(collection.rows(table), 1, f"{table}.{field} {name}")[0]
    edit = cells_edit(row, **{field: value})
    return Corruption(f"{table}-{field}-{name}-{row.key}", f"{table}.csv", row.line, rule, edit)
