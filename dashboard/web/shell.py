"""The frame of every page: header, navigation, search, color scheme, notice, footer."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.controls import Input
from dashboard.design.elements import aria, callout, fold, links
from dashboard.state.addresses import CHANGES, NOW
from dashboard.state.refusals import Refusal
from dashboard.state.store import Snapshot
from dashboard.web import key, standing
from dashboard.web.visits import current_visit
from validation.language.written import capitalized, many
from validation.model import citations

NAVIGATION = (
    ("/", "Findings"),
    ("/sources", "Documents"),
    ("/data", "All numbers"),
    ("/compare", "Disagreements"),
    ("/timeline", "Dates"),
    ("/about", "How it is checked"),
    ("/edit", "Edit"),
)
WITHIN = {
    "charts": "/",
    "observations": "/data",
    "indicators": "/data",
    "events": "/timeline",
    "checked": "/about",
    "validation": "/about",
}
"""The entry of the navigation that a page belongs to which is none itself, by the first word of its path."""

TAKE = (
    ("/about#cite", "Cite this collection"),
    ("/download/datapackage.zip", "Download everything (zip)"),
    ("/download/numbers.csv", "All numbers (CSV)"),
    ("/download/numbers.excel.csv", "For spreadsheets (CSV)"),
    ("/download/annotations.jsonld", "Passages (JSON-LD)"),
    ("/validation", "Validation"),
)
NAMED = 100
"""So many ids are listed where an address names none that there is."""

AS_STATED = "Numbers are as their sources state them; calculated ones are marked."


def frame(data: Snapshot, content: Any, paths: Collection[str], at: str = "/") -> Component:
    """The whole page around `content`; `paths` are the addresses that exist, `at` is the page's own."""
    parts = [
        html.A("Skip to the content", href="#main", className="skip"),
        header(data.register.short_title, paths, at),
        html.Div(notices(data, at), id="notices"),
        html.Main(content, id="main", tabIndex=-1),
        footer(data, paths, at),
    ]
    return html.Div(parts, className="shell")


def header(title: str, paths: Collection[str], at: str) -> Component:
    """Name, navigation with the page that is shown marked, search where the page has none itself, color scheme."""
    entries = [_entry(path, words, at) for path, words in NAVIGATION if path in paths]
    menu = html.Button("Menu", id="menu", type="button", className="button menu", **aria(expanded=False))
    nav = html.Nav(html.Ul(entries), id="navigation", className="navigation", **aria(label="Main"))
    tools = html.Div([*([_search()] if at != "/" else []), _scheme()], className="tools")
    brand = html.A(title, href="/", className="brand")
    return html.Header(html.Div([brand, menu, nav, tools], className="bar"), className="header")


def notices(data: Snapshot, at: str = "/") -> list[Component]:
    """A line above the page while newer data are refused, one while a draft or a release is shown; else nothing.

    Where a draft is worked on all of it is about what is left, which in a long document takes seconds to count.
    """
    draft = [] if at.startswith(key.PATH) else _notice(_drafted(data))
    return [*standing.notice(data, at), *_notice(_kept(data)), *draft]


def footer(data: Snapshot, paths: Collection[str], at: str) -> Component:
    """Which collection in which version, what holds for every number, how to take the data away; on paper, where."""
    take = [entry for entry in TAKE if entry[0].startswith("/download") or entry[0].partition("#")[0] in paths]
    edition: Any = capitalized(citations.edition_words(data.register))
    if CHANGES in paths or data.now:
        edition = html.A(edition, href=f"{NOW}{CHANGES}")
    version = [f"{data.register.short_title}. ", edition, f". {AS_STATED}", *_license(data)]
    visit = current_visit()
    base = citations.address(data.register, visit, "")
    where = html.P(f"{base or visit.within}{at}", className="printed-from", **elements.data(base=base))
    parts = [html.P(version), where, html.Nav(links(take), **aria(label="Downloads"))]
    return html.Footer(html.Div(parts, className="bar"), className="footer")


def _license(data: Snapshot) -> list[str]:
    """On what terms the data may be used, as the collection says."""
    names = [each.get("name") or each.get("title") or "" for each in data.register.about.get("licenses", ())]
    return (
        [f" Data {', '.join(filter(None, names))}, except rows that keep their source’s license."] if any(names) else []
    )


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
    first = at.split("/")[1]
    current = "page" if path == f"/{first}" else "true" if path == WITHIN.get(first) else None
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
    every = "The only one there is" if count == 1 else f"All {count} there are"
    words = every if count <= NAMED else f"The first {NAMED} of {count:,} there are"
    return fold(words, _names(listed, refusal.root), open=not refusal.nearest)


def _names(names: Iterable[str], root: str | None) -> Component:
    if root is None:
        return html.Ul([html.Li(html.Code(name)) for name in names], className="names")
    return links([(root + name, name) for name in names], className="names")


def _search() -> Component:
    field = Input(id="site-search", type="search", name="q", placeholder="Search", autoComplete="off", dir="auto")
    label = html.Label("Search everything", htmlFor="site-search", className="unseen")
    return html.Form([label, field], action="/search", method="get", role="search", className="site-search")


def _scheme() -> Component:
    return html.Button(
        id="scheme", type="button", className="button scheme", **aria(label="Dark colors", pressed=False)
    )
