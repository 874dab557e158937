"""What stands behind a draft: those of its form, judgments, what the rules find."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.sections.editing import after, places
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection
from tests.registers import with_cells
from tests.unread import SOURCE
from validation.editing.judging import BROKEN, HOLDS, OPEN, Judgment
from validation.model.drafting.drafts import ways
from validation.vocabulary import EXCLUDED

TEXT = "Sales in Q4 2019 rose. Those of Q4 2020 fell. In Q4 2021 they stood, and 4,600 hives were sold.\n"


def lettered(data: Snapshot, text: str) -> Snapshot:
    """A register whose letter says something else."""
    letter = replace(data.register.documents[SOURCE], text=text, body_end=len(text))
    return replace(data, register=replace(data.register, documents={**data.register.documents, SOURCE: letter}))


@pytest.fixture
def sales(bees: Snapshot) -> Snapshot:
    """A letter with the same period over and over."""
    return lettered(bees, TEXT)


@pytest.fixture
def marked(bees: Snapshot) -> Snapshot:
    """A letter with notes."""
    return lettered(bees, "Bees swarm. [1] They rest. [2] They leave. [13] In 2021 they came back.\n")


def alike(data: Snapshot, words: str) -> str:
    start = data.register.documents[SOURCE].body.index(words)
    place = places.find(data.register, SOURCE, f"{start}-{start + len(words)}")
    shown = ways(data.register, SOURCE, place.start, place.end)[EXCLUDED]
    return html_text(after.alike(data.register, place, shown))


def listed(shown: str) -> list[tuple[str, bool]]:
    """The numerals with whether they are chosen."""
    found = re.findall(r"<input([^>]*)>.*?<mark>(.*?)</mark>", shown)
    return [(text, "checked" in box) for box, text in found]


def test_those_of_one_form_are_listed_before_they_are_left_out(sales: Snapshot) -> None:
    shown = alike(sales, "Q4 2020")
    assert "<summary>3 together: the form “Q# ####”</summary>" in shown
    assert listed(shown) == [("Q4 2020", True), ("Q4 2021", True), ("Q4 2019", True)], "from the place on"
    assert "Leave out those chosen<kbd>F</kbd>" in shown
    assert 'data-decide="alike" data-key="f"' in shown


def test_what_is_surely_left_out_for_one_reason_is_taken_together_whatever_its_form(marked: Snapshot) -> None:
    shown = alike(marked, "[1]")
    assert "<summary>3 together: the number of a list, a note or a page</summary>" in shown
    assert listed(shown) == [("1", True), ("2", True), ("13", True)]


def test_what_may_be_a_number_is_listed_and_not_chosen(bees: Snapshot) -> None:
    told = lettered(bees, "She counted two hives and a swarm. The two hives were sold.\n")
    assert listed(alike(told, "two")) == [("two", False), ("two", True)]


def test_one_alone_is_not_listed(sales: Snapshot) -> None:
    assert alike(sales, "4,600") == ""


def test_so_many_are_taken_together(sales: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(after, "TOGETHER", 2)
    assert listed(alike(sales, "Q4 2020")) == [("Q4 2020", True), ("Q4 2021", True)]


def test_judgments_have_a_sign_and_the_field_they_are_about() -> None:
    found = [Judgment(HOLDS, "Yes"), Judgment(BROKEN, "No", "value"), Judgment(OPEN, "So")]
    shown = html_text(after.judgments(found))
    assert [shape for shape in ("tick", "cross", "empty") if f"shape-{shape}" in shown] == ["tick", "cross", "empty"]
    assert shown.count("data-field") == 1
    assert 'data-field="value"' in shown


def test_what_the_rules_find_is_shown_once_somebody_pauses(bees: Snapshot, at: Callable[..., tuple]) -> None:
    waiting = html_text(after.findings(at("90")[0]))
    assert f'data-later="/edit/{SOURCE}/findings"' in waiting
    assert f'href="/edit/{SOURCE}/findings"' in waiting
    assert "The rules find nothing else." in html_text(after.found(bees)), "what is merely left is no fault"


def test_where_nothing_is_to_be_mended_and_nothing_left_the_register_is_valid(tmp_path: Path) -> None:
    assert "The register is valid." in html_text(after.found(load(*collection.write(tmp_path))))


def test_errors_are_named_by_their_places(bees: Snapshot) -> None:
    tables = dict(bees.register.tables)
    tables["observations"] = with_cells(tables["observations"], value="7")
    shown = html_text(after.found(replace(bees, register=replace(bees.register, tables=tables))))
    assert "To be mended" in shown
    assert "<code>observations.csv:" in shown
    assert shown.count("<li>") == after.SHOWN
    assert 'href="/validation#findings"' in shown
