"""Growth, the level it led to and the one it started from."""

from __future__ import annotations

import pytest

from tests.validation.rules.asking import Folders, add, change, faults, said
from validation.rules.growth import growths_fit

EARLIER = {
    "observation_id": "honey-earlier",
    "indicator_id": "honey",
    "area_id": "ash-valley",
    "period": "2020",
    "period_basis": "stated",
    "value": "96",
    "unit_id": "t",
    "qualifier": "exact",
    "status": "A",
    "source_id": "letter-on-bees",
}


def earlier(bees: Folders, **cells: str) -> list[str]:
    """What is said when the yield of the year before is another; it rose 12.5% to 96 tonnes."""
    add(bees, "observations", EARLIER | cells)
    return said(growths_fit, bees)


def test_a_growth_that_does_not_fit_is_found_at_its_row(bees):
    add(bees, "observations", EARLIER)
    (fault,) = faults(growths_fit, bees)
    assert (fault.row, fault.field, fault.value) == (3, "value", "12.5%")
    assert fault.message == ('a growth of "12.5%" must lead from 96 t (honey-earlier) to "96 tonnes" (honey-report)')


@pytest.mark.parametrize(
    "cells",
    [
        {"value": "85.3"},
        {"qualifier": "about"},
        {"qualifier": "under"},
        {"period": "2019"},
        {"period": "2020-12"},
        {"period_basis": "to-date"},
        {"unit_id": "kg", "value": "96000"},
        {"area_id": ""},
        {"printed": "a third", "quote": "a third of it"},
    ],
    ids=str,
)
def test_what_fits_or_cannot_be_compared_is_none(bees, cells):
    assert earlier(bees, **cells) == []


def test_a_leap_year_is_a_year(bees):
    change(bees, "observations", "honey-growth-report", period="2021-02")
    change(bees, "observations", "honey-report", period="2021-02")
    assert len(earlier(bees, period="2020-02")) == 1


def test_a_growth_that_is_registered_as_a_conflict_need_not_fit(bees):
    ids = {"conflict_id": "rise", "left_id": "honey-report", "right_id": "honey-growth-report"}
    add(bees, "conflicts", ids | {"verdict": "scope", "explanation": "Another valley."})
    assert earlier(bees) == []


def test_a_collection_without_growth_says_nothing(bees):
    change(bees, "indicators", "honey-growth", measure="share", change_of="")
    assert earlier(bees) == []
