"""What narrows the list, and can be taken off."""

from __future__ import annotations

import re

import pytest

from dashboard.pages import data as page
from dashboard.state.store import Snapshot
from tests.dashboard.pages.shown import links, show, text
from tests.dashboard.sections.listing.shown import results


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


def test_the_form_holds_the_state_of_the_address(bees: Snapshot) -> None:
    shown = show(page.layout, bees, "q=hive&topic=Honey&topic=Colonies&sort=-value&columns=note")
    assert '<option selected value="Colonies">' in shown
    kept = re.findall(r'<input name="(\w+)" type="hidden" value="(.*?)">', shown)
    assert kept == [("columns", "note"), ("topic", "Honey")]
    assert '<option selected value="-value">' in shown
    assert re.search('id="data-q".*?value="hive"', shown)


def test_a_filter_is_named_in_words_though_no_number_has_it(bees: Snapshot) -> None:
    shown = results(bees, "qualifier=over")
    assert "Qualifier: Over" in text(shown)
