"""The addresses of all pages for search engines, as https://www.sitemaps.org/protocol.html has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as xml

from flask import Response

from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from dashboard.web.bodies import Body, respond
from dashboard.web.site import Site
from dashboard.web.visits import current_visit
from dashboard.web.whole import EMBEDDED
from validation.model import citations

NAME = "sitemap.xml"
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000
"""So many addresses a file may have."""


def serve(app: Dashboard, store: Store) -> None:
    """Answers the addresses of these files."""

    def answer(name: str = NAME) -> Response:
        data, visit = store.current(), current_visit()
        found = files(app.site, data, citations.address(data.register, visit, ""))
        if name not in found:
            raise Unknown("file", name, found, root="/")
        return respond(Body(found[name], name))

    app.server.add_url_rule(f"/{NAME}", "sitemap", answer)
    app.server.add_url_rule("/<name>.xml", "part of the sitemap", lambda name: answer(f"{name}.xml"))


def files(site: Site, data: Snapshot, base: str) -> Mapping[str, bytes]:
    """The files by name: one of all pages, or of very many one that names the others."""
    every = [base + path for path in site.addresses(data) if not path.startswith(EMBEDDED)]
    parts = [_written("urlset", "url", every[first : first + MOST]) for first in range(0, len(every), MOST)]
    if len(parts) == 1:
        return {NAME: parts[0]}
    named = {f"sitemap-{number}.xml": part for number, part in enumerate(parts, start=1)}
    return {NAME: _written("sitemapindex", "sitemap", (f"{base}/{name}" for name in named)), **named}


def _written(root: str, tag: str, addresses: Iterable[str]) -> bytes:
    whole = xml.Element(root, xmlns=SCHEMA)
    for address in addresses:
        xml.SubElement(xml.SubElement(whole, tag), "loc").text = address
    xml.indent(whole)
    return xml.tostring(whole, encoding="utf-8", xml_declaration=True) + b"\n"
