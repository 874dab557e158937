from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from dashboard.charts import choice, headlines
from dashboard.charts.drawing import lines
from dashboard.charts.drawing.content import Drawing
from tests import generated
from tests.dashboard.charts import bees
from tests.dashboard.charts.bees import calculated, drawing, land, number
from validation import vocabulary as codes
from validation.language.calendar import civil
from validation.model import accounts
from validation.model.observations import Observation
from validation.model.register import Register, load
from validation.rules.chart import strays

NOTHING = drawing()
SPACE = "\N{NO-BREAK SPACE}"


def headline(*numbers: Observation, kind: str = "", base: str = "") -> str:
    """The headline of these numbers, with plain spaces."""
    return headlines.headline(drawing(*numbers, kind=kind, base=base)).replace(SPACE, " ")


def growth(said: str, value: float, unit: str = "percent", **more: Any) -> Observation:
    """A growth of swarms."""
    of = {"measure": codes.CHANGE, "change_of": "swarms", "indicator": "swarming"}
    return number("Growth of swarms", said, value, unit, **of | more)


def share(said: str, value: float, definition: str, **more: Any) -> Observation:
    one = number("Keepers who sell at markets", said, value, "percent", measure=codes.SHARE, **more)
    return bees.of(one, definition=definition)


def line(*values: float, first: int = 2001) -> Drawing:
    """Hives kept in years that follow one another."""
    kept = [
        number("Hives kept", "", value, period=str(first + i), source="census", measure="level")
        for i, value in enumerate(values)
    ]
    return drawing(*kept, kind=codes.AS_SERIES)


@pytest.mark.parametrize(
    ("drawing", "text"),
    [
        (bees.HONEY, "Honey yield grew 12.5% to 96,000 kg so far in 2021"),
        (bees.COLONIES, "Almost 4,000 hives before winter in 2021. 3,150 hives in spring"),
        (bees.SURVEY, "Keepers who treat against mites: over 60% or two thirds in 2021"),
        (bees.SWARMS, "Heath burnt: accounts that contradict are over 2.7 times apart"),
        (bees.MEADOWS, "Meadows of the valley: over 40 km²"),
        (bees.YEARS, "Hives kept rose from 2015 to 2019, and fell in 2020"),
        (drawing(bees.ODDS.numbers[0]), "Honey per hive came to at least 12 kg in 2021"),
        (NOTHING, "No number stated"),
    ],
)
def test_headlines_state_the_finding(drawing: Drawing, text: str) -> None:
    assert headlines.headline(drawing).replace(SPACE, " ") == text


def test_a_persons_headline_goes_before_ours() -> None:
    assert headlines.headline(replace(bees.HONEY, headline="A good year for honey")) == "A good year for honey"


def test_an_area_is_held_against_another_only_where_a_reader_can_picture_it() -> None:
    valleys = [
        land("Valley", f"{size} km2", size, "km2", area=area) for area, size in (("Ash Valley", 90), ("Elm Valley", 30))
    ]
    assert headline(*valleys) == "Ash Valley, 90 km²: 3 times as large as Elm Valley"
    assert headline(*bees.MEADOWS.numbers[1:3]) == "Clover sown, about 2,000 acres: 2.3 times as large as Orchards"


def test_headlines_stay_short_and_say_nothing_twice() -> None:
    many = drawing(*(number(f"Meadow number {i}", f"{i} ha", i, "ha") for i in range(40)))
    assert len(headlines.headline(many)) <= headlines.LONGEST
    assert headline(number("Meadows", "4", 4, "ha"), number("Meadows", "4", 4, "ha")) == "Meadows came to 4 ha in 2021"


def test_a_name_goes_on_small_where_a_quote_writes_it_small() -> None:
    quotes = ("the Meadows of the valley", "some orchards, mown")
    both = (
        land("Meadows", "9 ha", 9, "ha", quote=quotes[0]),
        land("Orchards", "3 ha", 3, "ha", quote=quotes[1]),
    )
    assert headline(*both, kind=codes.AS_AREAS) == "Meadows, 9 ha: 3 times as large as orchards"


def test_accounts_of_one_quantity_are_one_clause() -> None:
    hives = (
        number("Hives", "90", 90),
        number("Hives", "70", 70, source="letter"),
        number("Hives", "seventy", 70, source="census"),
        number("Hives", "20", 20, period="2019"),
    )
    assert headline(*hives, kind=codes.AS_STATED) == "90 or 70 hives in 2021. 20 hives in 2019"


def test_accounts_that_differ_are_so_many_times_apart() -> None:
    def apart(*values: int, verdict: str = codes.DOUBT, unit: str = "hives") -> str:
        of = [
            number("Hives in spring", str(value), value, unit, source=source)
            for source, value in zip(("almanac", "letter"), values, strict=True)
        ]
        return headlines.headline(drawing(*of, kind=codes.AS_ACCOUNTS, verdict=verdict)).replace(SPACE, " ")

    assert apart(300, 100) == "How many hives in spring? Accounts that may agree are 3 times apart"
    assert apart(300, 100, verdict=codes.SCOPE) == "300 or 100 hives in spring in 2021"
    assert apart(30, 29) == "30 or 29 hives in spring in 2021"
    assert apart(30, 10, unit="percent") == "Hives in spring came to 30% or 10% in 2021"
    assert apart(30, -10, unit="kg") == "Hives in spring came to 30 kg or −10 kg in 2021"


def test_accounts_of_several_quantities_have_one_span() -> None:
    names = ("Heath burnt", "Heath mown")
    of = [land(name, f"{ha} ha", ha, "ha", source=source) for name in names for ha, source in AREAS[name].items()]
    of.append(land(names[1], "some 90 ha", 90, "ha", codes.ABOUT, source="letter"))
    found = drawing(*of, kind=codes.AS_ACCOUNTS)
    assert headlines.headline(found) == "Bees: accounts that contradict are 2 to 5 times apart", "some 90 may be 10"


AREAS = {"Heath burnt": {10: "almanac", 20: "letter"}, "Heath mown": {10: "almanac", 50: "census"}}


def test_growth_of_one_thing_is_one_clause() -> None:
    two = [growth("110 percent", 110, source="census"), growth("93%", 93, source="survey")]
    assert headline(*two) == "Swarms grew 110% or 93% in 2021"
    lower = growth("2%", 2, area="Lower Valley")
    assert headline(lower, two[0]) == "Swarms grew 2% in 2021", "what documents state leads"
    stated = [replace(one, source=replace(one.source, kind=codes.DOCUMENT)) for one in (*two, lower)]
    assert headline(*stated) == "Swarms, Upper Valley, grew 110% or 93% in 2021. Swarms, Lower Valley, grew 2%"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (growth("more than 5%", 5, qualifier=codes.OVER), "grew more than 5%"),
        (growth("5%", -5), "fell 5%"),
        (growth("-5%", -5), "fell 5%"),
        (growth("half", 50), "grew by half"),
        (growth("5 to 9%", 5, upper=9), "grew between 5% and 9%"),
        (growth("5 to 9%", -9, upper=-5), "fell between 5% and 9%"),
        (growth("3,000 kg", 3000, "kg"), "grew by 3,000 kg"),
        (growth("5%", 5, period_basis=codes.TO_DATE), "grew 5% so far"),
    ],
)
def test_a_change_grows_or_falls(number: Observation, text: str) -> None:
    assert headline(number) == f"Swarms {text} in 2021"


def test_a_change_that_is_neither_stands_beside_its_name() -> None:
    assert headline(growth("0%", 0)) == "Growth of swarms: 0% in 2021"
    assert headline(growth("over -5%", -5, qualifier=codes.OVER)) == "Growth of swarms: over −5% in 2021"
    fell = calculated("Growth of swarms", "−5%", -5, "percent", measure=codes.CHANGE)
    assert headline(fell) == "Growth of swarms: −5% (calculated)"


def test_a_growth_beside_its_level_leads() -> None:
    swarms = number("Swarms", "80", 80, "kg", indicator="swarms", measure="level")
    skeps = number("Skeps", "9", 9)
    found = headline(skeps, growth("5%", 5), swarms, kind=codes.AS_STATED)
    assert found == "Swarms grew 5% to 80 kg in 2021. Skeps came to 9 hives"


def test_a_references_growth_is_told_where_no_document_has_one() -> None:
    found = headline(growth("9%", 9, source="census"), number("Skeps", "9", 9), kind=codes.AS_GROWTH)
    assert found == "Swarms grew 9% in 2021"


def test_a_share_does_what_its_definition_says() -> None:
    definition = "Share of the members of the union who sell at markets, by the union's count; where it has one."
    sell = share("two fifths", 40, definition)
    assert headline(sell) == "Two fifths of members of the union sell at markets (Upper Valley, 2021)"
    assert headline(sell, base="of members") == "Two fifths sell at markets (Upper Valley, 2021)"
    undated = share("over 40%", 40, definition, qualifier=codes.OVER, period_basis=codes.UNSTATED)
    assert headline(undated, base="of members") == "Over 40% sell at markets (Upper Valley)"
    assert headline(share("40%", 40, "Sales at markets.")) == "Keepers who sell at markets: 40% in 2021"


def test_all_numbers_are_in_one_style_but_for_fractions() -> None:
    assert headline(bees.ODDS.numbers[2]) == "Length of the season came to 7 weeks in 2021"
    losses = number("Losses", "Around 20 pct", 20, "percent", codes.ABOUT, measure="level")
    assert headline(losses) == "Losses came to around 20% in 2021"
    behind = number("Losses", "20% or more", 20, "percent", codes.AT_LEAST, measure="level", printed="20%")
    assert headline(behind) == "Losses came to at least 20% in 2021"


def test_what_documents_state_leads_and_what_it_is_held_against_does_not() -> None:
    census = number("Hives", "5,000", 5000, source="census")
    stated = number("Hives", "almost 4,000", 4000, qualifier=codes.NEARLY)
    assert headline(census, stated, kind=codes.AS_STATED) == "Almost 4,000 hives in 2021"
    assert headline(census, stated) == "How many hives? Accounts that contradict are over 1.2 times apart"


def test_calculated_numbers_do_not_lead() -> None:
    more = drawing(*bees.SURVEY.numbers, calculated("Sum of shares", "117%", 117, "percent"))
    assert headlines.headline(more) == headlines.headline(bees.SURVEY)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ((10, 30, 20, 50, 45), "more than doubled from 2003 to 2004, and fell in 2005"),
        ((100, 80, 60, 40), "more than halved from 2001 to 2004, to 40 hives"),
        ((100, 101, 100, 99.5), "changed little from 2001 to 2004"),
        ((30, 60, 59.5, 50, 45), "doubled from 2001 to 2002, and fell until 2005"),
        ((2_000_000, 3_000_000, 5_864_321), "nearly tripled from 2001 to 2003, to 5.864 million hives"),
        ((-5, 5, 20), "rose from 2001 to 2003, to 20 hives"),
    ],
)
def test_a_line_tells_its_last_turns(values: tuple[float, ...], text: str) -> None:
    assert headlines.headline(line(*values)).replace(SPACE, " ") == f"Hives kept {text}"


def test_over_years_that_nobody_has_a_line_neither_rises_nor_falls() -> None:
    found = [
        number("Hives", "", value, measure="level", period=year)
        for year, value in (("2001", 50), ("2002", 40), ("2009", 60))
    ]
    assert headlines.headline(drawing(*found)).replace(SPACE, " ") == (
        "Hives: 50 hives in 2001, 40 hives in 2002, 60 hives in 2009"
    )


def test_a_headline_speaks_of_the_line_that_stands_out() -> None:
    low, high = ([number(name, "", value, measure="level", period=str(2000 + i)) for i, value in enumerate(values)]
                 for name, values in (("Skeps", (9, 5, 7)), ("Hives", (9, 20, 30))))  # fmt: skip
    for numbers in ([*low, *high], [*high, *low]):
        drawn, _ = lines.split(drawing(*numbers).numbers)
        hero = lines.rank(drawn).hero
        assert hero is not None
        assert hero.numbers == high
        assert headlines.headline(drawing(*numbers)).startswith("Hives more than tripled")


def test_a_series_without_a_line_says_what_is_stated() -> None:
    assert headline(number("Hives kept", "9", 9), kind=codes.AS_SERIES) == "9 hives kept in 2021"


@settings(max_examples=settings().max_examples // 4, suppress_health_check=[HealthCheck.too_slow])
@given(generated.collections())
@pytest.mark.long
def test_the_headlines_of_what_validates_are_one_line_that_states_what_is_drawn(made: generated.Collection) -> None:
    with tempfile.TemporaryDirectory() as folder:
        register = load(*generated.write(made, Path(folder)))
    for found in drawings(register):
        text = headlines.headline(found)
        assert text.splitlines() == [text.strip()]
        strange = [one.message for one in strays(text, found.numbers, register.units)]
        assert [said for said in strange if not any(year in said for year in far_years(found))] == []


def drawings(register: Register) -> Iterator[Drawing]:
    keys = [f"{kind}/{name}" for kind in ("chart", "indicator") for name in getattr(register, f"{kind}s")]
    keys += [f"accounts/{quantity.id}" for quantity in accounts.groups(register)]
    return (found for key in keys if (found := choice.find(register, key)))


def far_years(found: Drawing) -> set[str]:
    """Years that a reader of a text does not take for years as they are: those long before and after ours."""
    times = [one.period for one in found.numbers if one.period]
    far = [time for time in times if not all(1000 <= civil(day).year < 2100 for day in time.days)]
    return {year for time in far for year in re.findall(r"[0-9]{2,}", time.words)}


@pytest.mark.parametrize(
    ("drawing", "text"),
    [
        (bees.COLONIES, "Hives, 2020–2021."),
        (bees.SURVEY, "Percent, 2021. The shares overlap: they add up to more than 100%."),
        (replace(bees.SURVEY, base="of keepers", numbers=bees.SURVEY.numbers[:2]), "Percent of keepers, 2021."),
        (drawing(growth("5%", 5), kind=codes.AS_GROWTH), "Growth in percent. 2021."),
        (
            drawing(
                share("40%", 40, "Share of the members who sell at markets."),
                share("30%", 30, "Share of honey among the goods of a market, by weight."),
                share("20%", 20, "Markets that sell honey, in percent of the markets of a valley."),
                share("10%", 10, "Honey sold."),
                number("Markets", "9", 9),
            ),
            "2021. Shares are of members, of the goods of a market and of the markets of a valley.",
        ),
        (
            drawing(*bees.HONEY.numbers[:2]),
            "Kilograms. 2021 so far.",
        ),
        (bees.MEADOWS, "Square kilometers; the squares are true to scale. 2019–2021."),
        (bees.SWARMS, "Square kilometers on one scale, each account in its own unit. 2021."),
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


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        (["2021", "2023"], "Hives, 2021–2023."),
        (["2023-01/2023-03", "2023-01/2023-04"], "Hives, parts of 2023."),
        (["2023-01/2023-03", "2023-01/2023-04", ""], "Hives, parts of 2023, some periods not stated."),
        (["2023-01/2023-03", "2023"], "Hives, 2023, some part-year."),
        (["2023-01/2023-03", "2021", ""], "Hives, 2021–2023, some part-year, some not stated."),
        (["2021", ""], "Hives, 2021, some periods not stated."),
    ],
)
def test_a_subtitle_says_that_not_all_are_whole_years(periods: list[str], said: str) -> None:
    numbers = [number("Hives", str(90 - i), 90 - i, period=period) for i, period in enumerate(periods)]
    assert headlines.subtitle(drawing(*numbers, kind=codes.AS_STATED)) == said


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
    assert headlines.timeline_headline(bees.EVENTS) == (
        "8 dated events; 1 date is wrong in a document, 1 event is dated differently"
    )
    assert headlines.timeline_headline(bees.EVENTS[:1]) == "1 dated event"
    text = headlines.timeline_alternative(bees.EVENTS)
    assert text.startswith("1888 Association of keepers founded; May 1906 First meadow fenced; the 1910s Skeps")
    assert "(“1981” in Meadow Weekly, dated differently)" in text


def test_words_that_give_no_date_are_not_counted_as_one() -> None:
    told = bees.dating("In return", "", "letter", codes.WRONG_WORDS)
    found = [*bees.EVENTS[:1], bees.event("The mite is found", "1977", "disease", told)]
    assert headlines.timeline_headline(found) == "2 dated events; 1 is told in wrong words"


def test_it_is_said_where_it_is_not_sure_that_a_document_is_wrong() -> None:
    assert headlines.timeline_confidence(bees.EVENTS) == (
        "Of the wrong ones 1 rests on references of less than high confidence."
    )
    assert headlines.timeline_confidence(bees.EVENTS[:1]) == ""


def test_a_timeline_says_which_events_it_has_from_when_to_when() -> None:
    assert headlines.timeline_scope(bees.EVENTS) == "1888 to 2019, on one even scale"
    assert headlines.timeline_scope(bees.EVENTS[:1], "Founding") == "Founding: 1888, on one even scale"


def test_a_timeline_explains_what_it_draws() -> None:
    assert headlines.timeline_subtitle(bees.EVENTS[:1]) == "A bar is a date no finer than that."
    assert "the order of rows says nothing" in headlines.timeline_subtitle(bees.EVENTS)


def test_a_timeline_has_no_words_for_what_has_no_date() -> None:
    some_day = bees.event("Some day", "")
    assert headlines.timeline_headline([*bees.EVENTS, some_day]) == headlines.timeline_headline(bees.EVENTS)
    assert headlines.timeline_alternative([*bees.EVENTS, some_day]) == headlines.timeline_alternative(bees.EVENTS)
    assert headlines.timeline_scope([some_day]) == "No event dated"
    assert headlines.timeline_alternative([]) == "No event dated."


PLANNED = {"status": codes.FORECAST_STATUS}


def test_no_forecast_is_told_beside_results() -> None:
    got, target = number("Hives", "96", 96), number("Hives", "100", 100, **PLANNED)
    assert headline(got, target, kind=codes.AS_STATED) == headline(got, kind=codes.AS_STATED)
    assert "100" not in headline(got, target, kind=codes.AS_ACCOUNTS)


def test_a_forecast_alone_is_told_as_one_and_not_as_a_result() -> None:
    weight = number("Honey yield", "90 kg", 90, "kg", **PLANNED)
    assert headline(weight) == "Honey yield: 90 kg (plan or forecast) in 2021"
    assert headline(growth("5%", 5, **PLANNED)) == "Growth of swarms: 5% (plan or forecast) in 2021"
    assert headline(number("Hives", "96", 96, **PLANNED)) == "Hives: 96 hives (plan or forecast) in 2021"
    planned = share("45%", 45, "Share of the members who sell at markets.", **PLANNED)
    assert headline(planned) == "Keepers who sell at markets: 45% (plan or forecast) in 2021"


@pytest.mark.parametrize(
    ("status", "words"), [(codes.ESTIMATED_STATUS, "estimate"), (codes.UNVERIFIED_STATUS, "unverified report")]
)
def test_headlines_say_what_is_an_estimate_or_unverified(status: str, words: str) -> None:
    weight = number("Honey yield", "90 kg", 90, "kg", status=status)
    assert headline(weight) == f"Honey yield came to 90 kg ({words}) in 2021"
    assert headline(number("Hives", "96", 96, status=status)) == f"96 hives ({words}) in 2021"
    assert f"90 kg ({words})" in headlines.alternative(drawing(weight))


def test_no_verb_that_qualifies_a_number_follows_another() -> None:
    weight = number("Honey yield", "exceed 90 kg", 90, "kg", codes.OVER)
    assert headline(weight) == "Honey yield came to over 90 kg in 2021"
