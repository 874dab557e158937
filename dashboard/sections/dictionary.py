"""The data dictionary: every table and column, as the schemas have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements, tables
from validation.files.schemas import TABLES, TableSpec

COLUMNS = (tables.Column("Column"), tables.Column("Holds"), tables.Column("Meaning"))


def dictionary() -> Component:
    """A fold for each table, with its columns."""
    return html.Div([_table(name, spec) for name, spec in TABLES.items()], className="dictionary")


def _table(name: str, spec: TableSpec) -> Component:
    rows = [tables.Row([html.Code(column), _kind(spec, column), _meaning(spec, column)]) for column in spec.columns]
    columns = tables.table(COLUMNS, rows, caption=f"Columns of {name}", narrow="stack", hidden_caption=True)
    what = spec.title.rpartition(": ")[2]
    head = html.Span([html.Code(name), " ", html.Span(what[0].upper() + what[1:], className="none")])
    download = html.P(html.A(f"{name}.csv", href=f"/download/tables/{name}.csv"))
    return elements.fold(head, columns, download, id=f"table-{name}")


def _kind(spec: TableSpec, name: str) -> str:
    about = spec.schema.columns[name].metadata
    kind = {"string": "text", "integer": "whole number"}.get(about["type"], about["type"])
    return kind if about["constraints"].get("required") else f"{kind}, may be empty"


def _meaning(spec: TableSpec, name: str) -> list[Any]:
    """What the column means, its codes, and the tables its ids stand in."""
    column = spec.schema.columns[name]
    parts = _coded(column.description or "")
    if codes := column.metadata["constraints"].get("enum"):
        parts += [" One of ", *_joined([html.Code(code) for code in codes], ", "), "."]
    if targets := spec.links.get(name):
        links = [html.A(target, href=f"#table-{target}") for target in targets]
        parts += [" An id of ", *_joined(links, " or "), "."]
    return parts


def _coded(text: str) -> list[Any]:
    """A text whose `parts` are code."""
    return [html.Code(part[1:-1]) if part.startswith("`") else part for part in re.split("(`.+?`)", text) if part]


def _joined(parts: Sequence[Component], between: str) -> list[Any]:
    return [piece for part in parts for piece in (between, part)][1:]
