"""What follows an article in its document is never shown: on no page, in no download."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.state.store import Snapshot, Store, load
from dashboard.state.views import View
from dashboard.web.site import Site
from tests import collection, edits
from tests.dashboard.pages.shown import figures

PHRASE = 4
"""So many words in a row that stand in no article are a tail's own."""


@pytest.fixture(params=["bees", "real"])
def data(request: pytest.FixtureRequest, tmp_path: Path, root: Path) -> Snapshot:
    if request.param == "bees":
        datasets, seeds = collection.write(tmp_path)
        with edits.rows_of(datasets, "errata") as rows:
            rows.append(
                {"target_id": "first-mite-letter", "stated": "1979", "correct": "1977", "reason": "The archive."}
            )
        return load(datasets, seeds)
    return load(root / "datasets", request.getfixturevalue("seeds"))


def phrases(text: str) -> set[str]:
    words = re.findall(r"\w+", text)
    return {" ".join(words[i : i + PHRASE]) for i in range(len(words) - PHRASE + 1)}


def tails(data: Snapshot) -> set[str]:
    """The phrases that only stand behind the end of an article."""
    documents = data.register.documents.values()
    behind = [phrases(document.text[document.body_end :]) for document in documents]
    return set().union(*behind).difference(*(phrases(document.body) for document in documents))


def addresses(data: Snapshot, site: Site) -> Iterator[str]:
    """Every page that shows a document or what stands in it."""
    yield from site.paths(data)
    for path, table, key in [
        ("/sources/{}", "sources", "source_id"),
        ("/events/{}", "events", "event_id"),
        ("/observations/{}", "observations", "observation_id"),
    ]:
        yield from (path.format(id) for id in data.register[table][key])


def text(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.text


def downloads(client: FlaskClient, data: Snapshot) -> Iterator[tuple[str, str]]:
    """The name and the text of every file."""
    tables = [f"/download/tables/{name}.csv" for name in data.register.tables]
    for path in ("/download/numbers.csv", "/download/annotations.jsonld", *tables):
        yield path, text(client, path)
    with zipfile.ZipFile(io.BytesIO(client.get("/download/datapackage.zip").data)) as package:
        yield from ((name, package.read(name).decode()) for name in package.namelist())


@pytest.mark.long
def test_nothing_behind_an_article_is_shown_or_downloaded(data: Snapshot) -> None:
    app = create_app(Store(lambda: data))
    never = tails(data)
    assert never, "no document has a tail, so nothing was tried"
    client = app.server.test_client()
    pages = {path: text(client, path) for path in addresses(data, app.site)}
    drawn = {address for page in pages.values() for address in figures(page, View())}
    assert drawn
    texts = [*pages.items(), *((address, text(client, address)) for address in drawn), *downloads(client, data)]
    # Names alone: a tail may be abuse, and isn't repeated in a report either.
    assert [name for name, said in texts if not never.isdisjoint(phrases(re.sub("<[^>]*>", "", said)))] == []


def test_a_tail_would_be_seen(tmp_path: Path) -> None:
    data = load(*collection.write(tmp_path))
    assert not tails(data).isdisjoint(phrases(collection.REPORT))
