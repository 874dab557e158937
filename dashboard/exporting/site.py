"""A site as files: each page, each file that it leads to, and what its scripts ask for."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape

from dashboard.downloads import offers, routes
from dashboard.exporting import listings, places
from dashboard.exporting.places import Place, State
from dashboard.exporting.written import Written
from dashboard.pages import changes, validation
from dashboard.sections.cards import Draw
from dashboard.state.addresses import NOW, href
from dashboard.state.refusals import Refusal
from dashboard.state.selection import Selection
from dashboard.state.store import Snapshot
from dashboard.state.views import BREADTHS, SCHEMES, SPANS, Span, View
from dashboard.web import assets, shell, whole
from dashboard.web.application import Dashboard
from dashboard.web.document import FILED, Where
from dashboard.web.site import Page, Shown
from dashboard.web.visits import visiting
from validation.model.citations import RELEASES, Visit
from validation.packing.archive import as_json

FIGURE = re.compile(r'data-figure="(.+?)" data-span="(.+?)"')


MOVED = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<link rel="icon" href="data:,">
<meta http-equiv="refresh" content="0; url={to}">
<title>{title}</title>
<p>This has another name now: <a href="{to}">go there</a>.</p>
</html>
"""


MISSING = "404.html"
"""What hosts of files show for an address that they have no file for."""


@dataclass
class Site:
    """The pages of some data below a path: of the data now below "", of a release below its own.

    `visit` says where and when they are read. `twin` is whether a release's data are those now, whose figures are drawn
    already; `pictured` says the address of the picture that is shown where a page is passed on.
    """

    app: Dashboard
    data: Snapshot
    draw: Draw
    visit: Visit
    written: Written
    twin: bool = False
    pictured: Callable[[str], str] = lambda path: ""

    def write(self) -> None:
        """Writes all of it."""
        drawn: dict[tuple[str, Span], None] = {}
        with visiting(self.visit):
            for file, path, query in self._pages():
                data = self._page(self._below(file), path, query)
                drawn |= dict.fromkeys(_drawn(data))
                self.written.write(self._below(file), data)
            self._files()
            self._listings()
        if not self.twin:
            self._figures([*drawn])

    def write_missing(self, prefix: str) -> None:
        """Writes the page that hosts show for an address that there is not, wherever that is below the prefix."""
        where = Where(
            prefix,
            self.data.stamp,
            self.data.state,
            lambda to: f"{prefix}/{self._from_root(to)}" if to.startswith(("/", NOW)) else to,
            kit=FILED,
        )
        refusal = Refusal("There is no page at this address.", exist=self.app.site.paths(self.data), root="")
        refusal.title = "No such page"
        shown = Shown(refusal.title, shell.refused(refusal), refusal.title)
        with visiting(self.visit):
            data = whole.written(shown, self.data, "/404", self.app.site.paths(self.data), where).data
        self.written.write(MISSING, data)

    def write_gone(self, gone: Mapping[tuple[str, str], str]) -> None:
        """Writes what a release was the last to have, where it was: each kind and id, and the id that it has now.

        What is withdrawn stands there as it was; what has another name leads on to it.
        """
        with visiting(self.visit):
            for (kind, id), now in gone.items():
                for folder in (kind, *(["embed"] if kind == "charts" else [])):
                    file = places.page(f"/{folder}/{id}")
                    path = f"/{folder}/{now}"
                    data = self._moved(file, path) if now else self._page(file, f"/{folder}/{id}", "")
                    self.written.write(file, data)
                if not now:
                    self._files_of(kind, id)

    def _files_of(self, kind: str, id: str) -> None:
        """Writes the files of a thing that is withdrawn where they were."""
        for file in routes.FILES:
            if file.kind == kind and id in file.names(self.data):
                address = file.address(id)
                self.written.write(address.lstrip("/"), routes.made(self.data, address, self.visit).data)

    def _moved(self, here: str, path: str) -> bytes:
        """A page that leads on to another of the data now."""
        to = self._link(here, f"{NOW}{path}")
        return MOVED.format(to=escape(to), title=escape(self.data.title)).encode()

    @cached_property
    def _states(self) -> dict[State, str]:
        """The states that have files of their own."""
        found = {}
        for page in self._fixed():
            for query in page.states(self.data):
                flat = {name: str(value) for name, value in query.items()}
                found[places.state(page.path, query)] = places.state_page(page.path, flat)
        return found

    def _fixed(self) -> Iterator[Page]:
        return (page for page in self.app.site.pages if page.fixed and page.offered(self.data))

    def _pages(self) -> Iterator[tuple[str, str, str]]:
        """Each page: its file, its path, its query."""
        for path in self.app.site.addresses(self.data):
            yield places.page(path), path, ""
        for (path, query), file in self._states.items():
            yield file, path, href("", dict(query)).lstrip("?")

    def _page(self, here: str, path: str, query: str) -> bytes:
        """The page at a path of its own, in a file."""
        data = self.data
        where = Where(
            places.folder(here, self._below("")),
            data.stamp,
            data.state,
            lambda to: self._link(here, to),
            kit=FILED,
            figures=places.folder(here, "") if self.twin else "",
        )
        shown = self.app.site.show(data, path, query)
        return whole.written(shown, data, path, self.app.site.paths(data), where, self.pictured(path)).data

    def _below(self, file: str) -> str:
        return f"{self.visit.within.strip('/')}/{file}".lstrip("/")

    def _link(self, here: str, address: str) -> str:
        """How a page leads to an address; elsewhere it is as it stands."""
        if not address.startswith(("/", NOW)) or address.startswith("//"):
            return address
        place = self._place(address)
        self.written.linked.setdefault(place.file, here)
        return places.link(here, place)

    def _place(self, address: str) -> Place:
        if address.startswith(NOW):
            return self._of_now(address.removeprefix(NOW))
        path, query, fragment = places.split(address)
        if path.startswith("/assets/"):
            return Place(path.lstrip("/"), f"?{query}" if query else "")
        if path.startswith(f"{RELEASES}/"):
            return Place(places.file(path), places.behind(query, fragment))
        if query and path.startswith("/download/"):
            return Place(self._chosen(path, query))
        if places.is_file(path):
            return Place(self._below(path.lstrip("/")))
        state = self._states.get(places.state(path, places.parsed(query)))
        if state:
            return Place(self._below(state), places.behind("", fragment))
        return Place(self._below(places.page(path)), places.behind(query, fragment))

    def _of_now(self, address: str) -> Place:
        """A page of the data now, whose states a release doesn't know."""
        path, query, fragment = places.split(address)
        return Place(places.file(path), places.behind(query, fragment))

    def _chosen(self, path: str, query: str) -> str:
        """The file of what a query chooses, which is written where it is not yet."""
        file = self._below(places.chosen(path, query))
        if file not in self.written.files:
            make = offers.numbers if path.endswith("numbers.csv") else offers.numbers_for_spreadsheets
            self.written.write(file, make(self.data, Selection.read(places.parsed(query))).data)
        return file

    def _files(self) -> None:
        """Every download and citation; of a release its package as it was made."""
        for address in routes.addresses(self.data):
            body = routes.made(self.data, address, self.visit)
            self.written.write(self._below(address.lstrip("/")), body.data)
        self.written.write(self._below(places.HEALTH.lstrip("/")), as_json(self.data.health))
        self.written.write(self._below(validation.REPORT.lstrip("/")), validation.report(self.data).data)
        if self.data.now is None:
            self.written.write(changes.FEED.lstrip("/"), changes.feed(self.data, self.visit).data)
            return
        [path] = self.data.register.releases.values()
        for name in ("datapackage.zip", "download/datapackage.zip"):
            self.written.write(self._below(name), path.read_bytes())

    def _listings(self) -> None:
        for page in self._fixed():
            if page.listing is None:
                continue
            listing, here = page.listing(self.data), self._below(places.page(page.path))
            folder = here.removesuffix(places.INDEX)
            key = folder.removeprefix(self._below(""))
            found = listings.items(listing, lambda to, here=here: self._link(here, to))
            self.written.write(f"{folder}{listings.ITEMS}.js", listings.script(f"{key}{listings.ITEMS}", found))
            if listing.lines:
                lines = listings.script(f"{key}{listings.LINES}", listing.lines)
                self.written.write(f"{folder}{listings.LINES}.js", lines)

    def _figures(self, drawn: list[tuple[str, Span]]) -> None:
        """Each figure that a page has, for each view, as the scripts ask for it."""
        for key, span in drawn:
            made: dict[tuple[str, int], bytes] = {}
            for scheme in SCHEMES:
                for breadth in BREADTHS:
                    view = View(scheme, breadth)
                    width = view.width(span)
                    if (scheme, width) not in made:
                        made[scheme, width] = self._figure(key, view, width)
                    name = f"figures/{view}/{span}/{key}"
                    self.written.write(
                        self._below(f"{name}.js"), f"site.put({json.dumps(name)},".encode() + made[scheme, width]
                    )

    def _figure(self, key: str, view: View, width: int) -> bytes:
        """A figure whose marks lead to files."""
        figure = self.draw(self.data, key, scheme=view.scheme, width=width)
        meta = figure["layout"].get("meta", {})
        if "points" in meta:
            points = [(id, said, f"/{self._from_root(to)}") for id, said, to in meta["points"]]
            figure = {**figure, "layout": {**figure["layout"], "meta": {**meta, "points": points}}}
        return (json.dumps(figure, ensure_ascii=False, separators=(",", ":")) + ")\n").encode()

    def _from_root(self, address: str) -> str:
        place = self._place(address)
        return places.link(self._below(places.INDEX), place)


def _drawn(page: bytes) -> Iterator[tuple[str, Span]]:
    """The figures of a page, each with how wide it is."""
    for key, named in FIGURE.findall(page.decode()):
        span: Span = next(one for one in SPANS if one == named)
        yield unescape(key), span


def common(written: Written) -> None:
    """What all pages share: styles, scripts, icon, and the font, which pictures of charts ask for as a script."""
    bodies = assets.bodies()
    for name, body in bodies.items():
        written.write(f"assets/{name}", body.data)
    # A file's page can't fetch it ahead: where it comes late it is shown all the same, and charts wait for it.
    styles = bodies[assets.STYLES].data.replace(b"font-display: optional", b"font-display: swap")
    written.write(f"assets/{assets.STYLES}", styles)
    text = b64encode(bodies[assets.FONT].data).decode()
    written.write("assets/font.js", listings.script("assets/font", text))
