"""One indicator: what it measures, its chart, every number with its passage, other accounts, calculations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import rows
from dashboard.design import elements
from dashboard.design.tables import Column, table
from dashboard.design.tables import Row as Line
from dashboard.downloads import citations
from dashboard.sections import charts as drawings
from dashboard.sections import disputes, known, passages, related, tags
from dashboard.sections.known import Row
from dashboard.state import facts
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import View
from dashboard.web.application import Dashboard

MEASURES = {
    "level": "a level",
    "count": "a count",
    "share": "a share of a whole",
    "change": "a change over an earlier period",
    "duration": "a length of time",
}


def register(app: Dashboard, store: Store) -> None:
    """The page of each indicator."""
    app.page("/indicators/<indicator_id>", layout, title=title)


def title(data: Snapshot, /, indicator_id: str) -> str:
    """The indicator's name."""
    return _find(data, indicator_id)["name"]


def layout(data: Snapshot, /, *, view: View, indicator_id: str, **_: Any) -> Component:
    """What it measures, then all that is known of it."""
    indicator = _find(data, indicator_id)
    found = known.of_indicator(data, indicator_id)
    stated = [row for row in found if not rows.derived(row)]
    names = [row["observation_id"] for row in found]
    return elements.page(
        indicator["name"],
        *([drawings.card(data, f"indicator/{indicator_id}", view, span="full", level=2)] if found else []),
        *([_numbers(data, stated)] if stated else []),
        *_errata(data, names),
        *related.compared(data, names, view),
        *_calculations(data, found, stated),
        elements.section("about", "About it", _about(data, indicator, found)),
        lede=indicator["definition"],
        crumbs=_crumbs(data, indicator),
        kind="Indicator",
    )


def _find(data: Snapshot, indicator_id: str) -> dict[str, Any]:
    indicators = facts.table(data, "indicators")
    found = indicators[indicators["indicator_id"].eq(indicator_id)].to_dict("records")
    if not found:
        raise Unknown("indicator", indicator_id, indicators["indicator_id"].tolist())
    return found[0]


def _crumbs(data: Snapshot, indicator: dict[str, Any]) -> list[elements.Link]:
    charts = facts.table(data, "charts").set_index("chart_id")["name"]
    return [("/", "Overview"), (f"/charts/{indicator['chart_id']}", str(charts[indicator["chart_id"]]))]


def _numbers(data: Snapshot, stated: Sequence[Row]) -> Component:
    """Every stated number with the words it was read from."""
    columns = (Column("Stated"), Column("When and where"), Column("Passage"), Column("Source"))
    content = table(
        columns, [_line(data, row) for row in stated], caption="Every number", narrow="stack", hidden_caption=True
    )
    return elements.section("numbers", "Every number and its passage", elements.card(content))


def _line(data: Snapshot, row: Row) -> Line:
    words = elements.qualifier(row["qualifier"], rows.said(row))
    number = html.Div(
        [html.A(words, href=f"/observations/{row['observation_id']}"), *tags.status(row)], className="stated-cell"
    )
    when = html.Div([rows.period(row), *_aside(row["area"]), *_aside(row["period_note"])])
    said_by = f"attributed to {row['attribution']}" if row["attribution"] else ""
    source = html.Div([html.A(row["source"], href=known.place(row)), *_aside(said_by)])
    passage = html.Div([passages.beside(row), *_aside(row["note"])])
    return Line([number, when, passage, source], id=row["observation_id"])


def _aside(words: str) -> list[Component]:
    return [html.Span(words, className="aside")] if words else []


def _errata(data: Snapshot, names: Sequence[str]) -> list[Component]:
    found = [one for name in names for one in disputes.disputes(data, name) if not one.other_id]
    return [elements.section("errata", "Errors of a source", *(one.callout for one in found))] if found else []


def _calculations(data: Snapshot, found: Sequence[Row], stated: Sequence[Row]) -> list[Component]:
    """The calculated numbers of this indicator, and those of others that use its numbers."""
    own = [row["observation_id"] for row in found if rows.derived(row)]
    others = [row["derivation_id"] for row in known.used_by(data, [row["observation_id"] for row in stated])]
    content = [related.working(data, name) for name in dict.fromkeys([*own, *others])]
    return [elements.section("calculated", "Calculated", *content)] if content else []


def _about(data: Snapshot, indicator: dict[str, Any], found: Sequence[Row]) -> Component:
    name = indicator["indicator_id"]
    unit = facts.table(data, "units").set_index("unit_id")["name"][indicator["unit_id"]]
    cited = citations.sentence(citations.of_collection(data)[0])
    pairs = [
        ("Measures", MEASURES[indicator["measure"]]),
        ("Unit", str(unit)),
        ("Change of", _change_of(data, indicator["change_of"])),
        ("Where", ", ".join(dict.fromkeys(row["area"] for row in found if row["area"]))),
        ("Cite", [f"{cited} ", elements.copy_button(cited)]),
    ]
    files = elements.links(
        [
            (f"/download/indicators/{name}.csv", "These numbers (CSV)"),
            (f"/download/indicators/{name}.json", "These numbers (JSON)"),
            ("/cite/collection.bib", "Citation (BibTeX)"),
        ]
    )
    return elements.card(elements.definitions([*pairs, ("Take away", files)]))


def _change_of(data: Snapshot, indicator_id: str) -> Any:
    return html.A(_find(data, indicator_id)["name"], href=f"/indicators/{indicator_id}") if indicator_id else ""
