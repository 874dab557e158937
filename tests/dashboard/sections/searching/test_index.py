"""Everything there is to find."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

from dashboard.sections.searching import query, ranking
from dashboard.sections.searching.index import GROUPS, Hit, Hits, index, indexed
from dashboard.state.store import Snapshot
from validation.quantities.units import Unit

KG = Unit("kg", "kilograms", "kg", ("kilos",), "kilogram")
EELS = indexed(
    [
        Hit(
            "documents", "12.5 kg of eels", "/a", ("Eels", "1931"), "kept 12.5 kg", values=(Decimal("12.5"),), unit="kg"
        ),
        Hit("references", "some", "/b", ("Eels",), more=("In kilograms.", "Kilos are meant."), unit="kg"),
        Hit("calculated", "8 to 11", "/c", values=(Decimal(8), Decimal(11))),
        Hit("events", "Threats to eels", "/d"),
    ],
    [KG],
)


def group(data: Snapshot, name: str) -> list[Hit]:
    return [hit for hit in index(data).hits if hit.group == name]


def fitting(q: str) -> dict[str, float]:
    """How well each hit fits the first thing that is asked for."""
    weights = EELS.fitting(query.read(q, EELS.units)[0])
    return {EELS.hits[place].href: float(weights[place]) for place in np.flatnonzero(weights)}


def test_every_number_is_there_in_its_source_s_words(data: Snapshot) -> None:
    found = {hit.title: hit for hit in group(data, "documents")}
    assert len(found) + len(group(data, "calculated")) == len(data.register.numbers)
    hit = found["almost 4,000 hives"]
    assert (hit.kind, hit.values) == ("document", (Decimal(4000),))
    assert hit.about == ("Hives before winter", "Ash Valley", "2021", "The Honey Year")
    assert (hit.qualifier, hit.unit, hit.quote) == ("nearly", "hives", "took in almost 4,000 hives before")
    assert "Hives before winter as a source states it." in hit.more


def test_a_number_leads_to_its_passage_where_its_document_is_here(data: Snapshot, alone: Snapshot) -> None:
    assert "/sources/honey-year?at=hives-report" in [hit.href for hit in group(data, "documents")]
    assert "/observations/hives-report" in [hit.href for hit in group(alone, "documents")]


def test_a_calculated_number_says_so(data: Snapshot) -> None:
    (hit,) = (hit for hit in group(data, "calculated") if hit.href.endswith("/honey-before"))
    assert (hit.title, hit.kind, hit.series) == ("85.3\N{NO-BREAK SPACE}t", "calculated", "/indicators/honey")
    assert hit.about == ("Honey yield", "Ash Valley", "2020", "")


def test_both_ends_of_a_range_are_its_values(data: Snapshot) -> None:
    assert (Decimal(8), Decimal(11)) in [hit.values for hit in group(data, "documents")]


def test_indicators_charts_and_events_are_there_with_what_is_said_of_them(data: Snapshot) -> None:
    honey = next(hit for hit in group(data, "indicators") if hit.title == "Honey yield")
    assert (honey.about, honey.unit) == (("Honey", "tonnes"), "t")
    assert "Honey yield as a source states it." in honey.more
    assert [hit.href for hit in group(data, "charts")] == [f"/charts/{name}" for name in data.register.charts]
    mite = next(hit for hit in group(data, "events") if hit.href == "/events/first-mite")
    assert {"1979", "was found in 1977", "disease"} <= {*mite.more}


def test_sources_say_what_they_are_and_when(data: Snapshot) -> None:
    assert [(hit.title, hit.kind, hit.about) for hit in group(data, "sources")] == [
        ("The Honey Year", "document", ("", "", "2022")),
        ("A Letter on Bees", "document", ("", "", "March 2022")),
    ]


def test_it_is_made_once_and_knows_every_group(data: Snapshot) -> None:
    assert index(data) is index(data)
    assert {hit.group for hit in index(data).hits} <= {*GROUPS}


@pytest.mark.parametrize(
    ("q", "order"),
    [
        ("eels", ["/a", "/d", "/b"]),
        ("kilogram", ["/a", "/b"]),
        ("kilos", ["/b"]),
        ("fear", ["/d"]),
        ("12.5", ["/a"]),
        ("14", []),
        ("11", ["/c"]),
        ("9 to 11.5", ["/c"]),
    ],
)
def test_what_fits_and_how_well(q: str, order: list[str]) -> None:
    found = fitting(q)
    assert sorted(found, key=lambda href: -found[href]) == order


def test_a_value_goes_before_what_rounds_to_it_and_this_before_digits() -> None:
    same, rounded = fitting("12.5")["/a"], fitting("12.4 to 12.6")["/a"]
    digits = fitting("kept")["/a"]
    assert same > rounded > digits


def test_hits_are_made_when_they_are_shown() -> None:
    made: list[int] = []

    def hit(number: int) -> Hit:
        made.append(number)
        return Hit("documents", f"{number} eels", f"/{number}")

    among = indexed(Hits((hit, range(50)), (hit, range(50, 60))))
    made.clear()
    found = ranking.find("eels", among).all["documents"]
    assert (len(found), found.numbers, made) == (60, 60, [])
    assert [one.href for one in found[49:52]] == ["/49", "/50", "/51"]
    assert made == [49, 50, 51]


def test_a_word_is_found_by_its_beginning_and_a_number_by_its_digits_before_a_point() -> None:
    among = indexed(
        [Hit("events", words, f"/{at}") for at, words in enumerate(("eels", "eelgrass", "12.5", "125", "e"))]
    )

    def found(word: str) -> list[str]:
        weights = among.fitting(query.Asked((word,)))
        return [among.hits[place].href for place in np.flatnonzero(weights)]

    assert [found(word) for word in ("eel", "ee", "e", "12", "125")] == [
        ["/0", "/1"],
        ["/0", "/1"],
        ["/4"],
        ["/2"],
        ["/3"],
    ]
