"""The pages of lists and of the method: each renders with every collection, and its links lead somewhere."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.pages import about, checked, data, search, validation
from dashboard.web.application import Dashboard
from tests.dashboard.pages.shown import ids, links, show

PAGES = [
    (data.layout, ""),
    (data.layout, "topic=Land&columns=note&columns=bounds"),
    (search.layout, ""),
    (search.layout, "q=2021"),
    (validation.layout, ""),
    (about.layout, ""),
    (checked.layout, ""),
]


@pytest.mark.parametrize("collected", ["bees", "bees_alone", "real", "real_read"])
@pytest.mark.parametrize(("layout", "query"), PAGES)
def test_a_page_has_one_heading_and_each_id_once(
    request: pytest.FixtureRequest, layout: Any, query: str, collected: str
) -> None:
    shown = show(layout, request.getfixturevalue(collected), query)
    assert shown.count("<h1") == 1
    assert sorted(set(ids(shown))) == sorted(ids(shown))
    assert ">nan<" not in shown


@pytest.mark.parametrize(("layout", "query"), PAGES)
def test_links_lead_somewhere(app: Dashboard, layout: Any, query: str) -> None:
    client = app.server.test_client()
    addresses = links(show(layout, app.site.store.current(), query))
    assert addresses
    assert {address: status for address in addresses if (status := client.get(address).status_code) != 200} == {}
