"""What an address asks of the list: which numbers, which columns, which page."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.pages import data as page
from dashboard.sections.listing import asked
from dashboard.sections.listing.asked import columns_shown
from dashboard.state import addresses
from dashboard.state.refusals import Unacceptable
from dashboard.state.selection import Selection
from dashboard.state.store import Snapshot, load
from tests import collection
from tests.dashboard.pages.shown import links, show
from tests.dashboard.sections.listing.shown import listed, results


@pytest.mark.parametrize(
    ("search", "names"),
    [
        ("", ["verdict", "said", "indicator", "area", "period", "source"]),
        ("columns=note&columns=value", ["said", "indicator", "value", "note"]),
        ("columns=said", ["said", "indicator"]),
    ],
)
def test_columns_are_chosen(bees: Snapshot, search: str, names: list[str]) -> None:
    assert columns_shown(bees, addresses.parsed(search)) == names


def test_no_column_is_for_verdicts_that_no_number_has(tmp_path: Path) -> None:
    data = load(*collection.write(tmp_path))
    assert columns_shown(data, {}) == ["said", "indicator", "area", "period", "source"]
    assert "/data" in links(results(data, "columns=area&columns=period&columns=source&columns=note"))
    assert columns_shown(data, {"columns": "verdict"}) == ["verdict", "said", "indicator"]


def test_the_usual_columns_need_no_parameter(bees: Snapshot) -> None:
    assert "/data" in links(results(bees, "columns=area&columns=period&columns=source"))


def test_long_lists_have_pages(real: Snapshot) -> None:
    every = [number.id for number in Selection().choose(real)]
    pages = -(-len(every) // asked.PAGE_ROWS)
    seen = [name for number in range(1, pages + 1) for name in listed(results(real, f"page={number}"))]
    assert seen == every
    assert "/data?page=2" in links(results(real))


@pytest.mark.parametrize("search", ["page=2", "page=0", "page=x", "columns=colour", "sort=size", "topic=Fish"])
def test_what_there_is_not_is_refused(bees: Snapshot, search: str) -> None:
    with pytest.raises(Unacceptable):
        show(page.layout, bees, search)


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
