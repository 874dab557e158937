"""What is stated more than once, how its accounts go together, and how that is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.sections import comparisons
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits, others
from tests.dashboard.pages.conftest import write_checked
from tests.dashboard.pages.shown import links, text
from validation import vocabulary


@pytest.fixture(scope="module")
def extremes(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return load(*others.write(tmp_path_factory.mktemp("others")))


def found(data: Snapshot, name: str) -> comparisons.Comparison:
    (one,) = comparisons.with_any(data, [name])
    return one


def shown(data: Snapshot, name: str) -> str:
    return html_text(comparisons.shown(data, found(data, name)))


def test_the_gravest_come_first(data: Snapshot) -> None:
    everything = comparisons.all_of(data)
    verdicts = [one.verdict for one in everything]
    assert verdicts == sorted(verdicts, key=comparisons.ORDER.index)
    assert {one.id for one in everything if one.verdict in vocabulary.AT_ODDS} >= {"hives-letter", "first-mite"}


def test_accounts_of_one_quantity_have_a_scale(data: Snapshot) -> None:
    one = found(data, "hives-report")
    assert (one.title, one.about) == ("Hives before winter: how many?", "Colonies · Ash Valley · 2021")
    assert (one.verdict, one.drawn) == (vocabulary.DOUBT, True)
    assert one.gap is not None
    assert [number.id for number in one.gap] == ["hives-report", "hives-letter"]
    assert list(one.reasons) == [(vocabulary.DOUBT, "About 4,600 is far above 4,000.")]


def test_accounts_nothing_is_said_of_agree(data: Snapshot) -> None:
    one = found(data, "losses-letter")
    assert (one.verdict, one.reasons, one.gap) == (vocabulary.AGREE, {}, None)


def test_accounts_that_cannot_meet_contradict_before_anybody_says_so(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    edits.set_cell(datasets, "observations", "losses-letter", "qualifier", "at-least")
    assert found(load(datasets, seeds), "losses-letter").verdict == vocabulary.CONFLICT


def test_what_is_said_of_a_clash_goes_before_it(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    edits.set_cell(datasets, "observations", "losses-letter", "qualifier", "at-least")
    with edits.rows_of(datasets, "conflicts") as rows:
        ids = {"conflict_id": "losses", "left_id": "losses-letter", "right_id": "losses-report"}
        rows.append(ids | {"verdict": "doubt", "explanation": "Counted by others."})
    assert found(load(datasets, seeds), "losses-letter").verdict == vocabulary.DOUBT


def test_datings_stand_side_by_side(data: Snapshot) -> None:
    one = found(data, "first-mite-report")
    assert (one.title, one.href, one.drawn) == ("The first mite is found: when?", "/events/first-mite", False)
    assert [account.id for account in one.accounts] == ["first-mite-letter", "first-mite-report"]


def test_a_number_alone_is_compared_with_nothing(data: Snapshot) -> None:
    assert comparisons.with_any(data, ["founders-1888"]) == []


def test_a_comparison_is_found_once_by_several_of_its_numbers(data: Snapshot) -> None:
    both = comparisons.with_any(data, ["losses-letter", "hives-letter", "hives-report"])
    assert [one.id for one in both] == ["hives-letter", "losses-letter"]


def test_a_conflict_with_what_is_no_account_is_passed_over(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    edits.set_cell(datasets, "conflicts", "first-mite", "right_id", "nobody")
    assert comparisons.with_any(load(datasets, seeds), ["first-mite-letter"]) == []


def test_a_card_has_the_verdict_each_account_why_and_the_whole(data: Snapshot) -> None:
    html = shown(data, "hives-report")
    words = text(html)
    assert 'id="accounts-hives-letter"' in html
    assert words.startswith("May agree · Colonies · Ash Valley · 2021 Hives before winter: how many?")
    assert words.index("over 1.1 times apart") < words.index("How both can be true. About 4,600 is far above 4,000.")
    assert {"/observations/hives-letter", "/observations/hives-report", "/charts/hives"} <= set(links(html))
    assert words.count("“") == 2 + words.split("true.")[1].count("“")


def test_documents_come_first_and_what_is_calculated_last(tmp_path: Path) -> None:
    datasets, seeds = write_checked(tmp_path)
    row = {"indicator_id": "hives", "area_id": "ash-valley", "period": "2021", "unit_id": "hives"}
    with edits.rows_of(datasets, "derivations") as rows:
        rows.append(row | {"derivation_id": "hives-mean", "formula": "([hives-letter] + [hives-report]) / 2"})
    accounts = found(load(datasets, seeds), "hives-mean").accounts
    assert [one.id for one in accounts] == ["hives-letter", "hives-report", "hives-census", "hives-guess", "hives-mean"]


def test_the_verdict_on_one_account_is_that_beside_another(tmp_path: Path) -> None:
    datasets, seeds = write_checked(tmp_path)
    one = found(load(datasets, seeds), "hives-report")
    assert one.verdict == one.verdict_on("hives-report") == one.verdict_on("hives-census") == vocabulary.CONFLICT
    assert one.verdict_on("hives-guess") == vocabulary.AGREE
    assert found(load(datasets, seeds), "first-mite-letter").verdict_on("first-mite-report") == vocabulary.CONFLICT


def test_of_several_accounts_those_are_named_that_an_explanation_is_about(tmp_path: Path, data: Snapshot) -> None:
    datasets, seeds = write_checked(tmp_path)
    html = shown(load(datasets, seeds), "hives-report")
    named = [text(pair) for pair in re.findall('<p class="comparison-pair">(.+?)</p>', html)]
    assert named == ["The Honey Year almost 4,000 hives Bee census 4,215 hives"]
    assert "comparison-pair" not in shown(data, "hives-report"), "of two accounts it is about both"


def test_of_many_accounts_and_pairs_the_first_are_open_and_those_at_odds_among_them(extremes: Snapshot) -> None:
    (one,) = (one for one in comparisons.all_of(extremes) if len(one.accounts) == others.ACCOUNTS)
    open_, *folded = shown(extremes, one.id).split("<details")
    rows = [html.count('class="account ') for html in (open_, *folded)]
    assert rows == [comparisons.SHOWN, others.ACCOUNTS - comparisons.SHOWN, 0]
    assert text(folded[0].split(">", 1)[1]).startswith(f"Show {others.ACCOUNTS - comparisons.SHOWN} more ")
    assert one.gap is not None
    assert {number.id for number in one.gap} <= {account.id for account in one.accounts[: comparisons.SHOWN]}
    pairs = [html.count('class="comparison-pair"') for html in (open_, *folded)]
    assert pairs == [0, comparisons.FEW, len(one.conflicts) - comparisons.FEW]
    assert len(one.reasons) == 1
    assert one.conflicts[0].pair == {number.id for number in one.gap}, "the explanation of the distance is the first"


def test_why_is_told_under_what_each_explanation_says(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "observations") as rows:
        (letter,) = (row for row in rows if row["observation_id"] == "losses-letter")
        rows.append(letter | {"observation_id": "losses-other"})
    with edits.rows_of(datasets, "conflicts") as rows:
        for other, verdict in (("losses-letter", "scope"), ("losses-other", "doubt")):
            ids = {"conflict_id": other, "left_id": other, "right_id": "losses-report"}
            rows.append(ids | {"verdict": verdict, "explanation": f"On {other}."})
    html = shown(load(datasets, seeds), "losses-report")
    named = "A Letter on Bees up to 15% The Honey Year below 9%"
    told = f"How both can be true. {named} On losses-other. Why they are two things. {named} On losses-letter."
    assert told in text(html)
    assert html.count('class="verdict ') == 1


def test_accounts_that_agree_are_not_apart_and_need_no_why(data: Snapshot) -> None:
    words = text(shown(data, "losses-letter"))
    assert "apart" not in words
    assert not any(why in words for why in comparisons.WHY.values())


def test_compared_datings_show_both_dates_and_no_scale(data: Snapshot) -> None:
    html = shown(data, "first-mite-report")
    assert vocabulary.ACCOUNTS[vocabulary.CONFLICT].words in text(html)
    assert "A Letter on Bees 1979 “mite came in 1979 ”" in text(html)
    assert "The Honey Year 1977 “was found in 1977 ”" in text(html)
    assert 'class="axis"' not in html


def test_numbers_of_two_quantities_have_no_scale_and_say_what_they_are_of(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "conflicts") as rows:
        ids = {"conflict_id": "area", "left_id": "meadow-area-letter", "right_id": "meadow-area-report"}
        rows.append(ids | {"verdict": "scope", "explanation": "Of other years."})
    data = load(datasets, seeds)
    html = shown(data, "meadow-area-letter")
    assert found(data, "meadow-area-letter").title == "Area of the meadows"
    assert 'class="axis"' not in html
    assert "A Letter on Bees 5 km² " in text(html)
    assert "document, 2022 · Area of the meadows · period not stated · read it in the document" in text(html)
    assert "Why they are two things. Of other years." in text(html)
