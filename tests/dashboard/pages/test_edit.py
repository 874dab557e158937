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
    assert re.search(rf'<a href="/edit/{SOURCE}">A Letter on Bees</a><span class="muted">6 left</span>', page)
    assert '<a href="/edit/honey-year">The Honey Year</a><span class="muted">all accounted for</span>' in page
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


def test_all_of_it_by_one_key_each(worked: Worked) -> None:
    path, said = f"/edit/{SOURCE}", []
    while "draft" in (page := worked.page(path)) and 'id="draft"' in page:
        told = worked.decide(path)
        said.append(told["said"])
        path = told["next"]
    assert said == [
        "4,600: Hives before winter",
        "90: Honey yield",
        "2021: Winter, and honey yield reached about 90 tonnes",
        "15%: Colonies lost over winter",
        "1979: The mite came",
        "5: Meadows cover",
    ]
    assert "<strong>6 of 6</strong> numerals accounted for, <strong>0 left</strong>" in page
    assert told["news"] == edit.DONE


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
    assert any("value must be 4600" in one["words"] and "write 4600" in one["words"] for one in found)
    assert worked.files() == before


def test_a_form_is_judged_while_it_is_filled_in_and_nothing_is_written(worked: Worked) -> None:
    before = worked.files()
    right = worked.decide(act="try")["judgments"]
    assert "The value fits what is printed" in right
    wrong = worked.decide(act="try", fields={"value": "4700"})["judgments"]
    assert 'data-field="value"' in wrong
    assert "value must be 4600" in wrong
    nowhere = worked.decide(act="try", fields={"quote": "no such words"})["judgments"]
    assert "the quote must be words of the document" in nowhere
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
