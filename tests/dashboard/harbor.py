"""A few pages about a harbor, to try the shell with: every kind of page, form, table and chart it knows."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.app import create_app
from dashboard.charts.drawing.canvas import Figure
from dashboard.charts.keys import Entry
from dashboard.design import controls, elements, theme
from dashboard.design.tables import Column, Row, Sorting, table
from dashboard.sections import cards
from dashboard.state import addresses
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation.model.register import Register
from validation.vocabulary import MARKS

CATCH = {"boats": 180, "eels": 62_000, "herring": 990_000, "nets": 412}
REPORTED = Entry("as-bar of-doc", "blue", "what the report states")
SORTS = ["name", "-name", "value", "-value"]


def draw(data: Snapshot, key: str, /, *, scheme: str, width: int) -> Figure:
    if key != "chart/catch":
        raise Unknown("chart", key, ["catch"])
    marker = {"color": theme.of_document(scheme).color}
    names, values = list(CATCH), list(CATCH.values())
    bar = {"type": "bar", "y": names, "x": values, "customdata": names, "orientation": "h", "marker": marker}
    margin = {"l": 80, "b": 20}
    layout = {"height": 220, "margin": margin, "template": theme.template(scheme), "width": width}
    points = [
        cards.Point(name, f"{name}: {value:,}", "/about" if name == "eels" else f"/observations/{name}")
        for name, value in CATCH.items()
    ]
    return cards.walked({"data": [bar], "layout": layout}, points)


def chart(data: Snapshot, show: str = cards.TABS[0]) -> Any:
    columns = [Column("What"), Column("How many", numeric=True)]
    rows = [Row([name, f"{value:,}"]) for name, value in CATCH.items()]
    card = cards.Card(
        "chart/catch",
        "Herring leads",
        "Pieces, 1931",
        ["Harbor report"],
        "Bars: 990,000 herring, 62,000 eels.",
        table(columns, rows, caption="The catch"),
        passages=html.P("over 180 boats"),
        kicker=["Catch"],
        href="/charts/catch",
        marks=[REPORTED, Entry("as-bar of-ref", "gray", "a reference")],
        shown=[REPORTED],
        span="full",
        level=2,
    )
    share = cards.Share(
        "/charts/catch", "/charts/catch", data.version, [("/download/catch.csv", "CSV")], "<iframe>", "Harbor report."
    )
    return cards.around(card, cards.heights(data, draw, card.key, card.span), share, show)


def overview(data: Snapshot, /, **_: Any) -> Any:
    kinds = html.P([elements.qualifier(code) for code in MARKS])
    tags = html.P([elements.tag(kind, kind) for kind in ("note", "ok", "warn", "error")])
    passage = elements.quote(
        "the pier saw over 180 boats that year", "over 180", source="Report", href="/numbers/boats"
    )
    number = elements.definitions([("Value", "180"), ("Note", "")])
    return elements.page(
        "What the harbor says of itself",
        elements.stats([("4", "numbers", "/numbers"), ("valid", "state", "")]),
        elements.anchors([("#catch", "Catch"), ("#parts", "Parts")]),
        elements.section("catch", "Catch", chart(data), intro="What was caught.", more=("/numbers", "All")),
        elements.section(
            "parts",
            "Parts",
            elements.grid(
                elements.card(kinds, tags, title="Signs"),
                elements.card(passage, number, title="A number", href="/numbers/boats"),
                elements.card(*(elements.callout(kind, kind=kind) for kind in ("note", "ok", "warn", "error"))),
                elements.card(elements.copy_button("Harbor report"), elements.empty("Nothing.")),
            ),
            elements.pager(2, 9, lambda page: f"/numbers?page={page}"),
        ),
        lede="Every number is as the report has it.",
    )


def numbers(data: Snapshot, /, **query: Any) -> Any:
    q, kinds = addresses.text(query, "q"), [("fish", "Fish"), ("gear", "Gear")]
    fields = [
        controls.search("q", "Search", q, id="numbers-q"),
        controls.select("kind", "Kind", [("", "All"), *kinds], addresses.text(query, "kind"), id="numbers-kind"),
        controls.checks("tick", "Ticks", kinds, addresses.several(query, "tick"), id="numbers-tick"),
        controls.kept("sort", addresses.text(query, "sort")),
    ]
    form = controls.form("/numbers", *fields, live="numbers", label="Filter")
    return elements.page("All numbers", form, controls.results("numbers", found(data, **query)))


def found(data: Snapshot, /, **query: Any) -> Any:
    sort, q = order(data, **query), addresses.text(query, "q")
    named = [(name, value) for name, value in CATCH.items() if q in name]
    named.sort(key=lambda row: row[sort.endswith("value")], reverse=sort.startswith("-"))
    if not named:
        return elements.empty("No number matches.", html.A("Show all", href="/numbers"))
    columns = [Column("What", sort="name"), Column("How many", numeric=True, sort="value")]
    rows = [Row([html.A(name, href=f"/numbers/{name}"), f"{value:,}"], id=name) for name, value in named]
    sorting = Sorting("/numbers", query, "name")
    return [html.P(f"{len(rows)} found"), table(columns, rows, caption="Numbers", sorting=sorting, narrow="stack")]


def order(data: Snapshot, /, **query: Any) -> str:
    return addresses.chosen(query, "sort", SORTS, "name")


def known(data: Snapshot, /, *, name: str, **_: Any) -> None:
    if name not in CATCH:
        raise Unknown("number", name, CATCH)


def number(data: Snapshot, /, *, name: str, **_: Any) -> Any:
    known(data, name=name)
    return elements.page(name, html.P(f"{CATCH[name]:,}"), crumbs=[("/", "Overview")], kind="Number")


def observation(data: Snapshot, /, *, name: str, **_: Any) -> Any:
    return elements.page(name, kind="Observation")


def broken(data: Snapshot, /, **_: Any) -> Any:
    raise RuntimeError("a fault of the page's")


def embedded(data: Snapshot, /, **query: Any) -> Any:
    return chart(data, addresses.chosen(query, "show", cards.TABS, cards.TABS[0]))


def register(app: Dashboard, store: Store) -> None:
    app.page("/", overview)
    app.page("/numbers", numbers, title="Numbers")
    app.page("/numbers/<name>", number, title=lambda data, /, name: f"{name} of {data.version}")
    app.page("/observations/<name>", observation, title="Observation")
    app.page("/about", lambda data, /, **_: elements.page("About"), title="About")
    app.page("/broken", broken, title="Broken")
    app.page("/charts/<chart_id>", embedded, title="Catch")
    app.page("/embed/<chart_id>", embedded, title="Catch")


def snapshot(problem: str = "") -> Snapshot:
    register = Register({}, {}, about={"title": "Numbers of a harbor"})
    vars(register)["version"] = "0123456789ab"  # one that tests can name
    return Snapshot(register, problem)


def make(**options: Any) -> Dashboard:
    return create_app(Store(snapshot), shown=[Harbor], draw=draw, **options)


class Harbor:
    register = staticmethod(register)
