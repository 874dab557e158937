"""Rules on keys: unique within and across tables, sorted, and every id that is named exists."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import pandas as pd

from validation.findings import Fault, quoted
from validation.register import Register
from validation.schemas import TABLES

# Ids of these tables share one space: they are addresses, file names and DOM ids.
SHARED_IDS = ("observations", "mentions", "derivations")


def keys_are_unique(register: Register) -> Iterator[Fault]:
    """No two rows of a table have the same key."""
    for name, spec in TABLES.items():
        rows = register[name]
        keys = list(spec.key)
        repeated = rows.duplicated(keys) & rows[keys[0]].notna()
        for row in repeated.to_numpy().nonzero()[0].tolist():
            value = _key(rows, keys, row)
            first = _first_line(register, name, rows, keys, row)
            message = f"{' and '.join(keys)} must be unique, but {quoted(value)} is also on line {first}"
            yield Fault("key/unique", name, row, keys[0], value, message, "take the row out or give it another key")


def _key(rows: pd.DataFrame, keys: list[str], row: int) -> str:
    return " ".join("" if pd.isna(cell) else str(cell) for cell in rows[keys].iloc[row])


def _first_line(register: Register, name: str, rows: pd.DataFrame, keys: list[str], row: int) -> int:
    same = (rows[keys].fillna("") == rows[keys].fillna("").iloc[row]).all(axis=1)
    return register.tables[name].lines[int(same.to_numpy().nonzero()[0][0])]


def ids_are_shared_by_none(register: Register) -> Iterator[Fault]:
    """No id stands in two of observations, mentions and derivations."""
    for position, name in enumerate(SHARED_IDS):
        for other in SHARED_IDS[:position]:
            ids = register[name][TABLES[name].key[0]]
            taken = ids.notna() & ids.isin(register[other][TABLES[other].key[0]])
            for row in taken.to_numpy().nonzero()[0].tolist():
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
            row = int(below.to_numpy().nonzero()[0][0])
            value = _key(rows, list(spec.key), row)
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
            known = pd.concat([register[target][TABLES[target].key[0]] for target in targets])
            cells = register[name][field]
            dangling = cells.notna() & ~cells.isin(known)
            for row in dangling.to_numpy().nonzero()[0].tolist():
                yield _dangling(name, row, field, cells.iat[row], targets, known)


def _dangling(name: str, row: int, field: str, value: str, targets: tuple[str, ...], known: pd.Series) -> Fault:
    files = " or ".join(f"{target}.csv" for target in targets)
    near = difflib.get_close_matches(value, [str(k) for k in known.dropna().head(5000)], n=1)
    hint = f"did you mean {near[0]}?" if near else f"add it to {files} or use an id from there"
    message = f"{field} must be an id of {files}, not {quoted(value)}"
    return Fault("key/link", name, row, field, value, message, hint)
