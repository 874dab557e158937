"""Whatever validates is shown: every address of collections that are made at random answers."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings

from dashboard.app import create_app
from dashboard.downloads import routes
from dashboard.state.store import Snapshot, Store, load
from dashboard.state.views import View
from tests import generated
from tests.dashboard.pages.shown import figures
from validation.model import events
from validation.model.register import Register
from validation.model.rows import COLUMNS

VIEWS = (View(), View("dark", 390))
FIXED = ("/", "/compare", "/checked", "/timeline", "/sources", "/data", "/validation", "/about", "/search?q=a+12")


@pytest.fixture(scope="module")
def store() -> Store:
    """A store whose data are put there."""
    return Store(lambda: Snapshot(Register({}, {})))


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


# Each collection has some eighty addresses.
@settings(max_examples=settings().max_examples // 20, suppress_health_check=[HealthCheck.too_slow])
@given(generated.collections())
@pytest.mark.long
def test_every_address_of_what_validates_answers(store: Store, client: FlaskClient, made: generated.Collection) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = load(*generated.write(made, Path(folder)))
    assert [(one.rule, one.message) for one in data.report.findings] == []
    store.put(data)
    shown = [got(client, address).decode() for address in pages(data.register)]
    for address in sorted({address for page in shown for view in VIEWS for address in figures(page, view)}):
        assert json.loads(got(client, address), parse_constant=no_number)["data"], address
    for address in ("/download/validation.json", *routes.addresses(data)):
        assert got(client, address), address


def got(client: FlaskClient, address: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.data


def no_number(name: str) -> NoReturn:
    raise AssertionError(f"no JSON has {name}")


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
