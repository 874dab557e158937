from __future__ import annotations

from typing import Any

import pytest

from dashboard.charts.quantities import agree, distance, groups, in_time, verdict
from dashboard.charts.rows import records
from tests.dashboard.charts import bees


def rows(*found: dict) -> list[dict]:
    return records(bees.frame(*found))


def hives(said: str, value: float, qualifier: str = "exact", **more: Any) -> dict:
    return bees.row("Hives", said, value, qualifier=qualifier, **more)


@pytest.mark.parametrize(
    "other",
    [
        {"period": "2022"},
        {"period": "2021-01/2021-04"},
        {"period": float("nan"), "period_basis": "unstated"},
        {"period_basis": "to-date"},
        {"area": "Lower Valley"},
        {"indicator_id": "skeps"},
    ],
)
def test_accounts_of_one_quantity_share_indicator_area_and_a_known_period(other):
    assert len(groups(rows(hives("9", 9), hives("8", 8)))) == 1
    assert len(groups(rows(hives("9", 9), hives("8", 8, **other)))) == 2


def test_what_has_no_period_matches_nothing_not_even_its_like():
    undated = [hives("9", 9, period="", period_basis="unstated"), hives("8", 8, period="", period_basis="unstated")]
    assert [quantity.title for quantity in groups(rows(*undated))] == ["Hives", "Hives"]


def test_titles_say_area_and_period_where_there_are_several():
    found = groups(rows(hives("9", 9), hives("8", 8, area="Lower Valley"), hives("7", 7, period="2020")))
    assert [quantity.title for quantity in found] == [
        "Hives, Upper Valley, 2021",
        "Hives, Lower Valley",
        "Hives, Upper Valley, 2020",
    ]


def test_periods_of_one_thing_come_in_order_of_time_those_unknown_last():
    years = ("", "2022", "2020", "2021")
    found = in_time(rows(bees.row("Skeps", "1", 1), *(hives(year, 9, period=year) for year in years)))
    assert [row["period"] for row in found] == ["2021", "2020", "2021", "2022", ""]


@pytest.mark.parametrize(
    ("one", "other", "can_both_be_true"),
    [
        (hives("over 30", 30, "over"), hives("33", 33), True),
        (hives("over 30", 30, "over"), hives("30", 30), False),
        (hives("at least 30", 30, "at-least"), hives("30", 30), True),
        (hives("nearly 30", 30, "nearly"), hives("33", 33), False),
        (hives("about 30", 30, "about"), hives("90", 90), True),
        (hives("30", 30, high=30.5), hives("30.4", 30.4), True),
    ],
)
def test_accounts_agree_where_their_bounds_meet(one, other, can_both_be_true):
    assert agree(rows(one, other)) == agree(rows(other, one)) == can_both_be_true
    assert bool(distance(rows(one | {"value": 31.0}, other))) != can_both_be_true


def test_bounds_are_held_against_one_another_in_one_unit():
    converted = [bees.square(hives("300", 300), 3), bees.square(hives("over 2", 2, "over"), 2)]
    assert agree(rows(*converted))


def test_the_gravest_verdict_counts_and_one_account_is_no_distance():
    found = records(bees.SWARMS)
    assert verdict([found[0] | {"verdict": "scope"}, found[1] | {"verdict": "conflict"}]) == "conflict"
    assert verdict(found[3:]) == ""
    assert distance(found[:1]) == ""
    assert distance(found[:2]) == "2.7 times apart"
    assert distance([found[0], found[0] | {"verdict": "doubt"}]) == ""


def test_a_distance_is_said_where_a_verdict_asks_for_it_and_of_percent_in_points():
    shares = [bees.row("Losses", f"about {value}%", value, "percent", "about") for value in (58, 70.6)]
    assert distance(rows(*shares)) == ""
    assert distance(rows(shares[0] | {"verdict": "doubt"}, shares[1])) == "12.6 points apart"
