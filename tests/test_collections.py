"""Whatever validates is shown: every address of collections that are made at random answers."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings

from dashboard.app import create_app
from dashboard.state.store import Snapshot, Store, load
from dashboard.state.views import View
from dashboard.web.application import Dashboard
from dashboard.web.document import as_data, html_text
from tests import generated
from validation.model import events
from validation.model.register import Register
from validation.model.rows import COLUMNS

VIEWS = (View(), View("dark", 390))
DRAWN = ("/charts/", "/timeline", "/compare")
FIXED = ("/", "/compare", "/checked", "/timeline", "/sources", "/data", "/validation", "/about", "/search?q=a+12")
FILES = (
    *("/download/numbers.csv", "/download/numbers.excel.csv", "/download/datapackage.zip"),
    *("/download/annotations.jsonld", "/download/validation.json", "/cite/collection.bib", "/cite/collection.json"),
)


class Shelf(Store):
    """A store whose data are put there."""

    def __init__(self) -> None:
        super().__init__(lambda: Snapshot(Register({}, {})))

    def put(self, data: Snapshot) -> Snapshot:
        self._current = data
        return data


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture(scope="module")
def app(shelf: Shelf) -> Dashboard:
    return create_app(shelf)


# Each collection has some eighty addresses.
@settings(max_examples=settings().max_examples // 10, suppress_health_check=[HealthCheck.too_slow])
@given(generated.collections())
def test_every_address_of_what_validates_answers(shelf: Shelf, app: Dashboard, made: generated.Collection) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = shelf.put(load(*generated.write(made, Path(folder))))
    assert [(one.rule, one.message) for one in data.report.findings] == []
    for address in pages(data.register):
        path, _, search = address.partition("?")
        assert app.site.check(path, search).status == 200, address
        for view in VIEWS if path.startswith(DRAWN) or path == "/" else VIEWS[:1]:
            shown = app.site.show(path, search, view)
            assert shown.status == 200, address
            assert html_text(shown.body)
            assert json.dumps(as_data(shown.body), allow_nan=False)
    client = app.server.test_client()
    for address in files(data.register):
        assert client.get(address).status_code == 200, address


def pages(register: Register) -> Iterator[str]:
    drawn = {number.indicator.chart.id for number in register.observations}
    yield from FIXED
    yield from (f"/{kind}/{name}" for kind in ("charts", "embed") for name in drawn)
    yield from (f"/indicators/{name}" for name in register.indicators)
    yield from (f"/observations/{name}" for name in register.numbers)
    yield from (f"/events/{event.id}" for event in events.events(register))
    yield from (f"/sources/{name}" for name in register.sources)
    yield from (f"/sources/{number.source.id}?at={number.id}" for number in register.observations)
    yield from (f"/data?sort=-{name}" for name in COLUMNS)
    for number in register.observations:
        chosen = {"topic": number.indicator.chart.topic, "area": number.area.id, "qualifier": number.qualifier}
        yield f"/data?{urlencode(chosen)}"


def files(register: Register) -> Iterator[str]:
    yield from FILES
    yield from (f"/download/tables/{name}.csv" for name in register.tables)
    yield from (f"/download/indicators/{name}.{form}" for name in register.indicators for form in ("csv", "json"))
    yield from (f"/download/observations/{name}.json" for name in register.numbers)
    yield from (f"/cite/{number.id}.{form}" for number in register.observations for form in ("bib", "json"))
