"""What stands behind a draft: those of its form, judgments, what the rules find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.sections.editing import after, places
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.unread import SOURCE
from validation.editing.judging import BROKEN, HOLDS, OPEN, Judgment
from validation.model.drafting.drafts import ways

TEXT = "Sales in Q4 2019 rose. Those of Q4 2020 fell. In Q4 2021 they stood, and 4,600 hives were sold.\n"


@pytest.fixture
def sales(bees: Snapshot) -> Snapshot:
    """A letter with the same period over and over."""
    letter = replace(bees.register.documents[SOURCE], text=TEXT, body_end=len(TEXT))
    return replace(bees, register=replace(bees.register, documents={**bees.register.documents, SOURCE: letter}))


def alike(data: Snapshot, words: str) -> str:
    start = data.register.documents[SOURCE].body.index(words)
    place = places.find(data.register, SOURCE, f"{start}-{start + len(words)}")
    return html_text(after.alike(data.register, place, ways(data.register, SOURCE, place.start, place.end)))


def test_those_of_one_form_are_listed_before_they_are_left_out(sales: Snapshot) -> None:
    shown = alike(sales, "Q4 2020")
    assert "<summary>3 of the form Q# ####: dates a number or a sentence</summary>" in shown
    assert [year for year in ("2019", "2020", "2021") if f"<mark>Q4 {year}</mark>" in shown] == ["2019", "2020", "2021"]
    assert "Leave out all 3<kbd>F</kbd>" in shown
    assert 'data-decide="alike" data-key="f"' in shown


def test_only_what_is_drafted_to_be_left_out_is_left_out_at_once(sales: Snapshot, bees: Snapshot) -> None:
    assert alike(sales, "4,600") == ""
    assert alike(bees, "2021") == "", "drafted as an event"


def test_so_many_are_taken_together(sales: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(after, "TOGETHER", 2)
    shown = alike(sales, "Q4 2020")
    assert "Leave out all 2" in shown
    assert "<mark>Q4 2019</mark>" not in shown


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


def test_errors_are_named_by_their_places(bees: Snapshot) -> None:
    tables = dict(bees.register.tables)
    wrong = tables["observations"].cells.assign(value="7")
    tables["observations"] = replace(tables["observations"], cells=wrong)
    shown = html_text(after.found(replace(bees, register=replace(bees.register, tables=tables))))
    assert "To be mended" in shown
    assert "<code>observations.csv:" in shown
    assert shown.count("<li>") == after.SHOWN
    assert 'href="/validation#findings"' in shown
