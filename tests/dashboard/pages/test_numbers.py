"""The pages of charts, indicators, numbers and comparisons: each renders, and its links lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag

import pytest

from dashboard.pages import charts, compare, embed, indicator, observation, overview
from dashboard.sections.charts import with_numbers
from dashboard.state.store import Snapshot
from dashboard.web.application import Dashboard
from dashboard.web.document import html_text
from tests.dashboard.pages.shown import ids, links


def pages(data: Snapshot) -> Iterator[tuple[str, str]]:
    """The address and the HTML of each page."""
    drawn = with_numbers(data)
    yield "/", html_text(overview.layout(data))
    yield "/compare", html_text(compare.layout(data))
    for module, name, root, found in (
        (charts, "chart_id", "charts", drawn),
        (embed, "chart_id", "embed", drawn),
        (indicator, "indicator_id", "indicators", data.register.indicators),
        (observation, "observation_id", "observations", data.register.numbers),
    ):
        for id in found:
            variables: dict[str, Any] = {name: id}
            yield f"/{root}/{id}", html_text(module.layout(data, **variables))


@pytest.mark.parametrize("collected", ["bees", "bees_alone", "real"])
@pytest.mark.long
def test_every_page_has_one_heading_and_each_id_once(request: pytest.FixtureRequest, collected: str) -> None:
    for address, shown in pages(request.getfixturevalue(collected)):
        assert shown.count("<h1") == 1, address
        found = ids(shown)
        assert len(set(found)) == len(found), address


def test_links_lead_somewhere(bees: Snapshot, app: Dashboard) -> None:
    client = app.server.test_client()
    found = {urldefrag(link).url for _, shown in pages(bees) for link in links(shown)}
    assert {link for link in found if client.get(link).status_code != 200} == set()


def test_places_on_the_comparisons_page_are_there(bees: Snapshot) -> None:
    shown = dict(pages(bees))
    places = {
        urldefrag(link).fragment for html in shown.values() for link in links(html) if link.startswith("/compare#")
    }
    assert places
    assert places <= set(ids(shown["/compare"]))
