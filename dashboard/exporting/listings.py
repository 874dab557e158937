"""What lists are filtered by in the browser where no server does it: each item with its words and what it is of."""

from __future__ import annotations

import json
from typing import Any

from dashboard.state.addresses import Place
from dashboard.web.document import html_text
from dashboard.web.listing import Listing

ITEMS = "items"
"""What the file beside a page is called that has the items of its list."""

LINES = "lines"
"""The file beside it with the lines that are taken away of each."""


def items(listing: Listing, to: Place) -> dict[str, Any]:
    """Each item: its HTML, what it is found by, and its place in every order of the list."""
    every = [
        {
            "id": one.id,
            "html": html_text(one.shown, to),
            "group": one.group,
            "of": {name: list(values) for name, values in one.of.items()},
            "text": one.text.casefold(),
            "at": dict(one.at),
        }
        for one in listing.items
    ]
    return {"look": listing.look, "ranked": listing.ranked, "noun": listing.noun, "items": every}


def script(key: str, value: Any) -> bytes:
    """A file that a page can ask for without a server: a script that hands over a value under a key."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return f"site.put({json.dumps(key)},{written})\n".encode()
