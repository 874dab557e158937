"""Citations as CSL-JSON, which reference managers and citation processors read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from validation import vocabulary
from validation.language.periods import Period
from validation.model.citations import COLLECTION, Citation
from validation.model.names import Name
from validation.model.rows import plain_spaces

TYPES = {vocabulary.DOCUMENT: "document", vocabulary.REFERENCE: "dataset", COLLECTION: "dataset"}


def items(citations: Iterable[Citation]) -> list[dict[str, Any]]:
    """One item per citation, without what isn't known."""
    return [_item(citation) for citation in citations]


def _item(citation: Citation) -> dict[str, Any]:
    known = {
        "id": citation.id,
        "type": TYPES.get(citation.kind, "document"),
        "title": plain_spaces(citation.title),
        "author": [_name(name) for name in citation.authors],
        "issued": _date(citation.issued),
        "accessed": _date(citation.accessed),
        "publisher": citation.publisher,
        "URL": citation.url,
        "language": citation.language,
        "version": citation.version,
        "page": ", ".join(citation.pages),
        "note": citation.note,
        "annote": citation.annotation,
        "custom": {"license": citation.license} if citation.license else {},  # CSL has no variable for it
    }
    return {variable: value for variable, value in known.items() if value}


def _name(name: Name) -> dict[str, str]:
    if name.whole:
        return {"literal": name.whole}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}


def _date(period: Period | None) -> dict[str, Any]:
    """A CSL date: the parts of its ends as far as they are given; a decade and the like in words."""
    if period is None:
        return {}
    ends = dict.fromkeys(tuple(end.parts) for end in period.ends)
    written = {"literal": period.short} if period.coarse else {"date-parts": [list(parts) for parts in ends]}
    return written | ({"circa": True} if period.approximate else {})
