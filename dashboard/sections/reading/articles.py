"""A text with its marks: the article of a document, or the quotes of one that isn't here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design.attributes import aria
from dashboard.design.attributes import data as data_
from dashboard.sections.reading import notes
from dashboard.sections.reading.entries import Entry, entries
from dashboard.sections.reading.paragraphs import Paragraph, Piece, paragraphs, pieces
from dashboard.sections.reading.spots import Spot, of_quote, spots
from dashboard.sections.topics import topics
from dashboard.state.store import Snapshot


def article(data: Snapshot, source_id: str, at: str, language: str) -> Component:
    """The article of a document that is here, every numeral marked, with notes beside each paragraph."""
    body = data.register.documents[source_id].body
    blocks = [_block(data, source_id, body, paragraph, at) for paragraph in paragraphs(body)]
    return html.Article(blocks, className="article", lang=language or None, **aria(label="The article"))


def quotes(data: Snapshot, source_id: str, at: str, language: str) -> Component:
    """The quotes of a document in the order of its text, each with its place, its number marked."""
    found = [_quote(data, source_id, entry, at) for entry in entries(data, source_id)]
    return html.Ol(found, className="article passages", lang=language or None)


def _block(data: Snapshot, source_id: str, body: str, paragraph: Paragraph, at: str) -> Component:
    text = body[paragraph.start : paragraph.end]
    cut = pieces(text, paragraph.start, spots(data, source_id), entries(data, source_id))
    noted = dict.fromkeys(entry for piece in cut if piece.spot for entry in piece.spot.entries)
    words = html.P(inline(data, source_id, cut, at), className=f"paragraph {paragraph.kind}")
    return html.Div([words, *notes.notes(data, source_id, noted, at)], className="block")


def _quote(data: Snapshot, source_id: str, entry: Entry, at: str) -> Component:
    cut = pieces(entry.quote, entry.start, of_quote(entry), [entry])
    words = html.Blockquote(html.P(["“", *inline(data, source_id, cut, at), "”"], className="paragraph"))
    where = html.P(notes.place(entry).capitalize(), className="place")
    return html.Li([html.Div([words, where]), *notes.notes(data, source_id, [entry], at)], className="block")


def inline(data: Snapshot, source_id: str, cut: Iterable[Piece], at: str) -> list[Any]:
    """Pieces as text, quoted text and links."""
    return [_piece(data, source_id, piece, at) for piece in cut]


def _piece(data: Snapshot, source_id: str, piece: Piece, at: str) -> Any:
    quoted = data_(quote=" ".join(piece.quotes))
    light = "quoted" if at and at in piece.quotes else ""
    if piece.spot:
        return _link(data, source_id, piece.spot, piece.text, at, light, quoted)
    if quoted:
        return html.Span(piece.text, className=light, **quoted)
    return piece.text


def _link(
    data: Snapshot, source_id: str, spot: Spot, text: str, at: str, light: str, quoted: dict[str, str]
) -> Component:
    about = "; ".join(notes.says(entry) for entry in spot.entries)
    topic = topics(data)[spot.topic] if spot.topic else None
    kind = f"spot spot-{spot.state} {topic.css if topic else ''} {light}"
    return html.A(
        [text, *([topic.sign] if topic else [])],
        href=notes.address(source_id, spot.ids[0]),
        className=" ".join(kind.split()),
        **aria(label=f"{text}, {about}", current="true" if at in spot.ids else None),
        **data_(of=" ".join(spot.ids), tip=about),
        **quoted,
    )


def marked(data: Snapshot, source_id: str, *, here: bool) -> Sequence[Spot]:
    """Everything that is marked: in the article where it is here, else in the quotes."""
    if here:
        return spots(data, source_id)
    return [spot for entry in entries(data, source_id) for spot in of_quote(entry)]
