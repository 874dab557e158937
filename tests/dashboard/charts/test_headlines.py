from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.charts import headlines
from dashboard.charts.drawing.content import Drawing
from tests.dashboard.charts import bees
from tests.dashboard.charts.bees import drawing, land, number
from validation import vocabulary as codes

NOTHING = drawing()


@pytest.mark.parametrize(
    ("drawing", "text"),
    [
        (
            bees.HONEY,
            "Honey yield up 12.5% to 96,000 kg. Price of a jar down 5% to 9.50. Wax sales up more than 30%",
        ),
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
        (drawing(bees.ODDS.numbers[0]), "Honey per hive: at least 12 kg"),
        (NOTHING, "No number stated"),
    ],
)
def test_headlines_state_the_finding(drawing: Drawing, text: str) -> None:
    assert headlines.headline(drawing) == text


def test_an_area_is_held_against_another_only_where_a_reader_can_picture_it() -> None:
    valleys = [
        land("Valley", f"{size} km2", size, "km2", area=area) for area, size in (("Ash Valley", 90), ("Elm Valley", 30))
    ]
    assert headlines.headline(drawing(*valleys)) == "Ash Valley: 90 km2, 3 times as large as Elm Valley"
    two = drawing(*bees.MEADOWS.numbers[1:3])
    assert headlines.headline(two) == "Clover sown: about 2,000 acres, 2.3 times as large as Orchards"


def test_headlines_stay_short_and_say_nothing_twice() -> None:
    many = drawing(*(number(f"Meadow number {i}", f"{i} ha", i, "ha") for i in range(40)))
    assert len(headlines.headline(many)) <= headlines.LONGEST
    assert headlines.headline(drawing(number("Meadows", "four", 4), number("Meadows", "four", 4))) == "Meadows: four"


def test_a_name_goes_on_small_where_a_quote_writes_it_small() -> None:
    quotes = ("the Meadows of the valley", "some orchards, mown")
    both = (
        land("Meadows", "9 ha", 9, "ha", quote=quotes[0]),
        land("Orchards", "3 ha", 3, "ha", quote=quotes[1]),
    )
    found = headlines.headline(drawing(*both, kind=codes.AS_AREAS))
    assert found == "Meadows: 9 ha, 3 times as large as orchards"


def test_accounts_of_one_quantity_are_one_clause_in_a_documents_words() -> None:
    hives = drawing(
        number("Hives", "90", 90),
        number("Hives", "70", 70, source="letter"),
        number("Hives", "seventy", 70, source="census"),
        number("Hives", "20", 20, period="2019"),
        kind=codes.AS_STATED,
    )
    assert headlines.headline(hives) == "Hives, 2021: 90 or 70. Hives, 2019: 20"


def test_growth_of_one_thing_is_one_clause() -> None:
    growth = {"measure": codes.CHANGE, "change_of": "swarms", "indicator": "swarming"}
    two = [
        number("Growth of swarms", said, value, "percent", source=source, **growth)
        for said, value, source in (("110 percent", 110, "census"), ("93%", 93, "survey"))
    ]
    assert headlines.headline(drawing(*two)) == "Swarms up 110 percent or up 93%"
    lower = number("Growth of swarms", "2%", 2, "percent", area="Lower Valley", **growth)
    assert headlines.headline(drawing(lower, two[0])) == "Swarms up 2%", "what documents state leads"
    stated = [replace(one, source=replace(one.source, kind=codes.DOCUMENT)) for one in (*two, lower)]
    assert headlines.headline(drawing(*stated)) == (
        "Swarms, Upper Valley, up 110 percent or up 93%. Swarms, Lower Valley, up 2%"
    )


def test_a_references_growth_is_told_where_no_document_has_one() -> None:
    growth = number("Growth of swarms", "9%", 9, "percent", measure=codes.CHANGE, source="census")
    assert headlines.headline(drawing(growth, number("Skeps", "9", 9), kind=codes.AS_GROWTH)) == "Swarms up 9%"


def test_words_that_need_a_noun_are_quoted() -> None:
    assert headlines.headline(drawing(bees.ODDS.numbers[2])) == "Length of the season: “seven-week”"


def test_a_word_that_began_its_sentence_does_not_begin_ours() -> None:
    losses = number("Losses", "Around 20%", 20, "percent", codes.ABOUT, measure=codes.SHARE)
    assert headlines.headline(drawing(losses)) == "Losses: around 20%"


def test_what_documents_state_leads_and_what_it_is_held_against_does_not() -> None:
    census = number("Hives", "5,000", 5000, source="census")
    stated = number("Hives", "almost 4,000", 4000, qualifier=codes.NEARLY)
    assert headlines.headline(drawing(census, stated, kind=codes.AS_STATED)) == "Hives: almost 4,000"
    assert headlines.headline(drawing(census, stated)) == "Hives: almost 4,000 or 5,000, 25% apart"
    assert headlines.headline(drawing(stated)) == "Hives: almost 4,000"


def test_calculated_numbers_do_not_lead() -> None:
    more = drawing(*bees.SURVEY.numbers, bees.calculated("Sum of shares", "117%", 117, "percent"))
    assert headlines.headline(more) == headlines.headline(bees.SURVEY)


def test_a_series_without_a_line_says_what_is_stated() -> None:
    one = drawing(number("Hives kept", "9", 9), kind=codes.AS_SERIES)
    assert headlines.headline(one) == "Hives kept: 9"


@pytest.mark.parametrize(
    ("drawing", "text"),
    [
        (bees.COLONIES, "Hives, 2020–2021."),
        (bees.SURVEY, "Percent, 2021. The shares overlap: they add up to more than 100%."),
        (replace(bees.SURVEY, base="of keepers", numbers=bees.SURVEY.numbers[:2]), "Percent of keepers, 2021."),
        (
            drawing(*bees.HONEY.numbers[:2]),
            "Growth in percent; pale bars are what came before, drawn equally long. 2021, year to date.",
        ),
        (bees.MEADOWS, "Square kilometers; the squares are true to scale. 2019–2021."),
        (bees.SWARMS, "Each in its own words and unit, on one scale of square kilometers. 2021."),
        (bees.changed(bees.ODDS, period_basis=codes.UNSTATED), "Period not stated."),
        (
            drawing(number("Skeps", "9", 9, period_basis=codes.UNSTATED), *bees.COLONIES.numbers),
            "Hives, 2020–2021, some periods not stated.",
        ),
        (
            drawing(number("Skeps", "9", 9, period="-0043"), *bees.COLONIES.numbers[:2]),
            "Hives, 44 BC–2021.",
        ),
        (drawing(number("Clover", "9 acres", 9, "acres"), number("Heath", "8 acres", 8, "acres")), "Acres, 2021."),
        (NOTHING, ""),
    ],
)
def test_subtitles_say_unit_and_period(drawing: Drawing, text: str) -> None:
    assert headlines.subtitle(drawing) == text


def test_the_key_explains_the_marks_in_the_documents_words() -> None:
    assert headlines.key(bees.COLONIES) == (
        "A bar that thins out before a line means “almost”; an arrow means “over”; a blurred end means “about”; "
        "a pale span means a range; a bar that thins out long before a line means “fewer than”."
    )
    assert headlines.key(bees.MEADOWS).startswith("An arrow means “over”; a blurred edge means “about”")
    assert headlines.key(bees.SWARMS).startswith("An arrow from a line means “at least”; a halo means “about”")
    assert headlines.key(drawing(bees.COLONIES.numbers[1], kind=codes.AS_STATED)) == ""
    assert headlines.key(bees.ODDS) == ""


def test_the_key_says_what_a_mark_means_where_no_word_does() -> None:
    bare = number("Hives", "9", 9, qualifier=codes.AT_LEAST)
    assert headlines.key(drawing(bare, kind=codes.AS_STATED)) == "An arrow from a thick line means at least."


def test_the_key_says_what_gray_means_and_how_calculated_bounds_are_drawn() -> None:
    assert headlines.key(bees.SWARMS).endswith(". Gray: public statistics.")
    assert "Gray" not in headlines.key(bees.YEARS), "lines have colors of their own"
    assert "Gray" not in headlines.key(bees.MEADOWS)
    bounded = bees.calculated("Hives left", "under about 90 hives", 120, high=90)
    hives = drawing(number("Hives", "200", 200), bounded, kind=codes.AS_STATED)
    assert headlines.key(hives) == "A bar that thins out long before a line means under."


def test_the_alternative_has_every_number() -> None:
    text = headlines.alternative(bees.COLONIES)
    assert all(number.said in text for number in bees.COLONIES.numbers)
    assert text.endswith("fewer than 90 (2021) – stated by Hedgerow Press.")
    assert headlines.alternative(bees.SURVEY).endswith("about 12% (Hedgerow Press) – 2021.")
    assert headlines.alternative(NOTHING) == "No number stated."


def test_the_alternative_of_a_line_has_its_ends_and_its_peak() -> None:
    text = headlines.alternative(bees.YEARS)
    assert text.startswith(
        "Hives kept (Office of Apiculture): 5,300\N{NO-BREAK SPACE}hives in 1990, "
        "5,000\N{NO-BREAK SPACE}hives in 2009, highest 5,900\N{NO-BREAK SPACE}hives in 1994; "
    )
    assert "almost 4,000 hives" in text


def test_timelines_have_words_too() -> None:
    assert headlines.timeline_headline(bees.EVENTS) == "8 events from 1888 to 2019, 2 of them dated differently"
    assert headlines.timeline_headline(bees.EVENTS[:1]) == "1 event from 1888 to 1888"
    text = headlines.timeline_alternative(bees.EVENTS)
    assert text.startswith("1888 Association of keepers founded; May 1906 First meadow fenced; the 1910s Skeps")
    assert "(“1981” in Meadow Weekly)" in text


def test_a_timeline_has_no_words_for_what_has_no_date() -> None:
    some_day = bees.event("Some day", "")
    assert headlines.timeline_headline([*bees.EVENTS, some_day]) == headlines.timeline_headline(bees.EVENTS)
    assert headlines.timeline_alternative([*bees.EVENTS, some_day]) == headlines.timeline_alternative(bees.EVENTS)
    assert headlines.timeline_headline([some_day]) == "No event dated"
    assert headlines.timeline_alternative([]) == "No event dated."
