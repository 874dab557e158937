"""The addresses of all pages for search engines, as https://www.sitemaps.org/protocol.html has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as xml

from dashboard.state.store import Snapshot
from dashboard.web.site import Site
from dashboard.web.whole import EMBEDDED

NAME = "sitemap.xml"
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000
"""So many addresses a file may have."""


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
