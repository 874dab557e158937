"""About the register: method, marks, periods, rounding, citing, limits, addresses, data dictionary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import rows
from dashboard.design import codes, elements, tables
from dashboard.design.codes import Code
from dashboard.downloads import citations
from dashboard.pages import method
from dashboard.pages.dictionary import dictionary
from dashboard.sections import columns as cells
from dashboard.state import addresses, facts
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import View
from dashboard.web.application import Dashboard
from validation.language import qualifiers

PLACES = (
    ("#method", "Method"),
    ("#marks", "Marks"),
    ("#time", "Time and status"),
    ("#rounding", "Bounds"),
    ("#cite", "How to cite"),
    ("#limits", "Limits"),
    ("#addresses", "Addresses"),
    ("#dictionary", "Data dictionary"),
)
LEDE = "Numbers that sources state, each with the words that qualify it and the passage it was read from."


def register(app: Dashboard, store: Store) -> None:
    """The page."""
    app.page("/about", layout, title="About")


def layout(data: Snapshot, /, *, view: View, **_: Any) -> Component:
    """The sections in the order of a newcomer's questions."""
    return elements.page(
        "How a number gets here, and how far to trust it",
        elements.anchors(PLACES),
        _method(data),
        _marks(data),
        _time(),
        _rounding(),
        _cite(data),
        elements.section("limits", "What it does not do", html.Ul([html.Li(limit) for limit in method.LIMITS])),
        _addresses(),
        elements.section("dictionary", "Data dictionary", dictionary(), intro="Every table and what its columns hold."),
        lede=LEDE,
    )


def _method(data: Snapshot) -> Component:
    steps = [html.Li([html.H3(name), html.P(words)]) for name, words in method.STEPS]
    more = [("/validation", "The latest validation"), ("/data", "Every number")]
    parts = [html.Ol(steps, className="steps"), *_example(data), elements.links(more, className="links row")]
    return elements.section("method", "From the document to you", *parts)


def _example(data: Snapshot) -> list[Component]:
    """One number all the way: what stands in the document, what is kept of it. None where no number would show it."""
    row = _telling(rows.records(facts.observations(data)))
    if row is None:
        return []
    place = f"/observations/{row['observation_id']}"
    passage = elements.quote(row["quote"], row["printed"], source=row["source"], href=place)
    kept = elements.definitions(
        [
            ("What", cells.indicator(row)),
            ("Stated", elements.qualifier(row["qualifier"], rows.said(row))),
            ("Period", cells.period(row)),
            ("Place", f"characters {row['start']:,.0f} to {row['end']:,.0f}"),
        ]
    )
    return [elements.card(html.Div([passage, kept], className="example"), title="For example")]


def _telling(stated: Iterable[rows.Row]) -> rows.Row | None:
    """The first number with a qualifier and a passage, one with a period rather than one without."""
    fit = [row for row in stated if row["qualifier"] != "exact" and row["printed"] and row["printed"] in row["quote"]]
    return next((row for row in fit if row["period"]), next(iter(fit), None))


def _marks(data: Snapshot) -> Component:
    counted = Counter(facts.observations(data)["qualifier"])
    columns = (
        tables.Column("Mark"),
        tables.Column("Means"),
        tables.Column("Said as"),
        tables.Column("Here", numeric=True),
    )
    lines = [
        tables.Row([elements.qualifier(code), meaning, _said_as(code), _counted(code, counted[code])])
        for code, meaning in qualifiers.MARKS.items()
    ]
    table = tables.table(columns, lines, caption="Each mark and its meaning", narrow="stack", hidden_caption=True)
    intro = "The end of a bar shows what the source’s word makes of the number."
    return elements.section("marks", "What the marks mean", elements.card(table), intro=intro)


def _said_as(code: str) -> str:
    words = qualifiers.WORDS.get(code)
    return ", ".join(words.before[:4]) if words else "the number alone"


def _counted(code: str, count: int) -> Any:
    return html.A(f"{count:,}", href=addresses.href("/data", qualifier=code)) if count else "0"


def _time() -> Component:
    cards = [
        elements.card(_legend(codes.BASES), title="How a period is known"),
        elements.card(_legend(codes.STATUSES), title="What kind of statement it is"),
    ]
    intro = "Periods are written in EDTF: 2023, 2023-06, 197X for the 1970s. Status codes are those of SDMX."
    return elements.section("time", "Time and status", elements.grid(*cards), intro=intro)


def _legend(known: Mapping[str, Code]) -> Component:
    return elements.definitions((code.words, code.meaning) for code in known.values())


def _rounding() -> Component:
    columns = (tables.Column("Printed"), tables.Column("Lies"), tables.Column("Because"))
    lines = [tables.Row(row) for row in method.ROUNDING]
    table = tables.table(columns, lines, caption="Bounds by example", narrow="stack", hidden_caption=True)
    intro = "Bounds follow from the source’s words or from its printed digits, and from nothing else."
    return elements.section("rounding", "Where the truth may lie", elements.card(table), intro=intro)


def _cite(data: Snapshot) -> Component:
    sentence = citations.sentence(citations.of_collection(data)[0])
    files = [("/cite/collection.bib", "BibTeX"), ("/cite/collection.json", "CSL-JSON")]
    card = elements.card(
        html.P(sentence, className="citation"),
        html.Div(
            [elements.copy_button(sentence, "Copy the citation"), elements.links(files, "links row")],
            className="actions",
        ),
        elements.definitions([("Data version", html.Code(data.version)), ("License", _licenses(data))]),
    )
    intro = "Cite the source for what it states, and this collection for having found it. Each number’s page has both."
    return elements.section("cite", "How to cite", card, intro=intro)


def _licenses(data: Snapshot) -> Any:
    known: Iterable[Mapping[str, str]] = data.collection.get("licenses", ())
    links = [html.A(one.get("title") or one.get("name"), href=one["path"]) for one in known if one.get("path")]
    return links or "Not stated"


def _addresses() -> Component:
    columns = (tables.Column("Address"), tables.Column("What is there"))
    lines = [tables.Row([_address(path), words]) for path, words in method.ADDRESSES]
    table = tables.table(columns, lines, caption="Each address and what is there", narrow="stack", hidden_caption=True)
    intro = "Every page keeps its state in its address. Files have an ETag; an unknown name says which there are."
    return elements.section("addresses", "Addresses for programs", elements.card(table), intro=intro)


def _address(path: str) -> Component:
    return html.Code(path) if "<" in path else html.A(html.Code(path), href=path)
