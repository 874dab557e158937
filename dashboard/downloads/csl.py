"""Citations as CSL-JSON, which reference managers and citation processors read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from validation import vocabulary
from validation.language.periods import Period
from validation.model.citations import COLLECTION, Citation, Name

TYPES = {vocabulary.DOCUMENT: "document", vocabulary.REFERENCE: "dataset", COLLECTION: "dataset"}


def items(citations: Iterable[Citation]) -> list[dict[str, Any]]:
    """One item per citation, without what isn't known."""
    return [_item(citation) for citation in citations]


def _item(citation: Citation) -> dict[str, Any]:
    known = {
        "id": citation.id,
        "type": TYPES[citation.kind],
        "title": citation.title,
        "author": [_name(name) for name in citation.authors],
        "issued": _date(citation.issued),
        "accessed": _date(citation.accessed),
        "publisher": citation.publisher,
        "URL": citation.url,
        "language": citation.language,
        "license": citation.license,
        "version": citation.version,
        "note": citation.note,
    }
    return {variable: value for variable, value in known.items() if value}


def _name(name: Name) -> dict[str, str]:
    return dict(zip(("family", "given"), name, strict=True)) if len(name) == 2 else {"literal": name[0]}


def _date(period: Period | None) -> dict[str, Any]:
    """A CSL date: the parts of its ends as far as they are given; a decade and the like in words."""
    if period is None:
        return {}
    ends = dict.fromkeys(tuple(end.parts) for end in period.ends)
    written = {"literal": period.short} if period.coarse else {"date-parts": [list(parts) for parts in ends]}
    return written | ({"circa": True} if period.approximate else {})
