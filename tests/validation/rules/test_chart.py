"""The numbers, the comparisons and the dates of a headline are those of its chart."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import collection
from tests.validation.rules.asking import Folders, add, change, faults, said
from validation import vocabulary as codes
from validation.language import written
from validation.model.observations import Observation
from validation.model.register import load
from validation.quantities import amounts
from validation.quantities.units import Units
from validation.rules.chart import headlines_state_what_is_drawn, strays

EARLIER = {
    "observation_id": "honey-earlier",
    "indicator_id": "honey",
    "area_id": "ash-valley",
    "period": "2019-03",
    "period_basis": "stated",
    "value": "51800.25",
    "unit_id": "kg",
    "qualifier": "exact",
    "status": "A",
    "source_id": "letter-on-bees",
}
DOUBLED = {
    "derivation_id": "honey-doubled",
    "indicator_id": "honey",
    "area_id": "ash-valley",
    "period": "2020",
    "formula": "[honey-letter] * 2",
    "unit_id": "t",
}


@pytest.fixture
def bees(bees: Folders) -> Folders:
    add(bees, "observations", EARLIER)
    add(bees, "derivations", DOUBLED)
    return bees


def found(bees: Folders, chart: str, headline: str) -> list[str]:
    """What is said of the headline of a chart."""
    change(bees, "charts", chart, headline=headline)
    return said(headlines_state_what_is_drawn, bees)


@pytest.mark.parametrize(
    ("chart", "headline"),
    [
        ("hives", "Hives are many"),
        ("hives", "Almost 4,000 or around 4,600 hives"),
        ("hives", "4,600 before winter: a bare number may be any"),
        ("hives", "5,000 hives, rounded as it is printed"),
        ("hives", "Hives in 2021, told in March 2022 and in 2022"),
        ("hives", "Accounts are 1.2 times apart"),
        ("honey", "Honey yield rose 12.5% to 96 t, or about 90 tonnes"),
        ("honey", "Honey yield rose 13% to 96,000 kg"),
        ("honey", "51.8 tonnes in March 2019"),
        ("honey", "Twice 90 tonnes are 180 tonnes in 2020, 3.5 times those of 2019"),
        ("honey", "A jar at 8 to 11 euros, at least 8 or no more than €11"),
        ("survey", "Two thirds of members treat, or 66.7%; rounded 67%, while 45 per cent sell"),
        ("land", "A dozen meadows of 5 km² or some 350 hectares; 3.5 km²"),
        ("losses", "Under 9% or up to 15%"),
    ],
)
def test_what_the_chart_has_may_be_said(bees, chart, headline):
    assert found(bees, chart, headline) == []


@pytest.mark.parametrize(
    ("chart", "headline", "message"),
    [
        ("hives", "6,400 hives", 'print numbers that the chart has, and "6,400 hives" is none of them; the nearest is'),
        ("hives", "4,610", 'and "4,610" is none of them; the nearest is "Around 4,600 hives" (hives-letter)'),
        ("hives", "Over 4,000 hives", 'and "4,000 hives" is none of them'),
        ("hives", "4,600 swarms", 'print numbers in units that the chart has, and "4,600 swarms" is in none of them'),
        ("hives", "$4,600", 'in units that the chart has, and "$4,600" is in none of them'),
        ("hives", "Accounts are 1.4 times apart", 'and "1.4 times" compares no two; the nearest is 1.15 times'),
        (
            "hives",
            "Hives in 2012",
            'name times that the chart\'s numbers are from, and "2012" is none of them; the nearest',
        ),
        (
            "honey",
            "Honey yield fell 12.5%",
            'and "12.5%" is none of them; the nearest is "12.5%" (honey-growth-report)',
        ),
        ("honey", "Honey yield rose 12.4%", 'and "12.4%" is none of them'),
        ("honey", "96 kg", 'and "96 kg" is none of them'),
        ("honey", "A jar at 8 to 12 euros", 'and "8 to 12 euros" is none of them'),
        ("honey", "96,5.1 tonnes", "print numbers that can be read, and"),
        (
            "survey",
            "Half of members treat",
            'and "Half" is none of them; the nearest is "45 per cent" (markets-report)',
        ),
        ("survey", "Twelve times as many", 'and "Twelve times" compares no two; the nearest is'),
        ("land", "Accounts are 1.4 times apart", 'and "1.4 times" compares no two'),
    ],
)
def test_what_the_chart_does_not_have_is_found(bees, chart, headline, message):
    (one,) = found(bees, chart, headline)
    assert one.startswith("headline must ")
    assert message in one


def test_it_is_found_at_its_cell(bees):
    change(bees, "charts", "losses", headline="Losses below 9.5%")
    (fault,) = faults(headlines_state_what_is_drawn, bees)
    assert (fault.rule, fault.table, fault.row, fault.field) == ("chart/headline", "charts", 3, "headline")
    assert fault.hint == "write what the chart has, in fewer digits if you like, or leave it out"


def test_each_number_is_found(bees):
    assert len(found(bees, "hives", "Hives: 17, 4,600 and 99 in 2012")) == 3


def test_a_number_in_a_name_or_a_definition_states_nothing(bees):
    assert len(found(bees, "losses", "Losses of those with two hives below 9%")) == 1
    change(bees, "indicators", "losses", definition="Share of keepers with two hives or more that lost one.")
    assert found(bees, "losses", "Losses of those with two hives below 9%") == []
    assert len(found(bees, "losses", "Losses of two below 9%")) == 1


def test_a_chart_without_numbers_has_none_to_state(bees):
    add(bees, "charts", {"chart_id": "none", "topic": "Bees", "name": "None", "headline": "9 hives in 2021, 2 times 9"})
    assert len(said(headlines_state_what_is_drawn, bees)) == 4


@pytest.mark.parametrize("table", ["charts", "indicators", "units", "observations"])
def test_a_table_that_is_not_there_is_another_finding(bees, table):
    change(bees, "charts", "hives", headline="17 hives")
    (bees[0] / f"{table}.csv").unlink()
    assert said(headlines_state_what_is_drawn, bees) == []


@pytest.fixture(scope="module")
def hives(tmp_path_factory) -> tuple[Observation, Units]:
    register = load(*collection.write(tmp_path_factory.mktemp("bees")))
    return register.observations["hives-letter"], register.units


@given(st.integers(1, 10**9), st.integers(1, 9))
def test_a_number_in_fewer_digits_is_the_number(hives, value, digits):
    number, units = hives
    number = replace(number, amount=amounts.stated(Decimal(value), codes.EXACT, None, discrete=True))
    assert list(strays(f"{written.amount(value, 'hives', digits)} stood there", [number], units)) == []


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_number_in_all_its_digits_is_no_other(hives, value, other):
    number, units = hives
    number = replace(number, amount=amounts.stated(Decimal(value * 10 + 1), codes.EXACT, None, discrete=True))
    assert bool(list(strays(f"{other * 10 + 1:,} hives", [number], units))) == (value != other)
