"""Whatever the tables hold, a draft of them is shown: every page answers, and says that it is one."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.app import create_app
from dashboard.downloads import routes
from dashboard.state.store import Store, load
from dashboard.state.views import View
from tests import collection
from tests.dashboard.pages.shown import figures
from tests.test_collections import FIXED
from validation.files.schemas import TABLES
from validation.model import events
from validation.model.register import Register

VALUES = (
    "",
    "x",
    "-1",
    "999999",
    "NaN",
    "inf",
    "1e400",
    "2023-99",
    "unknown",
    "é\u202e",
    "exact",
    "a|b",
    "[honey] / 0",
    "[",
)
WAYS = ("cell", "cell", "cell", "drop", "repeat", "cut", "remove a column", "remove")


class Spoiling(NamedTuple):
    """One thing done to a table: in which way, to which row and column, with which value."""

    table: str
    way: str
    row: int
    column: int
    value: str


spoilings = st.builds(
    Spoiling,
    st.sampled_from(sorted(TABLES)),
    st.sampled_from(WAYS),
    st.integers(0, 99),
    st.integers(0, 99),
    st.sampled_from(VALUES),
)


@pytest.fixture(scope="module")
def bees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    datasets, _ = collection.write(tmp_path_factory.mktemp("bees"))
    return datasets.parent


@pytest.fixture(scope="module")
def store(bees: Path) -> Store:
    return Store(lambda: load(bees / "datasets", bees / "seeds", draft=True))


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


@settings(max_examples=max(1, settings().max_examples // 10), suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(spoilings, min_size=1, max_size=5))
@pytest.mark.long
def test_every_page_of_a_draft_answers(bees: Path, store: Store, client: FlaskClient, spoilt: list[Spoiling]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(bees, Path(folder) / "bees")
        for one in spoilt:
            spoil(copy / "datasets" / f"{one.table}.csv", one)
        data = load(copy / "datasets", copy / "seeds", draft=True)
    store.put(data)
    for address in (*FIXED, *routes.addresses(data), *pages(data.register)):
        answer = client.get(quote(address, safe="/?=+"), headers={"Accept": "text/html"})
        assert answer.status_code < 500, (address, spoilt)
        if answer.status_code == 200 and answer.mimetype == "text/html":
            assert ("A draft: these data have" in answer.text) != data.report.valid
            for figure in figures(answer.text, View()):
                assert client.get(quote(figure, safe="/")).status_code == 200, (figure, spoilt)


def spoil(file: Path, one: Spoiling) -> None:
    if not file.exists():
        return
    if one.way == "remove":
        file.unlink()
        return
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"))))
    row, column = 1 + one.row % max(1, len(rows) - 1), one.column % len(rows[0])
    if one.way == "remove a column":
        rows = [cells[:column] + cells[column + 1 :] for cells in rows]
    elif row < len(rows):
        cells = rows[row]
        changed = {
            "cell": [[*cells[:column], one.value, *cells[column + 1 :]]],
            "drop": [],
            "repeat": [cells, cells],
            "cut": [cells[:column]],
        }
        rows[row : row + 1] = changed[one.way]
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    file.write_text(written.getvalue(), encoding="utf-8")


def pages(register: Register) -> Iterator[str]:
    yield from (f"/observations/{name}" for name in register.numbers)
    yield from (f"/indicators/{name}" for name in register.indicators)
    yield from (f"/{kind}/{name}" for kind in ("charts", "embed") for name in register.charts)
    yield from (f"/sources/{name}" for name in register.sources)
    yield from (f"/events/{event.id}" for event in events.events(register))
