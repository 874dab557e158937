"""A small collection about something else entirely: bees, with documents, units and qualifiers of its own."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

from validation.files import package as packaging
from validation.files.schemas import TABLES

REPORT = """The Honey Year

Keepers in the Ash Valley took in almost 4,000 hives before winter, the association says. Honey yield rose 12.5% to 96 tonnes \
in 2021, while losses over the cold months stayed below 9%. Each hive gave at least 12 kg, and prices of 8 to 11 euros per jar held.

A survey among members found that two thirds treat against mites and 45 per cent sell at markets. The valley has a dozen \
meadows of some 350 hectares. The association was founded in 1888 by 24 keepers, nearly a century before the first mite was \
found in 1977. At most 6 swarms were lost.

Readers write: 77 of us disagree.
"""
LETTER = """A Letter on Bees

Around 4,600 hives stood in the Ash Valley before winter, and honey yield reached about 90 tonnes in 2021. Up to 15% of the colonies \
died. The mite came in 1979. Its meadows cover 5 square kilometres.
"""

SOURCES: list[dict[str, Any]] = [
    {
        "source_id": "honey-year",
        "file": "report.txt",
        "short_name": "The Honey Year",
        "title": "The Honey Year",
        "published": "2022",
        "body_end": REPORT.index("Readers write"),
    },
    {
        "source_id": "letter-on-bees",
        "file": "letter.txt",
        "short_name": "A Letter on Bees",
        "title": "A Letter on Bees",
        "published": "2022-03",
        "body_end": len(LETTER),
    },
]
TEXTS = {"honey-year": REPORT, "letter-on-bees": LETTER}

CHARTS = [
    {"chart_id": "hives", "topic": "Colonies", "name": "Hives in the valley"},
    {"chart_id": "honey", "topic": "Honey", "name": "Honey yield"},
    {"chart_id": "losses", "topic": "Colonies", "name": "Losses"},
    {"chart_id": "survey", "topic": "Keepers", "name": "What keepers do", "kind": "shares"},
    {"chart_id": "land", "topic": "Land", "name": "Meadows"},
]
UNITS = [
    {"unit_id": "euros", "name": "euros", "symbol": "€", "words": "euros per jar|euros"},
    {"unit_id": "ha", "name": "hectares", "symbol": "ha", "words": "hectares|ha", "pint": "hectare"},
    {"unit_id": "hives", "name": "hives", "symbol": "hives", "words": "hives|hive"},
    {"unit_id": "keepers", "name": "keepers", "symbol": "keepers", "words": "keepers"},
    {"unit_id": "kg", "name": "kilograms", "symbol": "kg", "words": "kg", "pint": "kilogram"},
    {
        "unit_id": "km2",
        "name": "square kilometres",
        "symbol": "km²",
        "words": "square kilometres",
        "pint": "kilometer ** 2",
    },
    {"unit_id": "meadows", "name": "meadows", "symbol": "meadows", "words": "meadows"},
    {
        "unit_id": "percent",
        "name": "percent",
        "symbol": "%",
        "words": "%|per cent|percent",
        "pint": "percent",
    },
    {"unit_id": "swarms", "name": "swarms", "symbol": "swarms", "words": "swarms"},
    {"unit_id": "t", "name": "tonnes", "symbol": "t", "words": "tonnes", "pint": "tonne"},
]
AREAS = [{"area_id": "ash-valley", "name": "Ash Valley", "kind": "region"}]

# indicator, name, chart, measure, unit, change_of
INDICATORS = [
    ("founders", "Founding keepers", "survey", "count", "keepers", ""),
    ("hives", "Hives before winter", "hives", "count", "hives", ""),
    ("honey", "Honey yield", "honey", "level", "t", ""),
    ("honey-growth", "Growth of the honey yield", "honey", "change", "percent", "honey"),
    ("honey-per-hive", "Honey per hive", "honey", "level", "kg", ""),
    ("jar-price", "Price of a jar", "honey", "level", "euros", ""),
    ("losses", "Colonies lost over winter", "losses", "share", "percent", ""),
    ("markets", "Keepers who sell at markets", "survey", "share", "percent", ""),
    ("meadow-area", "Area of the meadows", "land", "level", "ha", ""),
    ("meadows", "Meadows", "land", "count", "meadows", ""),
    ("mite-treatment", "Keepers who treat against mites", "survey", "share", "percent", ""),
    ("swarms-lost", "Swarms lost", "losses", "count", "swarms", ""),
]
# id, indicator, printed, value, unit, qualifier, source, quote, period
OBSERVATIONS = [
    (
        "founders-1888",
        "founders",
        "24 keepers",
        "24",
        "keepers",
        "exact",
        "honey-year",
        "1888 by 24 keepers",
        "1888",
    ),
    (
        "hives-letter",
        "hives",
        "4,600 hives",
        "4600",
        "hives",
        "about",
        "letter-on-bees",
        "Around 4,600 hives stood in",
        "2021",
    ),
    (
        "hives-report",
        "hives",
        "4,000 hives",
        "4000",
        "hives",
        "nearly",
        "honey-year",
        "took in almost 4,000 hives before",
        "2021",
    ),
    (
        "honey-growth-report",
        "honey-growth",
        "12.5%",
        "12.5",
        "percent",
        "exact",
        "honey-year",
        "Honey yield rose 12.5% to",
        "2021",
    ),
    (
        "honey-letter",
        "honey",
        "90 tonnes",
        "90",
        "t",
        "about",
        "letter-on-bees",
        "yield reached about 90 tonnes in",
        "2021",
    ),
    (
        "honey-per-hive-report",
        "honey-per-hive",
        "12 kg",
        "12",
        "kg",
        "at-least",
        "honey-year",
        "hive gave at least 12 kg",
        "2021",
    ),
    ("honey-report", "honey", "96 tonnes", "96", "t", "exact", "honey-year", "12.5% to 96 tonnes in", "2021"),
    (
        "jar-price-report",
        "jar-price",
        "8 to 11 euros per jar",
        "8",
        "euros",
        "exact",
        "honey-year",
        "prices of 8 to 11 euros per jar held",
        "2021",
    ),
    (
        "losses-letter",
        "losses",
        "15%",
        "15",
        "percent",
        "at-most",
        "letter-on-bees",
        "Up to 15% of the colonies",
        "2021",
    ),
    (
        "losses-report",
        "losses",
        "9%",
        "9",
        "percent",
        "under",
        "honey-year",
        "months stayed below 9%",
        "2021",
    ),
    (
        "markets-report",
        "markets",
        "45 per cent",
        "45",
        "percent",
        "exact",
        "honey-year",
        "mites and 45 per cent sell",
        "",
    ),
    (
        "meadow-area-letter",
        "meadow-area",
        "5 square kilometres",
        "5",
        "km2",
        "exact",
        "letter-on-bees",
        "meadows cover 5 square kilometres",
        "",
    ),
    (
        "meadow-area-report",
        "meadow-area",
        "350 hectares",
        "350",
        "ha",
        "about",
        "honey-year",
        "meadows of some 350 hectares",
        "",
    ),
    (
        "meadows-report",
        "meadows",
        "a dozen",
        "12",
        "meadows",
        "exact",
        "honey-year",
        "valley has a dozen meadows",
        "",
    ),
    (
        "mite-treatment-report",
        "mite-treatment",
        "two thirds",
        "66.6667",
        "percent",
        "exact",
        "honey-year",
        "found that two thirds treat",
        "",
    ),
    (
        "swarms-lost-report",
        "swarms-lost",
        "6 swarms",
        "6",
        "swarms",
        "at-most",
        "honey-year",
        "At most 6 swarms were lost",
        "",
    ),
]
EVENTS = [
    {
        "event_id": "association-founded",
        "name": "The association is founded",
        "kind": "founding",
        "area_id": "ash-valley",
        "period": "1888",
    },
    {
        "event_id": "first-mite",
        "name": "The first mite is found",
        "kind": "disease",
        "area_id": "ash-valley",
        "period": "1977",
    },
]
# id, event, printed, period, source, quote
MENTIONS = [
    (
        "association-founded-report",
        "association-founded",
        "1888",
        "1888",
        "honey-year",
        "was founded in 1888 by",
    ),
    ("first-mite-letter", "first-mite", "1979", "1979", "letter-on-bees", "mite came in 1979"),
    ("first-mite-report", "first-mite", "1977", "1977", "honey-year", "was found in 1977"),
]
CONFLICTS = [
    {
        "conflict_id": "first-mite",
        "left_id": "first-mite-letter",
        "right_id": "first-mite-report",
        "verdict": "conflict",
        "explanation": "One has the mite in 1977, the other in 1979.",
    }
]
EXCLUSIONS = [
    ("honey-year", "tonnes in 2021, while losses", "period", "Dates the yield."),
    ("letter-on-bees", "tonnes in 2021", "period", "Dates the yield."),
]


def write(folder: Path) -> tuple[Path, Path]:
    """The collection written below `folder`: its datasets and its seeds."""
    datasets, seeds = folder / "datasets", folder / "seeds"
    datasets.mkdir(parents=True)
    seeds.mkdir()
    for source in SOURCES:
        (seeds / source["file"]).write_text(TEXTS[source["source_id"]], encoding="utf-8", newline="")
    for name, rows in _tables().items():
        write_table(datasets / f"{name}.csv", TABLES[name].columns, rows)
    about = {
        "name": "bees",
        "title": "Bees of the Ash Valley",
        "description": "Numbers on bees.",
        "version": "1.0.0",
    }
    (datasets / "datapackage.json").write_text(json.dumps(about), encoding="utf-8")
    packaging.describe(datasets)
    return datasets, seeds


def write_table(path: Path, columns: tuple[str, ...], rows: list[dict]) -> None:
    """One CSV as the register wants it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _tables() -> dict[str, list[dict]]:
    names = ("indicator_id", "name", "chart_id", "measure", "unit_id", "change_of")
    indicators = [
        dict(zip(names, row, strict=True)) | {"definition": f"{row[1]} as a source states it."} for row in INDICATORS
    ]
    empty = {name: [] for name in TABLES}
    return empty | {
        "sources": [_source(source) for source in SOURCES],
        "charts": sorted(CHARTS, key=lambda row: row["chart_id"]),
        "indicators": indicators,
        "units": UNITS,
        "areas": AREAS,
        "observations": [_observation(row) for row in OBSERVATIONS],
        "events": EVENTS,
        "conflicts": CONFLICTS,
        "mentions": [_mention(row) for row in MENTIONS],
        "exclusions": sorted(
            (_exclusion(row) for row in EXCLUSIONS), key=lambda row: (row["source_id"], int(row["start"]))
        ),
    }


def _source(source: dict[str, Any]) -> dict[str, Any]:
    text = TEXTS[source["source_id"]]
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return {"kind": "document", "language": "en", "sha256": sha256, "characters": len(text)} | source


def _place(source_id: str, quote: str) -> dict:
    start = TEXTS[source_id].index(quote)
    return {"source_id": source_id, "start": start, "end": start + len(quote), "quote": quote}


def _observation(row: tuple[str, ...]) -> dict:
    name, indicator, printed, value, unit, qualifier, source, quote, period = row
    basis = {"period": period, "period_basis": "stated" if period else "unstated"}
    said = {"printed": printed, "value": value, "unit_id": unit, "qualifier": qualifier, "status": "A"}
    return (
        {"observation_id": name, "indicator_id": indicator, "area_id": "ash-valley"}
        | basis
        | said
        | _place(source, quote)
    )


def _mention(row: tuple[str, ...]) -> dict:
    name, event, printed, period, source, quote = row
    dated = {
        "mention_id": name,
        "event_id": event,
        "printed": printed,
        "period": period,
        "period_basis": "stated",
    }
    return dated | _place(source, quote)


def _exclusion(row: tuple[str, ...]) -> dict:
    source, quote, reason, note = row
    return _place(source, quote) | {"reason": reason, "note": note}
