"""Rules on keys: unique within and across tables, sorted, and every id that is named exists."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

import pandas as pd

from validation.files.schemas import TABLES
from validation.findings import Fault, quoted
from validation.model.register import Register
from validation.rules.rule import Rule, rows_where

# Ids of these tables share one space: they are addresses, file names and DOM ids.
SHARED_IDS = ("observations", "mentions", "derivations")

RULES = (
    Rule("key/unique", "No two rows have the same key.", "a row pasted twice"),
    Rule(
        "key/shared",
        "Ids of observations, mentions and derivations differ.",
        "a mention with an observation's id",
        SHARED_IDS,
    ),
    Rule("key/sorted", "Rows are sorted by their key.", "a row added at the end"),
    Rule(
        "key/link",
        "Every id that is named exists.",
        "unit_id percents",
        tuple(name for name, spec in TABLES.items() if spec.links),
    ),
)

# So many dangling ids of a column are compared with so many that exist, to guess which was meant.
GUESSED, NEAR_OF = 20, 5000


def keys_are_unique(register: Register) -> Iterator[Fault]:
    """No two rows of a table have the same key."""
    for name, spec in TABLES.items():
        rows = register[name][list(spec.key)]
        shared = rows[rows.duplicated(keep=False) & rows[spec.key[0]].notna()]
        first: dict[str, int] = {}
        for row, *cells in shared.itertuples(name=None):
            value = _joined(cells)
            if first.setdefault(value, row) == row:
                continue
            line = register.tables[name].lines[first[value]]
            message = f"{' and '.join(spec.key)} must be unique, but {quoted(value)} is also on line {line}"
            hint = "take the row out or give it another key"
            yield Fault("key/unique", name, row, spec.key[0], value, message, hint)


def _joined(cells: Iterable) -> str:
    return " ".join("" if pd.isna(cell) else str(cell) for cell in cells)


def ids_are_shared_by_none(register: Register) -> Iterator[Fault]:
    """No id stands in two of observations, mentions and derivations."""
    for position, name in enumerate(SHARED_IDS):
        for other in SHARED_IDS[:position]:
            ids = register[name][TABLES[name].key[0]]
            if ids.empty:
                continue  # to look none up among a million takes as long as to look up a few
            taken = ids.notna() & ids.isin(register[other][TABLES[other].key[0]])
            for row in rows_where(taken):
                message = f"{TABLES[name].key[0]} must not be an id of {other}.csv too, but {quoted(ids.iat[row])} is"
                yield Fault("key/shared", name, row, TABLES[name].key[0], ids.iat[row], message, "give it another id")


def rows_are_sorted(register: Register) -> Iterator[Fault]:
    """Rows stand in the order of their key, so that a change shows as a small difference."""
    for name, spec in TABLES.items():
        rows = register[name][list(spec.key)]
        plain = pd.DataFrame(
            {c: rows[c].fillna("") if rows[c].dtype != "Int64" else rows[c].fillna(-1) for c in spec.key}
        )
        below = _precedes(plain)
        if below.any():
            row = rows_where(below)[0]
            value = _joined(rows.iloc[row])
            message = f"rows must be sorted by {' and '.join(spec.key)}, but {quoted(value)} stands after a later key"
            yield Fault("key/sorted", name, row, spec.key[0], value, message, "sort the rows")


def _precedes(keys: pd.DataFrame) -> pd.Series:
    """Which rows come before the row above them in order."""
    less = pd.Series(False, index=keys.index)
    same = pd.Series(True, index=keys.index)
    for name in keys:
        above = keys[name].shift()
        known = above.notna()
        less |= same & known & (keys[name] < above.where(known, keys[name]))
        same &= keys[name].eq(above)
    return less


def links_resolve(register: Register) -> Iterator[Fault]:
    """Every id that a row names exists in the table it belongs to."""
    for name, spec in TABLES.items():
        for field, targets in spec.links.items():
            if not set(targets) <= set(register.tables):
                continue
            cells = register[name][field]
            named = pd.Series(cells.unique()).dropna()
            if named.empty:
                continue
            known = pd.concat([register[target][TABLES[target].key[0]] for target in targets])
            strays = named[~named.isin(known)]
            if len(strays):
                yield from _dangling(name, field, cells[cells.isin(strays)], targets, known.dropna().tolist())


def _dangling(name: str, field: str, cells: pd.Series, targets: tuple[str, ...], known: list[str]) -> Iterator[Fault]:
    files = " or ".join(f"{target}.csv" for target in targets)
    # To look for a near one takes milliseconds; a table with many dangling ids is not mended by single letters.
    likely = {
        value: difflib.get_close_matches(value, known[:NEAR_OF], n=1) for value in cells.unique()[:GUESSED].tolist()
    }
    for row, value in zip(cells.index.tolist(), cells.tolist(), strict=True):
        near = likely.get(value)
        hint = f"did you mean {near[0]}?" if near else f"add it to {files} or use an id from there"
        message = f"{field} must be an id of {files}, not {quoted(value)}"
        yield Fault("key/link", name, row, field, value, message, hint)
