"""Rows about beekeeping, as the joined frame has them."""

from __future__ import annotations

from itertools import count
from typing import Any

import pandas as pd

from dashboard.charts import dates

UNITS = {
    "hives": ("hives", "hives"),
    "kg": ("kilograms", "kg"),
    "euros": ("euros", "€"),
    "percent": ("percent", "%"),
    "ha": ("hectares", "ha"),
    "km2": ("square kilometers", "km²"),
    "acres": ("acres", "acres"),
    "weeks": ("weeks", "weeks"),
}
SOURCES = {
    "almanac": ("The Keeper's Almanac", "Hedgerow Press", "document"),
    "letter": ("A Letter on Swarms and What Became of Them", "Meadow Weekly", "document"),
    "census": ("National Hive Census", "Office of Apiculture", "reference"),
    "survey": ("Apiary Survey", "Institute of Pollination", "reference"),
}
TEXT = ("chart_id", "topic", "change_of", "period_note", "printed", "attribution", "status", "author", "quote", "note")
NUMBERS = ("upper_value", "low", "high", "rounded_low", "rounded_high")

_numbers = count(1)


def row(indicator: str, said: str, value: float, unit: str = "hives", qualifier: str = "exact", **more: Any) -> dict:
    """One row; what is not given is as usual, and missing where that is usual."""
    source_id = more.pop("source_id", "almanac")
    title, publisher, kind = SOURCES[source_id]
    name, symbol = UNITS[unit]
    area = more.pop("area", "Upper Valley")
    usual = {
        "observation_id": f"bees-{next(_numbers)}",
        "indicator_id": indicator.lower().replace(" ", "-"),
        "indicator": indicator,
        "measure": "count",
        "area_id": area.lower().replace(" ", "-"),
        "area": area,
        "period": "2021",
        "period_basis": "stated",
        "said": said,
        "value": value,
        "unit_id": unit,
        "unit": name,
        "symbol": symbol,
        "qualifier": qualifier,
        "source_id": source_id,
        "source_kind": kind,
        "source": title,
        "publisher": publisher,
    }
    missing = dict.fromkeys((*TEXT, *NUMBERS), float("nan"))
    return missing | _bounds(value, qualifier) | usual | more


def _bounds(value: float, qualifier: str) -> dict[str, Any]:
    """The bounds that a qualifier sets, as the joined frame has them."""
    return {
        "low": value if qualifier in ("exact", "over", "at-least", "range") else float("nan"),
        "low_open": qualifier not in ("exact", "at-least", "range"),
        "high": value if qualifier in ("exact", "nearly", "under", "at-most") else float("nan"),
        "high_open": qualifier not in ("exact", "at-most", "range"),
        "approximate": qualifier == "about",
    }


def derived(indicator: str, said: str, value: float, unit: str = "hives", **more: Any) -> dict:
    """A calculated row: of no source, and without a period unless it is given."""
    nobody = {"source_id": float("nan"), "source": "Computed", "source_kind": "derived", "publisher": float("nan")}
    undated = {"period": float("nan"), "period_basis": "derived"}
    unbounded = {"low": float("nan"), "high": float("nan")}
    return row(indicator, said, value, unit) | unbounded | nobody | undated | more


def frame(*rows: dict) -> pd.DataFrame:
    return pd.DataFrame(list(rows))


def square(row: dict, kilometers: float) -> dict:
    """The row with its area converted to square kilometers."""
    return row | {"common_value": kilometers, "common_symbol": "km²"}


COLONIES = frame(
    row("Hives before winter", "almost 4,000 hives", 4000, qualifier="nearly"),
    row("Hives in spring", "3,150", 3150),
    row("Hives lent to orchards", "over 1,200", 1200, qualifier="over"),
    row("Hives moved uphill", "about 800", 800, qualifier="about", period="2020"),
    row("Hives split", "300 to 450 hives", 300, qualifier="range", upper_value=450.0),
    row("Hives without a queen", "fewer than 90", 90, qualifier="under"),
)
SURVEY = frame(
    row("Keepers who treat against mites", "two thirds", 66.6667, "percent", measure="share"),
    row("Keepers who treat against mites", "over 60%", 60, "percent", "over", measure="share", source_id="letter"),
    row("Keepers who sell at markets", "45 per cent", 45, "percent", measure="share"),
    row("Keepers who sell at markets", "45%", 45, "percent", measure="share", source_id="letter"),
    row("Keepers who paint their hives", "about 12%", 12, "percent", "about", measure="share"),
)
HONEY = frame(
    row("Honey yield", "96,000 kg", 96000, "kg", indicator_id="honey", measure="level", period_basis="to-date"),
    row("Growth of honey yield", "12.5%", 12.5, "percent", measure="change", change_of="honey", period_basis="to-date"),
    derived("Honey yield", "85,333 kg", 85333.3, "kg", indicator_id="honey", rounded_low=84850.0, rounded_high=85820.0),
    derived("Increase of honey yield", "10,667 kg", 10666.7, "kg", measure="change", change_of="honey"),
    row("Growth of wax sales", "more than 30%", 30, "percent", "over", measure="change"),
    row("Price of a jar", "9.50", 9.5, "euros", indicator_id="price", measure="level"),
    row("Fall of the price of a jar", "5%", -5, "percent", measure="change", change_of="price"),
)
MEADOWS = frame(
    square(row("Meadows of the valley", "over 40 square kilometers", 40, "km2", "over"), 40),
    square(row("Clover sown", "about 2,000 acres", 2000, "acres", "about", source_id="letter"), 8.09),
    square(row("Orchards", "350 ha", 350, "ha"), 3.5),
    square(row("Gardens", "up to 20 ha", 20, "ha", "at-most", period="2019"), 0.2),
)
SWARMS = frame(
    square(row("Heath burnt", "300 ha", 300, "ha", verdict="conflict"), 3),
    square(row("Heath burnt", "at least 2,000 acres", 2000, "acres", "at-least", source_id="letter"), 8.09),
    square(row("Heath replanted", "about 1 square kilometer", 1, "km2", "about"), 1),
    square(row("Heath replanted", "100 ha", 100, "ha", source_id="letter"), 1),
    square(row("Heath replanted", "nearly 150 ha", 150, "ha", "nearly", source_id="survey"), 1.5),
)
YEARS = frame(
    *(
        row("Hives kept", "", 5000 + 150.0 * (year % 7), source_id="census", period=str(year), measure="level")
        for year in range(1990, 2010)
    ),
    *(
        row("Hives kept", "", 5600 + 90.0 * (year % 5), source_id="survey", period=str(year), measure="level")
        for year in range(2010, 2022)
    ),
    row("Hives kept", "almost 4,000 hives", 4000, qualifier="nearly", period="2015-03/2015-06", measure="level"),
)
ODDS = frame(
    row("Honey per hive", "at least 12 kg", 12, "kg", "at-least"),
    row("Price of a jar", "9.50", 9.5, "euros"),
    row("Length of the season", "seven-week", 7, "weeks", measure="duration"),
)

_EVENTS = (
    ("1888", "Association of keepers founded", "institution"),
    ("1906-05", "First meadow fenced", "land"),
    ("191X", "Skeps give way to frames", "craft"),
    ("1939/1945", "Sugar is rationed", "law"),
    ("1977", "The mite is found in the valley, and keepers burn what they can", "disease"),
    ("1978", "Swarms are registered", "law"),
    ("1978", "First school of beekeeping", "institution"),
    ("2019-04-02", "Spraying near meadows is banned", "law"),
)


def events() -> pd.DataFrame:
    spans = [dates.span(period) or (float("nan"), float("nan")) for period, _, _ in _EVENTS]
    return pd.DataFrame(
        [
            {"event_id": f"event-{i}", "name": name, "kind": kind, "period": period, "first": a, "last": b, "flags": ""}
            for i, ((period, name, kind), (a, b)) in enumerate(zip(_EVENTS, spans, strict=True))
        ]
    )


def mentions() -> pd.DataFrame:
    found = [
        ("event-0", "in 1888", "1888", "almanac", ""),
        ("event-0", "1888", "1888", "letter", ""),
        ("event-2", "after 1912", "1912", "almanac", ""),
        ("event-4", "1977", "1977", "almanac", ""),
        ("event-4", "in 1979", "1979", "letter", "The notice of the find is of 1977"),
        ("event-5", "1981", "1981", "letter", ""),
    ]
    return pd.DataFrame(
        [
            {
                "mention_id": f"mention-{i}",
                "event_id": event_id,
                "printed": printed,
                "period": period,
                "source_id": source_id,
                "source": SOURCES[source_id][0],
                "erratum": erratum or float("nan"),
            }
            for i, (event_id, printed, period, source_id, erratum) in enumerate(found)
        ]
    )
