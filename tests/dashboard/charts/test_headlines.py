from __future__ import annotations

import pytest

from dashboard.charts import headlines
from tests.dashboard.charts import bees


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (bees.HONEY, "Honey yield up 12.5% to 96,000 kg. Price of a jar down 5% to 9.50. Wax sales up more than 30%"),
        (
            bees.COLONIES,
            "Hives before winter: almost 4,000 hives. Hives in spring: 3,150. Hives lent to orchards: over 1,200",
        ),
        (bees.SURVEY, "Keepers who treat against mites: over 60% or two thirds. Keepers who sell at markets: 45%"),
        (
            bees.SWARMS,
            "Heath burnt: 300 ha against at least 2,000 acres, 2.7 times apart. "
            "Heath replanted: 100 ha or nearly 150 ha",
        ),
        (bees.MEADOWS, "Meadows of the valley: over 40 square kilometers"),
        (bees.YEARS, "Hives kept: 5,600\N{NO-BREAK SPACE}hives in 2010, 5,690\N{NO-BREAK SPACE}hives in 2021"),
        (bees.ODDS[:1], "Honey per hive: at least 12 kg"),
        (bees.ODDS[:0], "No number stated"),
    ],
)
def test_headlines_state_the_finding(rows, text):
    assert headlines.headline(rows) == text


def test_an_area_is_held_against_another_only_where_a_reader_can_picture_it():
    valleys = [
        bees.square(bees.row("Valley", f"{size} km2", size, "km2", area=area), size)
        for area, size in (("Ash Valley", 90), ("Elm Valley", 30))
    ]
    assert headlines.headline(bees.frame(*valleys)) == "Ash Valley: 90 km2, 3 times as large as Elm Valley"
    assert (
        headlines.headline(bees.MEADOWS.iloc[1:3]) == "Clover sown: about 2,000 acres, 2.3 times as large as Orchards"
    )


def test_headlines_stay_short_and_say_nothing_twice():
    many = bees.frame(*(bees.row(f"Meadow number {i}", f"{i} ha", i, "ha") for i in range(40)))
    assert len(headlines.headline(many)) <= headlines.LONGEST
    same = bees.frame(bees.row("Meadows", "four", 4), bees.row("Meadows", "four", 4))
    assert headlines.headline(same) == "Meadows: four"


def test_a_name_goes_on_small_where_a_quote_writes_it_small():
    quotes = ("the Meadows of the valley", "some orchards, mown")
    rows = bees.frame(
        bees.square(bees.row("Meadows", "9 ha", 9, "ha", quote=quotes[0]), 9),
        bees.square(bees.row("Orchards", "3 ha", 3, "ha", quote=quotes[1]), 3),
    )
    assert headlines.headline(rows, "areas") == "Meadows: 9 ha, 3 times as large as orchards"


def test_accounts_of_one_quantity_are_one_clause_in_a_documents_words():
    rows = bees.frame(
        bees.row("Hives", "90", 90),
        bees.row("Hives", "70", 70, source_id="letter"),
        bees.row("Hives", "seventy", 70, source_id="census"),
        bees.row("Hives", "20", 20, period="2019"),
    )
    assert headlines.headline(rows, "stated") == "Hives, 2021: 90 or 70. Hives, 2019: 20"


def test_growth_of_one_thing_is_one_clause():
    growth = {"measure": "change", "change_of": "swarms", "indicator_id": "swarming"}
    two = [
        bees.row("Growth of swarms", said, value, "percent", source_id=source, **growth)
        for said, value, source in (("110 percent", 110, "census"), ("93%", 93, "survey"))
    ]
    assert headlines.headline(bees.frame(*two)) == "Swarms up 110 percent or up 93%"
    apart = [two[0], bees.row("Growth of swarms", "2%", 2, "percent", area="Lower Valley", **growth)]
    assert headlines.headline(bees.frame(apart[1], apart[0]), "growth") == "Swarms up 2%"
    assert headlines.headline(bees.frame(*two, apart[1]).assign(source_kind="document"), "growth") == (
        "Swarms, Upper Valley, up 110 percent or up 93%. Swarms, Lower Valley, up 2%"
    )


def test_words_that_need_a_noun_are_quoted():
    assert headlines.headline(bees.ODDS[2:]) == "Length of the season: “seven-week”"


def test_a_word_that_began_its_sentence_does_not_begin_ours():
    rows = bees.frame(bees.row("Losses", "Around 20%", 20, "percent", "about", measure="share"))
    assert headlines.headline(rows) == "Losses: around 20%"


def test_what_documents_state_leads_and_what_it_is_held_against_does_not():
    rows = bees.frame(
        bees.row("Hives", "5,000", 5000, source_id="census"),
        bees.row("Hives", "almost 4,000", 4000, qualifier="nearly"),
    )
    assert headlines.headline(rows, "stated") == "Hives: almost 4,000"
    assert headlines.headline(rows, "accounts") == "Hives: almost 4,000 or 5,000, 25% apart"
    assert headlines.headline(rows[1:], "accounts") == "Hives: almost 4,000"


def test_calculated_numbers_do_not_lead():
    rows = bees.frame(*bees.SURVEY.to_dict("records"), bees.derived("Sum of shares", "117%", 117, "percent"))
    assert headlines.headline(rows) == headlines.headline(bees.SURVEY)


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (bees.COLONIES, "Hives, 2020–2021."),
        (bees.SURVEY, "Percent, 2021. The shares overlap: they add up to more than 100%."),
        (bees.SURVEY[:2].assign(base="of keepers asked"), "Percent of keepers asked, 2021."),
        (
            bees.HONEY[:2],
            "Growth in percent; pale bars are what came before, drawn equally long. 2021, year to date.",
        ),
        (bees.MEADOWS, "Square kilometers; the squares are true to scale. 2019–2021."),
        (bees.SWARMS, "Each in its own words and unit, on one scale of square kilometers. 2021."),
        (bees.ODDS.assign(period_basis="unstated"), "Period not stated."),
        (
            bees.COLONIES.assign(period_basis=["unstated", *["stated"] * 5]),
            "Hives, 2020–2021, some periods not stated.",
        ),
        (bees.COLONIES[:0], ""),
    ],
)
def test_subtitles_say_unit_and_period(rows, text):
    assert headlines.subtitle(rows) == text


def test_the_key_explains_the_marks_in_the_documents_words():
    assert headlines.key(bees.COLONIES) == (
        "A bar that thins out before a line means “almost”; an arrow means “over”; a blurred end means “about”; "
        "a pale span means a range; a bar that thins out long before a line means “fewer than”."
    )
    assert headlines.key(bees.MEADOWS).startswith("An arrow means “over”; a blurred edge means “about”")
    assert headlines.key(bees.COLONIES[1:2], "stated") == ""
    assert headlines.key(bees.ODDS) == ""


def test_the_key_says_what_gray_means_and_how_calculated_bounds_are_drawn():
    assert headlines.key(bees.SWARMS).endswith(". Gray: public statistics.")
    assert "Gray" not in headlines.key(bees.YEARS), "lines have colors of their own"
    assert "Gray" not in headlines.key(bees.MEADOWS[:2])
    bounded = bees.derived("Hives left", "under about 90 hives", 120, qualifier="under", high=90.0)
    rows = bees.frame(bees.row("Hives", "200", 200), bounded)
    assert headlines.key(rows, "stated") == "A bar that thins out long before a line means “under about”."


def test_the_alternative_has_every_number():
    text = headlines.alternative(bees.COLONIES)
    assert all(said in text for said in bees.COLONIES["said"])
    assert text.endswith("fewer than 90 (2021) – stated by Hedgerow Press.")
    assert headlines.alternative(bees.SURVEY).endswith("about 12% (Hedgerow Press) – 2021.")
    assert headlines.alternative(bees.ODDS[:0]) == "No number stated."


def test_the_alternative_of_a_line_has_its_ends_and_its_peak():
    text = headlines.alternative(bees.YEARS)
    assert text.startswith(
        "Hives kept (Office of Apiculture): 5,300\N{NO-BREAK SPACE}hives in 1990, "
        "5,000\N{NO-BREAK SPACE}hives in 2009, highest 5,900\N{NO-BREAK SPACE}hives in 1994; "
    )
    assert "almost 4,000 hives" in text


def test_timelines_have_words_too():
    events, mentions = bees.events(), bees.mentions()
    assert headlines.timeline_headline(events, mentions) == "8 events from 1888 to 2019, 2 of them dated differently"
    assert headlines.timeline_headline(events[:1], mentions) == "1 event from 1888 to 1888"
    assert headlines.timeline_headline(events[:0], mentions) == "No event dated"
    text = headlines.timeline_alternative(events, mentions)
    assert text.startswith("1888 Association of keepers founded; May 1906 First meadow fenced; the 1910s Skeps")
    assert "(“1981” in A Letter on Swarms…)" in text


def test_each_source_is_named_once_by_its_title():
    assert headlines.sources(bees.SURVEY) == ["The Keeper's Almanac", "A Letter on Swarms and What Became of Them"]
