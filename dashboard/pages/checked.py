"""The documents' numbers held against references: every verdict, the worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from dash import html
from dash.development.base_component import Component

from dashboard import addresses, cells, controls, elements, facts
from dashboard.addresses import Query
from dashboard.application import Dashboard
from dashboard.charts import rows
from dashboard.charts.rows import Row
from dashboard.codes import VERDICTS
from dashboard.refusals import Unacceptable
from dashboard.store import Snapshot, Store
from dashboard.views import View
from validation.verdicts import WORST_FIRST, overall

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
        return {"verdict": self.verdict, "source": self.number["source_id"], "topic": self.number["topic"]}[name]


def register(app: Dashboard, store: Store) -> None:
    """The page, and its list while its form is filled in."""
    app.page(PATH, layout, title="Checked", offered=has_checks)
    app.live(LIVE, found)


def has_checks(data: Snapshot) -> bool:
    """Whether any number was held against a reference."""
    return len(data.register["checks"]) > 0


def layout(data: Snapshot, /, *, view: View, **query: Any) -> Component:
    """How many of each verdict, the form, and the pairs."""
    checks = data.once(read)
    if not checks:
        nothing = elements.empty("No number of this collection has been held against a reference yet.")
        return elements.page("Numbers held against references", nothing)
    return elements.page(
        _finding(checks),
        elements.stats(_counts(checks)),
        _form(checks, query),
        controls.results(LIVE, found(data, view=view, **query)),
        lede="What independent references say of the documents’ numbers. Neither side is taken for the truth.",
    )


def found(data: Snapshot, /, *, view: View, **query: Any) -> list[Component]:
    """The pairs that the address asks for, verdict by verdict."""
    checks = data.once(read)
    chosen = [check for check in checks if all(check.value(name) == value for name, value in _asked(checks, query))]
    if not chosen:
        every = html.P(html.A("See every check", href=PATH))
        return [elements.empty("No check has all of this.", every)]
    noun = "check" if len(chosen) == 1 else "checks"
    csv = html.A("Download all (CSV)", href="/download/tables/checks.csv")
    head = html.Div(
        [html.P(f"{len(chosen):,} {noun}", className="count", role="status"), html.P(csv)], className="list-bar"
    )
    verdicts = groupby(chosen, key=lambda check: check.verdict)
    return [head, *(_verdict(verdict, list(several)) for verdict, several in verdicts)]


def read(data: Snapshot) -> list[Check]:
    """Every check, the worst first, those of one number side by side."""
    numbers = {row["observation_id"]: row for row in rows.records(facts.observations(data))}
    table = facts.table(data, "checks")
    whole = {name: overall(group["verdict"]) for name, group in table.groupby("observation_id")}
    checks = [
        Check(numbers[name], numbers.get(reference), verdict, explanation, whole[name])
        for name, reference, verdict, explanation in table.itertuples(index=False)
    ]
    return sorted(checks, key=lambda check: WORST_FIRST.index(check.verdict))


def _finding(checks: Iterable[Check]) -> str:
    whole = {check.number["observation_id"]: check.overall for check in checks}
    counted = Counter(whole.values())
    against = [f"{counted[name]:,} {name}" for name in ("contested", "contradicted") if counted[name]]
    good = f"{counted['corroborated']:,} of {len(whole):,} checked numbers corroborated"
    return ", ".join([good, *against])


def _counts(checks: Iterable[Check]) -> list[tuple[Any, str, str]]:
    counted = Counter(check.verdict for check in checks)
    return [
        (f"{counted[name]:,}", VERDICTS[name].words.lower(), addresses.href(PATH, verdict=name))
        for name in WORST_FIRST
        if counted[name]
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
    given = {check.verdict for check in checks}
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
    """The pairs of one verdict, number by number."""
    numbers = [list(same) for _, same in groupby(checks, key=lambda check: check.number["observation_id"])]
    shown = [_number(same) for same in numbers]
    rest = [elements.fold(f"{len(shown) - FIRST} more numbers", *shown[FIRST:])] if len(shown) > FIRST + 1 else []
    first = shown[:FIRST] if rest else shown
    code = VERDICTS[verdict]
    return elements.section(verdict, f"{code.words} ({len(checks):,})", *first, *rest, intro=code.meaning)


def _number(same: list[Check]) -> Component:
    """A number of a document beside what references have."""
    number, verdict = same[0].number, same[0]
    known = [
        html.H3(cells.stated(number)),
        html.P(cells.indicator(number)),
        html.P([rows.period(number), " · ", cells.source(number)], className="none"),
    ]
    if verdict.overall != verdict.verdict:
        code = VERDICTS[verdict.overall]
        known.append(html.P(["Overall ", elements.tag(code.words, code.kind, code.meaning)], className="none"))
    return html.Article([html.Div(known), html.Ul([_reference(check) for check in same])], className="pair")


def _reference(check: Check) -> Component:
    """What a reference has, where, and what comes of it."""
    row = check.reference
    if row is None:
        return html.Li(html.P(check.explanation))
    place = [rows.period(row), " · ", cells.source(row), *_address(row["url"])]
    head = html.P([cells.stated(row), html.Span([" ", *place], className="none")])
    return html.Li([head, html.P(check.explanation)])


def _address(url: str) -> list[Any]:
    return [" · ", html.A(urlsplit(url).hostname, href=url, rel="noopener")] if url else []
