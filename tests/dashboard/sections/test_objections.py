"""What is disputed."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.sections import objections
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits
from validation.vocabulary import ACCOUNTS, CONFLICT, DOUBT, SCOPE


@pytest.fixture
def data(tmp_path: Path) -> Snapshot:
    """The bees with a doubt about hives, a lesser word on them, and an erratum."""
    datasets, seeds = collection.write(tmp_path)
    pair = {"left_id": "hives-letter", "right_id": "hives-report"}
    with edits.rows_of(datasets, "conflicts") as rows:
        rows += [
            {"conflict_id": "hives-1", "verdict": SCOPE, "explanation": "Counted twice."} | pair,
            {"conflict_id": "hives-2", "verdict": DOUBT, "explanation": "Far apart."} | pair,
        ]
    with edits.rows_of(datasets, "errata") as rows:
        rows.append({"target_id": "first-mite-letter", "stated": "1979", "correct": "1977", "reason": "As told."})
    return load(datasets, seeds)


def test_each_conflict_is_one_of_both_accounts(data: Snapshot) -> None:
    one, other = (objections.of(data.register, name) for name in ("hives-letter", "hives-report"))
    assert [(objection.verdict, objection.other_id) for objection in one] == [
        (SCOPE, "hives-report"),
        (DOUBT, "hives-report"),
    ]
    assert [objection.other_id for objection in other] == ["hives-letter", "hives-letter"]
    assert objections.of(data.register, "honey-report") == []


def test_an_erratum_is_called_one_and_comes_first(data: Snapshot) -> None:
    found = objections.of(data.register, "first-mite-letter")
    assert [objection.words for objection in found] == ["Erratum: “1979”, right is 1977", ACCOUNTS[CONFLICT].words]
    assert found[0].explanation == "As told."


def test_an_objection_is_a_sign_with_words_or_a_notice(data: Snapshot) -> None:
    objection = objections.of(data.register, "hives-letter")[1]
    assert 'class="verdict verdict-tilde" title="Far apart."' in html_text(objection.tag)
    assert "<strong>May agree.</strong> Far apart." in html_text(objection.callout)


def test_an_error_is_red_and_no_verdict(data: Snapshot) -> None:
    error = objections.of(data.register, "first-mite-letter")[0]
    assert 'class="tag tag-error" title="As told."' in html_text(error.tag)
    assert 'class="callout callout-error"' in html_text(error.callout)


def test_other_words_of_a_passage_that_are_wrong_are_no_error_of_its_date(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "errata") as rows:
        rows.append({"target_id": "first-mite-letter", "stated": "mite", "correct": "moth", "reason": "A slip."})
    error = objections.of(load(datasets, seeds).register, "first-mite-letter")[0]
    assert (error.kind, error.words) == ("note", "Other words are wrong: “mite”, right is moth")


def test_what_two_accounts_share_is_told_once(data: Snapshot) -> None:
    both = [one for name in ("hives-letter", "hives-report") for one in objections.of(data.register, name)]
    assert [one.explanation for one in objections.between(both)] == ["Counted twice.", "Far apart."]
