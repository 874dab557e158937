"""How a page is cited: the words to copy, the same for programs, the address, behind one button."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.elements import Link
from dashboard.web.visits import current_visit
from validation.language.written import capitalized
from validation.model import citations
from validation.model.register import Register


def button(register: Register, sentence: str, path: str, files: Sequence[Link]) -> Component:
    """A button under which a page is cited: `sentence` says it in words, `path` is its address here."""
    visit = current_visit()
    read = f", read {visit.day.words}" if visit.day else ""
    ways = [
        elements.copy_button(sentence, "Copy text"),
        *(html.A(words, href=href, className="button small action") for href, words in files),
        html.Button("Copy link", type="button", className="button small", **_copied(register, path)),
    ]
    content = [
        html.P(f"{capitalized(citations.edition_words(register))}{read}", className="aside"),
        html.P(sentence, className="sentence"),
        html.Div(ways, className="action-row"),
    ]
    return html.Details(
        [html.Summary("Cite", className="button action"), html.Div(content, className="cite-body")], className="cite"
    )


def link(register: Register, path: str, words: str = "Share") -> Component:
    """A button that copies the address of a page."""
    title = "Copies the address of this page"
    return html.Button(words, type="button", className="button action", title=title, **_copied(register, path))


def _copied(register: Register, path: str) -> dict[str, Any]:
    return elements.copies(citations.address(register, current_visit(), path), path)
