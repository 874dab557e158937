"""The page of comparisons: how often sources disagree, the gravest first; what agrees is folded."""

from __future__ import annotations

from pathlib import Path

from dashboard.pages import compare
from dashboard.sections import comparisons
from dashboard.state.store import Snapshot, load
from tests import collection, edits, unread
from tests.dashboard.pages.shown import ids, show, text
from validation.vocabulary import ACCOUNTS, AGREE, AT_ODDS, CONFLICT, DOUBT


def test_sections_go_from_the_gravest_verdict_down(bees: Snapshot) -> None:
    shown = show(compare.layout, bees)
    sections = [compare.place(verdict) for verdict in ACCOUNTS.values()]
    present = [id for id in ids(shown) if id in sections]
    assert present == [name for name in sections if name in present]
    assert present[0] == compare.place(ACCOUNTS[CONFLICT])


def test_every_comparison_is_shown(real: Snapshot) -> None:
    shown = ids(show(compare.layout, real))
    assert {f"accounts-{one.id}" for one in comparisons.all_of(real)} <= set(shown)


def test_what_is_no_disagreement_is_folded(bees: Snapshot, real: Snapshot) -> None:
    for data in (bees, real):
        open_, *folded = show(compare.layout, data).split("<details")
        assert folded
        for one in comparisons.all_of(data):
            assert (f'id="accounts-{one.id}"' in open_) == (one.verdict in AT_ODDS)


def test_each_card_has_one_verdict(real: Snapshot) -> None:
    cards = show(compare.layout, real).split("<article ")[1:]
    assert [card.split("</article>")[0].count('class="verdict ') for card in cards] == [1] * len(cards)


def test_the_lede_counts_and_its_counts_lead_to_their_sections(tmp_path: Path, bees: Snapshot) -> None:
    assert "Twice: they contradict . Each number" in text(show(compare.layout, bees))
    datasets, seeds = collection.write(tmp_path)
    pair = {"left_id": "hives-letter", "right_id": "hives-report", "explanation": "Far apart."}
    with edits.rows_of(datasets, "conflicts") as rows:
        rows.append({"conflict_id": "hives", "verdict": DOUBT} | pair)
    shown = show(compare.layout, load(datasets, seeds))
    assert "Twice: in one they contradict , in one they may agree . Each number" in text(shown)
    assert 'href="#contradict"' in shown
    assert 'href="#may-agree"' in shown


def test_what_agrees_alone_is_no_disagreement(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "conflicts") as rows:
        rows.clear()
    data = load(datasets, seeds)
    assert {one.verdict for one in comparisons.all_of(data)} == {AGREE}
    assert "Nowhere do the sources disagree" in text(show(compare.layout, data))


def test_large_counts_are_set_in_digits() -> None:
    assert [compare.times(count) for count in (1, 2, 5, 12, 1200)] == [
        *("once", "twice", "five times", "twelve times"),
        "1,200 times",
    ]


def test_the_page_is_offered_where_there_is_something_on_it(tmp_path: Path, bees: Snapshot, real: Snapshot) -> None:
    datasets, seeds = unread.write(tmp_path)
    for data in (bees, real, load(datasets, seeds)):
        assert compare.has_accounts(data) == bool(comparisons.all_of(data))
    with edits.rows_of(datasets, "observations") as rows:
        rows.append({**rows[-1], "observation_id": f"{rows[-1]['observation_id']}-2"})
        rows[-1]["period"] = rows[-2]["period"] = "2021"
    twice = load(datasets, seeds)
    assert compare.has_accounts(twice)
    assert twice.register.observations._made == {}, "no number was made for it"


def test_one_source_alone_neither_agrees_nor_disagrees_with_others(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "conflicts") as rows:
        rows.clear()
    with edits.rows_of(datasets, "observations") as rows:
        rows[:] = [row for row in rows if row["source_id"] == "honey-year"]
        again = next(row for row in rows if row["observation_id"] == "hives-report")
        rows.append(again | {"observation_id": "hives-report-again"})
    shown = text(show(compare.layout, load(datasets, seeds)))
    assert "Stated more than once" in shown
    assert "sources disagree" not in shown


def test_a_forecast_is_no_other_account_of_a_result(tmp_path: Path, bees: Snapshot) -> None:
    datasets, seeds = collection.write(tmp_path)
    edits.set_cell(datasets, "observations", "hives-letter", "status", "F")
    assert any("hives-letter" in {account.id for account in one.accounts} for one in comparisons.all_of(bees))
    quantities = [one for one in comparisons.all_of(load(datasets, seeds)) if one.quantity]
    assert not any("hives-letter" in {account.id for account in one.accounts} for one in quantities)
