"""The frame of every page: header, navigation, search, color scheme, notice, footer."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design.controls import Input
from dashboard.design.elements import aria, callout, fold, links
from dashboard.state.refusals import Refusal
from dashboard.state.store import Snapshot
from validation.language.written import many

NAVIGATION = (
    ("/", "Overview"),
    ("/data", "Data"),
    ("/compare", "Compare"),
    ("/checked", "Checked"),
    ("/timeline", "Timeline"),
    ("/sources", "Sources"),
    ("/validation", "Validation"),
    ("/about", "About"),
)
DOWNLOADS = (
    ("/download/numbers.csv", "All numbers (CSV)"),
    ("/download/numbers.excel.csv", "For spreadsheets (CSV)"),
    ("/download/datapackage.zip", "Everything (ZIP)"),
    ("/download/annotations.jsonld", "Passages (JSON-LD)"),
)
ABOUT = (
    ("/about", "Method and how to cite"),
    ("/validation", "Validation"),
)
SCHEMES = (("", "Auto"), ("light", "Light"), ("dark", "Dark"))
NAMED = 100
"""So many ids are listed where an address names none that there is."""

AS_STATED = "Numbers are as their sources state them; calculated ones are marked."


def frame(data: Snapshot, content: Any, paths: Collection[str], at: str = "/") -> Component:
    """The whole page around `content`; `paths` are the addresses that exist, `at` is the page's own."""
    parts = [
        html.A("Skip to the content", href="#main", className="skip"),
        header(data.title, paths, at),
        html.Div(notices(data), id="notices"),
        html.Main(content, id="main", tabIndex=-1),
        footer(data, paths),
    ]
    return html.Div(parts, className="shell")


def header(title: str, paths: Collection[str], at: str) -> Component:
    """Name, navigation with the page that is shown marked, search and color scheme."""
    entries = [_entry(path, words, at) for path, words in NAVIGATION if path in paths]
    menu = html.Button("Menu", id="menu", type="button", className="button menu", **aria(expanded=False))
    nav = html.Nav(html.Ul(entries), id="navigation", className="navigation", **aria(label="Main"))
    tools = html.Div([_search(), _scheme()], className="tools")
    brand = html.A(title, href="/", className="brand")
    return html.Header(html.Div([brand, menu, nav, tools], className="bar"), className="header")


def notices(data: Snapshot) -> list[Component]:
    """A line above the page while newer data are refused, one while a draft is shown, and nothing otherwise."""
    return [*_notice(_kept(data)), *_notice(_drafted(data))]


def footer(data: Snapshot, paths: Collection[str]) -> Component:
    """What holds for every number, how to take the data away, which version they are."""
    about = [entry for entry in ABOUT if entry[0] in paths]
    columns = [
        html.Div([html.P(AS_STATED), html.P(["Data version ", html.Code(data.version)])]),
        html.Nav([html.H2("Take it away"), links(DOWNLOADS)], **aria(label="Downloads")),
        html.Nav([html.H2("Trust it"), links(about)], **aria(label="About the data")),
    ]
    return html.Footer(html.Div(columns, className="bar"), className="footer")


def refused(refusal: Refusal) -> Component:
    """The page in place of one whose address can't be answered: why, and what there is instead."""
    parts: list[Any] = [html.H1(refusal.title), html.P(refusal.explanation, className="lede")]
    if refusal.nearest:
        parts += [html.P("Did you mean"), _names(refusal.nearest, refusal.root)]
    if refusal.exist:
        parts.append(_all(refusal))
    parts.append(html.P(html.A("Go to the overview", href="/")))
    return html.Div(parts, className="page refused")


def broken() -> Component:
    """The page in place of one that an error of ours kept from being made."""
    words = "This page could not be made. The error is ours and has been logged; the other pages still work."
    return html.Div([html.H1("An error of ours"), callout(words, kind="error")], className="page refused")


def _entry(path: str, words: str, at: str) -> Component:
    current = "page" if path == "/" + at.split("/")[1] else None
    return html.Li(html.A(words, href=path, **aria(current=current)))


def _kept(data: Snapshot) -> list[Any]:
    if not data.problem:
        return []
    found = html.A("All that was found", href="/validation#refused") if data.refused else ""
    return ["The data shown are older than the files: ", data.problem, ". ", found]


def _drafted(data: Snapshot) -> list[Any]:
    if not data.draft or data.report.valid:
        return []
    errors = many(int(data.report.summary["errors"]), "error")
    return [f"A draft: these data have {errors}. ", html.A("What is left to do", href="/validation#findings")]


def _notice(words: list[Any]) -> list[Component]:
    return [html.Div(html.P(words), className="notice", role="status")] if words else []


def _all(refusal: Refusal) -> Component:
    """What there is; of very many the first, as nobody reads the thousandth."""
    count, listed = len(refusal.exist), refusal.exist[:NAMED]
    words = f"All {count} there are" if count <= NAMED else f"The first {NAMED} of {count:,} there are"
    return fold(words, _names(listed, refusal.root), open=not refusal.nearest)


def _names(names: Iterable[str], root: str | None) -> Component:
    if root is None:
        return html.Ul([html.Li(html.Code(name)) for name in names], className="names")
    return links([(root + name, name) for name in names], className="names")


def _search() -> Component:
    field = Input(id="site-search", type="search", name="q", placeholder="Search", autoComplete="off")
    label = html.Label("Search everything", htmlFor="site-search", className="unseen")
    return html.Form([label, field], action="/search", method="get", role="search", className="site-search")


def _scheme() -> Component:
    options = [html.Option(words, value=value) for value, words in SCHEMES]
    label = html.Label("Colors", htmlFor="scheme", className="unseen")
    return html.Div([label, html.Select(options, id="scheme")], className="scheme")
