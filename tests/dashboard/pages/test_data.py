"""The list of all numbers, as a page."""

from __future__ import annotations

import csv
import io

import pytest

from dashboard.pages import data as page
from dashboard.state.store import Snapshot
from dashboard.web.application import Dashboard
from tests.dashboard.pages.shown import links, show
from tests.dashboard.sections.listing.shown import listed, results


@pytest.mark.parametrize(
    "search",
    [
        "",
        "topic=Land",
        "source=letter-on-bees&sort=-value",
        "qualifier=about&q=letter",
        "indicator=hives&indicator=honey",
    ],
)
def test_what_is_listed_is_what_is_downloaded(app: Dashboard, bees: Snapshot, search: str) -> None:
    shown = results(bees, search)
    client = app.server.test_client()
    addresses = [link for link in links(shown) if link.startswith("/download/")]
    assert len(addresses) == 2
    for address in addresses:
        text = client.get(address).get_data(as_text=True).removeprefix("\ufeff")
        assert [row["number_id"] for row in csv.DictReader(io.StringIO(text))] == listed(shown)


def test_nothing_found_says_what_to_do(bees: Snapshot) -> None:
    shown = results(bees, "topic=Land&q=zzz")
    assert "No number matches all of this." in shown
    assert "<table" not in shown
    assert {"/data", "/data?topic=Land"} <= set(links(shown))


def test_what_there_is_is_not_refused(bees: Snapshot) -> None:
    assert "<h1" in show(page.layout, bees, "topic=Land&sort=-value&columns=note&columns=bounds&page=1&utm_source=x")
    assert "<h1" in show(page.layout, bees, "q=zzz&page=7")


def test_where_no_server_filters_each_number_says_what_it_is_found_by(bees: Snapshot) -> None:
    items = page.listing(bees).items
    assert [one.id for one in items] == listed(results(bees))
    assert [one.id for one in sorted(items, key=lambda one: one.at["-value"])] == listed(results(bees, "sort=-value"))
    assert [one.id for one in items if "letter" in one.text] == listed(results(bees, "q=letter"))
    assert [one.id for one in items if "Land" in one.of["topic"]] == listed(results(bees, "topic=Land"))
