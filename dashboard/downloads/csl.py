"""Citations as CSL-JSON, which reference managers and citation processors read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dashboard.downloads import dates
from dashboard.downloads.citations import Citation, Name
from validation.language import periods

TYPES = {"document": "document", "reference": "dataset", "collection": "dataset"}


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


def _date(date: str) -> dict[str, Any]:
    if not date:
        return {}
    parts = dates.parts(date)
    written: dict[str, Any] = {"date-parts": parts} if parts else {"literal": periods.label(date)}
    return written | ({"circa": True} if dates.approximate(date) else {})
