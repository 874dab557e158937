"""What numbers are part of: comparisons with other accounts, and calculations that use them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.tables import Column, Row, table
from dashboard.sections import arithmetic, comparisons, passages, sources, tags
from dashboard.sections.columns import stated
from dashboard.sections.comparisons import Comparison
from dashboard.state.store import Snapshot
from validation import vocabulary
from validation.model.observations import Derived, Observation
from validation.model.register import Register

FEW = 6
"""Of so many calculations each step is shown at once."""


def compared(data: Snapshot, names: Sequence[str]) -> list[Component]:
    """A section with every comparison that one of the numbers is part of; nothing where there is none."""
    found = comparisons.with_any(data, names)
    if not found:
        return []
    content = [comparisons.shown(data, one) for one in found]
    return [elements.section("accounts", "Other accounts", *content, more=("/compare", "All comparisons"))]


def accounts(data: Snapshot, number: Observation) -> list[Component]:
    """The other accounts of what a number is of, folded under how they go together; nothing where there is none."""
    return [_folded(one, number) for one in comparisons.with_any(data, [number.id])]


def workings(data: Snapshot, numbers: Sequence[Derived]) -> list[Component]:
    """Calculated numbers with their arithmetic; of many, in a table, the formulas alone."""
    if len(numbers) <= FEW:
        return [working(data, number) for number in numbers]
    columns = (Column("Number"), Column("What, where and when"), Column("How it was calculated"))
    rows = [Row((stated(number), passages.name(number), arithmetic.formula(number))) for number in numbers]
    return [elements.card(table(columns, rows, caption="Calculated numbers", narrow="stack", hidden_caption=True))]


def working(data: Snapshot, number: Derived) -> Component:
    """A calculated number with its arithmetic."""
    head = html.P(
        [html.Strong(passages.figure(number)), f" {vocabulary.CALCULATED.words.lower()} · {passages.name(number)}"],
        className="result",
    )
    note = [html.P(number.note, className="aside")] if number.note else []
    return elements.card(head, arithmetic.working(number, data.register.units), *note)


def used_by(register: Register, names: Iterable[str]) -> list[Derived]:
    """What was calculated from one of these numbers, each once, by id."""
    uses = register.once(_uses)
    found = {number.id: number for name in names for number in uses.get(name, ())}
    return [found[name] for name in sorted(found)]


def _folded(one: Comparison, number: Observation) -> Component:
    """The accounts of one thing beside a number: what is said of them, then each."""
    others = [other for other in one.accounts if isinstance(other, Observation) and other.id != number.id]
    apart = [html.Span(one.gap.words, className="aside")] if one.gap and number in one.gap else []
    why = [html.P(words) for (_, words), of in one.reasons.items() if any(number.id in each.pair for each in of)]
    where = html.P(html.A("Beside one another", href=f"/compare#accounts-{one.id}"))
    listed = html.Ul([html.Li(_account(other)) for other in others], className="references")
    heading: list[Any] = ["Other accounts: ", tags.accounts(one.verdict_on(number.id)), *apart]
    return elements.fold(heading, *why, listed, where)


def _account(number: Observation) -> list[Any]:
    by = vocabulary.CALCULATED.words.lower() if number.is_own else sources.name(number.source)
    return [passages.figure(number), f", {by}" if by else ""]


def _uses(register: Register) -> Mapping[str, list[Derived]]:
    """What was calculated from each number, by its id."""
    found: dict[str, list[Derived]] = {}
    for number in register.derived.values():
        for operand in number.operands:
            found.setdefault(operand.id, []).append(number)
    return found
