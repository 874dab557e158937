"""Releases on the site: each as it was, with what is said of it now; retired ids lead to them."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.state.store import Store, load, open_store
from dashboard.web import releases
from tests import edits, released
from tests.dashboard.pages.shown import text

BROWSER = {"Accept": "text/html"}
FIRST = "/releases/1.0.0"


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return released.write(tmp_path_factory.mktemp("released"))


@pytest.fixture(scope="module")
def client(folders: tuple[Path, Path]) -> FlaskClient:
    client = create_app(open_store(*folders), prefix="/bees").server.test_client()
    client.environ_base["HTTP_ACCEPT"] = "text/html"
    return client


def page(client: FlaskClient, path: str) -> str:
    answer = client.get(f"/bees{path}")
    assert answer.status_code == 200, answer.text
    return answer.text


def said(client: FlaskClient, path: str) -> str:
    """What stands above a page."""
    html = page(client, path)
    return text(html[html.index('id="notices"') : html.index("<main")].partition(">")[2])


def test_a_release_shows_what_it_had(client: FlaskClient) -> None:
    assert "3,900 hives" in page(client, f"{FIRST}/observations/{released.CHANGED}")
    assert "3,950 hives" in page(client, f"/observations/{released.CHANGED}")


@pytest.mark.parametrize(
    ("id", "words"),
    [
        (released.STANDS, "It still stands. As it is now"),
        (released.CHANGED, "It was changed since: value 3,900 hives → 3,950 hives. As it is now"),
        (released.MOVED, "It was changed since: value 7,800 hives → 7,900 hives. As it is now"),
        (released.RENAMED, "It is called colonies-lost-report now. It still stands. As it is now"),
        (released.WITHDRAWN, "It was withdrawn since: Nobody counted them. What changed"),
    ],
)
def test_a_number_says_whether_it_stands(client: FlaskClient, id: str, words: str) -> None:
    assert said(client, f"{FIRST}/observations/{id}") == f"Release 1.0.0, January 10, 2026, as it was. {words}"


def test_other_pages_say_how_many_changed(client: FlaskClient) -> None:
    for path in ("", "/data", "/compare"):
        assert "Of its 18 numbers 2 changed and 1 was withdrawn since." in said(client, FIRST + path)
    assert said(client, "/releases/2.0.0/data").endswith("All of its numbers still stand. As it is now")
    assert said(client, "/data") == ""


def test_the_links_of_a_release_stay_in_it(client: FlaskClient) -> None:
    html = page(client, f"{FIRST}/observations/{released.CHANGED}")
    assert f'href="/bees{FIRST}/data"' in html
    assert f'href="/bees/observations/{released.CHANGED}"' in html, "but for the way back"
    assert 'href="/bees/changes"' in html
    assert f'data-root="/bees{FIRST}"' in html
    assert "now:" not in html


def test_a_citation_names_the_release_and_its_address(client: FlaskClient) -> None:
    first, now = (client.get(f"/bees{path}/cite/{released.CHANGED}.bib").text for path in (FIRST, ""))
    assert "version = {1.0.0 (data " in first
    assert f"http://localhost/bees{FIRST}/observations/{released.CHANGED}" in first
    assert "version = {2.0.0 (data " in now
    assert f"http://localhost/bees/releases/2.0.0/observations/{released.CHANGED}" in now


def test_data_that_were_changed_since_are_cited_by_what_they_are(tmp_path: Path) -> None:
    datasets, seeds = released.first(tmp_path)
    edits.set_cell(datasets, "observations", released.STANDS, "note", "Seen.")
    cited = create_app(Store(lambda: load(datasets, seeds))).server.test_client().get("/cite/honey-report.bib").text
    assert "changed since version 1.0.0" in cited
    assert "http://localhost/observations/honey-report" in cited


def test_the_package_of_a_release_is_its_file(client: FlaskClient, folders: tuple[Path, Path]) -> None:
    data = client.get(f"/bees{FIRST}/datapackage.zip").data
    assert data == (folders[0] / "releases" / "1.0.0.zip").read_bytes()
    assert client.get(f"/bees{FIRST}/download/datapackage.zip").data == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "verify.py" in archive.namelist()


def test_a_frame_shows_a_release(client: FlaskClient) -> None:
    answer = client.get("/bees/embed/hives?release=1.0.0&x=1")
    assert (answer.status_code, answer.location) == (308, f"/bees{FIRST}/embed/hives?x=1")
    framed = client.get(f"/bees{FIRST}/embed/hives")
    assert framed.status_code == 200
    assert "frame-ancestors *" in framed.headers["Content-Security-Policy"]


def test_what_is_of_all_releases_is_of_none(client: FlaskClient) -> None:
    assert client.get("/bees/releases").location == "/bees/changes"
    assert client.get(f"/bees{FIRST}/changes").location == "/bees/changes"
    assert client.get(f"/bees{FIRST}/changes.atom").location == "/bees/changes.atom"


@pytest.mark.parametrize("name", ["9.0.0", "x", "1.0"])
def test_a_release_that_there_is_not_names_those_that_there_are(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/bees/releases/{name}/observations/x")
    assert answer.status_code == 404
    assert "/bees/releases/2.0.0" in answer.text


@pytest.mark.parametrize("path", ["/observations/{}", "/cite/{}.bib", "/observations/{}.json", "/observations/{}?x=1"])
def test_a_renamed_number_is_found_by_its_old_name(client: FlaskClient, path: str) -> None:
    answer = client.get("/bees" + path.format(released.RENAMED))
    assert (answer.status_code, answer.location) == (301, "/bees" + path.format(released.NOW))


def test_a_withdrawn_number_is_shown_as_it_was_last(client: FlaskClient) -> None:
    assert "It was withdrawn since: Nobody counted them." in said(client, f"/observations/{released.WITHDRAWN}")
    assert f'data-root="/bees{FIRST}"' in page(client, f"/observations/{released.WITHDRAWN}")
    assert client.get(f"/bees/cite/{released.WITHDRAWN}.bib").status_code == 200


def test_a_name_that_another_kind_of_thing_keeps_is_its(tmp_path: Path) -> None:
    """A chart and an indicator share a name; the chart gets another."""
    datasets, seeds = released.first(tmp_path)
    for table in ("charts", "indicators"):
        with edits.rows_of(datasets, table) as rows:
            for row in rows:
                row["chart_id"] = "winter-losses" if row["chart_id"] == "losses" else row["chart_id"]
    with edits.rows_of(datasets, "retired") as rows:
        rows.append({"id": "losses", "replaced_by": "winter-losses", "version": "1.1.0", "reason": "Clearer."})
    client = create_app(Store(lambda: load(datasets, seeds))).server.test_client()
    for path in ("/charts/losses", "/embed/losses", "/charts/losses.json"):
        answer = client.get(path)
        assert (answer.status_code, answer.location) == (301, path.replace("losses", "winter-losses"))
    assert client.get("/indicators/losses").status_code == 200
    assert client.get("/indicators/losses.json").status_code == 200
    assert client.get("/observations/losses").status_code == 404
    [stamp] = re.findall('data-stamp="(.+?)"', client.get("/").text)
    assert client.get(f"/figures/{stamp}/light-1260/full/indicator/losses.json").status_code == 200


def test_a_page_that_a_release_has_not_does_not_say_that_it_stands(client: FlaskClient) -> None:
    answer = client.get(f"/bees/releases/2.0.0/observations/{released.RENAMED}")
    assert answer.status_code == 404
    assert "It still stands" not in answer.text


def test_a_chart_says_how_many_of_its_own_numbers_changed(client: FlaskClient) -> None:
    assert "Of its 4 numbers 2 changed since." in said(client, f"{FIRST}/charts/hives")
    assert "All of its numbers still stand." in said(client, f"{FIRST}/charts/honey")


def test_what_is_said_for_search_engines_is_of_the_data_that_are_shown(tmp_path: Path) -> None:
    datasets, seeds = released.first(tmp_path)
    edits.set_cell(datasets, "observations", released.STANDS, "note", "Seen.")
    client = create_app(Store(lambda: load(datasets, seeds))).server.test_client()
    assert '"version":"1.0.0"' not in client.get("/").text.replace(": ", ":")
    assert '"version":"1.0.0"' in client.get(FIRST).text.replace(": ", ":")


def test_an_id_that_never_was_is_unknown(client: FlaskClient) -> None:
    assert client.get("/bees/observations/nothing").status_code == 404


def test_a_release_that_is_damaged_is_told(tmp_path: Path) -> None:
    datasets, seeds = released.first(tmp_path)
    client = create_app(Store(lambda: load(datasets, seeds))).server.test_client()
    (datasets / "releases" / "1.0.0.zip").write_bytes(b"x")
    answer = client.get(FIRST, headers=BROWSER)
    assert answer.status_code == 503
    assert "must be a zip that can be read" in answer.text
    assert client.get("/changes", headers=BROWSER).status_code == 200


def test_no_more_releases_are_kept_than_are_asked_for_again(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(releases, "KEPT", 1)
    made: list[Store] = []

    def build(store: Store) -> releases.Dashboard:
        made.append(store)
        return create_app(store)

    every = releases.Releases(Store(lambda: load(*folders)), build)
    versions = [*load(*folders).register.releases]
    assert made == []
    for version in (versions[0], versions[0], versions[1], versions[0]):
        every.of(version)
    assert len(made) == 3


def test_a_release_is_held_against_the_data_now(tmp_path: Path) -> None:
    datasets, seeds = released.first(tmp_path)
    store = Store(lambda: load(datasets, seeds))
    client = create_app(store).server.test_client()
    client.environ_base["HTTP_ACCEPT"] = "text/html"
    path = f"{FIRST}/observations/{released.CHANGED}"
    before = client.get(path)
    assert "It still stands." in before.text
    released.corrected(datasets)
    store.put(load(datasets, seeds))
    after = client.get(path, headers={"If-None-Match": before.headers["ETag"]})
    assert "It was changed since: value 3,900 hives" in after.text
