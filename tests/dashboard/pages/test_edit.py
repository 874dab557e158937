"""The place of work as an application: its pages, and what is decided there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.app import create_app
from dashboard.pages import edit
from dashboard.state.store import open_store
from tests import edits, unread
from tests.unread import SOURCE
from validation.editing.desk import Desk

HERE = "http://127.0.0.1"
Said = dict[str, Any]


class Worked:
    """The letter, opened by somebody who has the key."""

    def __init__(self, folder: Path) -> None:
        self.datasets, seeds = unread.write(folder)
        self.desk = Desk(self.datasets, seeds)
        self.store = open_store(self.datasets, seeds, draft=True)
        self.client: FlaskClient = create_app(self.store, desk=self.desk, secret="k").server.test_client()
        self.client.get("/edit?key=k", base_url=HERE)

    def page(self, path: str = f"/edit/{SOURCE}") -> str:
        answer = self.client.get(path, base_url=HERE, headers={"Accept": "text/html"})
        assert answer.status_code == 200
        return answer.text

    def form(self, path: str = f"/edit/{SOURCE}") -> Said:
        """What the form of a page sends with each decision."""
        page = self.page(path)
        form = re.search(r'<form [^>]*id="draft"[^>]*>', page)
        stamp = re.search(r'data-stamp="(\w+)"', page)
        assert form is not None
        assert stamp is not None
        return dict(re.findall(r'data-(at|kind|source|stands)="([^"]*)"', form[0])) | {"stamp": stamp[1]}

    def post(self, said: Said) -> TestResponse:
        return self.client.post("/edit", base_url=HERE, json=said, headers={"Origin": HERE})

    def decide(self, path: str = f"/edit/{SOURCE}", act: str = "accept", **said: Any) -> Said:
        answer = self.post({**self.form(path), "act": act, "fields": {}, **said})
        assert answer.status_code == 200, answer.text
        return answer.get_json()

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.datasets.iterdir()}


@pytest.fixture
def worked(tmp_path: Path) -> Worked:
    return Worked(tmp_path)


def test_documents_are_listed_with_what_is_left(worked: Worked) -> None:
    page = worked.page("/edit")
    listed = re.findall(r'<a href="/edit/([\w-]+)"[^>]*>([^<]+) <span class="muted">([^<]+)</span></a>', page)
    assert (SOURCE, "A Letter on Bees", "6 left") in listed
    assert ("honey-year", "The Honey Year", "all accounted for") in listed
    assert f'href="/edit/{SOURCE}/document"' in page
    assert "A draft: these data have" not in page, "it is said beside each document"


def test_a_collection_without_documents_says_how_to_get_one(tmp_path: Path) -> None:
    worked = Worked(tmp_path)
    for path in (tmp_path / "seeds").iterdir():
        path.unlink()
    desk = Desk(worked.datasets, tmp_path / "seeds")
    client = create_app(
        open_store(worked.datasets, tmp_path / "seeds", draft=True), desk=desk, secret="k"
    ).server.test_client()
    client.get("/edit?key=k", base_url=HERE)
    assert "stated-numbers add FILE" in client.get("/edit", base_url=HERE, headers={"Accept": "text/html"}).text


@pytest.mark.long
def test_all_of_it_by_one_key_each(worked: Worked) -> None:
    path, said = f"/edit/{SOURCE}", []
    while "draft" in (page := worked.page(path)) and 'id="draft"' in page:
        told = worked.decide(path)
        said.append(told["said"])
        path = told["next"]
    assert said == [
        "4,600: Hives before winter",
        "90: Honey yield",
        "2021: left out, dates a number or a sentence",
        "15%: Colonies lost over winter",
        "1979: The mite came",
        "5: Meadows cover",
    ]
    assert "<strong>6 of 6</strong> numerals accounted for, <strong>0 left</strong>" in page
    assert told["news"] == "", "the page says it"


@pytest.mark.long
def test_that_nothing_is_left_is_told_where_the_work_goes_on_elsewhere(worked: Worked) -> None:
    unread.forget(worked.datasets, "honey-year")
    path = f"/edit/{SOURCE}"
    while path.startswith(f"/edit/{SOURCE}"):
        told = worked.decide(path)
        path = told["next"]
    assert path.startswith("/edit/honey-year")
    assert told["news"].startswith(edit.DONE)


def test_what_was_decided_last_stands_beside_and_is_taken_back(worked: Worked) -> None:
    before = worked.files()
    first = worked.decide()
    worked.decide(first["next"])
    assert '<p class="last"><span>90: Honey yield</span>' in worked.page()
    undone = worked.post({"act": "undo"}).get_json()
    assert undone["news"] == "Taken back: 90: Honey yield"
    assert "at=106-108" in undone["next"]
    worked.post({"act": "undo"})
    assert worked.files() == before
    refused = worked.post({"act": "undo"})
    assert (refused.status_code, refused.get_json()["why"]) == (409, "nothing is left to undo")


def test_what_breaks_a_rule_is_told_with_its_field_and_not_written(worked: Worked) -> None:
    before = worked.files()
    answer = worked.post({**worked.form(), "act": "accept", "fields": {"value": "4700", "qualifier": "exact"}})
    assert answer.status_code == 409
    found = answer.get_json()["findings"]
    assert {one["field"] for one in found} == {"value", "qualifier"}
    assert any("Value must be 4600" in one["words"] and "write 4600" in one["words"] for one in found)
    assert worked.files() == before


def test_a_form_is_judged_while_it_is_filled_in_and_nothing_is_written(worked: Worked) -> None:
    before = worked.files()
    right = worked.decide(act="try")["judgments"]
    assert "The value fits what is printed" in right
    wrong = worked.decide(act="try", fields={"value": "4700"})["judgments"]
    assert 'data-field="value"' in wrong
    assert "Value must be 4600" in wrong
    nowhere = worked.decide(act="try", fields={"quote": "no such words"})["judgments"]
    assert "the quote must be words of the document" in nowhere
    assert worked.files() == before


def test_which_names_are_new_is_told_with_the_judgments(worked: Worked) -> None:
    assert worked.decide(act="try", fields={"unit_id": "hives", "area_id": "Ash Valley"})["new"] == []
    assert worked.decide(act="try", fields={"unit_id": "furlongs", "area_id": "Elm"})["new"] == ["area_id", "unit_id"]
    assert worked.decide(act="try", fields={"unit_id": "furlongs", "quote": "nowhere"})["new"] == ["unit_id"]


def facts(worked: Worked) -> Said:
    """What the form of the letter's facts sends."""
    found = re.search(r'<form [^>]*id="facts"[^>]*>', worked.page(f"/edit/{SOURCE}/document"))
    assert found is not None
    return dict(re.findall(r'data-(act|at|source|stands)="([^"]*)"', found[0]))


def source(worked: Worked) -> dict[str, str]:
    with edits.rows_of(worked.datasets, "sources") as rows:
        return dict(next(row for row in rows if row["source_id"] == SOURCE))


def test_what_is_said_of_a_document_is_changed_and_guessed_no_longer(worked: Worked) -> None:
    with edits.rows_of(worked.datasets, "sources") as rows:
        next(row for row in rows if row["source_id"] == SOURCE)["inferred"] = "title published"
    for _ in "12":  # the files are read once two looks find them alike
        worked.store.refresh()
    standing, before = source(worked), worked.files()
    page = worked.page(f"/edit/{SOURCE}/document")
    assert page.count('<span class="is-guessed">guessed</span>') == 2
    told = worked.post({**facts(worked), "fields": {"published": " 2023-05 ", "title": standing["title"]}}).get_json()
    assert told["next"] == f"/edit/{SOURCE}"
    assert told["said"] == f"About {standing['short_name']}: published"
    assert source(worked) == {**standing, "published": "2023-05", "inferred": "title"}
    after = worked.files()["sources.csv"].splitlines()
    assert sum(line not in before["sources.csv"].splitlines() for line in after) == 1
    undone = worked.post({"act": "undo"}).get_json()
    assert undone["next"] == f"/edit/{SOURCE}/document"
    assert worked.files() == before


def test_the_work_goes_on_where_it_was(worked: Worked) -> None:
    page = worked.page(f"/edit/{SOURCE}?at=106-108")
    assert f'href="/edit/{SOURCE}/document?at=106-108">About the document</a>' in page
    told = worked.post({**facts(worked), "at": "106-108", "fields": {"license": "CC0"}}).get_json()
    assert told["next"] == f"/edit/{SOURCE}?at=106-108"


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("title", "", "Title must not be empty"),
        ("published", "May 2023", "Published must be"),
        ("url", "www.example", "Address must be"),
        ("language", "English", "Language must be"),
        ("short_name", "The Honey Year", "“Short name” must tell"),
        ("author_kind", "bee", "“The author is” must be one of"),
    ],
)
def test_what_is_said_of_a_document_keeps_to_the_rules(worked: Worked, column: str, value: str, words: str) -> None:
    before = worked.files()
    answer = worked.post({**facts(worked), "fields": {column: value}})
    assert answer.status_code == 409
    found = {one["field"]: one["words"] for one in answer.get_json()["findings"]}
    assert found[column].startswith(words)
    assert worked.files() == before


def test_nobody_writes_over_what_was_said_of_a_document_meanwhile(worked: Worked) -> None:
    form = facts(worked)
    assert worked.post({**form, "fields": {"license": "CC0"}}).status_code == 200
    before = worked.files()
    refused = worked.post({**form, "fields": {"license": "CC BY"}})
    assert refused.get_json()["why"] == f"what is said of the document was changed meanwhile. {edit.AGAIN}"
    same = worked.post({**facts(worked), "fields": {"license": "CC0"}})
    assert same.get_json()["why"] == "nothing in it has changed"
    assert worked.files() == before


def test_a_document_in_another_language_is_read_anew(worked: Worked) -> None:
    assert worked.desk.register.documents[SOURCE].language == "en"
    worked.post({**facts(worked), "fields": {"language": "de"}})
    assert worked.desk.register.documents[SOURCE].language == "de"
    assert worked.store.current().register.documents[SOURCE].language == "de"
    worked.post({"act": "undo"})
    assert worked.store.current().register.documents[SOURCE].language == "en"


def test_who_has_no_key_sees_and_writes_nothing_of_it(worked: Worked) -> None:
    said = {**facts(worked), "fields": {"license": "CC0"}}
    before = worked.files()
    assert worked.client.post("/edit", base_url=HERE, json=said, headers={"Origin": "http://other"}).status_code == 403
    worked.client.delete_cookie("edit-key-80", domain="127.0.0.1")
    assert worked.client.get(f"/edit/{SOURCE}/document", base_url=HERE).status_code == 403
    assert worked.post(said).status_code == 403
    assert worked.files() == before


def test_one_may_be_another_kind(worked: Worked) -> None:
    told = worked.decide(kind="excluded", fields={"reason": "idiom"})
    assert told["said"] == "4,600: left out, a manner of speaking"
    first = f"/edit/{SOURCE}?at=25-30"
    assert 'data-stands="letter-on-bees' in worked.page(first)
    told = worked.decide(first, kind="recorded")
    assert told["said"] == "4,600: Hives before winter"
    assert b"idiom" not in worked.files()["exclusions.csv"]
    told = worked.decide(first, act="taken")
    assert told["said"] == "4,600: taken out"
    assert b"4,600" not in worked.files()["observations.csv"]


def test_two_windows_do_not_decide_twice(worked: Worked) -> None:
    other = worked.form()
    worked.decide()
    before = worked.files()
    answer = worked.post({**other, "act": "accept", "fields": {}})
    assert answer.status_code == 409
    assert answer.get_json()["why"] == f"“4,600” was decided on meanwhile: Hives before winter. {edit.AGAIN}"
    assert worked.files() == before
    worked.post({"act": "undo"})
    assert worked.post({**other, "act": "accept", "fields": {}}).status_code == 200


@pytest.mark.long
def test_what_another_hand_writes_is_kept_and_told(worked: Worked) -> None:
    form = worked.form()
    with edits.rows_of(worked.datasets, "observations") as rows:
        rows[0]["note"] = "Written by another hand."
    told = worked.post({**form, "act": "accept", "fields": {}}).get_json()
    assert told["news"] == edit.MEANWHILE
    assert b"Written by another hand." in worked.files()["observations.csv"]
    assert b"4,600 hives" in worked.files()["observations.csv"]
    assert worked.decide(told["next"])["news"] == "", "it was told"


def test_a_folder_that_cannot_be_written_is_told(worked: Worked, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", refused)
    answer = worked.post({**worked.form(), "act": "accept", "fields": {}})
    assert answer.status_code == 409
    assert answer.get_json()["why"] == f"Permission denied: {worked.datasets / 'observations.csv'}"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"act": "burn"}, "there is no such decision"),
        ({}, "there is no such decision"),
        ({"act": "accept", "source": "no-such", "at": "1-2"}, "No document is called “no-such”."),
        ({"act": "accept", "source": SOURCE, "at": "x"}, "at must be"),
        ({"act": "accept", "source": SOURCE, "at": "25-30", "kind": "no-such"}, "it can be recorded, event, excluded"),
        ({"act": "taken", "source": SOURCE, "at": "25-30"}, "nothing accounts for it"),
        ({"act": "alike", "source": SOURCE, "at": "25-30"}, "none of those listed is chosen"),
        (
            {"act": "accept", "source": SOURCE, "at": "25-30", "kind": "recorded", "fields": {"quote": "Bees"}},
            "the quote",
        ),
    ],
)
def test_what_cannot_be_decided_is_told(worked: Worked, said: Said, why: str) -> None:
    before = worked.files()
    answer = worked.post(said)
    assert answer.status_code == 409
    assert why.lower() in answer.get_json()["why"].lower()
    assert worked.files() == before


@pytest.mark.parametrize("said", ["[]", '"x"', "7", "null", "{"])
def test_whatever_is_sent_is_no_fault(worked: Worked, said: str) -> None:
    headers = {"Origin": HERE, "Content-Type": "application/json"}
    assert worked.client.post("/edit", base_url=HERE, data=said, headers=headers).status_code in (400, 409)


def test_what_the_rules_find_is_a_page_of_its_own(worked: Worked) -> None:
    assert "The rules find nothing else." in worked.page(f"/edit/{SOURCE}/findings")


def test_without_a_desk_there_is_no_such_page(tmp_path: Path) -> None:
    client = create_app(open_store(*unread.write(tmp_path), draft=True)).server.test_client()
    assert client.get("/edit", headers={"Accept": "text/html"}).status_code == 404
    assert client.post("/edit", json={}).status_code == 405
    assert "/edit" not in client.get("/", headers={"Accept": "text/html"}).text
