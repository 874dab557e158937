"""What a search finds, and what comes first."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sections.searching import ranking
from dashboard.sections.searching.index import GROUPS, Hit, index, indexed
from dashboard.state.store import Snapshot
from validation.quantities.units import Unit

BOATS = Unit("boats", "boats", "boats", ("vessels",), "")
PERCENT = Unit("percent", "percent", "%", (), "dimensionless")
CATCHES = [
    Hit(
        "references", f"{year} eels", f"/{year}", ("Catch of eels",), values=(Decimal(year),), series="/indicators/eels"
    )
    for year in range(1901, 1905)
]
HITS = [
    Hit("events", "The pier is built", "/f", ("1931",)),
    Hit("references", "1.02 million boats", "/h", ("Boats",), values=(Decimal(1_020_000),), unit="boats"),
    Hit("documents", "nearly one million boats", "/a", ("1931",), values=(Decimal(10**6),), unit="boats"),
    Hit("documents", "12 boats", "/b", ("The million dollar pier",), values=(Decimal(12),), unit="boats"),
    Hit("documents", "41.3%", "/c", ("Growth of the catch",), values=(Decimal("41.3"),), unit="percent"),
    Hit("documents", "41", "/k", ("Crabs",), values=(Decimal(41),)),
    Hit("documents", "a third", "/g", ("Boats that leak",), values=(Decimal("33.3333"),), unit="percent"),
    Hit("indicators", "Boats", "/e", ("Fleet",), more=("Boats in the harbor",), unit="boats"),
    *CATCHES,
]
INDEX = indexed(HITS, [BOATS, PERCENT])


def addresses(groups: ranking.Groups) -> list[str]:
    return [hit.href for hits in groups.values() for hit in hits]


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("one million", ["/a", "/h"]),
        ("1,000,000", ["/a", "/h"]),
        ("1.02m boats", ["/h"]),
        ("million", ["/a", "/b", "/h"]),
        ("41.3 per cent", ["/c"]),
        ("41", ["/k", "/c"]),
        ("one third", ["/g"]),
        ("boat", ["/a", "/b", "/g", "/e", "/h"]),
        ("vessels", ["/a", "/b", "/g", "/e", "/h"]),
        ("fleet", ["/e"]),
        ("boats pier", ["/b"]),
        ("1931", ["/a", "/f"]),
        ("zeppelin", []),
        ("", []),
        ("“!”", []),
    ],
)
def test_the_best_of_documents_comes_first(q: str, found: list[str]) -> None:
    assert addresses(ranking.find(q, INDEX).all) == found


def test_groups_stand_in_one_order() -> None:
    assert list(ranking.find("boats", INDEX).all) == ["documents", "indicators", "references"]


def test_some_words_count_where_no_number_has_all() -> None:
    found = ranking.find("pier built of crabs", INDEX)
    assert (found.all, addresses(found.some)) == ({}, ["/k", "/b", "/f"])
    found = ranking.find("the pier built", INDEX)
    assert (addresses(found.all), addresses(found.some)) == (["/f"], ["/b"])
    assert ranking.find("million pier", INDEX).some == {}


def test_many_numbers_of_references_are_one_hit() -> None:
    (series,) = ranking.find("eels", INDEX).all["references"]
    assert (series.title, series.href) == ("4 numbers: Catch of eels", "/indicators/eels")
    assert addresses(ranking.find("1903 eels", INDEX).all) == ["/1903"]


def test_a_whole_name_goes_before_its_words() -> None:
    hits = [Hit("sources", "Eels of the harbor: eels", "/x"), Hit("sources", "Eels", "/y")]
    assert addresses(ranking.find("eels", indexed(hits)).all) == ["/y", "/x"]


def test_few_of_each_group_are_suggested() -> None:
    offered = ranking.suggested(ranking.find("boats", INDEX))
    assert [hit.href for hit in offered] == ["/a", "/b", "/g", "/e", "/h"]
    many = indexed([Hit(group, f"eel {n}", f"/{group}/{n}") for group in GROUPS for n in range(9)])
    offered = ranking.suggested(ranking.find("eel", many))
    assert [hit.group for hit in offered] == [*["documents"] * 3, *["indicators"] * 3, *["charts"] * 2]
    alone = indexed([Hit("documents", f"eel {n}", f"/{n}") for n in range(9)])
    assert len(ranking.suggested(ranking.find("eel", alone))) == ranking.SUGGESTED


@pytest.mark.parametrize(
    ("q", "meant"),
    [("bots", "boat"), ("the peir, built", "the pier, built"), ("boa", ""), ("vessel", ""), ("zeppelin", ""), ("", "")],
)
def test_a_word_that_is_misspelled_is_told(q: str, meant: str) -> None:
    assert ranking.meant(q, INDEX) == meant


@given(st.text(max_size=60))
def test_anything_can_be_asked(q: str) -> None:
    found = ranking.find(q, INDEX)
    assert all(hits for groups in (found.all, found.some) for hits in groups.values())
    assert len(ranking.suggested(found)) <= ranking.SUGGESTED
    ranking.meant(q, INDEX)


@pytest.mark.parametrize("q", ["ha", "hectares", "km2", "sq km", "square kilometers", "€", "kg", "per cent", "tonnes"])
def test_units_of_a_collection_find_its_numbers(data: Snapshot, q: str) -> None:
    assert ranking.find(q, index(data)).all["documents"]
