"""Numbers as they are taken away: the joined rows, each saying whose number it is and of which data version."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.state import facts
from dashboard.state.store import Snapshot

STATED = "as stated by its source"
COMPUTED = "computed from stated numbers"


def described(data: Snapshot, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a joined frame with two more columns, value_basis and data_version."""
    basis = rows["source_kind"].eq("derived").map({True: COMPUTED, False: STATED})
    return rows.assign(value_basis=basis.astype("str"), data_version=data.version)


def numbers(data: Snapshot) -> pd.DataFrame:
    """Every observation and after them every derivation, described."""
    stated, computed = facts.observations(data), facts.derivations(data)
    if not computed.empty:
        stated = pd.concat([stated, computed.astype(stated.dtypes)], ignore_index=True)
    return described(data, stated)


def of_indicator(data: Snapshot, indicator_id: str) -> pd.DataFrame:
    """The numbers of one indicator."""
    rows = data.once(numbers)
    return rows[rows["indicator_id"].eq(indicator_id)]


def found(data: Snapshot, table: str, column: str, value: str) -> list[dict[str, Any]]:
    """The rows of a table that have a value in a column, for JSON."""
    rows = data.register[table]
    return plain(rows[rows[column].eq(value)])


def plain(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows for JSON: null for what is missing, whole numbers without a point."""
    return [{str(name): _plain(cell) for name, cell in row.items()} for row in rows.to_dict("records")]


def _plain(cell: Any) -> Any:
    if pd.isna(cell):
        return None
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
