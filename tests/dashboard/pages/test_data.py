"""The list of all numbers: what the address chooses, what can be taken off, which columns, which page."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from dashboard.pages import data as page
from dashboard.sections import columns
from dashboard.state import addresses
from dashboard.state.refusals import Unacceptable
from dashboard.state.selection import Selection
from dashboard.state.store import Snapshot, load
from dashboard.web.application import Dashboard
from tests import collection
from tests.dashboard.pages.shown import links, show, text


def results(data: Snapshot, search: str = "") -> str:
    """The part of the page that follows the form."""
    return show(page.layout, data, search).partition('id="data-results">')[2]


def listed(shown: str) -> list[str]:
    return re.findall(r'href="/observations/(.+?)"', shown)


@pytest.mark.parametrize(
    "search",
    [
        "",
        "topic=Land",
        "source=letter-on-bees&sort=-value",
        "qualifier=about&q=letter",
        "indicator=hives&indicator=honey",
    ],
)
def test_what_is_listed_is_what_is_downloaded(app: Dashboard, bees: Snapshot, search: str) -> None:
    shown = results(bees, search)
    client = app.server.test_client()
    for address in [link for link in links(shown) if link.startswith("/download/")]:
        text = client.get(address).get_data(as_text=True).removeprefix("\ufeff")
        assert [row["number_id"] for row in csv.DictReader(io.StringIO(text))] == listed(shown)


def test_numbers_lead_to_their_passage_indicator_and_source_and_keep_their_words(bees: Snapshot) -> None:
    shown = results(bees, "indicator=hives&source=honey-year")
    assert {"/observations/hives-report", "/indicators/hives", "/sources/honey-year"} <= set(links(shown))
    assert "Clear What: Hives before winter ×" in text(shown)
    assert "Disputed almost 4,000 hives Hives before winter Ash Valley 2021 The Honey Year" in text(shown)


def test_documents_numbers_are_told_from_references(bees: Snapshot) -> None:
    shown = results(bees)
    kinds = re.findall('class="stated of-(.+?)"', shown)
    assert kinds == ["document"] * 16 + ["reference"] * 2


def origins(shown: str) -> list[str]:
    """The links to documents' numbers and to the others in words, with a star before what is chosen."""
    nav = shown.partition('aria-label="Whose numbers"')[2].partition("</nav>")[0]
    return [f"{'*' if 'aria-current' in link else ''}{text(link)}" for link in re.findall("<a .+?</a>", nav)]


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("", ["*All 18", "Of documents 16", "Of references 2", "Calculated 0"]),
        ("indicator=hives&origin=reference", ["All 4", "Of documents 2", "*Of references 2", "Calculated 0"]),
        ("origin=stated&q=zzz", ["All 0", "*Of documents 0", "*Of references 0", "Calculated 0"]),
    ],
)
def test_whose_numbers_are_counted_and_can_be_chosen(bees: Snapshot, search: str, expected: list[str]) -> None:
    assert origins(results(bees, search)) == expected


def test_choosing_whose_numbers_keeps_the_other_filters(bees: Snapshot) -> None:
    shown = results(bees, "topic=Land&origin=document&page=1")
    assert {"/data?topic=Land", "/data?topic=Land&origin=reference"} <= set(links(shown))
    assert '<input name="origin" type="hidden" value="document">' in show(page.layout, bees, "origin=document")


def test_verdicts_are_signs_with_a_key_and_can_be_chosen(bees: Snapshot) -> None:
    shown = show(page.layout, bees, "indicator=hives")
    assert text(shown.partition('class="legend"')[2]).endswith("Matches public statistics Disputed")
    assert '<option value="disputed">Disputed</option>' in shown
    assert listed(results(bees, "verdict=disputed")) == ["hives-report"]
    assert 'class="legend"' not in results(bees, "indicator=hives&columns=note")


def test_on_phones_the_form_sorts(bees: Snapshot) -> None:
    shown = show(page.layout, bees, "sort=-period&columns=period")
    orders = re.findall("<option(?: selected)? value=.*?</option>", shown.partition('id="data-sort"')[2])
    assert [text(order) for order in orders] == [
        *("Documents first", "Number, smallest first", "Number, largest first", "What, A to Z", "What, Z to A"),
        *("Period, earliest first", "Period, latest first"),
    ]
    assert [order for order in orders if "selected" in order] == [orders[-1]]
    assert '<option selected value="published">' in show(page.layout, bees, "sort=published")


def test_each_filter_can_be_taken_off(bees: Snapshot) -> None:
    shown = results(bees, "topic=Land&topic=Honey&q=valley&sort=-value&page=1")
    chips = shown.partition('aria-label="Filters"')[2].partition("</ul>")[0]
    assert links(chips) == [
        "/data?topic=Honey&q=valley&sort=-value",
        "/data?topic=Land&q=valley&sort=-value",
        "/data?topic=Land&topic=Honey&sort=-value",
        "/data?sort=-value",
    ]
    assert "Clear filters" in text(chips)


def test_nothing_found_says_what_to_do(bees: Snapshot) -> None:
    shown = results(bees, "topic=Land&q=zzz")
    assert "No number matches all of this." in shown
    assert "<table" not in shown
    assert {"/data", "/data?topic=Land"} <= set(links(shown))


def test_the_form_holds_the_state_of_the_address(bees: Snapshot) -> None:
    shown = show(page.layout, bees, "q=hive&topic=Honey&topic=Colonies&sort=-value&columns=note")
    assert '<option selected value="Colonies">' in shown
    kept = re.findall(r'<input name="(\w+)" type="hidden" value="(.*?)">', shown)
    assert kept == [("columns", "note"), ("topic", "Honey")]
    assert '<option selected value="-value">' in shown
    assert re.search('id="data-q".*?value="hive"', shown)


@pytest.mark.parametrize(
    ("search", "names"),
    [
        ("", ["verdict", "said", "indicator", "area", "period", "source"]),
        ("columns=note&columns=value", ["said", "indicator", "value", "note"]),
        ("columns=said", ["said", "indicator"]),
    ],
)
def test_columns_are_chosen(bees: Snapshot, search: str, names: list[str]) -> None:
    assert page.columns_shown(bees, addresses.parsed(search)) == names


def test_no_column_is_for_verdicts_that_no_number_has(tmp_path: Path) -> None:
    data = load(*collection.write(tmp_path))
    assert page.columns_shown(data, {}) == ["said", "indicator", "area", "period", "source"]
    assert "/data" in links(results(data, "columns=area&columns=period&columns=source&columns=note"))
    assert page.columns_shown(data, {"columns": "verdict"}) == ["verdict", "said", "indicator"]


@pytest.mark.parametrize("name", [name for name in columns.COLUMNS if name not in columns.FIXED])
def test_every_column_can_be_shown_and_hidden_again(bees: Snapshot, name: str) -> None:
    shown = results(bees, f"columns={name}")
    heads = [text(head).rstrip(" ↕") for head in re.findall('<th[^>]*scope="col".*?</th>', shown)]
    assert heads == [column.heading for key, column in columns.COLUMNS.items() if key in (*columns.FIXED, name)]
    assert "/data?columns=indicator" in links(shown)


def test_the_usual_columns_need_no_parameter(bees: Snapshot) -> None:
    assert "/data" in links(results(bees, "columns=area&columns=period&columns=source"))


@pytest.mark.parametrize("word", sorted({column.sort for column in columns.COLUMNS.values()}))
def test_every_column_sorts_both_ways(bees: Snapshot, word: str) -> None:
    up, down = (listed(results(bees, f"sort={sign}{word}")) for sign in ("", "-"))
    assert sorted(up) == sorted(down) == sorted(bees.register.numbers)


def test_long_lists_have_pages(real: Snapshot) -> None:
    every = [number.id for number in Selection().choose(real)]
    pages = -(-len(every) // page.PAGE_ROWS)
    seen = [name for number in range(1, pages + 1) for name in listed(results(real, f"page={number}"))]
    assert seen == every
    assert "/data?page=2" in links(results(real))


@pytest.mark.parametrize("search", ["page=2", "page=0", "page=x", "columns=colour", "sort=size", "topic=Fish"])
def test_what_there_is_not_is_refused(bees: Snapshot, search: str) -> None:
    with pytest.raises(Unacceptable):
        show(page.layout, bees, search)


def test_what_there_is_is_not_refused(bees: Snapshot) -> None:
    assert "<h1" in show(page.layout, bees, "topic=Land&sort=-value&columns=note&columns=bounds&page=1&utm_source=x")
    assert "<h1" in show(page.layout, bees, "q=zzz&page=7")


def test_a_filter_is_named_in_words_though_no_number_has_it(bees: Snapshot) -> None:
    shown = results(bees, "qualifier=over")
    assert "Qualifier: Over" in text(shown)


@pytest.mark.parametrize(
    ("search", "heading"),
    [
        ("", "18 numbers"),
        ("topic=Land", "3 of 18 numbers"),
        ("q=zzz", "None of 18 numbers"),
    ],
)
def test_the_heading_counts_what_is_listed(bees: Snapshot, search: str, heading: str) -> None:
    shown = show(page.layout, bees, search)
    assert f">{heading}</h1>" in shown
