"""What is printed: of a number its value and unit, of a dating the mention's time."""

from __future__ import annotations

import pytest

from tests.validation.rules.asking import Folders, change, said
from validation.rules.printed import dates_agree, no_other_unit_follows, values_are_what_is_printed


@pytest.mark.parametrize(
    ("key", "cells", "messages"),
    [
        ("hives-letter", {"printed": "many"}, ["printed must be a number: 'many' must begin with a number in digits"]),
        ("hives-letter", {"value": "6400"}, ['value must be 4600, as "4,600 hives" says, not 6400']),
        ("mite-treatment-report", {"value": "66.67"}, ['value must be 66.6667, as "two thirds" says, not 66.67']),
        ("mite-treatment-report", {"unit_id": "stones"}, []),  # what a share comes to depends on the unit
        ("hives-letter", {"unit_id": "keepers"}, ['unit_id must be the unit that "4,600 hives" names, and "hives"']),
        ("markets-report", {"printed": "€45"}, ['unit_id must be the unit that "€45" names, and "€" is no word for']),
    ],
)
def test_a_value_is_what_is_printed(bees, key, cells, messages):
    change(bees, "observations", key, **cells)
    found = said(values_are_what_is_printed, bees)
    assert [message[: len(must)] for message, must in zip(found, messages, strict=True)] == messages


def test_the_unit_behind_the_number_counts_where_it_was_not_copied(bees):
    change(bees, "observations", "meadow-area-letter", printed="5", unit_id="ha")
    assert said(no_other_unit_follows, bees) == [
        'unit_id must be the unit behind "5"; "square kilometres" is no word for ha'
    ]


def test_a_number_may_go_without_the_unit_behind_it(bees):
    change(bees, "observations", "meadow-area-letter", printed="5")
    assert said(no_other_unit_follows, bees) == []


def dated(bees: Folders, printed: str, period: str, basis: str = "stated") -> str:
    """What is said of a mention that is printed so and has this period."""
    change(bees, "mentions", "association-founded-report", printed=printed, period=period, period_basis=basis)
    return "".join(said(dates_agree, bees))


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("1888", "1888"),
        ("the 1920s", "192X"),
        ("1980-88", "1980/1988"),
        ("21 July 2008", "2008-07-21"),
        ("July 2023", "2023-07"),
        ("between May 1969 and June 1970", "1969/1970"),
        ("February 29, 2024", "2024-02-29"),
    ],
)
def test_a_dating_as_it_is_printed(bees, printed, period):
    assert dated(bees, printed, period) == ""


@pytest.mark.parametrize(
    ("printed", "period", "missed"),
    [
        ("1888", "1889", "hold 1888"),
        ("1888", "1888/1889", "not reach beyond 1888"),
        ("1888", "188X", "not reach beyond 1888"),
        ("1980-88", "1980/1987", "hold 1980 and 1988"),
        ("21 July 2008", "2008-07-12", "hold 21 July"),
        ("21 July 2008", "2008-06", "hold 21 July"),
        ("July 2023", "2023-08", "hold July"),
        ("February 29", "2023", "hold 29 February"),
    ],
)
def test_a_dating_that_is_not_what_is_printed(bees, printed, period, missed):
    assert dated(bees, printed, period) == f'period must {missed}, as printed "{printed}" says, not {period}'


@pytest.mark.parametrize(
    ("printed", "period", "missed"),
    [("In May", "2023-05", ""), ("In May", "2023", ""), ("In May", "2023-06", "hold May"), ("after 1989", "1990", "")],
)
def test_of_an_inferred_dating_only_months_and_days_are_compared(bees, printed, period, missed):
    assert missed in dated(bees, printed, period, "inferred")
    assert bool(missed) == bool(dated(bees, printed, period, "inferred"))
