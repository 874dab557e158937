from __future__ import annotations

from dashboard.charts.rows import (
    Name,
    common,
    common_symbol,
    converted,
    cut,
    hover,
    names,
    period,
    records,
    said,
    short_source,
    short_sources,
)
from tests.dashboard.charts import bees


def one(**more: object) -> dict:
    return records(bees.frame(bees.row("Hives kept", "about 90", 90, qualifier="about") | more))[0]


def test_missing_texts_are_empty_and_missing_numbers_are_none():
    row = one(upper_value=float("nan"), note=float("nan"))
    assert row["upper_value"] is None
    assert row["note"] == ""
    assert row["value"] == 90.0


def test_a_number_without_words_is_written_out():
    assert said(one(said=float("nan"))) == "90\N{NO-BREAK SPACE}hives"
    assert said(one()) == "about 90"


def test_the_common_unit_is_the_rows_own_unless_it_was_converted():
    plain, acres = one(), records(bees.MEADOWS)[1]
    assert (common(plain), common_symbol(plain), converted(plain)) == (90, "hives", "")
    assert (common(acres), common_symbol(acres)) == (8.09, "km²")
    assert converted(acres, "= ") == "= 8.09\N{NO-BREAK SPACE}km²"


def test_periods_say_what_their_basis_adds():
    assert period(one(period="2021")) == "2021"
    assert period(one(period_basis="to-date")) == "2021, year to date"
    assert period(one(period="2021-01/2021-04", period_basis="to-date")) == "January–April 2021"
    assert period(one(period_basis="inferred")) == "2021 (inferred)"
    assert period(one(period=float("nan"), period_basis="unstated")) == "period not stated"
    assert period(records(bees.frame(bees.derived("Hives", "9", 9)))[0]) == ""


def test_pointing_says_name_words_period_and_source():
    assert hover(one()) == "<b>Hives kept</b><br>about 90<br>2021<br>The Keeper's Almanac"


def test_names_say_only_what_tells_rows_apart():
    rows = bees.frame(bees.row("Hives", "9", 9), bees.row("Keepers", "2", 2))
    assert names(records(rows)) == [Name("Hives"), Name("Keepers")]
    rows = bees.frame(
        bees.row("Hives", "9", 9, period="2020"),
        bees.row("Hives", "8", 8, area="Lower Valley", source_id="letter"),
        bees.derived("Sum", "17", 17),
    )
    assert names(records(rows)) == [
        Name("Hives, Upper Valley", "2020 · Hedgerow Press"),
        Name("Hives, Lower Valley", "2021 · Meadow Weekly"),
        Name("Sum", "calculated"),
    ]


def test_sources_are_named_shortly_and_never_alike():
    rows = records(bees.SURVEY)
    assert short_sources(rows) == {"almanac": "Hedgerow Press", "letter": "Meadow Weekly"}
    same = [row | {"publisher": "Hedgerow Press"} for row in rows]
    assert short_sources(same)["letter"] == "A Letter on Swarms…"
    keepers = [row | {"author": "Anna Wicker" if row["source_id"] == "letter" else ""} for row in same]
    assert short_sources(keepers)["letter"] == "Anna Wicker"
    assert short_source(keepers[1] | {"publisher": ""}) == "Anna Wicker"
    twins = [row | {"publisher": "", "source": "The long and winding annals of " + row["source_id"]} for row in rows]
    assert short_sources(twins)["letter"] == "The long and winding annals of letter"


def test_references_are_named_by_their_publisher_though_several_have_it():
    same = [row | {"publisher": "Hedgerow Press", "source_kind": "reference"} for row in records(bees.SURVEY)]
    assert short_sources(same) == {"almanac": "Hedgerow Press", "letter": "Hedgerow Press"}


def test_titles_are_cut_at_a_word_that_says_something():
    assert cut("National Hive Census") == "National Hive Census"
    assert cut("A Letter on Swarms and What Became of Them") == "A Letter on Swarms…"
    assert cut("Supercalifragilisticexpialidocious") == "Supercalifragilisticexpial…"


def test_a_calculated_bound_stands_where_it_bounds():
    less = bees.derived("Hives left", "under 90", 120, qualifier="under", high=90.0, common_value=12.0)
    more = bees.derived("Hives left", "over 80", 120, qualifier="over", low=80.0)
    assert [(row["value"], row.get("common_value")) for row in records(bees.frame(less, more))] == [(90, 9), (80, None)]


def test_squares_are_set_as_such_where_the_words_are_ours():
    assert said(one(said="90 km2", source_kind="reference")) == "90 km²"
    assert said(one(said="90 m2 of CO2", source_kind="reference")) == "90 m² of CO2"
    assert said(one(said="90 km2")) == "90 km2"
