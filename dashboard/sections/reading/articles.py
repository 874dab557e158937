"""A text with its marks: the article of a document, or the quotes of one that isn't here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.elements import aria
from dashboard.sections import objections
from dashboard.sections.reading import notes
from dashboard.sections.reading.annotations import Annotation, annotated
from dashboard.sections.reading.paragraphs import Paragraph, Piece, paragraphs, pieces
from dashboard.sections.reading.spots import Spot, of_quote, of_quotes, spots
from dashboard.state.store import Snapshot
from validation.model.register import Register


def marked(register: Register, source_id: str) -> Sequence[Spot]:
    """Everything that is marked: in the article where it is here, else in the quotes."""
    return spots(register, source_id) if register.has_text(source_id) else of_quotes(register, source_id)


def article(data: Snapshot, source_id: str, at: str, language: str) -> Component:
    """The article of a document that is here, every numeral marked, with notes beside each paragraph."""
    document = data.register.documents[source_id]
    blocks, page = [], 0
    for paragraph in paragraphs(document.body):
        before, page = page, document.page(paragraph.start)
        blocks += [html.P(f"Page {page}", className="page-break", lang="en")] if page != before else []
        blocks.append(_block(data, source_id, document.body, paragraph, at))
    return html.Article(blocks, className="article", lang=language or None, **aria(label="The article"))


def quotes(data: Snapshot, source_id: str, at: str, language: str) -> Component:
    """The quotes of a document in the order of its text, each with its place, its number marked."""
    found = [_quote(data, source_id, one, at) for one in annotated(data.register, source_id)]
    return html.Ol(found, className="article passages", lang=language or None)


def _block(data: Snapshot, source_id: str, body: str, paragraph: Paragraph, at: str) -> Component:
    text, register = body[paragraph.start : paragraph.end], data.register
    cut = pieces(text, paragraph.start, spots(register, source_id), annotated(register, source_id))
    noted = dict.fromkeys(one for piece in cut if piece.spot for one in piece.spot.annotations)
    words = html.P(_inline(register, source_id, cut, at), className=f"paragraph {paragraph.kind}", dir="auto")
    return html.Div([words, *notes.notes(data, source_id, noted, at)], className="block")


def _quote(data: Snapshot, source_id: str, one: Annotation, at: str) -> Component:
    cut = pieces(one.quote, one.start, of_quote(one), [one])
    quoted = ["“", *_inline(data.register, source_id, cut, at), "”"]
    words = html.Blockquote(html.P(quoted, className="paragraph", dir="auto"))
    where = html.P(notes.place(one).capitalize(), className="place")
    return html.Li([html.Div([words, where]), *notes.notes(data, source_id, [one], at)], className="block")


def _inline(register: Register, source_id: str, cut: Iterable[Piece], at: str) -> list[Any]:
    """Pieces as text, quoted text and links."""
    return [_piece(register, source_id, piece, at) for piece in cut]


def _piece(register: Register, source_id: str, piece: Piece, at: str) -> Any:
    quoted = elements.data(quote=" ".join(piece.quotes))
    light = "quoted" if at and at in piece.quotes else ""
    if piece.spot:
        wrong = "wrong" if any(objections.is_wrong(register, id) for id in piece.spot.ids) else ""
        return _link(source_id, piece.spot, piece.text, at, f"{wrong} {light}", quoted)
    if quoted:
        return html.Span(piece.text, className=light, **quoted)
    return piece.text


def _link(source_id: str, spot: Spot, text: str, at: str, how: str, quoted: dict[str, str]) -> Component:
    about = "; ".join(map(notes.says, spot.annotations))
    kind = f"spot spot-{spot.state} {how}"
    return html.A(
        text,
        href=notes.address(source_id, spot.ids[0]),
        className=" ".join(kind.split()),
        **aria(label=f"{text}, {about}", current="true" if at in spot.ids else None),
        **elements.data(of=" ".join(spot.ids), tip=about),
        **quoted,
    )
