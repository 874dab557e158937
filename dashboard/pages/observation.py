"""One number: what it is, what references make of it, its passage, what it means, and behind that all the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import choice
from dashboard.design import elements
from dashboard.design.elements import aria
from dashboard.sections import (
    arithmetic,
    bounds,
    changes,
    charts,
    checks,
    citing,
    comparisons,
    objections,
    passages,
    related,
    sources,
    tags,
)
from dashboard.sections.front import topics
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from dashboard.web.visits import current_visit
from validation import vocabulary
from validation.language.written import capitalized, many
from validation.model import citations
from validation.model.observations import Derived, Observation
from validation.model.register import Register
from validation.reports import history

LONG = 6
"""A number of so many groups of digits is longer than a line of a phone."""


def register(app: Dashboard, store: Store) -> None:
    """The page of each stated and each calculated number."""
    app.page(
        "/observations/<observation_id>",
        layout,
        title=title,
        about=summary,
        ids=lambda data: data.register.numbers,
        data=True,
    )


def title(data: Snapshot, /, observation_id: str) -> str:
    """What was measured, and the number."""
    number = find(data, observation_id)
    return f"{number.indicator.name}: {number.label}"


def summary(data: Snapshot, /, observation_id: str) -> str:
    """The number in its words with who says so, and what references make of it."""
    number = find(data, observation_id)
    found = checks.ordered(data.register, number)[:1]
    teller = vocabulary.CALCULATED.words.lower() if number.is_calculated else f"by {sources.name(number.source)}"
    verdict = f" {vocabulary.outcome(found[0].verdict).words}." if found else ""
    return f"{passages.name(number)}: {number.label}, {teller}.{verdict}"


def layout(data: Snapshot, /, *, observation_id: str, **_: Any) -> Component:
    """The number large with the verdict on it, its passage and its meaning, then what stands beside it."""
    number = find(data, observation_id)
    evidence = _working(data, number) if isinstance(number, Derived) else _passage(data, number)
    return html.Div(
        [
            _head(data, number),
            *_errata(data.register, number),
            html.Div([evidence, _meaning(number)], className="evidence"),
            *_beside(data, number),
            _more(data, number),
            *_neighbors(data.register, number),
        ],
        className=f"page number-page {passages.voice(number)}",
    )


def find(data: Snapshot, name: str) -> Observation:
    """The stated or calculated number of that id. Raises `Unknown`."""
    found = data.register.number(name)
    if found is None:
        raise Unknown("observation", name, data.register.numbers)
    return found


def neighbors(register: Register, number: Observation) -> tuple[Observation | None, Observation | None]:
    """The numbers before and behind this one in its source."""
    order = register.once(_in_order, number.source.id)
    at = order.index(number)
    return (order[at - 1] if at else None), (order[at + 1] if at + 1 < len(order) else None)


def _in_order(register: Register, source_id: str) -> Sequence[Observation]:
    """The numbers of a source in the order of its text."""
    found = register.observations.where("source_id", source_id)
    return sorted(found, key=lambda number: (number.start or 0, number.id))


def _head(data: Snapshot, number: Observation) -> Component:
    register = data.register
    chart = number.indicator.chart
    kind = vocabulary.CALCULATED if number.is_calculated else vocabulary.SOURCE_KINDS[number.source.kind]
    teller = [] if kind.code == vocabulary.DOCUMENT else [" ", html.Small(kind.words.lower())]
    parts = [
        elements.breadcrumbs([("/", "Findings"), (topics.place(data, chart.topic), chart.topic)]),
        html.P(_what(number), className="what"),
        html.H1([*_breaking(number.label), *teller], tabIndex=-1, className="answer"),
        *([] if number.is_calculated else [html.P(tag, className="tags") for tag in tags.status(number)]),
        *checks.verdict(checks.ordered(register, number)),
        *changes.last(history.of(register, number.id)),
    ]
    return html.Div(parts, className="head")


def _breaking(label: str) -> list[Any]:
    """A number, which may break behind its commas where it is long, and nowhere else."""
    groups = label.split(",")
    if len(groups) < LONG:
        return [label]
    return [piece for group in groups[:-1] for piece in (f"{group},", html.Wbr())] + groups[-1:]


def _what(number: Observation) -> list[Any]:
    """What was measured, when, and who says so."""
    area = f", {number.area.name}" if number.area.name else ""
    when = [", ", html.Strong(number.when)] if number.when else []
    return [html.A(number.indicator.name, href=f"/indicators/{number.indicator.id}"), area, *when, *_by(number)]


def _by(number: Observation) -> list[Any]:
    name: Any = html.A(sources.name(number.source), href=f"/sources/{number.source.id}")
    if not number.is_calculated:
        return [", by ", name]
    of = "as a sum of numbers of " if number.is_sum else "from numbers of "
    return [f", {of}", name if number.source.id else "several sources"]


def _passage(data: Snapshot, number: Observation) -> Component:
    """The words that the number was read from, whether they were found there, and what can be done with them."""
    source = number.source
    told = [*passages.byline(source), " ", *passages.paged(number), *passages.verified(number)]
    note = [html.P(number.note, className="aside")] if number.note else []
    parts: list[Any] = [passages.large(number), html.P(told, className="who"), *note]
    if source.is_document and not data.register.has_text(source.id) and data.now is None:
        parts.append(elements.fold("Add the document", passages.how_to_add(source)))
    if source.sha256:
        parts.append(elements.fold("Place and checksum", _place(number)))
    return _card("The passage", *parts, _actions(data.register, number, _opened(number)))


def _opened(number: Observation) -> Component:
    """The button that leads to where the number stands: in its document here, on the page of a reference elsewhere."""
    source = number.source
    elsewhere = source.url if source.is_reference else ""
    words = "Open its page" if elsewhere else "Read it in the document" if source.is_document else "All of its numbers"
    return html.A(words, href=elsewhere or passages.place(number), className="button action first")


def _actions(register: Register, number: Observation, *first: Component) -> Component:
    """What can be done with a number: read it, cite it, hand on its address."""
    path = f"/observations/{number.id}"
    sentence = citations.number_sentence(register, number, current_visit())
    files = [(f"/cite/{number.id}.bib", "BibTeX"), (f"/cite/{number.id}.json", "CSL")]
    buttons = [*first, citing.button(register, sentence, path, files), citing.link(register, path)]
    return html.Div(buttons, className="action-row")


def _place(number: Observation) -> Component:
    source = number.source
    return elements.definitions(
        [
            ("Title", "" if "title" in source.inferred else source.title),
            ("Characters", f"{number.start} to {number.end}" if number.start is not None else ""),
            ("SHA-256 of the text", html.Code(source.sha256)),
            ("Place", number.locator),
        ]
    )


def _working(data: Snapshot, number: Derived) -> Component:
    """How the number was calculated, in place of a passage."""
    steps = arithmetic.working(number, data.register.units)
    return _card("How it was calculated", steps, html.P(number.note), _actions(data.register, number))


def _meaning(number: Observation) -> Component:
    """What was measured, when, how precisely, by whom."""
    pairs = [
        ("What", number.indicator.definition or number.indicator.name),
        ("When", _when(number)),
        ("How precise", bounds.precise(number)),
        ("Converted", number.converted),
        ("Who says so", _teller(number)),
    ]
    rows = [html.Div([html.Dt(name), html.Dd(content)]) for name, content in pairs if content]
    return _card("What it means", html.Dl(rows, className="meaning"))


def _when(number: Observation) -> Any:
    """The period with how it is known."""
    note = [html.P(number.period_note, className="aside")] if number.period_note else []
    basis = vocabulary.BASES.get(number.period_basis)
    return [html.Span(capitalized(number.when), title=basis.meaning if basis else ""), *note] if number.when else ""


def _teller(number: Observation) -> Any:
    """Whom the source names for the number, and what kind of statement it is."""
    if number.is_calculated:
        return vocabulary.CALCULATED.meaning
    kind = vocabulary.SOURCE_KINDS[number.source.kind].words.lower()
    teller = (
        f"{number.attribution}, as the {kind} has it"
        if number.attribution
        else f"The {kind}; it names no source for the number"
    )
    status = vocabulary.STATUSES[number.status]
    plain = number.status == vocabulary.STATED_STATUS
    return [capitalized(teller), *([] if plain else [html.P(f"{status.words}. {status.meaning}", className="aside")])]


def _errata(register: Register, number: Observation) -> list[Component]:
    """Errors of the source in this number; other accounts have a section of their own."""
    return [one.callout for one in objections.of(register, number.id) if not one.other_id]


def _beside(data: Snapshot, number: Observation) -> list[Component]:
    """The number drawn among its like, and what references have, or what documents state that it is held against."""
    key = drawn_in(data, number)
    found = checks.ordered(data.register, number)
    compared = [checks.beside(found)] if any(check.reference for check in found) else []
    if held := checks.held(data.register, number):
        compared.append(checks.beside(held, documents=True))
    if not key and not compared:
        return []
    heading = "Beside public statistics" if found else "Beside documents" if held else "Beside other numbers"
    drawn = [charts.card(data, key, span="half" if compared else "full", shared=False)] if key else []
    table = [html.Div(compared, className="card compared")] if compared else []
    content = html.Div([*drawn, *table], className="side-by-side" if drawn and table else "")
    more = (f"/charts/{number.indicator.chart.id}", "The whole chart") if key else None
    return [elements.section("beside", heading, content, more=more)]


def drawn_in(data: Snapshot, number: Observation) -> str:
    """The key of the drawing that shows a number best: among accounts with a reference, in its chart; "" for none."""
    for key in _keys(data, number):
        drawing = choice.find(data.register, key)
        if drawing and drawing.kind != vocabulary.ALONE and number in drawing.numbers:
            return key
    return ""


def _keys(data: Snapshot, number: Observation) -> Iterator[str]:
    for one in comparisons.with_any(data, [number.id]):
        told_by = (account.source for account in one.accounts)
        if one.drawn and any(source.is_reference for source in told_by):
            yield f"accounts/{one.id}"
    yield f"chart/{number.indicator.chart.id}"
    yield f"indicator/{number.indicator.id}"


def _more(data: Snapshot, number: Observation) -> Component:
    """What few want to know, each thing folded."""
    precision = [
        html.P(elements.qualifier(number.qualifier), className="drawn"),
        html.P(bounds.stated(number)),
        elements.definitions(bounds.limits(number)),
    ]
    files = [
        (f"/observations/{number.id}.json", "This number (JSON)"),
        (f"/download/indicators/{number.indicator.id}.csv", "Its indicator (CSV)"),
    ]
    folds = [
        *_changed(data, number),
        *related.accounts(data, number),
        *_calculated(data, number),
        elements.fold("How precise is it?", *precision),
        elements.fold("Take it away", elements.links(files)),
    ]
    return elements.section("more", "More about this number", html.Div(folds, className="card folds"))


def _changed(data: Snapshot, number: Observation) -> list[Component]:
    """What became of it since it was first released; open where it is no more what was cited."""
    told = history.of(data.register, number.id)
    told = [(edition, change) for edition, change in told if change.kind != vocabulary.ADDED]
    if not told:
        return []
    cited = any(change.weight == vocabulary.MAJOR for _, change in told)
    return [
        elements.fold(f"Changed since it was released: {many(len(told), 'time')}", changes.of_one(told), open=cited)
    ]


def _calculated(data: Snapshot, number: Observation) -> list[Component]:
    found = related.used_by(data.register, [number.id])
    heading = f"Calculated from it: {many(len(found), 'number')}"
    return [elements.fold(heading, *related.workings(data, found))] if found else []


def _card(title: str, *content: Any) -> Component:
    return html.Div([html.H2(title, className="card-title"), *content], className="card")


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
    parts = [html.Span(words, className="aside"), html.Strong(number.label), html.Span(number.indicator.name)]
    return html.A(parts, href=f"/observations/{number.id}", rel=rel)
