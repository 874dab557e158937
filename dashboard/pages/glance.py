"""What the overview says at a glance: counts, the key to the marks, the timeline in one line."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import dates, datings, headlines
from dashboard.design import elements
from dashboard.design.attributes import aria
from dashboard.design.codes import VERDICTS
from dashboard.sections import charts as drawings
from dashboard.sections import comparisons, judged
from dashboard.state import facts
from dashboard.state.addresses import href
from dashboard.state.store import Snapshot

MEANINGS = {
    "exact": "no word added",
    "about": "near it, either side",
    "over": "more, no end stated",
    "at-least": "that or more",
    "nearly": "a little less",
    "under": "less, no end stated",
    "at-most": "that or less",
    "range": "from one to the other",
}


def counts(data: Snapshot) -> Component:
    """Tiles that say how much there is, and what was done so that it can be trusted."""
    summary = facts.report(data).summary
    return elements.stats(
        [
            *_stated(data),
            (len(facts.table(data, "events")), _many(len(facts.table(data, "events")), "dated event"), "/timeline"),
            _disagreements(data),
            _accounted(data, summary),
            _state(summary),
        ]
    )


def checked(data: Snapshot) -> list[Component]:
    """What references say of the documents' numbers: a bar with a part for each verdict; nothing where none is held."""
    found = judged.counts(data)
    if not found:
        return []
    words = html.H2(html.A(f"{sum(found.values()):,} numbers held against references", href="/checked"), id="verdicts")
    bar = [html.Span(className=f"part verdict-{name}", style={"flexGrow": count}) for name, count in found.items()]
    parts = [
        words,
        html.Div(bar, className="bar-of-verdicts", **aria(hidden=True)),
        html.Ul([_verdict(*one) for one in found.items()]),
    ]
    return [html.Section(parts, className="verdicts", **aria(labelledby="verdicts"))]


def _verdict(name: str, count: int) -> Component:
    words = [
        html.Span(className=f"key verdict-{name}", **aria(hidden=True)),
        f"{count:,} {VERDICTS[name].words.lower()}",
    ]
    return html.Li(html.A(words, href=href("/checked", verdict=name)))


def without_documents(data: Snapshot) -> list[Component]:
    """One line on what it means that documents are not here; nothing where all are."""
    summary = facts.report(data).summary
    absent = int(summary["documents"]) - int(summary["documents_present"])
    if not absent:
        return []
    every = "The documents are" if absent == summary["documents"] else f"{absent} of the documents are"
    words = f"{every} not here: their quotes are shown as recorded, and were not compared with them. "
    return [html.P([words, html.A("How to add them", href="/sources")], className="aside")]


def key(data: Snapshot) -> Component:
    """The marks of the qualifiers that occur, as the charts draw them, with what each means."""
    occurring = set(facts.observations(data)["qualifier"])
    ranges = facts.observations(data)["upper_value"].notna().any()
    codes = [code for code in MEANINGS if code in occurring or (code == "range" and ranges)]
    terms = [html.Div([html.Dt(elements.qualifier(code)), html.Dd(MEANINGS[code])]) for code in codes]
    words = html.P("Each number keeps its source’s own words. Click a mark, and the passage opens.")
    head = html.Div([html.H2("How to read the marks", id="marks"), words])
    return html.Section([head, html.Dl(terms)], className="marks-key", **aria(labelledby="marks"))


def dated(data: Snapshot) -> bool:
    """Whether there is an event with a date."""
    return not drawings.dated(data)[0]["first"].isna().all()


def timeline(data: Snapshot) -> list[Component]:
    """The events as dots on one line, with a link to all of them."""
    if not dated(data):
        return []
    events, mentions = drawings.dated(data)
    found = datings.read(events, mentions)
    ends = html.P([html.Span(_year(found[0].first)), html.Span(_year(found[-1].first))], className="ends")
    content = [
        html.H3(html.A(headlines.timeline_headline(events, mentions), href="/timeline")),
        html.Div(_dots(found), className="line", role="img", **aria(label=_spoken(found))),
        ends,
        *_differing(found),
    ]
    card = html.Div(content, className="card teaser")
    return [elements.section("timeline", "Timeline", card, more=("/timeline", "All events"))]


def _dots(found: list[datings.Event]) -> list[Component]:
    first, last = found[0].first, found[-1].first
    return [
        html.Span(
            className="dot differing" if event.differing else "dot",
            style={"left": f"{100 * (event.first - first) / ((last - first) or 1):.2f}%"},
            title=f"{dates.words(event.row['period'])}: {event.row['name']}",
        )
        for event in found
    ]


def _differing(found: list[datings.Event]) -> list[Component]:
    """The events that some source dates differently: what is worth a second look."""
    lines = [
        html.Li(
            [
                html.A(event.row["name"], href=f"/events/{event.row['event_id']}"),
                f", {dates.words(event.row['period'])}: ",
                "; ".join(dating.note for dating in event.differing),
            ]
        )
        for event in found
        if event.differing
    ]
    return [html.P("Dated differently"), html.Ul(lines)] if lines else []


def _spoken(found: list[datings.Event]) -> str:
    return f"{_many(len(found), 'event', counted=True)} from {_year(found[0].first)} to {_year(found[-1].first)}."


def _year(at: float) -> str:
    return str(int(at))


def _stated(data: Snapshot) -> list[tuple[Any, str, str]]:
    """How many numbers the documents state, and how many the references."""
    numbers, sources = facts.observations(data)["source_kind"], facts.table(data, "sources")["kind"]
    counted = ((kind, int(numbers.eq(kind).sum()), int(sources.eq(kind).sum())) for kind in ("document", "reference"))
    return [
        (count, f"{_many(count, 'number')} in {_many(among, kind, counted=True)}", f"/sources#{kind}s")
        for kind, count, among in counted
        if among
    ]


def _disagreements(data: Snapshot) -> tuple[Any, str, str]:
    found = len(comparisons.disagreements(data))
    return found, _many(found, "disagreement"), "/compare"


def _accounted(data: Snapshot, summary: Any) -> tuple[Any, str, str]:
    """How many of the documents' numerals a row accounts for; without documents, how many quotes that leaves."""
    numerals, left = int(summary["numerals"]), int(summary["unaccounted"])
    if not numerals:
        quotes = int(facts.observations(data)["source_kind"].eq("document").sum())
        return quotes, f"{_many(quotes, 'quote')} not verified here", "/validation"
    count = f"all {numerals}" if not left else f"{numerals - left} of {numerals}"
    return count.capitalize(), "numerals of the documents accounted for", "/validation"


def _state(summary: Any) -> tuple[Any, str, str]:
    errors, warnings = int(summary["errors"]), int(summary["warnings"])
    if errors:
        return errors, _many(errors, "broken rule"), "/validation"
    words = f"every rule holds, {_many(warnings, 'warning', counted=True)}" if warnings else "every rule holds"
    return "Valid", words, "/validation"


def _many(count: Any, noun: str, *, counted: bool = False) -> str:
    words = noun if count == 1 else f"{noun}s"
    return f"{count} {words}" if counted else words
