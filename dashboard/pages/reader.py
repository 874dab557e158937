"""One source: a document with every numeral marked, its quotes where it isn't here, or a reference's numbers."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import dates
from dashboard.charts import rows as written
from dashboard.design import elements
from dashboard.design.attributes import aria
from dashboard.design.attributes import data as data_
from dashboard.design.tables import Column, Row, table
from dashboard.sections import sources
from dashboard.sections.reading import articles, legend
from dashboard.sections.reading.entries import UNACCOUNTED, of_source
from dashboard.sections.reading.notes import address
from dashboard.sections.reading.spots import Spot
from dashboard.sections.sources import Source
from dashboard.state import addresses, facts
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import View
from dashboard.web.application import Dashboard

CRUMBS = [("/sources", "Sources")]
KEYS = "Left and right arrow keys go from number to number; within the text n and p do too."


def register(app: Dashboard, store: Store) -> None:
    """The page of each source."""
    app.page("/sources/<source_id>", layout, title=title)


def title(data: Snapshot, /, source_id: str) -> str:
    """The source's title."""
    return sources.find(data, source_id)["title"]


def layout(data: Snapshot, /, *, view: View, source_id: str, **query: Any) -> Component:
    """Facts of the source, then its text or what is known of it; `?at=` names the passage to open."""
    source = sources.find(data, source_id)
    shown = _reference if source["kind"] == "reference" else _document
    return elements.page(
        source["title"],
        *shown(data, source, addresses.text(query, "at")),
        lede=sources.byline(source),
        crumbs=CRUMBS,
        kind=source["kind"].capitalize(),
    )


def _document(data: Snapshot, source: Source, at: str) -> list[Component]:
    source_id = source["source_id"]
    here = sources.presence(data, source_id) == "here"
    marked = articles.marked(data, source_id, here=here)
    _demand(at, {id for spot in marked for id in spot.ids})
    text = articles.article if here else articles.quotes
    reader = [legend.legend(data, marked, whole=here), text(data, source_id, at, source["language"]), _controls(marked)]
    return [
        html.Div([*_state(data, source, here=here), *_download(data, source_id)], className="source-state"),
        elements.fold("About this document and how to cite it", _facts(data, source)),
        *([] if here else [_absent(data, source)]),
        html.Div(reader, className="reader", **data_(source=source_id)),
    ]


def _state(data: Snapshot, source: Source, *, here: bool) -> list[Component]:
    """Whether the text is here and which one it is, and whether all its numerals are accounted for."""
    checksum = html.Span(["SHA-256 ", html.Code(f"{source['sha256'][:12]}…")], title=source["sha256"])
    found = [sources.presence_tag(data, source["source_id"]), checksum]
    coverage = facts.covered(data, source["source_id"])
    if not here or coverage is None:
        return found
    if coverage.unaccounted:
        return [*found, elements.tag(f"{coverage.unaccounted} of {coverage.numerals} {UNACCOUNTED}", "error")]
    return [*found, elements.tag(f"All {coverage.numerals} numerals accounted for", "ok")]


def _download(data: Snapshot, source_id: str) -> list[Component]:
    """Its numbers as a file, where it has any."""
    if not sources.counts(data, "observations")[source_id]:
        return []
    return [html.A("Its numbers (CSV)", href=addresses.href("/download/observations.csv", source=source_id))]


def _absent(data: Snapshot, source: Source) -> Component:
    meaning = sources.PRESENCES[sources.presence(data, source["source_id"])].meaning
    words = [
        f"{meaning} Below are the passages quoted from it. To read the article here, put ",
        html.Code(source["file"]),
    ]
    return elements.callout(*words, " into the seeds folder and start again.")


def _controls(marked: Collection[Spot]) -> Component:
    """Buttons from number to number (assets/reader.js)."""
    parts = [
        html.Button("Previous number", type="button", className="button", **data_(step="-1")),
        html.P(f"{len(marked)} marked", className="reader-at", role="status"),
        html.Button("Next number", type="button", className="button", **data_(step="1")),
    ]
    return html.Div(parts, className="reader-controls", role="group", title=KEYS, **aria(label="From number to number"))


def _facts(data: Snapshot, source: Source) -> Component:
    cited = sources.citation(data, source["source_id"])
    inferred = ", ".join(source["inferred"].split())
    pairs = [
        ("Address", _link(source["url"])),
        ("Seen", dates.words(source["accessed"])),
        ("License", source["license"]),
        ("Confidence", source["confidence"]),
        ("Not stated by the text", inferred),
        ("Note", source["note"]),
        ("File", html.Code(source["file"]) if source["file"] else ""),
        ("SHA-256", html.Code(source["sha256"]) if source["sha256"] else ""),
        ("Article", f"{source['body_end']:,} of {source['characters']:,} characters" if source["sha256"] else ""),
        ("Cite", [f"{cited} ", elements.copy_button(cited)]),
    ]
    return elements.definitions(pairs)


def _link(url: str) -> Any:
    return html.A(url, href=url, rel="noopener noreferrer") if url else ""


def _reference(data: Snapshot, source: Source, at: str) -> list[Component]:
    """A reference's facts and numbers; there is no text of it here."""
    found = of_source(facts.observations(data), source["source_id"])
    _demand(at, {row["observation_id"] for row in found})
    columns = (Column("What"), Column("Stated"), Column("Period"), Column("Where in it"))
    numbers = table(columns, map(_number, found), caption="Its numbers", narrow="stack", hidden_caption=True)
    intro = "As stated by it; held against the documents’ numbers."
    return [
        _facts(data, source),
        *([elements.section("numbers", "Its numbers", numbers, intro=intro)] if found else []),
        *_settled(data, source["source_id"]),
    ]


def _settled(data: Snapshot, source_id: str) -> list[Component]:
    """The errors of documents for which a reference is the authority."""
    rows = facts.table(data, "errata")
    found = rows[rows["authority_id"].eq(source_id)].to_dict("records")
    places = [(_place(data, row["target_id"]), f"“{row['stated']}” should be {row['correct']}") for row in found]
    return [elements.section("errata", "What it sets right", elements.links(places))] if places else []


def _place(data: Snapshot, id: str) -> str:
    """Where the passage of a number or of a dating is open."""
    mentions = facts.table(data, "mentions").set_index("mention_id")["source_id"]
    numbers = facts.table(data, "observations").set_index("observation_id")["source_id"]
    return address(str(mentions[id] if id in mentions.index else numbers[id]), id)


def _number(row: dict[str, Any]) -> Row:
    what = html.A(row["indicator"], href=f"/indicators/{row['indicator_id']}")
    said = html.A(elements.qualifier(row["qualifier"], row["said"]), href=f"/observations/{row['observation_id']}")
    where = f"“{row['quote']}”" if row["quote"] else row["locator"]
    return Row((what, said, written.period(row), where), id=row["observation_id"])


def _demand(at: str, accepted: Collection[str]) -> None:
    if at and at not in accepted:
        raise Unacceptable("at", at, accepted)
