"""Passages as the pages show them: the quote with its number marked, who says it, where it can be read."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.sections import sources, tags
from dashboard.state.addresses import href
from dashboard.state.store import Snapshot
from validation import vocabulary
from validation.model.events import Dating
from validation.model.observations import Observation
from validation.model.subjects import Source


def quote(number: Observation) -> Component:
    """The quote of a number; of a reference that is not quoted, where the number stands in it."""
    name, where = sources.name(number.source), place(number)
    if number.quote:
        told = f"{name}, {number.locator}" if number.page else name
        return elements.quote(number.quote, number.marked, source=told, href=where)
    return html.P([html.A(name, href=where), f", {number.locator}" if number.locator else ""])


def dating(one: Dating) -> Component:
    """The quote of a dating."""
    return elements.quote(one.quote, one.printed, source=sources.name(one.source), href=place(one), of_date=True)


def beside(number: Observation) -> Component:
    """The quote within a table: the number marked, no frame around it."""
    return (
        html.Span(_quoted(number), className=f"excerpt {voice(number)}", dir="auto")
        if number.quote
        else html.Span(number.locator)
    )


def large(number: Observation) -> Component:
    """The quote set large, as what its page is about; where nothing is quoted, the place in its source."""
    return html.Blockquote(html.P(_quoted(number) if number.quote else number.locator, dir="auto"), className="passage")


def byline(source: Source) -> list[Any]:
    """Who says it: the source by its short name, its author, its date; what it doesn't state itself is inferred."""
    name = sources.name(source)
    teller = ("author", source.author) if source.author or source.is_document else ("publisher", source.publisher)
    when = ("published", source.published.words if source.published else "")
    told = [(column, words) for column, words in (teller, when) if words and words != name]
    words = [f"{words} (inferred)" if column in source.inferred else words for column, words in told]
    unnamed = ["no author named"] if source.is_document and not source.author else []
    link = html.A(name, href=f"/sources/{source.id}")
    return [html.Strong(link), f"{''.join(f', {each}' for each in (*unnamed, *words))}."]


def paged(number: Observation) -> list[Any]:
    """The page of its document that a number stands on, where it has any."""
    return [f"Page {number.page}. "] if number.page else []


def verified(number: Observation) -> list[Any]:
    """What became of the passage, in a sentence; nothing is to be said of a reference, which is not here."""
    entry = vocabulary.EVIDENCE[number.evidence]
    if number.evidence == vocabulary.OF_REFERENCE:
        return []
    if number.evidence == vocabulary.INTACT:
        words = vocabulary.PRESENCES[vocabulary.HERE].words
        return [html.Span(f"{words}.", title=entry.meaning)]
    return [tags.evidence(number.evidence), f" {entry.meaning}"]


def how_to_add(source: Source) -> Component:
    """What to do so that the document can be read here."""
    words = ["Put the text into the seeds folder as ", html.Code(source.file), ". "]
    return html.P([*words, "It is taken for the document only if its SHA-256 is ", html.Code(source.sha256), "."])


def place(one: Observation | Dating) -> str:
    """Where a passage is shown among all of its source, in the document where that is here."""
    return href(f"/sources/{one.source.id}", at=one.id)


def opened(data: Snapshot, number: Observation) -> str:
    """Where a click on a number leads: to its passage where its document is here, else to the page of the number."""
    here = data.register.has_text(number.source.id) and not number.is_calculated
    return place(number) if here else f"/observations/{number.id}"


def voice(number: Observation) -> str:
    """The classes that say who tells a number: a document, a reference, or nobody, for it is calculated of either."""
    teller = "by-document" if number.is_of_document else "by-reference"
    return f"{teller} by-calculation" if number.is_calculated else teller


def figure(number: Observation, words: str = "") -> Component:
    """The number as the link to its page, in other words where these are given."""
    return html.A(words or number.label, href=f"/observations/{number.id}", className=f"figure {voice(number)}")


def name(number: Observation) -> str:
    """What a number is of: its indicator, its area, its period."""
    return " · ".join(part for part in (number.indicator.name, number.area.name, number.when) if part)


def _quoted(number: Observation) -> list[Any]:
    """The quote in quotation marks, in it the number with its qualifier marked."""
    before, found, after = number.quote.partition(number.marked) if number.marked else (number.quote, "", "")
    return [f"“{before}", *([html.Mark(found)] if found else []), f"{after}”"]
