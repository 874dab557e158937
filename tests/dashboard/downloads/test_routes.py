"""Downloads over HTTP: names, validators, ranges, refusals, and what other sites may do with them."""

from __future__ import annotations

import dataclasses
from datetime import date
from hashlib import sha256
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.downloads import offers, routes
from dashboard.state.refusals import Unknown
from dashboard.state.selection import Selection
from dashboard.state.store import Snapshot, Store
from dashboard.web import visits
from dashboard.web.bodies import LEAST
from tests import registers
from validation.language import periods
from validation.model.citations import Visit

ADDRESSES = {
    "/download/numbers.csv": ("text/csv", "numbers.csv"),
    "/download/numbers.csv?topic=Land&q=dozen": ("text/csv", "numbers_topic-land_q-dozen.csv"),
    "/download/numbers.excel.csv": ("text/csv", "numbers.excel.csv"),
    "/download/indicators/hives.csv": ("text/csv", "hives.csv"),
    "/observations/hives-report.json": ("application/json", "hives-report.json"),
    "/observations/honey-before.json": ("application/json", "honey-before.json"),
    "/indicators/hives.json": ("application/json", "hives.json"),
    "/sources/honey-year.json": ("application/json", "honey-year.json"),
    "/charts/hives.json": ("application/json", "hives.json"),
    "/schema.json": ("application/schema+json", "schema.json"),
    "/download/derivations.csv": ("text/csv", "derivations.csv"),
    "/download/tables/observations.csv": ("text/csv", "observations.csv"),
    "/download/datapackage.zip": ("application/zip", "datapackage.zip"),
    "/download/annotations.jsonld": ("application/ld+json", "annotations.jsonld"),
    "/cite/hives-report.bib": ("application/x-bibtex", "hives-report.bib"),
    "/cite/honey-before.bib": ("application/x-bibtex", "honey-before.bib"),
    "/cite/honey-before.json": ("application/vnd.citationstyles.csl+json", "honey-before.json"),
    "/cite/hives-report.json": ("application/vnd.citationstyles.csl+json", "hives-report.json"),
    "/cite/collection.bib": ("application/x-bibtex", "collection.bib"),
    "/cite/collection.json": ("application/vnd.citationstyles.csl+json", "collection.json"),
}
every = pytest.mark.parametrize("address", ADDRESSES)


def test_every_kind_of_file_is_looked_at() -> None:
    asked = {address.partition("?")[0] for address in ADDRESSES}
    assert [file.rule for file in routes.FILES if not any(file.name(address) is not None for address in asked)] == []


def test_every_address_there_is_answers_with_the_file_that_is_made(client: FlaskClient, data: Snapshot) -> None:
    there = list(routes.addresses(data))
    assert len(there) == len(set(there))
    assert {address for address in ADDRESSES if "?" not in address} <= set(there)
    visit = Visit("http://localhost", periods.read(date.today().isoformat()))
    for address in there:
        answer, body = client.get(address), routes.made(data, address, visit)
        assert (answer.status_code, answer.data) == (200, body.data), address
        assert answer.content_type == body.content_type


def test_each_thing_has_a_file_beside_its_page(data: Snapshot) -> None:
    there, register = set(routes.addresses(data)), data.register
    things = {"observations": register.numbers, "indicators": register.indicators, "charts": register.charts}
    for folder, names in {**things, "sources": register.sources}.items():
        assert {f"/{folder}/{name}.json" for name in names} <= there
    assert {f"/cite/{name}.{form}" for name in register.numbers for form in ("bib", "json")} <= there


def test_a_file_read_nowhere_says_no_day(data: Snapshot) -> None:
    assert b"urldate" not in routes.made(data, "/cite/hives-report.bib").data


@pytest.mark.parametrize("address", ["/download/observations.csv", "/observations/a/b.json", "/", "/schema.jsonx"])
def test_no_other_address_is_made(data: Snapshot, address: str) -> None:
    with pytest.raises(Unknown):
        routes.made(data, address)


def test_the_file_goes_before_the_page_of_such_a_name(data: Snapshot) -> None:
    client = create_app(Store(lambda: data)).server.test_client()
    assert client.get("/observations/hives-report").mimetype == "text/html"
    assert client.get("/observations/hives-report.json").mimetype == "application/json"


@pytest.mark.parametrize(
    ("folder", "name"), [("observations", "hives-report"), ("indicators", "hives"), ("indicators", "é\r\n")]
)
def test_what_lay_among_the_downloads_is_found_beside_its_page(client: FlaskClient, folder: str, name: str) -> None:
    moved = client.get(f"/download/{folder}/{quote(name)}.json?x=1")
    assert (moved.status_code, moved.headers["Location"]) == (308, f"/{folder}/{quote(name)}.json?x=1")


@pytest.mark.parametrize("kind", ["csv", "excel.csv"])
def test_what_was_called_otherwise_is_found_under_its_name_with_the_query_kept(client: FlaskClient, kind: str) -> None:
    asked = f"/download/observations.{kind}?topic=Land&q=%C3%BC+a"
    moved = client.get(asked)
    assert (moved.status_code, moved.headers["Location"]) == (308, f"/download/numbers.{kind}?topic=Land&q=%C3%BC+a")
    assert client.get(asked, follow_redirects=True).data == client.get(asked.replace("observations", "numbers")).data


@every
def test_a_file_has_a_type_a_name_and_may_be_used_anywhere(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    mimetype, name = ADDRESSES[address]
    assert response.mimetype == mimetype
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@every
def test_the_etag_is_the_content_s_and_spares_a_second_download(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    assert response.get_etag() == (sha256(response.data).hexdigest()[:32], False)
    again = client.get(address, headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", response.headers["ETag"])
    assert client.get(address, headers={"If-None-Match": '"another"'}).data == response.data


@every
@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
def test_what_is_compressed_on_its_way_is_spared_too(client: FlaskClient, address: str, encoding: str) -> None:
    response = client.get(address, headers={"Accept-Encoding": encoding})
    ending = f"-{encoding}" if response.headers.get("Content-Encoding") else ""
    assert response.get_etag() == (f"{client.get(address).get_etag()[0]}{ending}", False)
    asked = {"Accept-Encoding": encoding, "If-None-Match": response.headers["ETag"]}
    assert client.get(address, headers=asked).status_code == 304


@every
def test_head_is_get_without_a_body(client: FlaskClient, address: str) -> None:
    whole, head = client.get(address), client.head(address)
    assert (head.status_code, head.data) == (200, b"")
    for name in ("ETag", "Content-Length", "Content-Type", "Content-Disposition"):
        assert head.headers[name] == whole.headers[name]


@every
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_a_part_is_a_part_of_the_whole(client: FlaskClient, address: str, encoding: str) -> None:
    whole = client.get(address).data
    response = client.get(address, headers={"Range": "bytes=7-23", "Accept-Encoding": encoding})
    if address.endswith(".zip") or len(whole) < LEAST:
        assert (response.status_code, response.data) == (206, whole[7:24])
        assert response.headers["Content-Range"] == f"bytes 7-23/{len(whole)}"
        assert "Content-Encoding" not in response.headers
    else:
        assert (response.status_code, response.headers.get("Accept-Ranges")) == (200, None)
        assert response.headers.get("Content-Encoding", "identity") == encoding


def test_a_part_beyond_the_end_is_refused(client: FlaskClient) -> None:
    response = client.get("/download/datapackage.zip", headers={"Range": "bytes=99999999-"})
    assert response.status_code == 416


def test_a_part_of_another_version_is_not_mixed_in(client: FlaskClient) -> None:
    response = client.get("/download/datapackage.zip", headers={"Range": "bytes=0-3", "If-Range": '"another"'})
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/download/numbers.csv?topic=x", 400, "There is: Colonies, Honey, Keepers, Land"),
        ("/download/numbers.csv?sort=x", 400, "sort must be one of those below"),
        ("/download/numbers.csv?indicater=hives", 400, "Nearest: indicator"),
        ("/download/numbers.excel.csv?area=x", 400, "There is: ash-valley"),
        ("/download/numbers.csv?topic=%FF", 400, "topic must be one of those below"),
        ("/download/indicators/hive.csv", 404, "Nearest: hives"),
        ("/download/observations/x.json", 404, "hives-report"),
        ("/observations/hives-reprot.json", 404, "Nearest: hives-report"),
        ("/indicators/hive.json", 404, "Nearest: hives"),
        ("/sources/x.json", 404, "There is: honey-year, letter-on-bees"),
        ("/charts/hive.json", 404, "Nearest: hives"),
        ("/download/tables/unit.csv", 404, "Nearest: units.csv"),
        ("/download/tables/../sources.csv", 404, "No "),
        ("/download/number.csv", 404, "Nearest: /download/numbers.csv"),
        ("/download/", 404, "/download”"),
        ("/cite/x.bib", 404, "hives-report"),
        ("/cite/honey-befor.json", 404, "Nearest: honey-before"),
        ("/cite/hives-report.ris", 404, "hives-report.bib"),
    ],
)
def test_a_refusal_says_what_there_is(client: FlaskClient, address: str, status: int, says: str) -> None:
    response = client.get(address, follow_redirects=True)
    assert response.status_code == status
    assert says in response.text


def test_a_program_elsewhere_can_read_a_refusal(client: FlaskClient) -> None:
    for address in ("/download/x", "/cite/x", "/download/numbers.csv?topic=x"):
        assert client.get(address).headers["Access-Control-Allow-Origin"] == "*"


def test_a_person_gets_links_to_what_there_is(client: FlaskClient) -> None:
    text = client.get("/download/tables/unit.csv", headers={"Accept": "text/html"}).text
    assert 'href="/download/tables/units.csv"' in text


def test_a_name_in_another_script_reaches_all(client: FlaskClient) -> None:
    header = client.get("/download/numbers.csv?q=%C3%9Cber%C3%A8").headers["Content-Disposition"]
    assert header == "attachment; filename=\"numbers_q-ubere.csv\"; filename*=UTF-8''numbers_q-%C3%BCber%C3%A8.csv"


def test_nothing_is_written(client: FlaskClient) -> None:
    assert client.post("/download/datapackage.zip").status_code == 405


def test_files_are_those_of_the_data_now(data: Snapshot, real: Snapshot) -> None:
    store = Store(lambda: dataclasses.replace(data))
    client = create_app(store, shown=()).server.test_client()
    assert client.get("/download/numbers.csv").data == offers.numbers(data, Selection()).data
    store.put(real)
    assert client.get("/download/numbers.csv").data == offers.numbers(real, Selection()).data


def test_whole_files_are_made_once_and_selections_are_not_kept(data: Snapshot) -> None:
    fresh = dataclasses.replace(data)
    client = create_app(Store(lambda: fresh), shown=()).server.test_client()
    addresses = ["/download/datapackage.zip", "/download/numbers.csv", "/download/numbers.csv?topic=Land"]
    for address in addresses:
        client.get(address)
    made = dict(fresh._made)
    assert {(offers.package,), (offers.numbers, Selection())} <= made.keys()
    for address in addresses:
        client.get(address)
    assert {key for key in fresh._made if fresh._made[key] is not made.get(key)} == set()


def test_of_many_files_the_last_are_kept(data: Snapshot) -> None:
    fresh = dataclasses.replace(data)
    first = routes.made(fresh, "/indicators/hives.json")
    assert routes.made(fresh, "/indicators/hives.json") is first
    assert (offers.indicator, "hives") not in fresh._made


def test_a_citation_says_where_and_when_it_was_read(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in (26, 27):
        monkeypatch.setattr(visits, "today", lambda day=day: date(2026, 11, day))
        text = client.get("/cite/hives-report.bib", base_url="https://bees.example/valley").text
        assert "url = {https://bees.example/valley/observations/hives-report}" in text
        assert f"urldate = {{2026-11-{day}}}" in text
        (whole, *_) = client.get("/cite/collection.json", base_url="http://127.0.0.1:8050").get_json(force=True)
        assert (whole["URL"], whole["accessed"]) == ("http://127.0.0.1:8050", {"date-parts": [[2026, 11, day]]})


def test_a_calculated_number_is_cited_at_its_page(client: FlaskClient) -> None:
    whole, source = client.get("/cite/honey-before.json").get_json(force=True)
    assert (whole["id"], whole["title"]) == ("honey-before", "Bees of the Ash Valley")
    assert whole["URL"].endswith("/observations/honey-before")
    assert whole["note"].startswith("Calculated, not stated by a source: ")
    assert (source["title"], source["note"].count("States ")) == ("The Honey Year", 2)


def test_a_collection_with_a_home_is_cited_there(data: Snapshot) -> None:
    home = Snapshot(registers.described(data.register, {"homepage": "https://bees.example/"}))
    client = create_app(Store(lambda: home), shown=()).server.test_client()
    assert "{https://bees.example/observations/hives-report}" in client.get("/cite/hives-report.bib").text


def test_citations_are_not_kept(data: Snapshot) -> None:
    fresh = dataclasses.replace(data)
    client = create_app(Store(lambda: fresh), shown=()).server.test_client()
    dated = [file for file in routes.FILES if file.dated]
    assert dated
    for file in dated:
        assert client.get(file.rule.replace(routes.NAME, "hives-report")).status_code == 200
    kept = [*fresh._made, *fresh.kept._things]
    assert [file.rule for file in dated if any(file.make in key for key in kept if isinstance(key, tuple))] == []


def test_files_do_not_say_where_and_when_they_were_read(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    package = client.get("/download/datapackage.zip").data
    monkeypatch.setattr(visits, "today", lambda: date(2031, 1, 1))
    assert client.get("/download/datapackage.zip", base_url="https://bees.example").data == package
    assert not [said for said in (b"2031", b"http://localhost", date.today().isoformat().encode()) if said in package]
