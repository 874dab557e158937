"""Collections made at random that validate: every kind of row, every code, periods and names of all sorts.

A document's text is made of one sentence for each of its rows, out of words that no language has, so that nothing in
it is a numeral but what a row prints. Conflicts are registered after all else, where the validation demands them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations, count, product
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tests.collection import write_table
from tests.periods import ACCEPTED
from validation import vocabulary as codes
from validation.files import package
from validation.files.schemas import TABLES
from validation.language import periods
from validation.model import accounts, verdicts
from validation.model.register import Register, load
from validation.rules.observation import values_are_stated

Row = dict[str, Any]
Draw = Callable[[st.SearchStrategy], Any]

SYLLABLES = [a + b for a, b in product("bdfglmnprtvz", "aeiou")]
NAMES = st.sampled_from(
    [
        *("Boats", "Boats", "Yield of the northern orchards, as the keepers' union counts it", "ساحة الميناء", "Ä"),
        *("a < b & c > d", "$x^2$ and [link](x)", "1,000 small things", "Ünïté", "{braces}", "Zölle – „neu“"),
    ]
)
# Sentences of ours that quote must quote what is printed.
UNQUOTING = NAMES.filter(lambda name: "„" not in name)
TEXTS = st.sampled_from(["", "", "A note.", "<script>alert(1)</script>", "ملاحظة", "Why not? = because + so."])
PEOPLE = st.fixed_dictionaries({}, optional={"title": NAMES, "path": TEXTS, "roles": st.just(["author"])})
LICENSES = st.fixed_dictionaries({}, optional=dict.fromkeys(("name", "path", "title"), TEXTS))
# What datapackage.json may say of the collection beside its name and title.
METADATA = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("version", "description", "question", "rights"), TEXTS),
        "homepage": st.sampled_from(
            ["https://bees.example", "http://bees.example/numbers/", "https://xn--4gbrim.example"]
        ),
        "created": st.sampled_from(["2026-11-22T00:00:00Z", "1999-12-31T23:59:59+02:00"]),
        "contributors": st.lists(PEOPLE, max_size=2),
        "licenses": st.lists(LICENSES, max_size=2),
    },
)
AUTHORS = {
    "": "",
    "World Bank": codes.ORGANIZATION,
    **dict.fromkeys(
        ("Ada King; Max de la Cruz", "Li, Wei", "van den Berg, Ann; King, Martin Luther, Jr."), codes.PERSON
    ),
}
UNITS = {
    "percent": ("percent", "%", "%|percent|per cent", "percent"),
    "tons": ("tons", "t", "tons|ton", "metric_ton"),
    "pounds": ("pounds", "", "pounds|pound", "pound"),
    "km2": ("square kilometres", "km²", "km2|square kilometres", "kilometer ** 2"),
    "mi2": ("square miles", "sq mi", "square miles", "mile ** 2"),
    "usd": ("US dollars", "$", "$|dollars", ""),
    "boats": ("boats", "boats", "", ""),
}
MEASURES = {"share": ["percent"], "change": ["percent", "tons"], "duration": ["boats"]}
KINDS = {"tons": ["tons", "pounds"], "pounds": ["tons", "pounds"], "km2": ["km2", "mi2"], "mi2": ["km2", "mi2"]}


@dataclass
class Collection:
    """The tables as they are being made, and the sentences of each document."""

    draw: Draw
    tables: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in TABLES})
    texts: dict[str, str] = field(default_factory=dict)
    words: Any = field(default_factory=lambda: map("".join, product(SYLLABLES, SYLLABLES, SYLLABLES)))
    numbers: Any = field(default_factory=count)

    def id(self, kind: str) -> str:
        return f"{kind}-{next(self.numbers)}"

    def any(self, table: str, column: str) -> str:
        return self.draw(st.sampled_from([row[column] for row in self.tables[table]]))

    def add(self, table: str, **cells: Any) -> Row:
        self.tables[table].append(cells)
        return cells

    def quoted(self, source_id: str, middle: str) -> Row:
        """A sentence around some words, added to a document: its place and the phrase to quote."""
        said = f"{' '.join(next(self.words) for _ in range(3))} {middle} {' '.join(next(self.words) for _ in range(2))}"
        sentence = f"{next(self.words).capitalize()} {said} {next(self.words)}."
        text = self.texts[source_id]
        start = len(text) + sentence.index(said)
        self.texts[source_id] = f"{text}{sentence}\n"
        return {"source_id": source_id, "start": start, "end": start + len(said), "quote": said}


@st.composite
def collections(draw: Draw) -> Collection:
    """A collection that validates, but for conflicts, which `write` registers."""
    made = Collection(draw)
    _things(made)
    _sources(made)
    for source in made.tables["sources"]:
        for _ in range(draw(st.integers(1, 5))):
            _observation(made, source)
    _events(made)
    _excluded(made)
    _derived(made)
    return made


def write(made: Collection, folder: Path) -> tuple[Path, Path]:
    """The collection's two folders, conflicts and checks registered as its numbers ask for them."""
    datasets, seeds = folder / "datasets", folder / "seeds"
    for path in (datasets, seeds):
        path.mkdir(parents=True)
    _describe_documents(made)
    for source in made.tables["sources"]:
        if source["file"]:
            (seeds / source["file"]).write_text(made.texts[source["source_id"]], encoding="utf-8")
    descriptor = package.descriptor({"name": "made", "title": made.draw(NAMES), **made.draw(METADATA)})
    (datasets / package.DESCRIPTOR).write_text(descriptor, encoding="utf-8")
    _write_tables(made, datasets)
    loaded = load(datasets, seeds)
    if _print_sums(made, loaded):
        _write_tables(made, datasets)
        loaded = load(datasets, seeds)
    _register_clashes(made, loaded)
    _check_numbers(made, loaded)
    _write_tables(made, datasets)
    return datasets, seeds


def _write_tables(made: Collection, datasets: Path) -> None:
    for name, spec in TABLES.items():
        rows = sorted(made.tables[name], key=lambda row: [row.get(key, "") for key in spec.key])
        write_table(datasets / f"{name}.csv", spec.columns, rows)


def _things(made: Collection) -> None:
    draw = made.draw
    for unit_id, (name, symbol, words, pint) in UNITS.items():
        made.add("units", unit_id=unit_id, name=name, symbol=symbol, words=words, pint=pint)
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["", *codes.CHART_KINDS]))
        topic, name = draw(NAMES), draw(NAMES)
        made.add("charts", chart_id=made.id("chart"), topic=topic, name=name, kind=kind, note=draw(TEXTS))
    for _ in range(draw(st.integers(1, 3))):
        made.add("areas", area_id=made.id("area"), name=draw(NAMES), kind="place")
    for _ in range(draw(st.integers(1, 5))):
        _indicator(made)


def _indicator(made: Collection) -> None:
    measure = made.draw(st.sampled_from([*codes.MEASURES]))
    unit_id = made.draw(st.sampled_from(MEASURES.get(measure, [*UNITS])))
    levels = [row["indicator_id"] for row in made.tables["indicators"] if row["measure"] != "change"]
    change_of = made.draw(st.sampled_from(["", *levels])) if measure == "change" else ""
    named = {"name": made.draw(NAMES), "definition": f"Share of the keepers who count: {made.draw(UNQUOTING)}"}
    where = {"indicator_id": made.id("indicator"), "chart_id": made.any("charts", "chart_id")}
    made.add("indicators", **where, **named, measure=measure, unit_id=unit_id, change_of=change_of)


def _sources(made: Collection) -> None:
    for kind in [codes.DOCUMENT, *made.draw(st.lists(st.sampled_from([*codes.SOURCE_KINDS]), max_size=3))]:
        name, author = made.id(kind), made.draw(st.sampled_from([*AUTHORS]))
        document = kind == codes.DOCUMENT
        made.texts |= {name: ""} if document else {}
        made.add(
            "sources",
            source_id=name,
            kind=kind,
            title=made.draw(NAMES),
            short_name=f"{made.draw(NAMES)} ({name})",
            author=author,
            author_kind=AUTHORS[author],
            publisher=made.draw(st.sampled_from(["", "Harbour Press", "دار"])),
            published=made.draw(st.just("") | ACCEPTED),
            url="" if document else "https://example.org/numbers",
            accessed="" if document else "2024-05-31",
            language="en",
            file=f"{name}.txt" if document else "",
        )


def _observation(made: Collection, source: Row) -> None:
    draw, indicator = made.draw, draw_row(made, "indicators")
    unit_id = draw(st.sampled_from(KINDS.get(indicator["unit_id"], [indicator["unit_id"]])))
    qualifier = draw(st.sampled_from([*codes.QUALIFIERS]))
    printed, value = draw(_printed(unit_id))
    if source["kind"] == codes.DOCUMENT:
        words = codes.QUALIFIERS[qualifier].said
        place = made.quoted(source["source_id"], f"{words[0]} {printed}" if words else printed)
    else:
        place, printed = {"source_id": source["source_id"], "locator": "Table 1"}, ""
    made.add(
        "observations",
        **place,
        **_period(made),
        observation_id=made.id("number"),
        indicator_id=indicator["indicator_id"],
        area_id=made.any("areas", "area_id"),
        printed=printed,
        value=value,
        unit_id=unit_id,
        qualifier=qualifier,
        attribution=draw(st.sampled_from(["", "the union", "a clerk of the harbor"])),
        status=draw(st.sampled_from([*codes.STATUSES])),
        note=draw(TEXTS),
    )


def draw_row(made: Collection, table: str) -> Row:
    return made.draw(st.sampled_from(made.tables[table]))


def _period(made: Collection) -> Row:
    basis = made.draw(st.sampled_from([codes.INFERRED, codes.INFERRED, codes.TO_DATE, codes.UNSTATED]))
    if basis == codes.UNSTATED:
        return {"period": "", "period_basis": basis, "period_note": ""}
    year = st.integers(2000, 2024).map(str)
    return {
        "period": made.draw(year if basis == codes.TO_DATE else year | ACCEPTED),
        "period_basis": basis,
        "period_note": "From the date line.",
    }


def _printed(unit_id: str) -> st.SearchStrategy[tuple[str, str]]:
    """A number as documents print it, and its value: small and huge, below zero, a fraction, a range."""
    unit = {"usd": "", "percent": "%", "boats": " boats"}.get(unit_id, f" {UNITS[unit_id][2].split('|')[-1]}")
    sign = "$" if unit_id == "usd" else ""
    whole = st.integers(2, 10**13).map(lambda n: (f"{sign}{n:,}{unit}", str(n)))
    tenths = st.integers(1, 10**6).map(lambda n: (f"{sign}{Decimal(n) / 1000:f}{unit}", _plain(Decimal(n) / 1000)))
    below = st.integers(2, 999).map(lambda n: (f"−{n}{unit}", f"-{n}") if not sign else (f"${n}", str(n)))
    spans = st.tuples(st.integers(2, 900), st.integers(1, 99)).map(
        lambda two: (f"{sign}{two[0]} to {sign}{sum(two)}{unit}", str(two[0]))
    )
    shares = st.sampled_from([("two thirds", "66.6667"), ("five ninths", "55.5556"), ("half", "50")])
    forms = [whole, tenths, below, spans]
    return st.one_of(*forms, shares) if unit_id == "percent" else st.one_of(*forms)


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _events(made: Collection) -> None:
    documents = [row["source_id"] for row in made.tables["sources"] if row["kind"] == codes.DOCUMENT]
    for _ in range(made.draw(st.integers(0, 3))):
        event_id, kind = made.id("event"), made.draw(st.sampled_from(["treaty", "war"]))
        dated = [made.draw(ACCEPTED) for _ in range(made.draw(st.integers(1, 3)))]
        named = {"event_id": event_id, "name": made.draw(NAMES), "kind": kind, "note": made.draw(TEXTS)}
        made.add("events", **named, area_id=made.any("areas", "area_id"), period=dated[0])
        for period in dated:
            printed = next(made.words)
            place = made.quoted(made.draw(st.sampled_from(documents)), printed)
            known = {"period": period, "period_basis": codes.INFERRED, "note": "Told by the season."}
            made.add("mentions", mention_id=made.id("dating"), event_id=event_id, printed=printed, **place, **known)


def _excluded(made: Collection) -> None:
    documents = [row["source_id"] for row in made.tables["sources"] if row["kind"] == codes.DOCUMENT]
    for reason in made.draw(st.lists(st.sampled_from([*codes.REASONS]), max_size=4)):
        place = made.quoted(made.draw(st.sampled_from(documents)), f"{next(made.numbers) + 2000:,}")
        made.add("exclusions", **place, reason=reason, note=made.draw(TEXTS))


def _derived(made: Collection) -> None:
    numbers = [row for row in made.tables["observations"] if row["qualifier"] in (codes.EXACT, codes.ABOUT)]
    for row in numbers[: made.draw(st.integers(0, 2))]:
        name = row["observation_id"]
        for _ in range(made.draw(st.integers(1, 2))):  # the second rests on the first
            formula = made.draw(st.sampled_from(["[{0}] + [{0}]", "[{0}] * 2", "([{0}] - [{0}] / 4) / 3"]))
            computed = made.add(
                "derivations",
                derivation_id=made.id("computed"),
                indicator_id=row["indicator_id"],
                area_id=row["area_id"],
                period=row["period"] or "2020",
                formula=formula.format(name),
                unit_id=row["unit_id"],
                note=made.draw(TEXTS),
            )
            name = computed["derivation_id"]


def _describe_documents(made: Collection) -> None:
    for source in made.tables["sources"]:
        text = made.texts.get(source["source_id"])
        if text is not None:
            size = {"characters": len(text), "body_end": made.draw(st.sampled_from(["", len(text)]))}
            source |= {"sha256": hashlib.sha256(text.encode()).hexdigest(), **size}


def _print_sums(made: Collection, loaded: Register) -> bool:
    """Has what is the sum of others by chance be printed; returns whether anything was."""
    sums = {loaded["observations"]["observation_id"].iat[fault.row] for fault in values_are_stated(loaded)}
    for row in made.tables["observations"]:
        row["printed"] = row["value"] if row["observation_id"] in sums else row["printed"]
    return bool(sums)


def _register_clashes(made: Collection, loaded: Register) -> None:
    """A row for each two accounts, of a number or of a date, that cannot both be true."""
    pairs = [pair for group in accounts.groups(loaded) for pair in group.clashes]
    dated: dict[str, list[Row]] = {}
    for row in made.tables["mentions"]:
        dated.setdefault(row["event_id"], []).append(row)
    for left, right in (pair for rows in dated.values() for pair in combinations(rows, 2)):
        if not periods.read(left["period"]).overlaps(periods.read(right["period"])):
            pairs.append((left["mention_id"], right["mention_id"]))
    for left, right in pairs:
        row = {"conflict_id": made.id("conflict"), "left_id": left, "right_id": right}
        made.add("conflicts", **row, verdict=codes.CONFLICT, explanation="They cannot both be true.")


def _check_numbers(made: Collection, loaded: Register) -> None:
    """Either no number is held against a reference, or each of a document's is, with the verdict that holds."""
    if not made.draw(st.booleans()):
        return
    references = [number for number in loaded.observations if number.source.is_reference]
    for number in loaded.observations:
        if not number.source.is_document:
            continue
        reference = made.draw(st.sampled_from([None, *references]))
        verdict = codes.NOT_FOUND
        if reference:
            verdict = _verdict(verdicts.compare(number, reference, loaded.units))
        row = {"observation_id": number.id, "reference_id": reference.id if reference else "", "verdict": verdict}
        made.add("checks", **row, explanation="As the table has it.")


def _verdict(pair: verdicts.Pair) -> str:
    if not pair.same_quantity:
        return "other-scope"
    if not pair.same_time:
        return "other-period"
    return codes.MATCHED if pair.meets is not False and pair.timely is not False else codes.DISPUTED
