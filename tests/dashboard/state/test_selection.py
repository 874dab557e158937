"""What an address asks for of the numbers, and what such a file is called."""

from __future__ import annotations

import pytest

from dashboard.state import addresses
from dashboard.state.numbers import places
from dashboard.state.selection import LONGEST_NAME, UNKNOWN, Selection
from dashboard.state.store import Snapshot
from tests import registers
from tests.dashboard.state.numbers.chosen import read
from validation.vocabulary import CALCULATED, DOCUMENT, REFERENCE


@pytest.mark.parametrize(
    ("search", "counts"),
    [
        ("", {DOCUMENT: 16, REFERENCE: 2, CALCULATED.code: 1}),
        ("indicator=hives&sort=value", {DOCUMENT: 2, REFERENCE: 2}),
        ("indicator=hives&origin=reference", {DOCUMENT: 2, REFERENCE: 2}),
        ("q=zzz", {}),
    ],
)
def test_origins_are_counted_whichever_are_asked_for(checked: Snapshot, search: str, counts: dict[str, int]) -> None:
    found = read(search).find(checked).origins
    assert {code: count for code, count in found.items() if count} == counts


@pytest.mark.parametrize("few", [0, places.FEW])
def test_numbers_of_nobody_known_are_counted_too(data: Snapshot, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(places, "FEW", few)
    draft = Snapshot(registers.rewritten(data.register, {"kind": "rumor"}))
    chosen, origins = Selection().find(draft)
    assert origins == {DOCUMENT: 0, REFERENCE: 0, CALCULATED.code: 1, UNKNOWN: len(chosen) - 1}


@pytest.mark.parametrize("search", ["", "topic=Land&topic=Honey&q=a%20b&sort=-value", "qualifier=about"])
def test_its_query_says_the_same(search: str) -> None:
    assert read(addresses.href("", read(search).query)[1:]) == read(search)


@pytest.mark.parametrize(
    ("search", "name"),
    [
        ("", "numbers"),
        ("sort=-value", "numbers"),
        ("topic=Time%20spans&topic=Land", "numbers_topic-time-spans+land"),
        ("q=%C3%9Cber%20/../x%22&area=ash-valley", "numbers_area-ash-valley_q-über-x"),
    ],
)
def test_the_filter_names_the_file(search: str, name: str) -> None:
    assert read(search).name() == name


def test_long_names_are_cut_and_stay_apart() -> None:
    names = {Selection(q="蜂" * 90 + end).name() for end in "ab"}
    assert len(names) == 2
    assert max(len(name.encode()) for name in names) <= LONGEST_NAME + 9
