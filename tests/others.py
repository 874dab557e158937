"""A collection of extremes, as other people's may have them: values, periods, names and counts that strain each page.

Its numbers are below zero, tiny, huge or ranges; one chart has forty sources, one thirty accounts, one five hundred
years; names run from right to left, are equal, hold markup, or are long and without a space. It is always the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import combinations, islice, product
from pathlib import Path
from typing import Any

from tests.collection import write_table
from validation import vocabulary as codes
from validation.files import package
from validation.files.schemas import TABLES

Row = dict[str, Any]

ARABIC = "موانئ البحر الداخلي"
HEBREW = "דגים, מלח ועוגנים"
CHINESE = "內海鹽場的年產量與船隻"
EMOJI = "🐟 Fish of the sea 🇺🇳🧂"
MARKUP = "<b>Boats</b> & “nets”, 'lines' & \"hooks\""
UNBROKEN = ("Binnenmeerhafenverwaltungsgebührenordnungs" * 3)[:120]
NAMES = (ARABIC, HEBREW, CHINESE, EMOJI, MARKUP, UNBROKEN)
TOPICS = ("Extremes", "Many", "Long ago", "Shares", "Growth", *NAMES, "The rest")

CHARTS = 65
SOURCES = 40
DOCUMENTS = 12
ACCOUNTS = 30
PERIODS = 500

SEA, WEST, EAST, PORT, TWIN = "sea", "west", "east", "port", "port-again"
SAME_NAME, SAME_TITLE = "Boats at the pier", "The book of the pier"
BARE, SILENT = 10, 11  # the documents without author and date, and without a number

AREAS = {
    SEA: "The inland sea",
    WEST: "الشاطئ الغربي",
    EAST: "החוף המזרחי",
    PORT: "Twin Port",
    TWIN: "Twin Port",
    "lake": "鹽湖",
    "fish": EMOJI,
    "markup": MARKUP,
    "unbroken": UNBROKEN,
}
# name, symbol, words, pint
UNITS = {
    "boats": ("boats", "boats", "boats|boat", ""),
    "dinars": ("dinars", "د.ب", "dinars|dinar|דינר|دينار", ""),
    "dollars": ("dollars", "$", "$|dollars", ""),
    "degrees": ("degrees", "°", "degrees|°", ""),
    "harbors": ("harbors", "harbors", "harbors|harbor", ""),
    "km2": ("square kilometers", "km²", "square kilometers|km²", "kilometer ** 2"),
    "percent": ("percent", "%", "%|percent", "percent"),
    "tons": ("tons", "t", "tons|ton", "metric_ton"),
    "boats-per-harbor": ("boats per harbor", "boats per harbor", "", "boats / harbors"),
}
AUTHORS = (
    *("", "نزار قباني", "עמוס עוז", "王安憶", "Ann van den Berg; Li, Wei", MARKUP, UNBROKEN),
    "Ada King; Max Cruz; Eva Holm; Jan Novák; Ida Berg",
)
# Lines of a document around what is printed: two words of no language tell one from the others.
SAID_IN_ARABIC, SAID_IN_HEBREW = "في الميناء قالوا {} لكل قارب، كما يقولون", "במעגן אמרו {} לכל סירה, כך אומרים"
PLACES = ("Kadol", "ميناء حيفا", "נמל יפו", "鹽港", "Port 🐟", "Simol & Sons", "Marun")


class Making:
    """The tables as they are being made, and the text of each document."""

    def __init__(self) -> None:
        self.tables: dict[str, list[Row]] = {name: [] for name in TABLES}
        self.texts: dict[str, str] = {book(n): f"{SAME_TITLE}\n" for n in range(DOCUMENTS)}
        self.words = map("".join, product("bdfgklmnprtvz", "aeiou", "bdfgklmnprtvz", "aeiou"))
        self.units: dict[str, str] = {}
        self.lines = 0

    def add(self, table: str, **cells: Any) -> Row:
        self.tables[table].append(cells)
        return cells

    def chart(self, name: str, topic: int, title: str, kind: str = "", **more: str) -> str:
        self.add("charts", chart_id=name, topic=TOPICS[topic], name=title, kind=kind, **more)
        return name

    def indicator(self, name: str, chart: str, title: str, unit: str, measure: str = "level", of: str = "") -> str:
        self.units[name] = unit
        definition = f"Share of keepers who like {title}." if measure == codes.SHARE else f"As counted for {name}."
        where = {"indicator_id": name, "chart_id": chart, "change_of": of}
        self.add("indicators", **where, name=title, measure=measure, unit_id=unit, definition=definition)
        return name

    def alone(self, name: str, topic: int, title: str, unit: str, kind: str = "", measure: str = "level") -> str:
        """A chart of one indicator, which is called as it is."""
        return self.indicator(name, self.chart(name, topic, title, kind), title, unit, measure)

    def said(self, source: str, words: str, phrase: str = "") -> Row:
        """A line of a document around some words: where they stand, with as much as there is to quote."""
        self.lines += 1
        place = f"{next(self.words)} of {PLACES[self.lines % len(PLACES)]} has {{}} for {next(self.words)}"
        quote, text = (phrase or place).format(words), self.texts[source]
        start = len(text) + len("The " if not phrase else "")
        self.texts[source] = f"{text}{quote}.\n\n" if phrase else f"{text}The {quote}, they say.\n\n"
        return {"source_id": source, "start": start, "end": start + len(quote), "quote": quote}

    def number(
        self, indicator: str, period: str, value: str, source: str, printed: str = "", phrase: str = "", **more: str
    ) -> str:
        """A number of a document where it is printed, else of a reference's table; its id."""
        qualifier, name = more.get("qualifier", codes.EXACT), f"{indicator}-{len(self.tables['observations']):04d}"
        words = " ".join([*codes.QUALIFIERS[qualifier].said[:1], printed])
        place = self.said(source, words, phrase) if printed else {"locator": f"{PLACES[len(name) % len(PLACES)]}, A"}
        known = {"period": period, "period_basis": codes.INFERRED, "period_note": "By the head of the page."}
        cells = {"observation_id": name, "indicator_id": indicator, "area_id": SEA, "status": codes.STATED_STATUS}
        cells |= known if period else {"period_basis": codes.UNSTATED}
        cells |= {"value": value, "printed": printed, "qualifier": qualifier, "unit_id": self.units[indicator]}
        return self.add("observations", **cells | {"source_id": source} | place | more)["observation_id"]

    def calculated(self, name: str, indicator: str, period: str, formula: str, unit: str, area: str = SEA) -> None:
        where = {"derivation_id": name, "indicator_id": indicator, "area_id": area, "period": period}
        self.add("derivations", **where, formula=formula, unit_id=unit)

    def dated(self, event: str, period: str, source: str, printed: str) -> str:
        """What a document has for the date of an event; its id."""
        place = self.said(source, f"it in {printed}")
        name = f"{event}-{source}"
        known = {"period": period, "period_basis": codes.INFERRED, "note": "By the stars."}
        return self.add("mentions", mention_id=name, event_id=event, printed=printed, **known, **place)["mention_id"]

    def clash(self, left: str, right: str, verdict: str = codes.CONFLICT) -> None:
        names = {"conflict_id": f"of-{left}-{right}"[:80], "left_id": left, "right_id": right}
        self.add("conflicts", **names, verdict=verdict, explanation=f"They differ: {ARABIC}, {HEBREW}, {CHINESE}.")

    def check(self, number: str, reference: str, verdict: str) -> None:
        said = f"By the office of {HEBREW}, 2020."
        self.add("checks", observation_id=number, reference_id=reference, verdict=verdict, explanation=said)


def book(n: int) -> str:
    """The id of a document."""
    return f"book-{n:02d}"


def office(n: int) -> str:
    """The id of a reference."""
    return f"office-{n:02d}"


def write(folder: Path) -> tuple[Path, Path]:
    """The collection written below `folder`: its datasets and its seeds."""
    datasets, seeds = folder / "datasets", folder / "seeds"
    datasets.mkdir(parents=True)
    seeds.mkdir()
    made = make()
    for name, text in made.texts.items():
        (seeds / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    for name, spec in TABLES.items():
        rows = sorted(made.tables[name], key=lambda row: [row.get(key, "") for key in spec.key])
        write_table(datasets / f"{name}.csv", spec.columns, rows)
    about = {"name": "others", "title": f"Numbers of an inland sea: {HEBREW} & {ARABIC}", "shortTitle": "An inland sea"}
    (datasets / package.DESCRIPTOR).write_text(json.dumps(about), encoding="utf-8")
    package.describe(datasets)
    return datasets, seeds


def make() -> Making:
    """The whole collection."""
    made = Making()
    for name, title in AREAS.items():
        made.add("areas", area_id=name, name=title, kind="place")
    for name, (title, symbol, words, pint) in UNITS.items():
        made.add("units", unit_id=name, name=title, symbol=symbol, words=words, pint=pint)
    for part in (_sizes, _ranges, _series, _ages, _accounts, _shares, _growths, _calculated, _names, _rest, _events):
        part(made)
    _unfound(made)
    made.texts[book(SILENT)] += "\nNobody has ever counted anything here, the keepers say, and nobody will.\n"
    made.tables["sources"] += _sources(made)
    return made


def _sizes(made: Making) -> None:
    """Tiny beside huge, and each alone; below zero, and nothing but zeros."""
    extremes = made.alone("extremes", 0, "The smallest beside the largest", "degrees", codes.AS_STATED)
    made.number(extremes, "2020", "-0.0004", book(0), "−0.0004 degrees")
    made.number(extremes, "2020", "9100000000000000", book(1), "9,100,000,000,000,000 degrees", area_id=EAST)
    made.number(extremes, "2021", "3", office(0), area_id=WEST)
    tiny = made.alone("tiny", 0, "Tiny changes of the level", "degrees")
    made.number(tiny, "2020", "-0.0004", book(0), "−0.0004 degrees")
    made.number(tiny, "2021", "0.00000012", book(1), "0.00000012 degrees")
    huge = made.alone("huge", 0, "Salt in the whole sea", "tons")
    made.number(huge, "2020", "9100000000000000", book(0), "9,100,000,000,000,000 tons")
    made.number(huge, "2021", "8999999999999999", office(0))
    below = made.alone("below", 0, "Below zero and above", "degrees", codes.AS_STATED)
    for at, value in enumerate(("-5", "3", "-2.5", "0")):
        made.number(below, f"{2015 + at}", value, book(at), f"{value.replace('-', '−')} degrees")
    zeros = made.alone("zeros", 0, "Nothing at all", "boats")
    for at in range(3):
        made.number(zeros, f"{2015 + at}", "0", book(at), "0 boats")


def _ranges(made: Making) -> None:
    """Ranges that are set as large numbers, alone and beside others."""
    ranges = made.chart("ranges", 0, "Ranges that stand alone", codes.ALONE)
    for name, title, unit, value, printed in (
        ("range-boats", "Boats on a fine day", "boats", "3000000", "3 to 4 million boats"),
        ("range-money", "What they are worth", "dollars", "100000000", "$100 million to $700 million"),
        ("range-dinars", f"{ARABIC}: what they earn", "dinars", "1250000", "1,250,000 to 1,300,000 dinars"),
        ("range-below", "How cold it gets", "degrees", "-12", "−12 to −8 degrees"),
    ):
        made.number(made.indicator(name, ranges, title, unit), "2020", value, book(3), printed)
    drawn = made.alone("range-bars", 0, "Ranges beside one another", "boats", codes.AS_STATED)
    made.number(drawn, "2019", "3000000", book(3), "3 to 4 million boats")
    made.number(drawn, "2020", "200", book(4), "200 to 9,000,000 boats")
    made.number(drawn, "2021", "5000000", office(3))


def _series(made: Making) -> None:
    """A line of five hundred years, one with gaps, one around zero, many of two years each from forty sources."""
    tides = made.alone("tides", 1, "Tides of five hundred years", "boats", codes.AS_SERIES)
    for at in range(PERIODS):
        made.number(tides, f"{1500 + at}", f"{1000 + at * 37 % 211 + at * 2}", office(1))
    gaps = made.alone("gaps", 1, "A line with gaps", "boats", codes.AS_SERIES)
    for year in (1900, 1901, 1902, 1930, 1931, 1960, 1999, 2000, 2001):
        made.number(gaps, f"{year}", f"{year % 97 + 4}", office(2))
    made.number(gaps, "1931", "95", book(2), "95 boats", qualifier=codes.NEARLY)
    around = made.alone("around", 1, "A line around zero", "degrees", codes.AS_SERIES)
    for area in (SEA, EAST, WEST):
        for year in range(2000, 2012):
            made.number(around, f"{year}", f"{year * (area < SEA) * 3 % 7 - year % 5}.5", office(3), area_id=area)
    forty = made.alone("forty", 1, f"Counted by {SOURCES} sources", "boats", codes.AS_SERIES)
    for n in range(SOURCES - DOCUMENTS):
        for year in (1950 + 2 * n, 1951 + 2 * n):
            made.number(forty, f"{year}", f"{4000 + year * n % 900}", office(n))
    for n in range(SILENT):
        made.number(forty, f"{1930 + n}", f"{4000 + 31 * n}", book(n), f"{4000 + 31 * n:,} boats")
    made.chart("none", 1, "A chart of nothing")


def _ages(made: Making) -> None:
    """Years before our era: a line through its beginning, and single numbers of long ago."""
    old = made.alone("old", 2, "Salt since the founding", "tons", codes.AS_SERIES)
    for at, year in enumerate(range(-500, 201, 50)):
        made.number(old, f"{year:05d}" if year < 0 else f"{year:04d}", f"{90 + at * 53 % 120}", office(4))
    ages = made.alone("ages", 2, "Harbors of each age", "harbors", codes.AS_STATED)
    for at, period in enumerate(("-0500", "-0043", "0000", "0001", "0044", "-0100/0099", "196X", "~1200", "2020-34")):
        made.number(ages, period, f"{at + 12}", book(at), f"{at + 12} harbors")
    made.number(ages, "", "99", book(5), "99 harbors")


def _accounts(made: Making) -> None:
    """Thirty accounts of one quantity, of which the exact ones contradict each other; and two that may agree."""
    name = f"{ACCOUNTS} accounts of one quantity"
    accounts = made.chart("accounts", 1, name, codes.AS_ACCOUNTS)
    boats = made.indicator("boats", accounts, "Boats on the day of the flood", "boats", codes.COUNT)
    exact = []
    for n in range(ACCOUNTS):
        value, of_book = 4003 + n * n * 7 % 1500, n < BARE
        qualifier = codes.EXACT if n % 7 == 0 else codes.ABOUT
        source, printed = (book(n), f"{value:,} boats") if of_book else (office(n - BARE), "")
        name = made.number(boats, "2020", f"{value}", source, printed, qualifier=qualifier)
        exact += [name] if qualifier == codes.EXACT else []
    for left, right in combinations(exact, 2):
        made.clash(left, right)
    salt = made.alone("salt", 1, HEBREW, "tons", codes.AS_ACCOUNTS)
    sides = [made.number(salt, "2020", "310", book(0), "310 tons", qualifier=codes.OVER)]
    sides += [made.number(salt, "2020", "9000", office(0))]
    made.clash(*sides, codes.DOUBT)
    apart = [made.number(boats, "2021", "77", book(1), "77 boats"), made.number(boats, "2021", "78", office(1))]
    made.clash(*apart)
    made.check(*apart, codes.DISPUTED)
    made.check(exact[0], exact[-1], codes.DISPUTED)
    made.check(sides[0], sides[1], codes.DISPUTED)


def _shares(made: Making) -> None:
    """Shares that come to more than the whole, with none and all; and of one that references have, too."""
    shares = made.chart("shares", 3, "What keepers say they do", codes.AS_SHARES)
    for at, (title, share) in enumerate(
        zip(("Fish", *NAMES[:5]), ("100", "0", "64", "0.02", "99.9", "12"), strict=True)
    ):
        name = made.indicator(f"share-{at}", shares, title, "percent", codes.SHARE)
        said = made.number(name, "2020", share, book(6), f"{share}%")
        held = made.number(name, "2020" if at else "2019", share, office(6))
        made.check(said, held, codes.MATCHED if at else codes.OTHER_PERIOD)
    one = made.alone("one-share", 3, UNBROKEN, "percent", codes.AS_SHARES, codes.SHARE)
    made.number(one, "2020", "0", book(6), "0%")


def _growths(made: Making) -> None:
    """A growth to nothing, of nothing, and of a hundred times and more; each with the level that it led to."""
    for at, (title, growth, level) in enumerate(
        (("Boats that were lost", "-100", "0"), ("Boats that stayed", "0", "77"), (ARABIC, "12000", "605"))
    ):
        chart = made.chart(f"growth-{at}", 4, f"{title} and how they grew", codes.AS_GROWTH)
        of = made.indicator(f"level-{at}", chart, title, "boats", codes.COUNT)
        change = made.indicator(f"change-{at}", chart, f"Growth of {title}", "percent", codes.CHANGE, of)
        grown = made.number(change, "2020", growth, book(7), f"{int(growth):,}%".replace("-", "−"))
        name = made.number(of, "2020", level, book(7), f"{level} boats")
        held = made.number(of, "2020", level, office(7))
        made.check(name, held, codes.MATCHED)
        if at:  # what was lost leaves nothing to calculate from
            before = f"[{name}] / (1 + [{grown}] / 100)"
            made.calculated(f"before-{at}", of, "2019", before, "boats")
    lone = made.alone("lone-growth", 4, "A growth without a level", "percent", measure=codes.CHANGE)
    made.number(lone, "2020", "12000", book(7), "12,000%", qualifier=codes.OVER)


def _calculated(made: Making) -> None:
    """Numbers of which no source states one; among others a sum of one source's."""
    fleet, harbors = (made.alone(f"all-{name}", 2, f"The {name}", name) for name in ("boats", "harbors"))
    density = made.alone("density", 2, f"Boats per harbor, {CHINESE}", "boats-per-harbor", codes.AS_STATED)
    for year in ("2012", "2015", "2018"):
        parts = [made.number(fleet, year, f"{int(year) * 3}", office(8), area_id=area) for area in (EAST, WEST)]
        made.calculated(f"fleet-{year}", fleet, year, "[{}] + [{}]".format(*parts), "boats")
        of = made.number(harbors, year, f"{int(year) - 2000}", office(8))
        made.calculated(f"density-{year}", density, year, f"[fleet-{year}] / [{of}]", "boats-per-harbor")


def _names(made: Making) -> None:
    """Names of all sorts on charts of each kind; two things and two places of one name."""
    named = made.chart("named", 5, ARABIC, codes.AS_STATED)
    for at, (name, area) in enumerate(zip(NAMES, islice(AREAS, 3, None), strict=True)):
        indicator = made.indicator(f"named-{at}", named, name, "boats", codes.COUNT)
        made.number(indicator, "2020", f"{at * 311 + 7}", book(at), f"{at * 311 + 7:,} boats", area_id=area)
        made.number(indicator, "2020", f"{at * 300 + 9}", office(at), area_id=area, qualifier=codes.ABOUT)
    shores = made.alone("shores", 6, HEBREW, "tons", codes.AS_SERIES)
    land = made.alone("land", 7, CHINESE, "km2", codes.AS_AREAS)
    for at, area in enumerate(AREAS):
        made.number(land, "2020", f"{at * at * 40 + 3}", office(9), area_id=area)
        for year in range(2000, 2010):
            made.number(shores, f"{year}", f"{at * 100 + year % 7 * 9}", office(9), area_id=area)
    equal = made.chart("equal", 8, SAME_NAME)
    for at, area in enumerate((PORT, TWIN)):
        indicator = made.indicator(f"equal-{at}", equal, SAME_NAME, "boats", codes.COUNT)
        made.number(indicator, "2020", f"{at + 5}", book(9), f"{at + 5} boats", area_id=area)
    earned = made.alone("earned", 9, MARKUP, "dinars", codes.AS_ACCOUNTS)
    for at, (unit, phrase) in enumerate((("دينار", SAID_IN_ARABIC), ("דינר", SAID_IN_HEBREW))):
        year, of = f"{2018 + at}", {"area_id": WEST, "attribution": (ARABIC, MARKUP)[at]}
        held = made.number(earned, year, "1200", office(at), area_id=WEST)
        made.check(made.number(earned, year, "1200", book(BARE), f"1,200 {unit}", phrase, **of), held, codes.MATCHED)


def _rest(made: Making) -> None:
    """As many more charts as there must be, small ones, over all topics."""
    for n in range(CHARTS - len(made.tables["charts"])):
        kind = ("", codes.AS_STATED, codes.AS_ACCOUNTS, codes.ALONE)[n % 4]
        chart = made.chart(
            f"more-{n:02d}", n % len(TOPICS), f"{NAMES[n % len(NAMES)]} {n}", kind, note=f"{ARABIC} {n}."
        )
        for at in range(1 + n % 3):
            indicator = made.indicator(f"more-{n:02d}-{at}", chart, f"Boats of fleet {n} {at}", "boats", codes.COUNT)
            value = 40 + n * 17 + at * 900
            made.number(indicator, "2020", f"{value}", book(n % BARE), f"{value:,} boats", qualifier=codes.ABOUT)
            made.number(indicator, "2020", f"{value + n}", office(n % 28))


def _events(made: Making) -> None:
    """Events before our era and of unsure date, one dated wrongly; and a number that its source has wrong."""
    for at, (name, period, printed) in enumerate(
        (
            ("The sea is founded", "-0499", "500 BC"),
            (ARABIC, "-0043", "44 BC"),
            (HEBREW, "1203-05-03", "May 3, 1203"),
            (CHINESE, "197X", "the 1970s"),
            (EMOJI, "~1850", "1850"),
            (MARKUP, "1980/1988", "1980 to 1988"),
            (UNBROKEN, "2001-05", "May 2001"),
        )
    ):
        event = made.add("events", event_id=f"event-{at}", name=name, kind="happening", area_id=SEA, period=period)
        made.dated(event["event_id"], period, book(at), printed)
    late = made.dated("event-6", "2003-05", book(7), "May 2003")
    wrong = {"target_id": late, "stated": "2003", "correct": "2001", "reason": "The stone at the pier has it."}
    made.add("errata", **wrong, authority_id=office(3))
    said = made.number("gaps", "2004", "59", book(3), "59 boats")
    made.add("errata", target_id=said, stated="59", correct="95", reason=f"A slip, says {HEBREW}.")


def _unfound(made: Making) -> None:
    """A check of each number of a document that has none yet: one of another scope, then none that was found."""
    held = {row["observation_id"] for row in made.tables["checks"]}
    stated = [row for row in made.tables["observations"] if row["printed"]]
    left = [row["observation_id"] for row in stated if row["observation_id"] not in held]
    other = next(row["observation_id"] for row in made.tables["observations"] if row["indicator_id"] == "all-harbors")
    made.check(left[0], other, codes.OTHER_SCOPE)
    for name in left[1:]:
        made.check(name, "", codes.NOT_FOUND)


def _sources(made: Making) -> Iterator[Row]:
    """The documents and the references, every third with a name of another script or of markup."""
    for n in range(DOCUMENTS):
        yield _source(book(n), codes.DOCUMENT, n) | _file(f"{book(n)}.txt", made.texts[book(n)])
    for n in range(SOURCES - DOCUMENTS):
        yield _source(office(n), codes.REFERENCE, n + DOCUMENTS) | {
            "url": f"https://sea.example/offices/{n}?of=boats&in=harbors",
            "accessed": "2024-05-31",
            "confidence": [*codes.CONFIDENCES][n % 3],
        }


def _source(name: str, kind: str, n: int) -> Row:
    author = AUTHORS[n % len(AUTHORS)]
    strange = f"{NAMES[n // 3 % len(NAMES)]} {n}"
    cells = {
        "source_id": name,
        "kind": kind,
        "short_name": strange if n % 3 == 0 else f"{kind.capitalize()} {n}",
        "title": SAME_TITLE if n in (0, 1, DOCUMENTS) else strange,
        "author": author,
        "author_kind": author and (codes.ORGANIZATION if author in (MARKUP, UNBROKEN) else codes.PERSON),
        "publisher": ("", ARABIC, MARKUP)[n % 3],
        "published": ("2021", "2021-05", "2022-34", "1950~", "2019-05-31")[n % 5],
        "language": "en" if kind == codes.DOCUMENT else ("ar", "he", "zh", "en")[n % 4],
        "license": "CC-BY-4.0",
    }
    return (
        cells | dict.fromkeys(("author", "author_kind", "publisher", "published"), "") if name == book(BARE) else cells
    )


def _file(name: str, text: str) -> Row:
    return {"file": name, "sha256": hashlib.sha256(text.encode()).hexdigest(), "characters": len(text)}
