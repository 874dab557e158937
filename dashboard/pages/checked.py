"""The documents' numbers held against references: the verdict on each, the worst first, with every pair behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from dash import html
from dash.development.base_component import Component

from dashboard.charts import rows
from dashboard.charts.rows import Row
from dashboard.design import controls, elements
from dashboard.design.codes import VERDICTS
from dashboard.sections import columns as cells
from dashboard.sections import judged
from dashboard.state import addresses, facts
from dashboard.state.addresses import Query
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, Store
from dashboard.state.views import View
from dashboard.web.application import Dashboard
from validation.model.verdicts import WORST_FIRST

PATH = "/checked"
LIVE = "checked"
FILTERS = {"verdict": "Verdict", "source": "Document", "topic": "Topic"}
FIRST = 6
"""So many numbers of a verdict are shown, the others on demand."""


@dataclass(frozen=True, slots=True)
class Check:
    """A number, what a reference has (None where none was found), and what comes of it, here and in all."""

    number: Row
    reference: Row | None
    verdict: str
    explanation: str
    overall: str

    def value(self, name: str) -> str:
        """What a filter looks at."""
        return {"verdict": self.overall, "source": self.number["source_id"], "topic": self.number["topic"]}[name]


def register(app: Dashboard, store: Store) -> None:
    """The page, and its list while its form is filled in."""
    app.page(PATH, layout, title="Checked", offered=has_checks)
    app.live(LIVE, found)


def has_checks(data: Snapshot) -> bool:
    """Whether any number was held against a reference."""
    return len(data.register["checks"]) > 0


def layout(data: Snapshot, /, *, view: View, **query: Any) -> Component:
    """How many numbers have each verdict, the form, and the numbers with their pairs."""
    checks = data.once(read)
    if not checks:
        nothing = elements.empty("No number of this collection has been held against a reference yet.")
        return elements.page("Numbers held against references", nothing)
    return elements.page(
        _finding(judged.counts(data)),
        elements.stats(_counts(data)),
        _form(checks, query),
        controls.results(LIVE, found(data, view=view, **query)),
        lede="What independent references say of the documents’ numbers. Neither side is taken for the truth.",
    )


def found(data: Snapshot, /, *, view: View, **query: Any) -> list[Component]:
    """The numbers that the address asks for, verdict by verdict."""
    checks = data.once(read)
    chosen = [check for check in checks if all(check.value(name) == value for name, value in _asked(checks, query))]
    if not chosen:
        every = html.P(html.A("See every check", href=PATH))
        return [elements.empty("No check has all of this.", every)]
    csv = html.A("Download all (CSV)", href="/download/tables/checks.csv")
    head = html.Div([html.P(_counted(chosen), className="count", role="status"), html.P(csv)], className="list-bar")
    verdicts = groupby(chosen, key=lambda check: check.overall)
    return [head, *(_verdict(verdict, list(several)) for verdict, several in verdicts)]


def read(data: Snapshot) -> list[Check]:
    """Every check, those of one number side by side, the worst first among numbers and pairs."""
    numbers = {row["observation_id"]: row for row in rows.records(facts.observations(data))}
    table = facts.table(data, "checks")
    whole = judged.verdicts(data)
    checks = [
        Check(numbers[name], numbers.get(reference), verdict, explanation, whole[name])
        for name, reference, verdict, explanation in table.itertuples(index=False)
    ]
    return sorted(checks, key=_order)


def _order(check: Check) -> tuple[int, str, int]:
    return WORST_FIRST.index(check.overall), check.number["observation_id"], WORST_FIRST.index(check.verdict)


def _counted(checks: list[Check]) -> str:
    """How many numbers, and in how many pairs with a reference."""
    numbers = len({check.number["observation_id"] for check in checks})
    pairs = sum(check.reference is not None for check in checks)
    return f"{numbers:,} {'number' if numbers == 1 else 'numbers'}, {pairs:,} {'pair' if pairs == 1 else 'pairs'}"


def _finding(counted: Mapping[str, int]) -> str:
    against = [f"{counted[name]:,} {name}" for name in ("contested", "contradicted") if name in counted]
    good = f"{counted.get('corroborated', 0):,} of {sum(counted.values()):,} checked numbers corroborated"
    return ", ".join([good, *against])


def _counts(data: Snapshot) -> list[tuple[Any, str, str]]:
    return [
        (f"{count:,}", VERDICTS[name].words.lower(), addresses.href(PATH, verdict=name))
        for name, count in judged.counts(data).items()
    ]


def _form(checks: list[Check], query: Query) -> Component:
    words = _choices(checks)
    fields = [
        controls.select(name, heading, [("", "All"), *words[name]], addresses.text(query, name), id=f"checked-{name}")
        for name, heading in FILTERS.items()
    ]
    return controls.form(PATH, *fields, live=LIVE, label="Filter the checks")


def _choices(checks: Iterable[Check]) -> Mapping[str, list[controls.Choice]]:
    checks = list(checks)
    given = {check.overall for check in checks}
    return {
        "verdict": [(name, VERDICTS[name].words) for name in WORST_FIRST if name in given],
        "source": sorted({(check.value("source"), check.number["source"]) for check in checks}),
        "topic": sorted({(check.value("topic"), check.value("topic")) for check in checks}),
    }


def _asked(checks: Iterable[Check], query: Query) -> list[tuple[str, str]]:
    """The filters that are set. Raises `Unacceptable` for a value that no check has."""
    asked = [(name, addresses.text(query, name)) for name in FILTERS]
    for name, choices in _choices(checks).items():
        value, accepted = dict(asked)[name], [choice for choice, _ in choices]
        if value and value not in accepted:
            raise Unacceptable(name, value, accepted)
    return [(name, value) for name, value in asked if value]


def _verdict(verdict: str, checks: list[Check]) -> Component:
    """The numbers with one verdict, each with its pairs."""
    numbers = [list(same) for _, same in groupby(checks, key=lambda check: check.number["observation_id"])]
    shown = [_number(same) for same in numbers]
    rest = [elements.fold(f"{len(shown) - FIRST} more numbers", *shown[FIRST:])] if len(shown) > FIRST + 1 else []
    first = shown[:FIRST] if rest else shown
    code = VERDICTS[verdict]
    return elements.section(verdict, f"{code.words} ({len(numbers):,})", *first, *rest, intro=code.meaning)


def _number(same: list[Check]) -> Component:
    """A number of a document beside what references have."""
    number = same[0].number
    known = [
        html.H3(cells.stated(number)),
        html.P(cells.indicator(number)),
        html.P([rows.period(number), " · ", cells.source(number)], className="none"),
    ]
    return html.Article([html.Div(known), html.Ul([_reference(check) for check in same])], className="pair")


def _reference(check: Check) -> Component:
    """What a reference has, where, and what comes of it."""
    row = check.reference
    if row is None:
        return html.Li(html.P(check.explanation))
    place = [rows.period(row), " · ", cells.source(row), *_address(row["url"])]
    head = html.P([cells.stated(row), html.Span([" ", *place], className="none"), *_own(check)])
    return html.Li([head, html.P(check.explanation)])


def _own(check: Check) -> list[Any]:
    """The verdict of the pair, where that on the number is another."""
    code = VERDICTS[check.verdict]
    return [" ", elements.tag(code.words, code.kind, code.meaning)] if check.verdict != check.overall else []


def _address(url: str) -> list[Any]:
    return [" · ", html.A(urlsplit(url).hostname, href=url, rel="noopener")] if url else []
