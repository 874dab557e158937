"""How it is checked: the ways to both, method, marks, periods, rounding, citing, limits, addresses, dictionary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements, tables
from dashboard.design.elements import Part
from dashboard.pages import validation
from dashboard.sections import columns, sources, tags
from dashboard.state import addresses
from dashboard.state.addresses import NOW
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from dashboard.web.visits import current_visit
from validation.files.exports import EXPORTS
from validation.files.schemas import TABLES, TableSpec
from validation.language.written import capitalized, many
from validation.model import citations, verdicts
from validation.model.observations import Observation
from validation.model.register import Register
from validation.vocabulary import (
    BASES,
    CONFIDENCES,
    DATINGS,
    EXACT,
    MARKS,
    OUTCOMES,
    QUALIFIERS,
    RANGE,
    STATUSES,
    Code,
    Qualifier,
)

PLACES = (
    ("#method", "Method"),
    ("#marks", "Marks"),
    ("#time", "Time and status"),
    ("#rounding", "Bounds"),
    ("#cite", "How to cite"),
    ("#limits", "Limits"),
    ("#addresses", "Addresses"),
    ("#dictionary", "Data dictionary"),
)
STEPS = (
    (
        "Read whole",
        "Every numeral of a document is recorded, dates an event, or is left out for a reason.",
    ),
    (
        "Tied to its words",
        "A number keeps its phrase, to the character, and the checksum of its document.",
    ),
    ("Kept as stated", "“Over”, “nearly” and “around” stay with the number. No margin of error is made up."),
    ("Validated", "Rules compare every number with its words each time the data change."),
    ("Compared", "Accounts of the same thing stand side by side, and numbers are held against public statistics."),
    ("Taken away", "Every chart, row and file leads back to the passage, and carries its source with it."),
)
"""The way of a number, from its document to a download."""

WHOSE = (
    Part(1, "full", "a document states it"),
    Part(1, "second", "a reference has it"),
    Part(1, "hollow", "calculated here"),
    Part(1, "hatched", "of a part of a year"),
)
"""What the filling of a mark says, whatever its end."""

ROUNDING = (
    ("41.3%", "none", "41.25 to 41.35", "It may be rounded by half a step of its last printed digit."),
    (
        "380,000",
        "none",
        "375,000 to 385,000",
        "The zeros it ends in are taken for rounding: an assumption.",
    ),
    ("over 30%", "above 30", "25 to 35", "The source’s word sets the bound, and it is open."),
    ("nearly 4,000", "below 4,000", "3,500 to 4,500", "How far below is not said, so it is not drawn."),
    ("about 20%", "none", "15 to 25", "Approximate, and so never in conflict with anything."),
    ("8 to 11", "8 to 11", "7.5 to 11.5", "A range has both its ends from the source."),
)
"""Printed, the bounds that follow, what it may be rounded from, and why."""

LIMITS = (
    "It does not say what is true. A number here is what its source states.",
    "It does not repair a source: what one gets wrong is kept, and flagged.",
    "It does not estimate what no source states. What is calculated from stated numbers says so, with its arithmetic.",
    "It compares no part of a year with a whole one, and nothing whose period is unknown.",
    "It does not give out the documents: a quote is a phrase, never a whole sentence.",
)
"""What the register does not do."""

ADDRESSES = (
    (
        "/download/numbers.csv",
        "All numbers; filter them as on the page of all numbers: "
        "?topic= &indicator= &source= &area= &qualifier= &origin= &verdict= &q=",
    ),
    ("/download/numbers.excel.csv", "The same for spreadsheets"),
    ("/download/derivations.csv", "What is calculated, with its results"),
    ("/download/indicators/<name>.csv", "The numbers of one indicator"),
    ("/download/tables/<name>.csv", "A table as it is, byte for byte"),
    ("/download/datapackage.zip", "Everything, with a program that verifies it"),
    ("/download/annotations.jsonld", "Every passage as a W3C Web Annotation"),
    ("/download/validation.json", "The validation report"),
    ("/observations/<name>.json", "One number with all that is known of it"),
    ("/indicators/<name>.json", "One indicator with its numbers"),
    ("/sources/<name>.json", "One source with what it states, and what became of its numerals"),
    ("/charts/<name>.json", "One chart with its indicators and their numbers"),
    ("/schema.json", "The JSON Schema of these four"),
    ("/cite/<name>.bib", "One number to cite, stated or calculated, in BibTeX"),
    ("/cite/<name>.json", "The same in CSL-JSON"),
    ("/cite/collection.bib", "The collection and its sources, in BibTeX"),
    ("/cite/collection.json", "The same in CSL-JSON"),
    (f"{NOW}/changes.atom", "What changed from release to release, as a feed"),
    ("/releases/<version>/datapackage.zip", "A release as it was made; every address here stands below it, too"),
    ("/healthz", "Whether it works, and the version of the data"),
)
"""What programs can ask for; `<name>` stands for an id."""

LEDE = "Numbers that sources state, each with the words that qualify it and the passage it was read from."


def register(app: Dashboard, store: Store) -> None:
    """The page."""
    app.page("/about", layout, title="How it is checked", about=LEDE)


def layout(data: Snapshot, /, **_: Any) -> Component:
    """The sections in the order of a newcomer's questions."""
    return elements.page(
        "How it is checked, and how far to trust it",
        _checked(data),
        elements.anchors(PLACES),
        _method(data),
        _marks(data.register),
        _time(),
        _rounding(),
        _cite(data),
        elements.section("limits", "What it does not do", html.Ul([html.Li(limit) for limit in LIMITS])),
        _addresses(),
        _dictionary(),
        lede=LEDE,
    )


def _checked(data: Snapshot) -> Component:
    """The two things that every number is held against, with what comes of it, and where that is told."""
    words = f"{validation.verdict(data.report)}. They run each time the data change. "
    report = html.A("The latest report", href="/validation")
    cards = [elements.card(html.P([words, report]), title="Held against its words", level=2)]
    if found := verdicts.outcomes(data.register):
        told = ", ".join(f"{count:,} {OUTCOMES[code].counted(count)}" for code, count in found.items())
        words = f"Of {many(sum(found.values()), 'number')} of documents {told}. "
        each = html.A("Each of them beside its references", href="/checked")
        cards.insert(0, elements.card(html.P([words, each]), title="Held against references", level=2))
    return elements.grid(*cards)


def _method(data: Snapshot) -> Component:
    steps = [html.Li([html.H3(name), html.P(words)]) for name, words in STEPS]
    parts = [html.Ol(steps, className="steps"), *_example(data.register)]
    return elements.section("method", "From the document to you", *parts)


def _example(register: Register) -> list[Component]:
    """One number all the way: what stands in the document, what is kept of it. None where no number would show it."""
    number = _telling(register.observations)
    if number is None:
        return []
    place = f"/observations/{number.id}"
    passage = elements.quote(number.quote, number.marked, source=sources.name(number.source), href=place)
    kept = elements.definitions(
        [
            ("What", columns.indicator(number)),
            ("Stated", elements.qualifier(number.qualifier, number.said)),
            ("Period", columns.period(number)),
            ("Place", f"characters {number.start:,} to {number.end:,}"),
        ]
    )
    return [elements.card(html.Div([passage, kept], className="example"), title="For example")]


def _telling(stated: Iterable[Observation]) -> Observation | None:
    """The first number with a qualifier and a passage, one with a period rather than one without."""
    placed = (one for one in stated if one.start is not None and one.end is not None)
    qualified = (one for one in placed if one.qualifier != EXACT)
    first = None
    for one in qualified:
        if one.printed and one.printed in one.quote:
            if one.period:
                return one
            first = first or one
    return first


def _qualified(register: Register) -> Counter[str]:
    """How many numbers have each mark."""
    counted = Counter(number.qualifier for number in register.observations)
    counted[RANGE] = sum(number.upper is not None for number in register.observations)
    return counted


def _marks(register: Register) -> Component:
    counted = register.once(_qualified)
    heads = (
        tables.Column("Mark", line="first"),
        tables.Column("Means"),
        tables.Column("Said as", line="named"),
        tables.Column("Here", numeric=True, line="named"),
    )
    rows = [
        tables.Row([elements.qualifier(code), mark.meaning, _said_as(mark), _counted(code, counted[code])])
        for code, mark in MARKS.items()
    ]
    table = tables.table(heads, rows, caption="Each mark and its meaning", narrow="lines", hidden_caption=True)
    told = elements.definitions((tags.told(code), one.meaning) for code, one in OUTCOMES.items())
    cards = [
        elements.card(table, elements.bar_key(WHOSE)),
        elements.card(told, title="What comes of holding a number against references"),
    ]
    intro = "The end of a bar shows what the source’s word makes of the number, its filling whose number it is."
    return elements.section("marks", "What the marks mean", *cards, intro=intro)


def _said_as(mark: Qualifier) -> str:
    return ", ".join(mark.said[:4]) or mark.gist


def _counted(code: str, count: int) -> Any:
    """How many numbers have a mark; those with a qualifier can be listed."""
    href = addresses.href("/data", qualifier=code)
    return html.A(f"{count:,}", href=href) if count and code in QUALIFIERS else f"{count:,}"


def _time() -> Component:
    cards = [
        elements.card(_legend(BASES), title="How a period is known"),
        elements.card(_legend(STATUSES), title="What kind of statement it is"),
        elements.card(_legend(DATINGS), title="What is said of a document’s date"),
        elements.card(_legend(CONFIDENCES), title="How sure a reference is"),
    ]
    intro = "Periods are written in EDTF: 2023, 2023-06, 197X for the 1970s. Status codes are those of SDMX."
    return elements.section("time", "Time and status", elements.grid(*cards), intro=intro)


def _legend(known: Mapping[str, Code]) -> Component:
    return elements.definitions((code.words, code.meaning) for code in known.values())


def _rounding() -> Component:
    heads = ("Printed", "Bounds", "May be rounded from", "Because")
    places: tuple[tables.Line, ...] = ("first", "named", "named", "second")
    columns = [tables.Column(head, line=line) for head, line in zip(heads, places, strict=True)]
    lines = [tables.Row(row) for row in ROUNDING]
    table = tables.table(columns, lines, caption="Bounds by example", narrow="lines", hidden_caption=True)
    intro = "Bounds are what words or the ends of a range set, and nothing else. What digits leave open is told apart."
    return elements.section("rounding", "Where the truth may lie", elements.card(table), intro=intro)


def _cite(data: Snapshot) -> Component:
    sentence = citations.sentence(citations.of_whole(data.register, current_visit()))
    files = [("/cite/collection.bib", "BibTeX"), ("/cite/collection.json", "CSL-JSON")]
    card = elements.card(
        html.P(sentence, className="cite-whole"),
        html.Div(
            [elements.copy_button(sentence, "Copy the citation"), elements.links(files, "links row")],
            className="actions",
        ),
        elements.definitions([("Data version", html.Code(data.version)), ("License", _licenses(data))]),
    )
    intro = (
        "Cite the source for what it states, and this collection for having found it or for having calculated it. "
        "Each number’s page has both."
    )
    return elements.section("cite", "How to cite", card, intro=intro)


def _licenses(data: Snapshot) -> Any:
    known: Iterable[Mapping[str, str]] = data.register.about.get("licenses", ())
    links = [html.A(one.get("title") or one.get("name"), href=one["path"]) for one in known if one.get("path")]
    return links or "Not stated"


def _addresses() -> Component:
    columns = (tables.Column("Address", line="first"), tables.Column("What is there"))
    lines = [tables.Row([_address(path), words]) for path, words in ADDRESSES]
    table = tables.table(columns, lines, caption="Each address and what is there", narrow="lines", hidden_caption=True)
    intro = "Every page keeps its state in its address. Files have an ETag; an unknown name says which there are."
    return elements.section("addresses", "Addresses for programs", elements.card(table), intro=intro)


def _address(path: str) -> Component:
    written = html.Code(path.removeprefix(NOW))
    return written if "<" in path else html.A(written, href=path)


def _dictionary() -> Component:
    """A fold for each file and each table, with its columns, as the schemas have them."""
    exports = [_table(f"{name}.csv", spec, f"/download/{name}.csv") for name, spec in EXPORTS.items()]
    kept = [_table(name, spec, f"/download/tables/{name}.csv") for name, spec in TABLES.items()]
    intro = "What leaves, then every table that it is made of, and what their columns hold."
    folds = html.Div([*exports, *kept], className="dictionary")
    return elements.section("dictionary", "Data dictionary", folds, intro=intro)


def _table(name: str, spec: TableSpec, address: str) -> Component:
    rows = [tables.Row([html.Code(column), _kind(spec, column), _meaning(spec, column)]) for column in spec.columns]
    heads = (tables.Column("Column"), tables.Column("Holds"), tables.Column("Meaning"))
    columns = tables.table(heads, rows, caption=f"Columns of {name}", narrow="stack", hidden_caption=True)
    what = capitalized(spec.title.rpartition(": ")[2])
    head = html.Span([html.Code(name), " ", html.Span(what, className="none")])
    download = html.P(html.A(address.rpartition("/")[2], href=address))
    return elements.fold(head, columns, download, id=f"table-{name.replace('.', '-')}")


def _kind(spec: TableSpec, name: str) -> str:
    about = spec.schema.columns[name].metadata
    kind = {"string": "text", "integer": "whole number"}.get(about["type"], about["type"])
    return kind if about["constraints"].get("required") else f"{kind}, may be empty"


def _meaning(spec: TableSpec, name: str) -> list[Any]:
    """What the column means, its codes, and the tables its ids stand in."""
    column = spec.schema.columns[name]
    parts = _coded(column.description or "")
    if codes := column.metadata["constraints"].get("enum"):
        parts += [" One of ", *_joined([html.Code(code) for code in codes], ", "), "."]
    if targets := spec.links.get(name):
        links = [html.A(html.Code(target), href=f"#table-{target}") for target in targets]
        parts += [" An id of ", *_joined(links, " or "), "."]
    return parts


def _coded(text: str) -> list[Any]:
    """A text whose `parts` are code."""
    return [html.Code(part[1:-1]) if part.startswith("`") else part for part in re.split("(`.+?`)", text) if part]


def _joined(parts: Sequence[Component], between: str) -> list[Any]:
    return [piece for part in parts for piece in (between, part)][1:]
