"""What changed from release to release, filtered in the address; and the same as a feed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import controls, elements
from dashboard.sections import changes
from dashboard.state import addresses
from dashboard.state.addresses import CHANGES as PATH
from dashboard.state.addresses import Query, href
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from dashboard.web.bodies import Body, for_all, respond
from dashboard.web.listing import Item, Listing
from dashboard.web.visits import current_visit
from validation import vocabulary
from validation.language.written import many
from validation.model import citations
from validation.model.changes import Change
from validation.model.citations import RELEASES, Visit
from validation.reports import changed, history
from validation.reports import feed as atom
from validation.reports.history import Edition

FEED = f"{PATH}.atom"
LIVE = "changes"
FIRST = 20
"""So many changes of each version are listed where none is asked for by itself."""

PAGE_ROWS = 100
LEDE = "Numbers get cited, and then they are corrected. Each release stands as it was, with what changed in it."


def register(app: Dashboard, store: Store) -> None:
    """The page; a release has none of its own."""
    app.page(PATH, layout, title="What changed", about=LEDE, offered=is_of_all, states=states, listing=listing)
    app.server.add_url_rule(FEED, "changes", lambda: for_all(respond(feed(store.current(), current_visit()))))


def is_of_all(data: Snapshot) -> bool:
    """Whether these are the data now: a release has no page of its own for what changed."""
    return data.now is None


def feed(data: Snapshot, visit: Visit) -> Body:
    """The releases as a feed."""
    return Body(atom.atom(data.register, citations.base_of(data.register, visit)), "changes.atom")


def layout(data: Snapshot, /, **query: Any) -> Component:
    """Version by version, `?release=` of one alone, `?weight=` of one weight, `?q=` with these words."""
    every = history.editions(data.register)
    release = addresses.chosen(query, "release", ["", *(one.name for one in every)], "")
    weight = addresses.chosen(query, "weight", ["", *vocabulary.WEIGHTS], "")
    shown = [one for one in every if release in ("", one.name)]
    parts = [part for one in shown for part in _edition(data, one, query, weight, alone=bool(release))]
    results = parts or [
        elements.empty("Nothing changed that is like this.", html.P(html.A("See all changes", href=PATH)))
    ]
    follow = html.P(html.A("Follow as a feed (Atom)", href=FEED), className="aside")
    form = [_form(every, query, release, weight)] if every else []
    told = results if every else [_never(data)]
    return elements.page("What changed", *form, controls.results(LIVE, told), *([follow] if every else []), lede=LEDE)


def states(data: Snapshot) -> Iterator[Query]:
    """What changed in each release, page by page."""
    for one in history.editions(data.register):
        yield {"release": one.name}
        yield from (
            {"release": one.name, "page": str(page)} for page in range(2, -(-len(one.changes) // PAGE_ROWS) + 1)
        )


def listing(data: Snapshot) -> Listing:
    """Every change of every release."""

    def item(one: Edition, change: Change) -> Item:
        of = {"release": [one.name], "weight": [change.weight]}
        return Item(f"{one.name} {change.id}", changes.item(data, change), _heading(one), of, _words(change))

    every = history.editions(data.register)
    return Listing([item(one, change) for one in every for change in one.changes], "changes", noun="change")


def _never(data: Snapshot) -> Component:
    words = "Nothing is released yet: who cites these data can only name their version, "
    command = html.P(["To release them: ", html.Code("stated-numbers release 1.0.0")])
    return elements.empty(f"{words}{data.version}.", command)


def _form(every: Sequence[Edition], query: Query, release: str, weight: str) -> Component:
    q = controls.search("q", "Search", addresses.text(query, "q"), id="changes-q", placeholder="Words or an id")
    versions = [("", "All"), *((one.name, _called(one)) for one in every)]
    weights = [("", "All"), *((code, entry.words) for code, entry in vocabulary.WEIGHTS.items())]
    fields = [
        controls.select("release", "Release", versions, release, id="changes-release"),
        controls.select("weight", "Weight", weights, weight, id="changes-weight"),
    ]
    return controls.form(PATH, q, *fields, live=LIVE, label="Filter the changes")


def _called(edition: Edition) -> str:
    return str(edition.version) if edition.version else "not released yet"


def _edition(data: Snapshot, one: Edition, query: Query, weight: str, *, alone: bool) -> Iterator[Component]:
    """A version with its changes; nothing where a filter leaves none of it."""
    q = addresses.text(query, "q")
    found = [change for change in one.changes if weight in ("", change.weight) and _has(change, q)]
    if (q or weight) and not found:
        return
    page, pages = addresses.number(query, "page") if alone else 1, max(1, -(-len(found) // PAGE_ROWS))
    if page > pages:
        raise Unacceptable("page", str(page), [f"a whole number from 1 to {pages}"])
    listed = found[(page - 1) * PAGE_ROWS : page * PAGE_ROWS] if alone else found[:FIRST]
    content = [html.P(_told(data, one, found), className="count"), *changes.by_weight(data, listed)]
    if not alone and len(found) > len(listed):
        place = href(PATH, query, release=one.name)
        content.append(html.P(html.A(f"All {many(len(found), 'change')}", href=place), className="more"))
    if pages > 1 and alone:
        content.append(elements.pager(page, pages, lambda at: href(PATH, query, page=str(at) if at > 1 else None)))
    yield elements.section(f"v{one.name.replace('.', '-')}", _heading(one), *content, intro=_taken(one))


def _has(change: Change, q: str) -> bool:
    """Whether all that is searched for stands in a change."""
    text = _words(change).casefold()
    return all(word in text for word in q.casefold().split())


def _words(change: Change) -> str:
    sides = (side for one in change.aspects for side in (one.name, one.before, one.after))
    return " ".join([change.id, change.now, change.name, change.reason, *sides])


def _heading(one: Edition) -> str:
    day = f", {one.day.words}" if one.day else ""
    return f"Release {one.version}{day}" if one.version else "Not released yet"


def _told(data: Snapshot, one: Edition, found: Sequence[Change]) -> str:
    """How much changed, in a line."""
    if one.problem:
        return f"It can’t be read: {one.problem}"
    if not one.changes:
        return "The first release." if one == history.editions(data.register)[-1] else "Nothing changed."
    counts = ", ".join(f"{many(count, thing)} {kind}" for thing, kind, count in changed.counts(found))
    return f"{counts}."


def _taken(one: Edition) -> list[Any]:
    """The ways to a release as it was."""
    if not one.version or one.problem:
        return []
    place = f"{RELEASES}/{one.version}"
    return [html.A("As it was", href=place), " · ", html.A("Package (zip)", href=f"{place}/datapackage.zip")]
