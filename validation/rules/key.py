"""Rules on keys: unique within and across tables, sorted, and every id that is named exists."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pandas as pd

from validation.files.schemas import TABLES, TableSpec
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

Key = tuple[Any, ...]
# Stands for an offset that is missing.
MISSING = -1
# So many dangling ids of a column are compared with so many that exist, to guess which was meant.
GUESSED, NEAR_OF = 20, 5000


def keys_are_unique(register: Register) -> Iterator[Fault]:
    """No two rows of a table have the same key."""
    for name, spec in TABLES.items():
        rows = register[name]
        if register.once(_is_ascending, name):
            continue
        rows = rows[rows.duplicated(list(spec.key), keep=False)]
        first: dict[Key, int] = {}
        for row, key in zip(rows.index.tolist(), _keys(rows, spec), strict=True):
            if key[0] and first.setdefault(key, row) != row:
                line = register.tables[name].lines[first[key]]
                message = f"{' and '.join(spec.key)} must be unique, but {quoted(_shown(key))} is also on line {line}"
                hint = "take the row out or give it another key"
                yield Fault("key/unique", name, row, spec.key[0], _shown(key), message, hint)


def _is_ascending(register: Register, name: str) -> bool:
    """Whether a table has one key, never empty, and each is greater than the one above; quick to tell."""
    cells, keys = register[name].iloc[:, 0], register[name].iloc[:, 0].to_numpy(object)
    return len(TABLES[name].key) == 1 and cells.notna().all() and bool((keys[:-1] < keys[1:]).all())


def _keys(rows: pd.DataFrame, spec: TableSpec) -> list[Key]:
    """Each row's key, to be compared: what is missing stands before all else."""
    return list(zip(*(_parts(rows[name]) for name in spec.key), strict=True))


def _parts(cells: pd.Series) -> list[Any]:
    whole = cells.dtype == "Int64"
    return (cells.fillna(MISSING) if whole else cells.astype("str").fillna("")).tolist()


def _shown(key: Key) -> str:
    return " ".join(str(part) for part in key if part not in ("", MISSING))


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
        rows = register[name]
        if register.once(_is_ascending, name):
            continue
        pairs = enumerate(pairwise(_keys(rows, spec)), start=1)
        row, key = next(((row, key) for row, (above, key) in pairs if key < above), (0, None))
        if key:
            order = " and ".join(spec.key)
            message = f"rows must be sorted by {order}, but {quoted(_shown(key))} stands after a later key"
            yield Fault("key/sorted", name, row, spec.key[0], _shown(key), message, "sort the rows")


def links_resolve(register: Register) -> Iterator[Fault]:
    """Every id that a row names exists in the table it belongs to."""
    for name, spec in TABLES.items():
        for field, targets in spec.links.items():
            if not set(targets) <= set(register.tables) or all(register[target].empty for target in targets):
                continue  # the table itself is at fault
            cells = register[name][field]
            named = {value for value in cells.unique().tolist() if isinstance(value, str)}
            known = [register[target][TABLES[target].key[0]] for target in targets] if named else []
            strays = named.difference(*(ids.tolist() for ids in known))
            if strays:
                existing = [one for ids in known for one in ids.dropna()]
                yield from _dangling(name, field, cells[cells.isin(strays)], targets, existing)


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
