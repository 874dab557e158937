"""Everything there is to find."""

from __future__ import annotations

from decimal import Decimal

from dashboard.sections.searching.index import Hit, index
from dashboard.state.store import Snapshot


def group(data: Snapshot, name: str) -> list[Hit]:
    return [hit for hit in index(data.register).hits if hit.group == name]


def test_every_number_is_there_in_its_source_s_words(data: Snapshot) -> None:
    found = {hit.href: hit for hit in group(data, "Numbers")}
    assert list(found) == [f"/observations/{name}" for name in data.register.numbers]
    hit = found["/observations/hives-report"]
    assert (hit.title, hit.about) == ("almost 4,000 hives", "Hives before winter · Ash Valley · 2021 · The Honey Year")
    assert (hit.qualifier, hit.values) == ("nearly", (Decimal(4000),))
    assert hit.quote == "took in almost 4,000 hives before"


def test_a_calculated_number_says_so(data: Snapshot) -> None:
    (hit,) = (hit for hit in group(data, "Numbers") if hit.href.endswith("/honey-before"))
    assert (hit.title, hit.about) == ("85.3\N{NO-BREAK SPACE}t", "Honey yield · Ash Valley · 2020 · calculated")


def test_both_ends_of_a_range_are_its_values(data: Snapshot) -> None:
    (hit,) = (hit for hit in group(data, "Numbers") if hit.href.endswith("/jar-price-report"))
    assert hit.values == (Decimal(8), Decimal(11))


def test_indicators_and_charts_are_there_with_their_topic(data: Snapshot) -> None:
    indicators = {hit.title: hit.more for hit in group(data, "Indicators")}
    assert indicators["Honey yield"] == "Honey"
    assert [hit.href for hit in group(data, "Charts")] == [f"/charts/{name}" for name in data.register.charts]


def test_events_are_found_by_what_sources_say_of_them(data: Snapshot) -> None:
    (mite,) = (hit for hit in group(data, "Events") if hit.href == "/events/first-mite")
    assert mite.about == "1977"
    assert {"1979", "was", "found", "disease"} <= set(mite.more.split())


def test_sources_say_who_and_when(data: Snapshot) -> None:
    assert [(hit.title, hit.about) for hit in group(data, "Sources")] == [
        ("The Honey Year", "2022"),
        ("A Letter on Bees", "March 2022"),
    ]


def test_it_is_made_once(data: Snapshot) -> None:
    assert index(data.register) is index(data.register)
