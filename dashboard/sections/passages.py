"""Passages as the pages show them: the quote with its number marked, who says it, where it can be read."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.codes import PASSAGES
from dashboard.sections import known, tags
from dashboard.sections.known import Row
from dashboard.state import facts
from dashboard.state.addresses import href
from dashboard.state.store import Snapshot


def quote(row: Row) -> Component:
    """The quote of a number; of a reference that is not quoted, where the number stands in it."""
    place = known.place(row)
    if row["quote"]:
        return elements.quote(row["quote"], known.passage(row), source=row["source"], href=place)
    return html.P([html.A(row["source"], href=place), f", {row['locator']}" if row["locator"] else ""])


def dating(data: Snapshot, mention: Any) -> Component:
    """The quote of a dating."""
    source_id = mention["source_id"]
    title = facts.table(data, "sources").set_index("source_id")["title"][source_id]
    place = href(f"/sources/{source_id}", at=mention["mention_id"])
    return elements.quote(mention["quote"], mention["printed"], source=str(title), href=place)


def verified(row: Row) -> list[Any]:
    """What became of the passage, in a sentence."""
    code = PASSAGES.get(row["evidence"], tags.CALCULATED)
    return [tags.evidence(row), f" {code.meaning}"]


def how_to_add(data: Snapshot, source_id: str) -> Component:
    """What to do so that the document can be read here."""
    source = facts.table(data, "sources").set_index("source_id").loc[source_id]
    words = ["Put the text into the seeds folder as ", html.Code(source["file"]), " and start again. "]
    return html.P([*words, "It is taken for the document only if its SHA-256 is ", html.Code(source["sha256"]), "."])


def beside(row: Row) -> Component:
    """The quote within a table: the number marked, no frame around it."""
    before, found, after = row["quote"].partition(known.passage(row)) if row["quote"] else (row["locator"], "", "")
    marked = [html.Mark(found)] if found else []
    return html.Span([f"“{before}", *marked, f"{after}”"]) if row["quote"] else html.Span(before)
