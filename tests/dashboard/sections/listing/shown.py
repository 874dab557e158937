"""The list of numbers as its page shows it."""

from __future__ import annotations

import re

from dashboard.pages import data as page
from dashboard.state.store import Snapshot
from tests.dashboard.pages.shown import show


def results(data: Snapshot, search: str = "") -> str:
    """The part of the page that follows the form."""
    return show(page.layout, data, search).partition('id="data-results">')[2]


def listed(shown: str) -> list[str]:
    return re.findall(r'href="/observations/(.+?)"', shown)
