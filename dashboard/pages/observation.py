"""One number: its words, its passage, what it leaves open, what it is part of, how to cite it."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import dates, rows
from dashboard.design import elements
from dashboard.design.attributes import aria
from dashboard.design.codes import BASES, STATUSES, VERDICTS
from dashboard.design.tables import Column, table
from dashboard.design.tables import Row as Line
from dashboard.downloads import citations
from dashboard.sections import arithmetic, bounds, disputes, known, passages, related, tags, tiles
from dashboard.sections.known import Row
from dashboard.state import facts
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import View
from dashboard.web.application import Dashboard


def register(app: Dashboard, store: Store) -> None:
    """The page of each stated and each calculated number."""
    app.page("/observations/<observation_id>", layout, title=title)


def title(data: Snapshot, /, observation_id: str) -> str:
    """What was measured, and the number."""
    row = known.find(data, observation_id)
    return f"{row['indicator']}: {rows.said(row)}"


def layout(data: Snapshot, /, *, view: View, observation_id: str, **_: Any) -> Component:
    """The number large, then its evidence, then what it belongs to."""
    row = known.find(data, observation_id)
    first = _working(data, row) if rows.derived(row) else _passage(data, row)
    columns = [first, _about(row)], [_open(row), _take_away(data, row)]
    return html.Div(
        [
            _head(data, row),
            *_errata(data, row),
            html.Div([html.Div(column, className="half") for column in columns], className="halves"),
            *related.compared(data, [observation_id], view),
            *related.calculated(data, [observation_id]),
            *_checks(data, row),
            *_neighbors(data, row),
        ],
        className="page number-page",
    )


def _head(data: Snapshot, row: Row) -> Component:
    chart = facts.table(data, "charts").set_index("chart_id")["name"][row["chart_id"]]
    crumbs = [
        ("/", "Overview"),
        (f"/charts/{row['chart_id']}", str(chart)),
        (f"/indicators/{row['indicator_id']}", row["indicator"]),
    ]
    parts = [
        elements.breadcrumbs(crumbs),
        html.P(known.name(row), className="kind"),
        html.H1(tiles.large(row), tabIndex=-1, className="large"),
        *([html.P(status, className="tags")] if (status := tags.status(row)) else []),
    ]
    return html.Div(parts, className="head")


def _passage(data: Snapshot, row: Row) -> Component:
    """The words that the number was read from, and whether they were found there."""
    parts: list[Any] = [passages.quote(row), html.P(passages.verified(row))]
    if not known.is_here(data, row["source_id"]) and row["source_kind"] == "document":
        parts.append(elements.fold("Add the document", passages.how_to_add(data, row["source_id"])))
    if row["sha256"]:
        parts.append(elements.fold("Place and checksum", _place(row)))
    return elements.card(*parts, title="The passage", level=2)


def _place(row: Row) -> Component:
    return elements.definitions(
        [
            ("Characters", f"{int(row['start'])} to {int(row['end'])}" if row["start"] is not None else ""),
            ("SHA-256 of the text", html.Code(row["sha256"])),
            ("Place", row["locator"]),
        ]
    )


def _working(data: Snapshot, row: Row) -> Component:
    """How the number was calculated."""
    steps = arithmetic.working(data, row["observation_id"])
    return elements.card(steps, html.P(row["note"]), title="How it was calculated", level=2)


def _open(row: Row) -> Component:
    parts: list[Any] = [
        html.P(elements.qualifier(row["qualifier"]), className="drawn"),
        html.P(bounds.stated(row)),
        elements.definitions(bounds.limits(row)),
    ]
    return elements.card(*parts, title="What it leaves open", level=2)


def _about(row: Row) -> Component:
    pairs = [
        ("Indicator", html.A(row["indicator"], href=f"/indicators/{row['indicator_id']}")),
        ("Where", row["area"]),
        ("When", _when(row)),
        ("Unit", row["unit"]),
        ("Source", html.A(row["source"], href=f"/sources/{row['source_id']}") if row["source_id"] else ""),
        ("By", ", ".join(part for part in (row["author"], row["publisher"]) if part)),
        ("Published", dates.words(row["published"])),
        ("Attributed to", row["attribution"]),
        ("Status", "" if rows.derived(row) else _explained(*STATUSES[row["status"]][:2])),
        ("Note", "" if rows.derived(row) else row["note"]),
    ]
    return elements.card(elements.definitions(pairs), title="About this number", level=2)


def _when(row: Row) -> Any:
    basis = BASES.get(row["period_basis"])
    if basis is None:
        return dates.words(row["period"])
    note = [html.Span(row["period_note"], className="aside")] if row["period_note"] else []
    when = dates.words(row["period"])
    told = f"{when}, {basis.words.lower()}" if when else basis.words
    return [html.Span(told, title=basis.meaning), *note]


def _explained(words: str, meaning: str) -> Component:
    return html.Span([f"{words}. ", html.Span(meaning, className="aside")])


def _take_away(data: Snapshot, row: Row) -> Component:
    """The citation to copy, and the files."""
    name = row["observation_id"]
    files = [
        (f"/download/observations/{name}.json", "This number (JSON)"),
        (f"/download/indicators/{row['indicator_id']}.csv", "Its indicator (CSV)"),
    ]
    if rows.derived(row):
        whole = citations.sentence(citations.of_collection(data)[0])
        cited = [("/cite/collection.bib", "BibTeX"), ("/cite/collection.json", "CSL-JSON")]
    else:
        whole = citations.sentence(citations.of_observation(data, name)[0])
        cited = [(f"/cite/{name}.bib", "BibTeX"), (f"/cite/{name}.json", "CSL-JSON")]
    parts = [
        html.P(whole, className="citation"),
        html.P(elements.copy_button(whole, "Copy the citation")),
        elements.links([*cited, *files]),
    ]
    return elements.card(*parts, title="Cite it, take it away", level=2)


def _errata(data: Snapshot, row: Row) -> list[Component]:
    """Errors of the source in this number; other accounts have a section of their own."""
    return [one.callout for one in disputes.disputes(data, row["observation_id"]) if not one.other_id]


def _checks(data: Snapshot, row: Row) -> list[Component]:
    """What references say of the number."""
    checks = facts.table(data, "checks")
    found = checks[checks["observation_id"].eq(row["observation_id"])].to_dict("records")
    if not found:
        return []
    columns = (Column("Verdict"), Column("Reference"), Column("Why"))
    lines = [Line((tags.shown(VERDICTS[one["verdict"]]), _reference(data, one), one["explanation"])) for one in found]
    content = table(columns, lines, caption="References for this number", narrow="stack", hidden_caption=True)
    return [elements.section("checks", "Held against references", content, more=("/checked", "All checks"))]


def _reference(data: Snapshot, check: Any) -> Any:
    row = known.by_id(data).get(check["reference_id"])
    if row is None:
        return "none"
    said = html.A(rows.said(row), href=f"/observations/{check['reference_id']}")
    about = " · ".join(part for part in (rows.period(row), row["source"]) if part)
    return html.Div([said, html.Span(about, className="aside")])


def _neighbors(data: Snapshot, row: Row) -> list[Component]:
    """The numbers before and behind this one in its document."""
    if row["source_kind"] != "document":
        return []
    before, after = known.neighbors(data, row)
    links = [
        _neighbor(other, words, rel)
        for other, words, rel in ((before, "Previous in the document", "prev"), (after, "Next in the document", "next"))
        if other
    ]
    return [html.Nav(links, className="neighbors", **aria(label="Numbers of the same document"))] if links else []


def _neighbor(row: Row, words: str, rel: str) -> Component:
    parts = [html.Span(words, className="aside"), html.Strong(rows.said(row)), html.Span(row["indicator"])]
    return html.A(parts, href=f"/observations/{row['observation_id']}", rel=rel)
