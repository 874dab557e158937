"""What is stated more than once, how its accounts go together, and how that is shown."""

from __future__ import annotations

from pathlib import Path

from dashboard.sections import comparisons
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits
from tests.dashboard.pages.shown import text
from validation import vocabulary


def found(data: Snapshot, name: str) -> comparisons.Comparison:
    (one,) = comparisons.with_any(data, [name])
    return one


def shown(data: Snapshot, name: str) -> str:
    return html_text(comparisons.shown(data, found(data, name)))


def test_the_gravest_come_first(data: Snapshot) -> None:
    verdicts = [one.verdict for one in comparisons.all_of(data)]
    assert verdicts == sorted(verdicts, key=comparisons.ORDER.index)
    assert {one.id for one in comparisons.at_odds(data)} >= {"hives-letter", "first-mite"}


def test_accounts_of_one_quantity_have_a_scale(data: Snapshot) -> None:
    one = found(data, "hives-report")
    assert (one.title, one.verdict, one.drawn, one.apart) == (
        "Hives before winter · Ash Valley · 2021",
        vocabulary.DOUBT,
        True,
        "15% apart",
    )
    assert one.reasons == [(vocabulary.DOUBT, "About 4,600 is far above 4,000.")]


def test_accounts_nothing_is_said_of_agree(data: Snapshot) -> None:
    one = found(data, "losses-letter")
    assert (one.verdict, one.reasons) == (vocabulary.AGREE, [])


def test_accounts_that_cannot_meet_contradict_before_anybody_says_so(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    edits.set_cell(datasets, "observations", "losses-letter", "qualifier", "at-least")
    assert found(load(datasets, seeds), "losses-letter").verdict == vocabulary.CONFLICT


def test_datings_stand_side_by_side(data: Snapshot) -> None:
    one = found(data, "first-mite-report")
    assert (one.title, one.href, one.drawn) == ("The first mite is found", "/events/first-mite", False)
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


def test_accounts_are_shown_on_a_scale_with_verdict_and_each_passage(data: Snapshot) -> None:
    html = shown(data, "hives-report")
    assert 'id="accounts-hives-letter"' in html
    assert html.count("<blockquote") == 2
    assert vocabulary.ACCOUNTS[vocabulary.DOUBT].words in text(html)
    assert "About 4,600 is far above 4,000." in text(html)


def test_several_explanations_have_each_its_verdict(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "observations") as rows:
        (letter,) = (row for row in rows if row["observation_id"] == "losses-letter")
        rows.append(letter | {"observation_id": "losses-other"})
    with edits.rows_of(datasets, "conflicts") as rows:
        for other, verdict in (("losses-letter", "scope"), ("losses-other", "doubt")):
            ids = {"conflict_id": other, "left_id": other, "right_id": "losses-report"}
            rows.append(ids | {"verdict": verdict, "explanation": f"On {other}."})
    words = text(shown(load(datasets, seeds), "losses-report"))
    assert words.index("! May agree On losses-other.") < words.index("i Not the same quantity On losses-letter.")


def test_compared_datings_show_both_dates(data: Snapshot) -> None:
    words = text(shown(data, "first-mite-report"))
    assert vocabulary.ACCOUNTS[vocabulary.CONFLICT].words in words
    assert "1979" in words
    assert "1977" in words
