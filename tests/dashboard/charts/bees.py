"""Numbers and events about beekeeping, and what a chart draws of them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import count
from typing import Any

from dashboard.charts.choice import choose
from dashboard.charts.drawing.content import Drawing
from validation import vocabulary as codes
from validation.language import periods
from validation.model.accounts import Erratum
from validation.model.events import Dating, Event
from validation.model.observations import Derived, Observation, stated_words
from validation.model.readings import reading_of
from validation.model.subjects import NOBODY, NOWHERE, Area, Chart, Indicator, Source
from validation.quantities import amounts
from validation.quantities.amounts import Amount
from validation.quantities.formulas import Result
from validation.quantities.units import Unit

UNITS = {
    name: Unit(name, words, symbol, (), "")
    for name, words, symbol in (
        ("hives", "hives", "hives"),
        ("kg", "kilograms", "kg"),
        ("euros", "euros", "€"),
        ("percent", "percent", "%"),
        ("ha", "hectares", "ha"),
        ("km2", "square kilometers", "km²"),
        ("acres", "acres", ""),
        ("weeks", "weeks", ""),
    )
}
# How many square kilometers make one; an acre that is a little too small, for round numbers.
FACTORS = {"ha": Decimal("0.01"), "acres": Decimal("0.004045"), "km2": Decimal(1)}
SOURCES = {
    source.id: source
    for source in (
        Source("almanac", codes.DOCUMENT, "The Keeper's Almanac", publisher="Hedgerow Press"),
        Source("letter", codes.DOCUMENT, "A Letter on Swarms and What Became of Them", publisher="Meadow Weekly"),
        Source("census", codes.REFERENCE, "National Hive Census", publisher="Office of Apiculture"),
        Source("survey", codes.REFERENCE, "Apiary Survey", publisher="Institute of Pollination", confidence="medium"),
    )
}
BEES = Chart("bees", "Bees", "Bees")

_numbers = count(1)


def number(
    name: str, said: str, value: float, unit: str = "hives", qualifier: str = codes.EXACT, **more: Any
) -> Observation:
    """One number that a source states; `upper` makes it a range, `common` is the unit it is compared in."""
    of = _of(name, unit, more)
    upper = more.pop("upper", None)
    reading = reading_of(f"{value} to {upper}") if upper else None
    amount = amounts.stated(Decimal(str(value)), qualifier, reading, discrete=False)
    usual: dict[str, Any] = {
        "id": f"bees-{next(_numbers)}",
        "period": periods.known(more.pop("period", "2021")),
        "period_basis": codes.STATED,
        "words": said or stated_words("", "", amount, qualifier, UNITS[unit].symbol),
        "printed": _printed(said),
        "amount": amount,
        "qualifier": qualifier,
        "status": "A",
        "source": SOURCES[more.pop("source", "almanac")],
        "evidence": codes.UNVERIFIED,
    }
    return Observation(**of | usual | more)


def _printed(said: str) -> str:
    """What a source prints that says so: the number, behind what qualifies it."""
    number = re.search(r"\S*[0-9].*|\S+-\S+", said)
    return number[0] if number else ""


def calculated(name: str, said: str, value: float, unit: str = "hives", **more: Any) -> Derived:
    """A number that was calculated: without a period unless it is given; `low` and `high` bound it."""
    of = _of(name, unit, more)
    low, high = (more.pop(end, None) for end in ("low", "high"))
    rounded = more.pop("rounded", (value, value))
    qualifier = codes.RANGE if low and high else codes.OVER if low else codes.UNDER if high else codes.EXACT
    amount = Amount(
        value=Decimal(str(value)),
        qualifier=qualifier,
        low=_decimal(low),
        high=_decimal(high),
        low_open=False,
        high_open=False,
        rounded_low=Decimal(str(rounded[0])),
        rounded_high=Decimal(str(rounded[1])),
        assumed=False,
        approximate=False,
    )
    usual: dict[str, Any] = {
        "id": f"bees-{next(_numbers)}",
        "period": periods.known(more.pop("period", "")),
        "period_basis": codes.OF_CALCULATION,
        "words": said,
        "amount": amount,
        "qualifier": qualifier,
        "status": "E",
        "source": NOBODY,
        "evidence": codes.OF_CALCULATION,
        "formula": "",
        "result": Result(amount, ()),
        "operands": (),
    }
    return Derived(**of | usual | more)


def drawing(*numbers: Observation, kind: str = "", base: str = "", verdict: str = "") -> Drawing:
    """What a chart draws, as the kind that is asked for or that follows; `verdict` is that on its first two numbers."""
    said = {frozenset(one.id for one in numbers[:2]): verdict} if verdict else {}
    return Drawing("chart/bees", numbers, choose(numbers, kind), base, said)


def changed(drawing: Drawing, **more: Any) -> Drawing:
    """The drawing with something else in each of its numbers."""
    return drawing.of(replace(one, **more) for one in drawing.numbers)


def of(number: Observation, **more: Any) -> Observation:
    """The number with something else in its indicator."""
    return replace(number, indicator=replace(number.indicator, **more))


def _of(name: str, unit: str, more: dict[str, Any]) -> dict[str, Any]:
    """What a number is of: its indicator and area, its unit, how that converts."""
    common, area = more.pop("common", unit), more.pop("area", "Upper Valley")
    indicator = Indicator(
        more.pop("indicator", name.lower().replace(" ", "-")),
        name,
        BEES,
        more.pop("measure", "count"),
        UNITS[common],
        more.pop("change_of", ""),
    )
    return {
        "indicator": indicator,
        "area": Area(area.lower().replace(" ", "-"), area),
        "unit": UNITS[unit],
        "factor": Decimal(1) if common == unit else FACTORS[unit] / FACTORS[common],
    }


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def land(name: str, said: str, value: float, unit: str, qualifier: str = codes.EXACT, **more: Any) -> Observation:
    """A number that is compared in square kilometers."""
    return number(name, said, value, unit, qualifier, common="km2", **more)


COLONIES = drawing(
    number("Hives before winter", "almost 4,000 hives", 4000, qualifier=codes.NEARLY),
    number("Hives in spring", "3,150", 3150),
    number("Hives lent to orchards", "over 1,200", 1200, qualifier=codes.OVER),
    number("Hives moved uphill", "about 800", 800, qualifier=codes.ABOUT, period="2020"),
    number("Hives split", "300 to 450 hives", 300, upper=450),
    number("Hives without a queen", "fewer than 90", 90, qualifier=codes.UNDER),
)
_SHARE = {"measure": codes.SHARE}
SURVEY = drawing(
    number("Keepers who treat against mites", "two thirds", 66.6667, "percent", **_SHARE),
    number("Keepers who treat against mites", "over 60%", 60, "percent", codes.OVER, source="letter", **_SHARE),
    number("Keepers who sell at markets", "45 per cent", 45, "percent", **_SHARE),
    number("Keepers who sell at markets", "45%", 45, "percent", source="letter", **_SHARE),
    number("Keepers who paint their hives", "about 12%", 12, "percent", codes.ABOUT, **_SHARE),
)
_YIELD = {"indicator": "honey", "measure": "level"}
_CHANGE = {"measure": codes.CHANGE}
_TO_DATE = {"period_basis": codes.TO_DATE}
HONEY = drawing(
    number("Honey yield", "96,000 kg", 96000, "kg", **_YIELD, **_TO_DATE),
    number("Growth of honey yield", "12.5%", 12.5, "percent", change_of="honey", **_CHANGE, **_TO_DATE),
    calculated("Honey yield", "85,333 kg", 85333.3, "kg", rounded=(84850, 85820), **_YIELD),
    calculated("Increase of honey yield", "10,667 kg", 10666.7, "kg", change_of="honey", **_CHANGE),
    number("Growth of wax sales", "more than 30%", 30, "percent", codes.OVER, **_CHANGE),
    number("Price of a jar", "9.50", 9.5, "euros", indicator="price", measure="level"),
    number("Fall of the price of a jar", "5%", -5, "percent", change_of="price", **_CHANGE),
)
MEADOWS = drawing(
    land("Meadows of the valley", "over 40 square kilometers", 40, "km2", codes.OVER),
    land("Clover sown", "about 2,000 acres", 2000, "acres", codes.ABOUT, source="letter"),
    land("Orchards", "350 ha", 350, "ha"),
    land("Gardens", "up to 20 ha", 20, "ha", codes.AT_MOST, period="2019"),
)
SWARMS = drawing(
    land("Heath burnt", "300 ha", 300, "ha"),
    land("Heath burnt", "at least 2,000 acres", 2000, "acres", codes.AT_LEAST, source="letter"),
    land("Heath replanted", "about 1 square kilometer", 1, "km2", codes.ABOUT),
    land("Heath replanted", "100 ha", 100, "ha", source="letter"),
    land("Heath replanted", "nearly 150 ha", 150, "ha", codes.NEARLY, source="survey"),
    verdict=codes.CONFLICT,
)
_KEPT = {"name": "Hives kept", "measure": "level"}
YEARS = drawing(
    *(
        number(said="", value=5000 + 150 * (year % 7), source="census", period=str(year), **_KEPT)
        for year in range(1990, 2010)
    ),
    *(
        number(said="", value=5600 + 90 * (year % 5), source="survey", period=str(year), **_KEPT)
        for year in range(2010, 2022)
    ),
    number(said="almost 4,000 hives", value=4000, qualifier=codes.NEARLY, period="2015-03/2015-06", **_KEPT),
)
ODDS = drawing(
    number("Honey per hive", "at least 12 kg", 12, "kg", codes.AT_LEAST),
    number("Price of a jar", "9.50", 9.5, "euros"),
    number("Length of the season", "seven-week", 7, "weeks", measure="duration"),
)


def event(name: str, period: str, kind: str = "land", *datings: Dating) -> Event:
    """Something dated, "" for without a date."""
    named: dict[str, Any] = {"id": name.lower().replace(" ", "-"), "name": name, "kind": kind, "note": ""}
    return Event(**named, area=NOWHERE, period=periods.known(period), datings=datings, authorities=())


def dating(printed: str, period: str, source: str = "almanac", verdict: str = "") -> Dating:
    """A source's dating; a wrong one has an erratum, which a reference of medium confidence sets right."""
    wrong = verdict in (codes.WRONG_DATE, codes.WRONG_WORDS)
    return Dating(
        id=f"{source}-{period}",
        event_id="",
        printed=printed,
        period=periods.known(period),
        period_basis=codes.STATED,
        source=SOURCES[source],
        start=None,
        end=None,
        quote="",
        note="",
        erratum=Erratum("", printed, "", "A slip.", "") if wrong else None,
        authority=SOURCES["survey"] if wrong else None,
        conflicts=(),
        verdict=verdict,
    )


EVENTS = [
    event(
        "Association of keepers founded",
        "1888",
        "institution",
        dating("in 1888", "1888"),
        dating("1888", "1888", "letter"),
    ),
    event("First meadow fenced", "1906-05"),
    event("Skeps give way to frames", "191X", "craft", dating("after 1912", "1912")),
    event("Sugar is rationed", "1939/1945", "law"),
    event(
        *("The mite is found in the valley, and keepers burn what they can", "1977", "disease"),
        dating("1977", "1977"),
        dating("in 1979", "1979", "letter", codes.WRONG_DATE),
    ),
    event("Swarms are registered", "1978", "law", dating("1981", "1981", "letter", codes.OTHER_DATE)),
    event("First school of beekeeping", "1978", "institution"),
    event("Spraying near meadows is banned", "2019-04-02", "law"),
]
