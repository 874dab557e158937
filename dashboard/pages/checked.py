"""The documents' numbers held against references: the verdict on each, the gravest first, with each pair behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from dash import html
from dash.development.base_component import Component

from dashboard.design import controls, elements
from dashboard.sections import columns, tags
from dashboard.state import addresses
from dashboard.state.addresses import Query
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation import vocabulary
from validation.language.written import many
from validation.model import verdicts
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.verdicts import ORDER, Check
from validation.vocabulary import DISPUTED, MATCHED, VERDICTS

PATH = "/checked"
LIVE = "checked"
FILTERS = {"verdict": "Verdict", "source": "Document", "topic": "Topic"}
FIRST = 6
"""So many numbers of a verdict are shown, the others on demand."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A number of a document, its checks, the gravest first, and what they come to."""

    number: Observation
    checks: Sequence[Check]
    verdict: str

    def value(self, name: str) -> str:
        """What a filter looks at."""
        topic = self.number.indicator.chart.topic
        return {"verdict": self.verdict, "source": self.number.source.id, "topic": topic}[name]


def register(app: Dashboard, store: Store) -> None:
    """The page."""
    app.page(PATH, layout, title="Checked", offered=has_checks)


def has_checks(data: Snapshot) -> bool:
    """Whether any number was held against a reference."""
    return bool(verdicts.checks(data.register))


def layout(data: Snapshot, /, **query: Any) -> Component:
    """How many numbers have each verdict, the form, and the numbers with their pairs."""
    if not has_checks(data):
        nothing = elements.empty("No number of this collection has been held against a reference yet.")
        return elements.page("Numbers held against references", nothing)
    counts = verdicts.counts(data.register)
    return elements.page(
        _finding(counts),
        elements.stats(_counted(verdict, count) for verdict, count in counts.items()),
        _form(data, query),
        controls.results(LIVE, found(data, **query)),
        lede="What public statistics say of the documents’ numbers. Neither side is taken for the truth.",
    )


def found(data: Snapshot, /, **query: Any) -> list[Component]:
    """The numbers that the address asks for, verdict by verdict."""
    numbers = chosen(data, query)
    if not numbers:
        every = html.P(html.A("See every check", href=PATH))
        return [elements.empty("No check has all of this.", every)]
    csv = html.A("Download all (CSV)", href="/download/tables/checks.csv")
    head = html.Div([html.P(_count(numbers), className="count", role="status"), html.P(csv)], className="list-bar")
    groups = groupby(numbers, key=lambda one: one.verdict)
    return [head, *(_verdict(verdict, list(several)) for verdict, several in groups)]


def chosen(data: Snapshot, query: Query) -> list[Checked]:
    """The numbers that an address asks for. Raises `Unacceptable` for a value of a filter that no number has."""
    asked = {name: value for name in FILTERS if (value := addresses.text(query, name))}
    for name, value in asked.items():
        accepted = dict(data.once(_choices)[name])
        if value not in accepted:
            raise Unacceptable(name, value, accepted)
    return [one for one in held(data.register) if all(one.value(name) == asked[name] for name in asked)]


def held(register: Register) -> list[Checked]:
    """Every number that was held against references, those of the gravest verdict first."""
    return register.once(_held)


def _held(register: Register) -> list[Checked]:
    ordered = sorted(verdicts.checks(register), key=lambda one: (one.number.id, vocabulary.place(one.verdict, ORDER)))
    pairs = [list(same) for _, same in groupby(ordered, key=lambda one: one.number.id)]
    whole = verdicts.by_number(register)
    found = [Checked(same[0].number, same, whole[same[0].number.id]) for same in pairs]
    return sorted(found, key=lambda one: vocabulary.place(one.verdict, ORDER))


def _finding(counts: Mapping[str, int]) -> str:
    good = f"{counts.get(MATCHED, 0):,} of {many(sum(counts.values()), 'checked number')} match public statistics"
    return f"{good}, {counts[DISPUTED]:,} {VERDICTS[DISPUTED].words.lower()}" if DISPUTED in counts else good


def _counted(verdict: str, count: int) -> tuple[Any, str, str]:
    return f"{count:,}", VERDICTS[verdict].words.lower(), addresses.href(PATH, verdict=verdict)


def _form(data: Snapshot, query: Query) -> Component:
    words = data.once(_choices)
    fields = [
        controls.select(name, heading, [("", "All"), *words[name]], addresses.text(query, name), id=f"checked-{name}")
        for name, heading in FILTERS.items()
    ]
    return controls.form(PATH, *fields, live=LIVE, label="Filter the checks")


def _choices(data: Snapshot) -> Mapping[str, list[controls.Choice]]:
    every = held(data.register)
    given = {one.verdict for one in every}
    return {
        "verdict": [(code, entry.words) for code, entry in VERDICTS.items() if code in given],
        "source": sorted({(one.number.source.id, one.number.source.title) for one in every}),
        "topic": sorted({(one.value("topic"), one.value("topic")) for one in every}),
    }


def _count(numbers: Iterable[Checked]) -> str:
    """How many numbers, and in how many pairs with a reference."""
    pairs = [sum(one.reference is not None for one in number.checks) for number in numbers]
    return f"{many(len(pairs), 'number')}, {many(sum(pairs), 'pair')}"


def _verdict(verdict: str, numbers: Sequence[Checked]) -> Component:
    """The numbers with one verdict, each with its pairs."""
    shown = list(map(_number, numbers))
    rest = [elements.fold(f"{len(shown) - FIRST} more numbers", *shown[FIRST:])] if len(shown) > FIRST + 1 else []
    first = shown[:FIRST] if rest else shown
    entry = VERDICTS[verdict]
    return elements.section(verdict, f"{entry.words} ({len(numbers):,})", *first, *rest, intro=entry.meaning)


def _number(one: Checked) -> Component:
    """A number of a document beside what references have."""
    known = [
        html.H3(columns.stated(one.number)),
        html.P(columns.indicator(one.number)),
        html.P([one.number.when, " · ", columns.source(one.number)], className="none"),
    ]
    pairs = html.Ul([_pair(check, one.verdict) for check in one.checks])
    return html.Article([html.Div(known), pairs], className="pair")


def _pair(check: Check, overall: str) -> Component:
    """What a reference has, where, and what comes of it where that on the number is another."""
    reference = check.reference
    if reference is None:
        return html.Li(html.P(check.explanation))
    place = [reference.when, " · ", columns.source(reference), *_address(reference.source.url)]
    own = [" ", tags.verdict(check.verdict)] if check.verdict != overall else []
    head = html.P([columns.stated(reference), html.Span([" ", *place], className="none"), *own])
    return html.Li([head, html.P(check.explanation)])


def _address(url: str) -> list[Any]:
    return [" · ", html.A(_host(url), href=url, rel="noopener")] if url else []


def _host(url: str) -> str:
    """The host of an address; of a draft's that is none, what there is."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url
