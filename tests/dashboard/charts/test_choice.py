from __future__ import annotations

import pytest

from dashboard.charts import choice as kinds
from dashboard.charts.kinds import areas
from dashboard.charts.kinds.alone import Card, cards
from tests.dashboard.charts import bees


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (bees.COLONIES, "stated"),
        (bees.SURVEY, "shares"),
        (bees.HONEY, "growth"),
        (bees.MEADOWS, "areas"),
        (bees.SWARMS, "accounts"),
        (bees.YEARS, "series"),
        (bees.ODDS, "alone"),
        (bees.COLONIES[:1], "alone"),
        (bees.COLONIES[:0], "alone"),
    ],
)
def test_the_kind_follows_from_the_data(rows, kind):
    assert kinds.choose(rows) == kind


def test_the_kind_can_be_asked_for():
    assert kinds.choose(bees.SURVEY, "accounts") == "accounts"
    with pytest.raises(ValueError, match="growth, series, shares, areas, accounts, stated, alone, not 'donut'"):
        kinds.choose(bees.SURVEY, "donut")


def test_units_are_given_panels_only_where_each_has_something_to_compare():
    two = bees.frame(*bees.COLONIES.to_dict("records"), *bees.MEADOWS.to_dict("records"))
    assert kinds.choose(two) == "stated"
    assert kinds.choose(bees.frame(*bees.COLONIES.to_dict("records"), bees.row("Price", "9", 9, "euros"))) == "alone"


def test_the_same_number_again_is_no_chart():
    assert kinds.choose(bees.frame(bees.row("Meadows", "four", 4), bees.row("Meadows", "four", 4))) == "alone"
    same = bees.frame(bees.row("Meadows", "four", 4), bees.row("Meadows", "4", 4, source_id="letter"))
    assert kinds.choose(same) == kinds.choose(same, "accounts") == "alone"
    assert kinds.choose(same.assign(qualifier=["exact", "over"])) == "accounts"


def test_areas_too_far_apart_for_squares_are_not_drawn_as_squares():
    tiny = bees.MEADOWS.assign(common_value=[40.0, 8.0, 3.0, 40 / areas.EXTREME / 2])
    assert kinds.choose(tiny) == "stated"


def test_what_has_no_place_in_time_is_no_series():
    assert kinds.choose(bees.YEARS.assign(period="")) == "stated", "and what matches nothing is no account"


def test_accounts_are_of_one_period_that_is_known():
    two = (bees.row("Hives", "90", 90), bees.row("Hives", "70", 70, source_id="letter"))
    rows = bees.frame(*two)
    assert kinds.choose(rows) == "accounts"
    assert kinds.choose(rows.assign(period=["2020", "2021"])) == "stated"
    assert kinds.choose(rows.assign(period=["2021", ""])) == "stated"
    assert kinds.choose(rows.assign(period_basis=["to-date", "stated"])) == "stated"


def test_one_area_at_several_times_is_not_several_areas():
    rows = bees.MEADOWS.assign(indicator="Meadows", indicator_id="meadows", period=["2018", "2019", "2020", ""])
    assert kinds.choose(rows) == "stated"


def test_calculated_rows_do_not_change_the_kind():
    more = bees.frame(*bees.SURVEY.to_dict("records"), bees.derived("Sum of shares", "117%", 117, "percent"))
    assert kinds.choose(more) == "shares"


def test_draw_draws_the_chosen_kind_and_says_where_there_is_no_figure():
    assert kinds.draw(bees.SURVEY, width=390) == kinds.FIGURES["shares"](bees.SURVEY, width=390)
    with pytest.raises(ValueError, match="cards"):
        kinds.draw(bees.ODDS)


def test_numbers_alone_are_cards_in_their_words():
    first, *_, last = cards(bees.ODDS)
    assert first == Card(
        observation_id=bees.ODDS["observation_id"][0],
        name="Honey per hive",
        before="at least",
        number="12",
        after="kg",
        converted="",
        qualifier="at-least",
        period="2021",
        source="The Keeper's Almanac",
        derived=False,
    )
    assert (last.before, last.number, last.after) == ("", "seven", "week")


def test_words_without_a_number_are_the_number():
    assert cards(bees.frame(bees.row("Swarms", "hardly any", 1)))[0].number == "hardly any"
