"""What is stated more than once, how its accounts go together, and how that is shown."""

from __future__ import annotations

from pathlib import Path

from dashboard.sections import comparisons
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits
from tests.dashboard.pages.conftest import write_checked
from tests.dashboard.pages.shown import links, text
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
    assert (one.title, one.about) == ("Hives before winter: how many?", "Colonies · Ash Valley · 2021")
    assert (one.verdict, one.drawn, one.apart) == (vocabulary.DOUBT, True, "over 1.1 times apart")
    assert one.reasons == [(vocabulary.DOUBT, "About 4,600 is far above 4,000.")]


def test_accounts_nothing_is_said_of_agree(data: Snapshot) -> None:
    one = found(data, "losses-letter")
    assert (one.verdict, one.reasons, one.apart) == (vocabulary.AGREE, [], "")


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
    assert "How both can be true. On losses-other. Why they are two things. On losses-letter." in text(html)
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
