"""The documents' numbers held against references: what came of each, the gravest first, with each pair behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from dash import html
from dash.development.base_component import Component

from dashboard.design import controls, elements, signs
from dashboard.sections import checks, columns, statements, tags
from dashboard.state import addresses
from dashboard.state.addresses import Query
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from dashboard.web.listing import Item, Listing
from validation import vocabulary
from validation.language.written import many
from validation.model import verdicts
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.verdicts import ORDER, Check
from validation.vocabulary import DISPUTED, MATCHED, OUTCOMES, VERDICTS

PATH = "/checked"
LIVE = "checked"
VERDICT = "verdict"
FILTERS = {"source": "Document", "topic": "Topic"}

FEW, PAGE = 20, 40
"""How many numbers of an outcome stand among those of the others, and how many on a page of its own."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A number of a document, its checks, and the verdict that they come to."""

    number: Observation
    checks: Sequence[Check]
    verdict: str

    @property
    def outcome(self) -> str:
        """What the verdict is told as, a code of `vocabulary.OUTCOMES`."""
        return vocabulary.outcome(self.verdict).code

    def values(self, name: str) -> tuple[str, ...]:
        """What a filter finds it by; an outcome or a verdict by either."""
        topic = self.number.indicator.chart.topic
        return {VERDICT: (self.outcome, self.verdict), "source": (self.number.source.id,), "topic": (topic,)}[name]


def register(app: Dashboard, store: Store) -> None:
    """The page."""
    app.page(PATH, layout, title="Checked", offered=has_checks, states=outcomes, listing=listing)


def outcomes(data: Snapshot) -> Iterator[Query]:
    """What came to one thing, page by page."""
    found = Counter(one.outcome for one in held(data.register))
    for code, count in found.items():
        yield {VERDICT: code}
        yield from ({VERDICT: code, "page": str(page)} for page in range(2, -(-count // PAGE) + 1))


def listing(data: Snapshot) -> Listing:
    """Every number that was held against references."""
    names = (VERDICT, *FILTERS)

    def item(one: Checked) -> Item:
        of = {name: one.values(name) for name in names}
        return Item(one.number.id, _number(data, one), OUTCOMES[one.outcome].words, of)

    return Listing([item(one) for one in held(data.register)], "pairs")


def has_checks(data: Snapshot) -> bool:
    """Whether any number was held against a reference."""
    return bool(verdicts.checks(data.register))


def layout(data: Snapshot, /, **query: Any) -> Component:
    """How many numbers match and are disputed, the form, and the numbers with their pairs."""
    if not has_checks(data):
        nothing = elements.empty("No number of this collection has been held against a reference yet.")
        return elements.page("Numbers held against references", nothing)
    return elements.page(
        _finding(verdicts.outcomes(data.register)),
        _form(data, query),
        controls.results(LIVE, found(data, **query)),
        lede="What public statistics say of the documents’ numbers. Neither side is taken for the truth.",
    )


def found(data: Snapshot, /, **query: Any) -> list[Component]:
    """How many numbers came to what, and those that the address asks for."""
    numbers, chips = chosen(data, query), _chips(data, query)
    if not numbers:
        every = html.P(html.A("See every check", href=PATH))
        return [chips, elements.empty("No check has all of this.", every)]
    csv = html.A("Download all (CSV)", href="/download/tables/checks.csv")
    asked = addresses.text(query, VERDICT)
    finer = f" · {VERDICTS[asked].words}" if asked in VERDICTS and asked not in OUTCOMES else ""
    count = html.P(f"{_count(numbers)}{finer}", className="count", role="status")
    head = html.Div([count, html.P(csv)], className="list-bar")
    groups = groupby(numbers, key=lambda one: one.outcome)
    return [chips, head, *(_outcome(data, query, outcome, list(several)) for outcome, several in groups)]


def chosen(data: Snapshot, query: Query) -> list[Checked]:
    """The numbers that an address asks for. Raises `Unacceptable` for a value of a filter that there isn't."""
    asked = {name: value for name in (VERDICT, *FILTERS) if (value := addresses.text(query, name))}
    for name, value in asked.items():
        accepted = [*OUTCOMES, *VERDICTS] if name == VERDICT else dict(data.once(_choices)[name])
        if value not in accepted:
            raise Unacceptable(name, value, dict.fromkeys(accepted))
    return [one for one in held(data.register) if all(value in one.values(name) for name, value in asked.items())]


def held(register: Register) -> list[Checked]:
    """Every number that was held against references, those of the gravest verdict first."""
    return register.once(_held)


def _held(register: Register) -> list[Checked]:
    several = [(verdicts.of_number(register, name), verdict) for name, verdict in verdicts.by_number(register).items()]
    found = [Checked(held[0].number, held, verdict) for held, verdict in several]
    return sorted(found, key=lambda one: vocabulary.place(one.verdict, ORDER))


def _finding(counts: Mapping[str, int]) -> str:
    """What holds of most: "9 of 29 numbers match public statistics, 3 are disputed"."""
    matching, disputed = counts.get(MATCHED, 0), counts.get(DISPUTED, 0)
    every = many(sum(counts.values()), "number")
    good = f"{matching:,} of {every} {OUTCOMES[MATCHED].counted(matching)} public statistics"
    return f"{good}, {disputed:,} {OUTCOMES[DISPUTED].counted(disputed)}" if disputed else good


def _chips(data: Snapshot, query: Query) -> Component:
    """How many numbers of the chosen document and topic came to what; each leads to these."""
    numbers = chosen(data, {name: value for name, value in query.items() if name in FILTERS})
    counts = Counter(one.outcome for one in numbers)
    asked = addresses.text(query, VERDICT)
    on = vocabulary.outcome(asked).code if asked in VERDICTS else asked
    every = _chip(query, "", ["All", html.Strong(f"{len(numbers):,}")], on == "")
    chips = [
        _chip(query, code, [tags.told(code), html.Strong(f"{counts[code]:,}")], code == on)
        for code in OUTCOMES
        if counts[code] or code == on
    ]
    return html.Nav(html.Ul([every, *chips], className="chips"), **elements.aria(label="What came of them"))


def _chip(query: Query, outcome: str, content: Any, on: bool) -> Component:
    current = elements.aria(current="true" if on else None)
    return html.Li(html.A(content, href=_place(query, outcome), className="chip on" if on else "chip", **current))


def _place(query: Query, verdict: str, page: int = 1) -> str:
    """The address of what came to something, of the document and the topic that are asked for."""
    kept = {name: value for name, value in query.items() if name in FILTERS}
    return addresses.href(PATH, kept, verdict=verdict, page=str(page) if page > 1 else None)


def _form(data: Snapshot, query: Query) -> Component:
    words = data.once(_choices)
    fields = [
        controls.select(name, heading, [("", "All"), *words[name]], addresses.text(query, name), id=f"checked-{name}")
        for name, heading in FILTERS.items()
    ]
    verdict = addresses.text(query, VERDICT)
    kept = [controls.kept(VERDICT, verdict)] if verdict else []
    return controls.form(PATH, *fields, *kept, live=LIVE, label="Filter the checks")


def _choices(data: Snapshot) -> Mapping[str, list[controls.Choice]]:
    numbers = [one.number for one in held(data.register)]
    return {
        "source": sorted({(one.source.id, one.source.short_name) for one in numbers}),
        "topic": sorted({(one.indicator.chart.topic, one.indicator.chart.topic) for one in numbers}),
    }


def _count(numbers: Iterable[Checked]) -> str:
    """How many numbers, and beside how many of references: one that several stand beside is one."""
    held = [{check.reference.id for check in number.checks if check.reference} for number in numbers]
    beside = len(set().union(*held))
    return f"{many(len(held), 'number')}{f', beside {beside:,} of references' if beside else ''}"


def _outcome(data: Snapshot, query: Query, code: str, numbers: Sequence[Checked]) -> Component:
    """The numbers that came to one thing, each with its pairs; of many a part, and the way to the others."""
    entry, asked = OUTCOMES[code], addresses.text(query, VERDICT)
    shown, others = _page(query, asked, numbers) if asked else _first(query, code, numbers)
    rows = html.Div([_number(data, one) for one in shown], className="pairs")
    return elements.section(code, f"{entry.words} ({len(numbers):,})", rows, *others, intro=entry.meaning)


def _first(query: Query, code: str, numbers: Sequence[Checked]) -> tuple[Sequence[Checked], list[Component]]:
    every = html.A(f"See all {len(numbers):,}", href=_place(query, code))
    return numbers[:FEW], [html.P(every)] if len(numbers) > FEW else []


def _page(query: Query, verdict: str, numbers: Sequence[Checked]) -> tuple[Sequence[Checked], list[Component]]:
    """The numbers of the page that is asked for. Raises `Unacceptable` for a page there is not."""
    page, pages = addresses.number(query, "page"), -(-len(numbers) // PAGE)
    if page > pages:
        raise Unacceptable("page", str(page), [f"a whole number from 1 to {pages}"])
    pager = elements.pager(page, pages, lambda other: _place(query, verdict, other), "Pages of the list")
    return numbers[(page - 1) * PAGE : page * PAGE], [pager] if pages > 1 else []


def _number(data: Snapshot, one: Checked) -> Component:
    """A number of a document beside what a reference has, with why it came to that, and the other references."""
    number, (first, *others) = one.number, checks.ordered(data.register, one.number)
    stated = html.A(number.label, href=f"/observations/{number.id}", className="pair-number")
    what = html.H3([elements.verdict_sign(signs.VERDICTS[one.verdict]), stated, columns.indicator(number)])
    known = html.Div([what, html.P(f"{number.when} · {number.source.short_name}", className="aside")])
    more = [_others(data, others, one.verdict)] if others else []
    why = html.Div([*_why(data, first), *more], className="pair-body")
    return html.Article([known, html.Details([html.Summary(_line(first)), why])], className="pair")


def _others(data: Snapshot, others: Sequence[Check], overall: str) -> Component:
    pairs = [html.Li([html.P(_line(check, overall)), *_why(data, check)]) for check in others]
    return elements.fold(many(len(others), "more reference"), html.Ul(pairs))


def _line(check: Check, overall: str = "") -> Component:
    """What the reference has, what it is called, and what comes of it where the number came to something else."""
    reference = check.reference
    if reference is None:
        return html.Span(VERDICTS[check.verdict].meaning, className="none")
    other = [" ", tags.verdict(check.verdict)] if overall and check.verdict != overall else []
    mark = html.Span(className="point by-ref", **elements.aria(hidden=True))
    return html.Span(
        [mark, html.Strong(reference.label), f" · {statements.name(reference)}", *other], className="pair-line"
    )


def _why(data: Snapshot, check: Check) -> list[Component]:
    """The explanation; of what time the reference's number is, and where it can be read."""
    reference, entry = check.reference, VERDICTS[check.verdict]
    if reference is None:
        return [html.P(check.explanation)]
    finer = [] if entry.words == vocabulary.outcome(check.verdict).words else [entry.words]
    known = [*finer, *([reference.when] if reference.when else [])]
    place = [*(f"{part} · " for part in known), statements.passage(data, reference), *_address(reference.source.url)]
    return [html.P(check.explanation), html.P(place, className="aside")]


def _address(url: str) -> list[Any]:
    return [" · ", html.A(_host(url), href=url, rel="noopener")] if url else []


def _host(url: str) -> str:
    """The host of an address; of a draft's that is none, what there is."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url
