"""Passages as the pages show them: the quote with its number marked, who says it, where it can be read."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.sections import tags
from dashboard.state.addresses import href
from dashboard.state.store import Snapshot
from validation import vocabulary
from validation.model.events import Dating
from validation.model.observations import Observation
from validation.model.subjects import Source


def quote(number: Observation) -> Component:
    """The quote of a number; of a reference that is not quoted, where the number stands in it."""
    title, where = number.source.title, place(number)
    if number.quote:
        return elements.quote(number.quote, number.marked, source=title, href=where)
    return html.P([html.A(title, href=where), f", {number.locator}" if number.locator else ""])


def dating(one: Dating) -> Component:
    """The quote of a dating."""
    return elements.quote(one.quote, one.printed, source=one.source.title, href=place(one))


def beside(number: Observation) -> Component:
    """The quote within a table: the number marked, no frame around it."""
    if not number.quote:
        return html.Span(number.locator)
    before, found, after = number.quote.partition(number.marked) if number.marked else (number.quote, "", "")
    marked = [html.Mark(found)] if found else []
    return html.Span([f"“{before}", *marked, f"{after}”"])


def verified(number: Observation) -> list[Any]:
    """What became of the passage, in a sentence."""
    return [tags.evidence(number.evidence), f" {vocabulary.EVIDENCE[number.evidence].meaning}"]


def how_to_add(source: Source) -> Component:
    """What to do so that the document can be read here."""
    words = ["Put the text into the seeds folder as ", html.Code(source.file), " and start again. "]
    return html.P([*words, "It is taken for the document only if its SHA-256 is ", html.Code(source.sha256), "."])


def place(one: Observation | Dating) -> str:
    """Where a passage is shown among all of its source, in the document where that is here."""
    return href(f"/sources/{one.source.id}", at=one.id)


def opened(data: Snapshot, number: Observation) -> str:
    """Where a click on a number leads: to its passage where its document is here, else to the page of the number."""
    here = data.register.has_text(number.source.id) and not number.is_calculated
    return place(number) if here else f"/observations/{number.id}"


def name(number: Observation) -> str:
    """What a number is of: its indicator, its area, its period."""
    return " · ".join(part for part in (number.indicator.name, number.area.name, number.when) if part)
