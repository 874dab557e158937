"""One source: a document with every numeral marked, its quotes where it isn't here, or a reference's numbers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.elements import aria
from dashboard.design.tables import Column, Row, table
from dashboard.sections import columns, sources
from dashboard.sections.reading import articles, legend, remaining
from dashboard.sections.reading.notes import address
from dashboard.sections.reading.spots import Spot
from dashboard.state import addresses
from dashboard.state.addresses import Query
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation.language import periods
from validation.language.written import many
from validation.model import accounts, events
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.subjects import Source
from validation.vocabulary import CONFIDENCES, DIGITS_ONLY, NUMERAL_STATES, PRESENCES, SOURCE_KINDS, UNACCOUNTED

CRUMBS = [("/sources", "Documents")]
INTRO = "As stated by it; held against the documents’ numbers."
FIRST = 60
"""So many numbers of a reference are shown, the others on demand."""

ACCOUNTED = "Each is part of a number or of a date, or is left out for a reason. A date need have no numeral."
KEYS = "Left and right arrow keys go from mark to mark; within the text n and p do too."


def register(app: Dashboard, store: Store) -> None:
    """The page of each source."""
    app.page(
        "/sources/<source_id>", layout, title=title, about=summary, ids=lambda data: data.register.sources, data=True
    )


def title(data: Snapshot, /, source_id: str) -> str:
    """The source's title."""
    return sources.find(data.register, source_id).title


def summary(data: Snapshot, /, source_id: str) -> str:
    """How much it states, and who says so."""
    source = sources.find(data.register, source_id)
    if source.is_reference:
        return f"{many(len(sources.stated(data.register, source)), 'number')} of a reference: {source.title}."
    return f"{sources.made(data.register, source_id)}, each in its place: {source.title}."


def layout(data: Snapshot, /, *, source_id: str, **query: Any) -> Component:
    """Facts of the source, then its text or what is known of it; `?at=` names the passage to open."""
    source, at = opened(data.register, source_id, query)
    shown = _reference(data.register, source, at) if source.is_reference else _document(data, source, at)
    return elements.page(source.title, *shown, lede=sources.byline(source), crumbs=CRUMBS, kind=_kind(source))


def _kind(source: Source) -> str:
    """What it is, and the short name that all other pages call it by."""
    kind, name = SOURCE_KINDS[source.kind].words, sources.name(source)
    return kind if name == source.title else f"{kind} · {name}"


def opened(register: Register, source_id: str, query: Query) -> tuple[Source, str]:
    """The source that an address names, and the id of the passage to open, "" for none. Raises `Refusal`."""
    source, at = sources.find(register, source_id), addresses.text(query, "at")
    accepted = _passages(register, source) if at else ()
    if at and at not in accepted:
        raise Unacceptable("at", at, accepted)
    return source, at


def _passages(register: Register, source: Source) -> Collection[str]:
    """The ids of what can be opened in a source."""
    if source.is_reference:
        return {number.id for number in sources.stated(register, source)}
    return {id for spot in articles.marked(register, source.id) for id in spot.ids}


def _document(data: Snapshot, source: Source, at: str) -> list[Component]:
    here = data.register.has_text(source.id)
    marked = articles.marked(data.register, source.id)
    text = articles.article if here else articles.quotes
    reader = [legend.legend(data.register, source.id), text(data, source.id, at, source.language), *_controls(marked)]
    state = [*_state(data.register, source), *_download(data.register, source)]
    return [
        html.Div(state, className="source-state"),
        elements.fold("About this document and how to cite it", _facts(source)),
        *([] if here or data.now else [_absent(data.register, source)]),
        *remaining.remaining(data, source.id),
        html.Div(reader, className="reader", **elements.data(source=source.id)),
    ]


def _state(register: Register, source: Source) -> list[Component]:
    """Whether the text is here and which one it is, and whether all its numerals are accounted for."""
    checksum = html.Span(["SHA-256 ", html.Code(f"{source.sha256[:12]}…")], title=source.sha256)
    found = [elements.explained(sources.presence_tag(register, source.id)), checksum]
    coverage = sources.covered(register, source.id)
    if coverage is None:
        return found
    only = f" ({DIGITS_ONLY})" if coverage.digits_only else ""
    if coverage.unaccounted:
        left = f"{coverage.unaccounted} of {coverage.numerals} {NUMERAL_STATES[UNACCOUNTED].counted}"
        return [*found, elements.tag(f"{left}{only}", "error")]
    every = elements.tag(f"All {coverage.numerals} numerals accounted for{only}", "ok", ACCOUNTED)
    return [*found, elements.explained(every)]


def _download(register: Register, source: Source) -> list[Component]:
    """Its numbers as a file, where it has any."""
    place = addresses.href("/download/numbers.csv", source=source.id)
    return [html.A("Its numbers (CSV)", href=place)] if sources.stated(register, source) else []


def _absent(register: Register, source: Source) -> Component:
    meaning = PRESENCES[sources.presence(register, source.id)].meaning
    words = f"{meaning} Below are the passages quoted from it. To read the article here, put "
    return elements.callout(words, html.Code(source.file), " into the seeds folder.")


def _controls(marked: Sequence[Spot]) -> list[Component]:
    """Buttons from mark to mark (assets/reader.js), where there is any."""
    if not marked:
        return []
    parts = [
        html.Button("Previous mark", type="button", className="button", **elements.data(step="-1")),
        html.P(f"{len(marked)} marked", className="reader-at", role="status"),
        html.Button("Next mark", type="button", className="button", **elements.data(step="1")),
    ]
    label = aria(label="From mark to mark")
    return [html.Div(parts, className="reader-controls", role="group", title=KEYS, **label)]


def _facts(source: Source) -> Component:
    cited = sources.citation(source)
    pairs = [
        ("Address", html.A(source.url, href=source.url, rel="noopener noreferrer") if source.url else ""),
        ("Seen", periods.words(source.accessed)),
        ("License", source.license),
        ("Confidence", _confidence(source)),
        ("Not stated by the text", ", ".join(source.inferred)),
        ("Note", source.note),
        ("File", html.Code(source.file) if source.file else ""),
        ("SHA-256", html.Code(source.sha256) if source.sha256 else ""),
        ("Article", _extent(source)),
        ("For programs", html.A("This source (JSON)", href=f"/sources/{source.id}.json")),
        ("Cite", [f"{cited} ", elements.copy_button(cited)]),
    ]
    return elements.definitions(pairs)


def _confidence(source: Source) -> str:
    """How sure it is that a reference says this, and why no more."""
    entry = CONFIDENCES[source.confidence]
    return f"{entry.words}. {entry.meaning}" if source.confidence else ""


def _extent(source: Source) -> str:
    """How much of the text is the article."""
    if source.characters is None:
        return ""
    return f"{source.article_end:,} of {source.characters:,} characters"


def _reference(register: Register, source: Source, at: str) -> list[Component]:
    """A reference's facts and numbers; there is no text of it here."""
    found = sources.stated(register, source)
    return [
        _facts(source),
        *([elements.section("numbers", "Its numbers", *_numbers(found, at), intro=INTRO)] if found else []),
        *_settled(register, source),
    ]


def _numbers(found: Sequence[Observation], at: str) -> list[Component]:
    """The numbers of a reference; of many the first, the others in a fold, which is open at the one asked for."""
    first = found[:FIRST] if len(found) > FIRST + 1 else found
    rest = found[len(first) :]
    if not rest:
        return [_table(first, at, "Its numbers, as stated")]
    words, asked = f"{len(rest):,} more numbers", at in {number.id for number in rest}
    return [
        _table(first, at, f"Its first {FIRST} numbers"),
        elements.fold(words, _table(rest, at, f"Its {words}"), open=asked),
    ]


def _table(numbers: Sequence[Observation], at: str, caption: str) -> Component:
    heads = (
        Column("Stated", numeric=True, line="first"),
        Column("What", line="first"),
        Column("Period"),
        Column("Where in it"),
    )
    rows = (_number(number, current=number.id == at) for number in numbers)
    return table(heads, rows, caption=caption, narrow="lines", hidden_caption=True)


def _number(number: Observation, *, current: bool) -> Row:
    where = f"“{number.quote}”" if number.quote else number.locator
    cells = (columns.stated(number), columns.indicator(number), columns.period(number), where)
    return Row(cells, id=number.id, current=current)


def _settled(register: Register, source: Source) -> list[Component]:
    """The errors of documents for which a reference is the authority."""
    datings, errata = events.datings(register), accounts.errata(register).values()
    settled = [one for one in errata if one.authority_id == source.id]
    found = [one for one in settled if one.target_id in datings or register.number(one.target_id)]
    places = [(_place(register, one.target_id), f"“{one.stated}” should be {one.correct}") for one in found]
    return [elements.section("errata", "What it sets right", elements.links(places))] if places else []


def _place(register: Register, id: str) -> str:
    """Where the passage of a number or of a dating is open."""
    dating = events.datings(register).get(id)
    return address(dating.source.id if dating else register.observations[id].source.id, id)
