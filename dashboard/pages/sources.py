"""Every source: the documents with what became of their numerals, then the references; page by page where many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.elements import Part
from dashboard.design.signs import NUMERAL_FILLS
from dashboard.design.tables import Column, Row, table
from dashboard.sections import sources
from dashboard.state import addresses
from dashboard.state.addresses import Query, href
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from validation.language.written import many
from validation.model.coverage import in_digits_only
from validation.model.register import Register
from validation.model.subjects import Source
from validation.vocabulary import DOCUMENT, RECORDED, REFERENCE

PATH = "/sources"
PAGE_ROWS = 100
"""So many sources stand on a page, documents before references."""

LEDE = "What each document states, what became of its numerals, and what its numbers are held against."


def register(app: Dashboard, store: Store) -> None:
    """The page of all sources."""
    app.page(PATH, layout, title="Documents", about=summary, states=pages)


def pages(data: Snapshot) -> Iterable[Query]:
    """The pages of the list behind the first."""
    return [{"page": str(page)} for page in range(2, _pages(data.register) + 1)]


def summary(data: Snapshot, /) -> str:
    """How many documents there are and what they state."""
    return f"{sources.told(data.register, DOCUMENT)}: {LEDE[:1].lower()}{LEDE[1:]}"


def layout(data: Snapshot, /, **query: Any) -> Component:
    """A card for each document, a row for each reference. Raises `Unacceptable` for a page there is not."""
    documents, references = listed(data.register, query)
    return elements.page(
        sources.told(data.register, DOCUMENT),
        *([] if data.now else _absent(data.register, sources.documents(data.register))),
        *([_documents(data.register, documents)] if documents else []),
        *([_references(data.register, references)] if references else []),
        *_pager(data.register, query),
        lede=LEDE,
    )


def listed(register: Register, query: Query) -> tuple[list[Source], list[Source]]:
    """The documents and the references of the page that is asked for, each by their names."""
    page, pages = addresses.number(query, "page"), _pages(register)
    if page > pages:
        raise Unacceptable("page", str(page), [f"a whole number from 1 to {pages}"])
    kinds = (sources.documents(register), sources.references(register))
    every = [one for kind in kinds for one in sorted(kind, key=lambda source: sources.name(source).casefold())]
    shown = every[(page - 1) * PAGE_ROWS : page * PAGE_ROWS]
    return [one for one in shown if one.is_document], [one for one in shown if one.is_reference]


def _pages(register: Register) -> int:
    return max(1, -(-len(register.sources) // PAGE_ROWS))


def _pager(register: Register, query: Query) -> list[Component]:
    def place(page: int) -> str:
        return href(PATH, query, page=str(page) if page > 1 else None)

    page, pages = addresses.number(query, "page"), _pages(register)
    return [elements.pager(page, pages, place, "Pages of the list")] if pages > 1 else []


def _absent(register: Register, documents: Sequence[Source]) -> list[Component]:
    """What it means that documents aren't here, and what to do; nothing where all are."""
    missing = sum(not register.has_text(source.id) for source in documents)
    if not missing:
        return []
    which = "The documents are" if missing == len(documents) else f"{missing} of {len(documents)} documents are"
    words = f"{which} not here, so quotes stand for the articles and have not been verified. {sources.ADDING}."
    return [elements.callout(words)]


def _documents(register: Register, documents: Sequence[Source]) -> Component:
    cards = elements.grid(*(_card(register, source) for source in documents))
    return elements.section("documents", "Documents", cards, intro=_accounted(register))


def _accounted(register: Register) -> str:
    """What became of the numerals of all documents that are here."""
    return register.once(_accounted_for)


def _accounted_for(register: Register) -> str:
    found = [sources.covered(register, source.id) for source in sources.documents(register)]
    covered = [coverage for coverage in found if coverage]
    if not covered:
        return ""
    numerals, left = sum(one.numerals for one in covered), sum(one.unaccounted for one in covered)
    only = in_digits_only(sum(one.digits_only for one in covered))
    return f"{many(numerals, 'numeral')} in {many(len(covered), 'article')}{only}, {left or 'none'} unaccounted for."


def _card(register: Register, source: Source) -> Component:
    """What a document is, what was made of it, in words and as a bar, and the ways to it and to its numbers."""
    counts = {state: count for state, count in sources.counts(register, source.id).items() if count}
    parts = [Part(count, NUMERAL_FILLS[state], "") for state, count in counts.items()]
    return elements.card(
        html.P(sources.byline(source), className="byline"),
        html.P(_made(register, source), className="made"),
        *([elements.bar(parts)] if parts else []),
        html.Div(_state(register, source), className="source-state"),
        title=sources.name(source),
        href=f"{PATH}/{source.id}",
    )


def _made(register: Register, source: Source) -> list[Any]:
    """How many numbers and dates it states, how many numerals are left out; and where each of them is marked."""
    marked = any(sources.counts(register, source.id).values())
    words = "read it with every number marked" if marked else "read it"
    read = html.A(words if register.has_text(source.id) else "its passages", href=f"{PATH}/{source.id}")
    return [sources.made(register, source.id), " · ", read]


def _state(register: Register, source: Source) -> list[Component]:
    """Whether its text is here, and its numbers, to look through and to take away."""
    counted = register.observations.count("source_id", source.id)
    ways = [("/data", "Its numbers"), ("/download/numbers.csv", "CSV")] if counted else []
    links = [html.A(words, href=href(path, source=source.id)) for path, words in ways]
    return [elements.explained(sources.presence_tag(register, source.id)), *links]


def _references(register: Register, references: Sequence[Source]) -> Component:
    columns = (
        Column("Reference", line="first"),
        Column("Publisher"),
        Column("Published"),
        Column("States", numeric=True),
    )
    rows = [_reference(source, register.observations.count("source_id", source.id)) for source in references]
    listed = table(columns, rows, caption="Every reference", narrow="lines", hidden_caption=True)
    intro = f"{sources.told(register, REFERENCE)}: pages and statistics that the documents’ numbers are held against."
    return elements.section("references", "References", elements.card(listed), intro=intro)


def _reference(source: Source, count: int) -> Row:
    name = sources.name(source)
    publisher = source.publisher if source.publisher != name else ""
    published = source.published.short if source.published else ""
    stated = sources.counted(RECORDED, count) if count else ""
    return Row((html.A(name, href=f"{PATH}/{source.id}", title=source.title), publisher, published, stated))
