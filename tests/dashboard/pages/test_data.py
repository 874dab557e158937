"""The list of all numbers: what the address chooses, what can be taken off, which columns, which page."""

from __future__ import annotations

import csv
import io
import re

import pytest

from dashboard.pages import data as page
from dashboard.sections import columns
from dashboard.state import addresses
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot
from dashboard.web.application import Dashboard
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
    assert 'class="mark mark-nearly"' in shown
    assert text(shown).startswith("Take off What: Hives before winter ×")
    assert "Hives before winter almost 4,000 hives Ash Valley 2021 The Honey Year" in text(shown)


def test_each_filter_can_be_taken_off(bees: Snapshot) -> None:
    shown = results(bees, "topic=Land&topic=Honey&q=valley&sort=-value&page=1")
    off = [link for link in links(shown) if link.startswith("/data")][:4]
    assert off == [
        "/data?topic=Honey&q=valley&sort=-value",
        "/data?topic=Land&q=valley&sort=-value",
        "/data?topic=Land&topic=Honey&sort=-value",
        "/data?sort=-value",
    ]


def test_nothing_found_says_what_to_do(bees: Snapshot) -> None:
    shown = results(bees, "topic=Land&q=zzz")
    assert "No number matches all of this." in shown
    assert "<table" not in shown
    assert {"/data", "/data?topic=Land"} <= set(links(shown))


def test_the_form_holds_the_state_of_the_address(bees: Snapshot) -> None:
    shown = show(page.layout, bees, "q=hive&topic=Honey&topic=Colonies&sort=-value&columns=note")
    assert '<option selected value="Colonies">' in shown
    kept = re.findall(r'<input name="(\w+)" type="hidden" value="(.*?)">', shown)
    assert kept == [("sort", "-value"), ("columns", "note"), ("topic", "Honey")]
    assert re.search('id="data-q".*?value="hive"', shown)


@pytest.mark.parametrize(
    ("search", "names"),
    [
        ("", ["indicator", "said", *columns.USUAL]),
        ("columns=note&columns=value", ["indicator", "said", "value", "note"]),
        ("columns=said", ["indicator", "said"]),
    ],
)
def test_columns_are_chosen(search: str, names: list[str]) -> None:
    assert page.columns_shown(addresses.parsed(search)) == names


@pytest.mark.parametrize("name", [name for name in columns.COLUMNS if name not in columns.FIXED])
def test_every_column_can_be_shown_and_hidden_again(bees: Snapshot, name: str) -> None:
    shown = results(bees, f"columns={name}")
    assert shown.count(f'data-label="{columns.COLUMNS[name].heading}"') == len(bees.register.numbers)
    assert "/data?columns=said" in links(shown)


def test_the_usual_columns_need_no_parameter(bees: Snapshot) -> None:
    assert "/data" in links(results(bees, "columns=area&columns=period"))


@pytest.mark.parametrize("word", sorted({column.sort for column in columns.COLUMNS.values()}))
def test_every_column_sorts_both_ways(bees: Snapshot, word: str) -> None:
    up, down = (listed(results(bees, f"sort={sign}{word}")) for sign in ("", "-"))
    assert sorted(up) == sorted(down) == sorted(bees.register.numbers)


def test_long_lists_have_pages(real: Snapshot) -> None:
    stated = list(real.register.numbers)
    pages = -(-len(stated) // page.PAGE_ROWS)
    seen = [name for number in range(1, pages + 1) for name in listed(results(real, f"page={number}"))]
    assert seen == stated
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
        ("", "18 numbers from 3 sources"),
        ("topic=Land", "3 of 18 numbers from 2 sources"),
        ("q=zzz", "None of 18 numbers"),
    ],
)
def test_the_heading_counts_what_is_listed(bees: Snapshot, search: str, heading: str) -> None:
    shown = show(page.layout, bees, search)
    assert f">{heading}</h1>" in shown
