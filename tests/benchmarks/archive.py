"""An archive made up for benchmarks: as many documents as a newsroom has, and the register of their numbers."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tests.collection import write_table
from validation.files import package as packaging
from validation.files.schemas import TABLES
from validation.language.calendar import MONTHS
from validation.language.reading.words import DIGITS, TENS

QUALIFIERS = (("", "exact"), ("about ", "about"), ("over ", "over"), ("nearly ", "nearly"), ("up to ", "at-most"))
WORDS, AREAS, CHARTS, INDICATORS, EVENTS = 20_000, 5000, 200, 1000, 300
FIRST_YEAR, YEARS = 1900, 120
LONGEST = 12
COMMON = "the of and in a with for was that on"
SYLLABLES = ("ba", "den", "fol", "gar", "hem", "jul", "kir", "lam", "mor", "nes")

# How many words a sentence has, and what stands around and behind them.
SHAPES = [(words, shape) for words in range(5, 22) for shape in ("{}. ", "{}. ", "{}. ", "{}? ", "“{}.” ", "{}.\n\n")]

Row = dict[str, str]
Written = tuple[str, str]
"""A number as it is printed, without its unit, and its value."""


class Statement(NamedTuple):
    """A sentence with a numeral: the quote and what stands around it, and the cells of its row but for its place."""

    table: str
    lead: str
    quote: str
    tail: str
    cells: Row


class Language(NamedTuple):
    """Made-up words, each as often as it is used: those beside numerals, and those of all other prose."""

    beside: Sequence[str]
    prose: Sequence[str]


def write_archive(
    folder: Path, documents: int, *, numbers: int = 10, characters: int = 10_000, bad: float = 0.0
) -> tuple[Path, Path]:
    """A valid archive in `folder`, its tables and its documents; a share `bad` of its numbers has a wrong value.

    Documents have `characters` on average, and as many `numbers` each; rows are written as they are made.
    """
    datasets, seeds = folder / "datasets", folder / "seeds"
    datasets.mkdir(parents=True)
    seeds.mkdir()
    for name, rows in _small_tables(min(documents, EVENTS)).items():
        write_table(datasets / f"{name}.csv", TABLES[name].columns, rows)
    dice, language = random.Random(1), _language()
    with ExitStack() as files:
        tables = {name: _table(files, datasets, name) for name in ("sources", "observations", "mentions", "exclusions")}
        for document in range(documents):
            statements = _statements(dice, language, document, numbers, bad)
            stated = sum(len(one.lead) + len(one.quote) + len(one.tail) for one in statements)
            prose = _prose(dice, language, _length(dice, characters) - stated)
            text, rows = _put_together(dice, _id(document), prose, statements)
            (seeds / f"{_id(document)}.txt").write_bytes(data := text.encode())
            tables["sources"].writerow(_source(document, text, data))
            for table, row in rows:
                tables[table].writerow(row)
    describe(datasets, "archive", "Hives of a newsroom")
    return datasets, seeds


def describe(datasets: Path, name: str, title: str) -> None:
    """Writes datapackage.json and the data dictionary of made-up data."""
    about = {"name": name, "title": title, "description": "Made up.", "version": "1"}
    (datasets / "datapackage.json").write_text(json.dumps(about), encoding="utf-8")
    packaging.describe(datasets)


def made_up(number: int) -> str:
    """A word for a number, another for each."""
    return "".join(SYLLABLES[int(digit)] for digit in str(number)).capitalize()


def _table(files: ExitStack, datasets: Path, name: str) -> csv.DictWriter:
    file = files.enter_context((datasets / f"{name}.csv").open("w", encoding="utf-8", newline=""))
    writer = csv.DictWriter(file, TABLES[name].columns, restval="", lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    return writer


def _language() -> Language:
    """A word of rank r is used about 1 / r as often as the first, as words are."""
    # Words of one syllable are left out: "Jul" is a month.
    ranked = [(rank, made_up(10 + rank).lower()) for rank in range(WORDS)]
    used = [word for rank, word in ranked for _ in range(1 + WORDS // (rank + 50))]
    with_comma = [f"{word}," for word in used[::20]]
    # Six long words around a numeral would be more than a quote may have.
    beside = [word for word in used if len(word) <= LONGEST]
    return Language(beside, used + with_comma + COMMON.split() * (len(used) // 40))


def _id(document: int) -> str:
    """Ids, and those of numbers that begin with them, come out sorted."""
    return f"document-{document:06d}"


def _length(dice: random.Random, characters: int) -> int:
    """Of a document: mostly around the mean, some a few times longer or shorter, none more than ten times."""
    return int(characters * min(max(dice.lognormvariate(-0.32, 0.8), 0.1), 10))


def _grouped(dice: random.Random) -> Written:
    value = dice.randrange(100, 10 ** dice.randrange(3, 7))
    return f"{value:,}", str(value)


def _whole(dice: random.Random) -> Written:
    value = str(dice.randrange(2, 100))
    return value, value


def _decimal(dice: random.Random) -> Written:
    value = f"{dice.randrange(1, 99)}.{dice.randrange(1, 10)}"
    return value, value


def _worded(dice: random.Random) -> Written:
    tens, ones = dice.randrange(8), dice.randrange(8)
    return f"{TENS.split()[tens]}-{DIGITS.split()[ones]}", str(10 * (tens + 2) + ones + 2)


def _millions(dice: random.Random) -> Written:
    value = dice.randrange(8)
    return f"{DIGITS.split()[value]} million", str((value + 2) * 10**6)


def _scaled(dice: random.Random) -> Written:
    whole, tenth = dice.randrange(1, 99), dice.randrange(1, 10)
    scale, zeros = dice.choice((("million", 5), ("billion", 8)))
    return f"{whole}.{tenth} {scale}", str((10 * whole + tenth) * 10**zeros)


class Unit(NamedTuple):
    """A unit of numbers: its row, how it stands with a number, and the forms that its numbers have."""

    cells: Row
    measure: str
    beside: tuple[str, ...]
    forms: tuple[Callable[[random.Random], Written], ...]


def _unit(name: str, symbol: str, words: str, pint: str = "") -> Row:
    return {"unit_id": name, "name": name, "symbol": symbol, "words": words, "pint": pint}


UNITS = (
    Unit(_unit("hives", "hives", "hives"), "count", ("{} hives",), (_grouped, _worded, _millions)),
    Unit(
        _unit("kilometres", "km", "km|kilometres", "kilometer"),
        "level",
        ("{} km", "{} kilometres"),
        (_grouped, _decimal),
    ),
    Unit(
        _unit("percent", "%", "%|percent|per cent", "percent"),
        "share",
        ("{}%", "{} percent", "{} per cent"),
        (_decimal, _whole),
    ),
    Unit(
        _unit("tonnes", "t", "tonnes", "tonne"),
        "level",
        ("{} tonnes",),
        (_grouped, _decimal, _worded, _millions, _scaled),
    ),
    Unit(_unit("usd", "$", "$"), "level", ("${}",), (_grouped, _scaled)),
)


def _statements(dice: random.Random, language: Language, document: int, numbers: int, bad: float) -> list[Statement]:
    """The sentences of a document that have numerals, in the order of its text."""
    words = iter(dice.choices(language.beside, k=8 * (numbers + 5)))
    year = FIRST_YEAR + document % YEARS
    found = [_number(dice, words, document, numbers, at, bad) for at in range(numbers)]
    for other in (*_left_out(dice, words, year), _mention(words, document)):
        found.insert(dice.randrange(len(found) + 1), other)
    return found


def _number(dice: random.Random, words: Iterator[str], document: int, numbers: int, at: int, bad: float) -> Statement:
    """A number of its own quantity: no two have indicator, area and year in common."""
    block, year = divmod(document, YEARS)
    series = block * numbers + at
    indicator = series % INDICATORS
    # Every other number is of another area each year; the rest are followed over the years.
    area = (series // INDICATORS * 97 + indicator * 13 + (year * 31 if at % 2 else 0)) % AREAS
    unit = UNITS[indicator % len(UNITS)]
    number, value = dice.choice(unit.forms)(dice)
    printed = dice.choice(unit.beside).format(number)
    qualifying, qualifier = dice.choice(QUALIFIERS)
    cells = {
        "observation_id": f"{_id(document)}-{at:03d}",
        "indicator_id": f"indicator-{indicator:03d}",
        "area_id": f"area-{area:04d}",
        "period": str(FIRST_YEAR + year),
        "period_basis": "inferred" if at % 3 else "stated",
        "period_note": "The year of the survey." if at % 3 else "",
        "printed": printed,
        "value": f"{value}1" if dice.random() < bad else value,
        "unit_id": unit.cells["unit_id"],
        "qualifier": qualifier,
        "status": "A",
    }
    return _sentence("observations", words, f"In {made_up(area + 10)} the ", f"{qualifying}{printed}", cells)


def _left_out(dice: random.Random, words: Iterator[str], year: int) -> Iterator[Statement]:
    """Numerals that are neither a number nor an event; the year is the document's."""
    span = f"{dice.choice(DIGITS.split())} {dice.choice(('years', 'months', 'weeks'))}"
    vague = dice.choice(("several hundred", "several thousand", "dozens of", "hundreds of", "thousands of"))
    for reason, numeral in (
        ("period", f"in {year}"),
        ("ordinal", f"the {dice.randrange(4, 21)}th"),
        ("duration", f"for {span}"),
        ("vague", vague),
    ):
        yield _sentence("exclusions", words, "Then the ", numeral, {"reason": reason})


def _mention(words: Iterator[str], document: int) -> Statement:
    event = document % EVENTS
    cells = {
        "mention_id": f"{_id(document)}-event",
        "event_id": f"event-{event:03d}",
        "printed": _dated(event),
        "period": _period(event),
        "period_basis": "stated",
    }
    return _sentence("mentions", words, f"In those days {made_up(event + 10)} ", f"of {_dated(event)}", cells)


def _sentence(table: str, words: Iterator[str], lead: str, numeral: str, cells: Row) -> Statement:
    before, behind, last = (" ".join(islice(words, count)) for count in (3, 3, 2))
    return Statement(table, lead, f"{before} {numeral} {behind}", f" {last}. ", cells)


def _prose(dice: random.Random, language: Language, characters: int) -> list[str]:
    """Sentences without numerals, of so many characters or a few more; none where that is less than none."""
    sentences: list[str] = []
    while characters > 0:
        words, shape = dice.choice(SHAPES)
        said = " ".join(dice.choices(language.prose, k=words)).rstrip(",")
        sentences.append(shape.format(said[0].upper() + said[1:]))
        characters -= len(sentences[-1])
    return sentences


def _put_together(
    dice: random.Random, source_id: str, prose: Sequence[str], statements: Sequence[Statement]
) -> tuple[str, list[tuple[str, Row]]]:
    """The text of a document, and the rows that rest on it with their tables, in its order."""
    text, done, rows = "", 0, []
    places = sorted(dice.choices(range(len(prose) + 1), k=len(statements)))
    for place, statement in zip(places, statements, strict=True):
        text += "".join(prose[done:place]) + statement.lead
        end = len(text) + len(statement.quote)
        stands = {"source_id": source_id, "start": str(len(text)), "end": str(end), "quote": statement.quote}
        rows.append((statement.table, statement.cells | stands))
        text += statement.quote + statement.tail
        done = place
    text += "".join(prose[done:])
    return f"{text.rstrip()}\n", rows


def _source(document: int, text: str, data: bytes) -> Row:
    return {
        "source_id": _id(document),
        "kind": "document",
        "short_name": f"Report {document}",
        "title": f"{made_up(document % WORDS + 10)} and {made_up(document % 997 + 10)}",
        "author": f"{made_up(document % 89 + 10)} {made_up(document % 97 + 100)}",
        "author_kind": "person",
        "published": str(FIRST_YEAR + document % YEARS + 1),
        "language": "en",
        "file": f"{_id(document)}.txt",
        "sha256": sha256(data).hexdigest(),
        "characters": str(len(text)),
        "body_end": str(len(text)),
        "confidence": "high",
    }


def _date(event: int) -> tuple[int, int, int]:
    return 1850 + event % 150, 1 + event % 12, 1 + event % 28


def _dated(event: int) -> str:
    """The date of an event as it is printed: a day, a month or a year."""
    year, month, day = _date(event)
    return (f"{day} {MONTHS[month - 1]} {year}", f"{MONTHS[month - 1]} {year}", str(year))[event % 3]


def _period(event: int) -> str:
    year, month, day = _date(event)
    return (f"{year}-{month:02d}-{day:02d}", f"{year}-{month:02d}", str(year))[event % 3]


def _small_tables(events: int) -> Mapping[str, list[Row]]:
    """All tables whose length isn't that of the archive."""
    return {name: [] for name in ("derivations", "conflicts", "errata", "retired", "checks")} | {
        "areas": [{"area_id": f"area-{n:04d}", "name": made_up(n + 10), "kind": "valley"} for n in range(AREAS)],
        "charts": [
            {"chart_id": f"chart-{n:03d}", "topic": f"Topic {n % 20:02d}", "name": f"Survey {made_up(n + 10)}"}
            for n in range(CHARTS)
        ],
        "events": [
            {
                "event_id": f"event-{n:03d}",
                "name": f"The feast of {made_up(n + 10)}",
                "kind": "feast",
                "period": _period(n),
            }
            for n in range(events)
        ],
        "indicators": [_indicator(n) for n in range(INDICATORS)],
        "units": [unit.cells for unit in UNITS],
    }


def _indicator(number: int) -> Row:
    """One of those of a chart, which have one unit."""
    unit = UNITS[number % len(UNITS)]
    return {
        "indicator_id": f"indicator-{number:03d}",
        "name": f"{made_up(number + 10)} in {unit.cells['name']}",
        "chart_id": f"chart-{number % CHARTS:03d}",
        "measure": unit.measure,
        "unit_id": unit.cells["unit_id"],
        "definition": "Made up.",
    }
