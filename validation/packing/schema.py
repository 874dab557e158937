"""JSON Schema (2020-12) of rows, from the columns that tables and exports are declared by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandera.pandas as pa

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def record(meaning: str, properties: Mapping[str, Schema], *, optional: tuple[str, ...] = ()) -> Schema:
    """An object that has each of these properties, but for optional ones, and no other."""
    return {
        "type": "object",
        "description": meaning,
        "properties": dict(properties),
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def row(meaning: str, columns: Mapping[str, pa.Column]) -> Schema:
    """A row by its columns: all of them, null where nothing is known."""
    return record(meaning, {name: _cell(column) for name, column in columns.items()})


def _cell(column: pa.Column) -> Schema:
    about: Mapping[str, Any] = column.metadata or {}
    constraints = dict(about["constraints"])
    required, kind = constraints.pop("required", False), about["type"]
    if "enum" in constraints and not required:
        constraints["enum"] = [*constraints["enum"], None]
    return {"description": column.description, "type": kind if required else [kind, "null"], **constraints}
