"""What numbers are part of: comparisons with other accounts, and calculations that use them."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.charts import rows
from dashboard.design import elements
from dashboard.sections import arithmetic, comparisons, contrasts, known
from dashboard.state.store import Snapshot
from dashboard.state.views import View


def compared(data: Snapshot, names: Sequence[str], view: View) -> list[Component]:
    """A section with every comparison that one of the numbers is part of; nothing where there is none."""
    found = comparisons.with_any(data, names)
    if not found:
        return []
    content = [contrasts.shown(data, one, view) for one in found]
    return [elements.section("accounts", "Other accounts", *content, more=("/compare", "All comparisons"))]


def calculated(data: Snapshot, names: Sequence[str]) -> list[Component]:
    """A section with every calculation that uses one of the numbers; nothing where there is none."""
    found = known.used_by(data, names)
    if not found:
        return []
    content = [working(data, row["derivation_id"]) for row in found]
    return [elements.section("calculated", "What follows from it", *content)]


def working(data: Snapshot, derivation_id: str) -> Component:
    """A calculated number with its arithmetic."""
    row = known.find(data, derivation_id)
    place = f"/observations/{derivation_id}"
    head = html.P([html.A(html.Strong(rows.said(row)), href=place), f" · {known.name(row)}"], className="result")
    note = [html.P(row["note"], className="aside")] if row["note"] else []
    return elements.card(head, arithmetic.working(data, derivation_id), *note)
