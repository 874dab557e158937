"""What a page shows, as HTML, and the ids and addresses in it."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from dashboard.state import addresses
from dashboard.state.store import Snapshot
from dashboard.state.views import View
from dashboard.web.document import html_text


def show(layout: Any, data: Snapshot, search: str = "") -> str:
    """The HTML of a page, or of a part of one, at a query string."""
    return html_text(layout(data, **addresses.parsed(search)))


def ids(shown: str) -> list[str]:
    return re.findall(r'\sid="(.+?)"', shown)


def links(shown: str) -> list[str]:
    """The addresses of ours, each once."""
    return list(dict.fromkeys(map(unescape, re.findall(r'href="(/.*?)"', shown))))


def figures(shown: str, view: View) -> list[str]:
    """The addresses of the figures on a whole page, as assets/drawing.js asks for them."""
    stamp = re.findall('data-stamp="(.+?)"', shown)
    charts = re.findall('data-figure="(.+?)" data-span="(.+?)"', shown)
    assert len(charts) == shown.count("data-figure=")
    return [f"/figures/{stamp[0]}/{view}/{span}/{unescape(key)}.json" for key, span in charts]


def text(shown: str) -> str:
    """The words alone."""
    return re.sub(r"\s+", " ", unescape(re.sub("<.+?>", " ", shown))).strip()
