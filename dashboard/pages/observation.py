"""One number: its words, its passage, what it leaves open, what it is part of, how to cite it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.elements import aria
from dashboard.design.tables import Column, Row, table
from dashboard.sections import arithmetic, bounds, objections, passages, related, tags, tiles
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from dashboard.web.visits import current_visit
from validation import vocabulary
from validation.model import citations, verdicts
from validation.model.observations import Derived, Observation
from validation.model.register import Register
from validation.model.verdicts import Check


def register(app: Dashboard, store: Store) -> None:
    """The page of each stated and each calculated number."""
    app.page("/observations/<observation_id>", layout, title=title)


def title(data: Snapshot, /, observation_id: str) -> str:
    """What was measured, and the number."""
    number = find(data, observation_id)
    return f"{number.indicator.name}: {number.said}"


def layout(data: Snapshot, /, *, observation_id: str, **_: Any) -> Component:
    """The number large, then its evidence, then what it belongs to."""
    number = find(data, observation_id)
    first = _working(data, number) if isinstance(number, Derived) else _passage(data, number)
    columns = [first, _about(number)], [_open(number), _take_away(data.register, number)]
    return html.Div(
        [
            _head(number),
            *_errata(data.register, number),
            html.Div([html.Div(column, className="half") for column in columns], className="halves"),
            *related.compared(data, [observation_id]),
            *related.calculated(data, [observation_id]),
            *_checks(data.register, number),
            *_neighbors(data.register, number),
        ],
        className="page number-page",
    )


def find(data: Snapshot, name: str) -> Observation:
    """The stated or calculated number of that id. Raises `Unknown`."""
    found = data.register.numbers
    if name not in found:
        raise Unknown("observation", name, found)
    return found[name]


def neighbors(register: Register, number: Observation) -> tuple[Observation | None, Observation | None]:
    """The numbers before and behind this one in its source."""
    order = register.once(_in_order, number.source.id)
    at = order.index(number)
    return (order[at - 1] if at else None), (order[at + 1] if at + 1 < len(order) else None)


def _in_order(register: Register, source_id: str) -> Sequence[Observation]:
    """The numbers of a source in the order of its text."""
    found = register.observations.where("source_id", source_id)
    return sorted(found, key=lambda number: (number.start or 0, number.id))


def _head(number: Observation) -> Component:
    indicator = number.indicator
    crumbs = [
        ("/", "Overview"),
        (f"/charts/{indicator.chart.id}", indicator.chart.name),
        (f"/indicators/{indicator.id}", indicator.name),
    ]
    status = tags.status(number)
    parts = [
        elements.breadcrumbs(crumbs),
        html.P(passages.name(number), className="kind"),
        html.H1(tiles.large(number), tabIndex=-1, className="large"),
        *([html.P(status, className="tags")] if status else []),
    ]
    return html.Div(parts, className="head")


def _passage(data: Snapshot, number: Observation) -> Component:
    """The words that the number was read from, and whether they were found there."""
    source = number.source
    parts: list[Any] = [passages.quote(number), html.P(passages.verified(number))]
    if source.is_document and not data.register.has_text(source.id):
        parts.append(elements.fold("Add the document", passages.how_to_add(source)))
    if source.sha256:
        parts.append(elements.fold("Place and checksum", _place(number)))
    return elements.card(*parts, title="The passage", level=2)


def _place(number: Observation) -> Component:
    return elements.definitions(
        [
            ("Characters", f"{number.start} to {number.end}" if number.start is not None else ""),
            ("SHA-256 of the text", html.Code(number.source.sha256)),
            ("Place", number.locator),
        ]
    )


def _working(data: Snapshot, number: Derived) -> Component:
    """How the number was calculated."""
    steps = arithmetic.working(number, data.register.units)
    return elements.card(steps, html.P(number.note), title="How it was calculated", level=2)


def _open(number: Observation) -> Component:
    parts: list[Any] = [
        html.P(elements.qualifier(number.qualifier), className="drawn"),
        html.P(bounds.stated(number)),
        elements.definitions(bounds.limits(number)),
    ]
    return elements.card(*parts, title="What it leaves open", level=2)


def _about(number: Observation) -> Component:
    indicator, source = number.indicator, number.source
    pairs = [
        ("Indicator", html.A(indicator.name, href=f"/indicators/{indicator.id}")),
        ("Where", number.area.name),
        ("When", _when(number)),
        ("Unit", number.unit.name),
        ("Source", html.A(source.title, href=f"/sources/{source.id}") if source.id else ""),
        ("By", ", ".join(part for part in (source.author, source.publisher) if part)),
        ("Published", source.published.words if source.published else ""),
        ("Attributed to", number.attribution),
        ("Origin", _origin(number)),
        ("Status", "" if number.is_calculated else _status(number)),
        ("Note", "" if number.is_calculated else number.note),
    ]
    return elements.card(elements.definitions(pairs), title="About this number", level=2)


def _when(number: Observation) -> Any:
    """The period with how it is known; of a calculated number the period alone."""
    when = number.period.words if number.period else ""
    basis = vocabulary.BASES.get(number.period_basis)
    if basis is None:
        return when
    note = [html.Span(number.period_note, className="aside")] if number.period_note else []
    told = f"{when}, {basis.words.lower()}" if when else basis.words
    return [html.Span(told, title=basis.meaning), *note]


def _origin(number: Observation) -> Component:
    origin = vocabulary.ORIGINS[number.origin]
    return html.Span([f"{origin.words}. ", html.Span(origin.meaning, className="aside")])


def _status(number: Observation) -> Component:
    status = vocabulary.STATUSES[number.status]
    return html.Span([f"{status.words}. ", html.Span(status.meaning, className="aside")])


def _take_away(register: Register, number: Observation) -> Component:
    """The citation to copy, and the files."""
    files = [
        (f"/download/observations/{number.id}.json", "This number (JSON)"),
        (f"/download/indicators/{number.indicator.id}.csv", "Its indicator (CSV)"),
    ]
    whole = citations.number_sentence(register, number, current_visit())
    parts = [
        html.P(whole, className="citation"),
        html.P(elements.copy_button(whole, "Copy the citation")),
        elements.links([(f"/cite/{number.id}.bib", "BibTeX"), (f"/cite/{number.id}.json", "CSL-JSON"), *files]),
    ]
    return elements.card(*parts, title="Cite it, take it away", level=2)


def _errata(register: Register, number: Observation) -> list[Component]:
    """Errors of the source in this number; other accounts have a section of their own."""
    return [one.callout for one in objections.of(register, number.id) if not one.other_id]


def _checks(register: Register, number: Observation) -> list[Component]:
    """What references say of the number."""
    found = verdicts.of_number(register, number.id)
    if not found:
        return []
    columns = (Column("Verdict"), Column("Reference"), Column("Why"))
    lines = [Row((tags.verdict(check.verdict), _reference(check), check.explanation)) for check in found]
    content = table(columns, lines, caption="References for this number", narrow="stack", hidden_caption=True)
    return [elements.section("checks", "Held against references", content, more=("/checked", "All checks"))]


def _reference(check: Check) -> Any:
    reference = check.reference
    if reference is None:
        return "none"
    said = html.A(reference.said, href=f"/observations/{reference.id}")
    about = " · ".join(part for part in (reference.when, reference.source.title) if part)
    return html.Div([said, html.Span(about, className="aside")])


def _neighbors(register: Register, number: Observation) -> list[Component]:
    """The numbers before and behind this one in its document."""
    if not number.source.is_document or number.is_calculated:
        return []
    before, after = neighbors(register, number)
    links = [
        _neighbor(other, words, rel)
        for other, words, rel in ((before, "Previous in the document", "prev"), (after, "Next in the document", "next"))
        if other
    ]
    return [html.Nav(links, className="neighbors", **aria(label="Numbers of the same document"))] if links else []


def _neighbor(number: Observation, words: str, rel: str) -> Component:
    parts = [html.Span(words, className="aside"), html.Strong(number.said), html.Span(number.indicator.name)]
    return html.A(parts, href=f"/observations/{number.id}", rel=rel)
