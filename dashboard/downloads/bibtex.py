"""Citations as BibTeX."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.downloads import dates
from dashboard.downloads.citations import Citation, Name
from validation.language import periods

# BibTeX counts a brace even after a backslash: the commands with names keep them in pairs.
_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    **{sign: f"\\{sign}" for sign in "$&#%_"},
}
_ESCAPES = str.maketrans(_COMMANDS)
# An address is set as it is, so what would end the field or start a command must be written another way.
_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def written(citations: Iterable[Citation]) -> str:
    """The text of a .bib file in UTF-8. All entries are @misc, which every style knows."""
    return "\n".join(_entry(citation) for citation in citations)


def escaped(text: str) -> str:
    """Text as LaTeX sets it, braces in pairs."""
    return " ".join(text.split()).translate(_ESCAPES)


def _entry(citation: Citation) -> str:
    fields = {
        "author": " and ".join(_name(name) for name in citation.authors),
        "title": f"{{{escaped(citation.title)}}}",  # a second pair of braces keeps its capitals
        **_date(citation.issued),
        "howpublished": escaped(citation.publisher),
        "version": escaped(citation.version),
        "url": citation.url.translate(_ADDRESS),
        "urldate": citation.accessed,
        "note": escaped(citation.note),
    }
    lines = [f"  {name} = {_value(name, text)}," for name, text in fields.items() if text]
    return "\n".join([f"@misc{{{citation.id},", *lines, "}"]) + "\n"


def _value(name: str, text: str) -> str:
    return text if name == "month" else f"{{{text}}}"  # months are BibTeX's own words


def _name(name: Name) -> str:
    """Family name first; a name in braces is not taken apart."""
    return ", ".join(f"{{{escaped(part)}}}" for part in name)


def _date(date: str) -> dict[str, str]:
    parts = dates.parts(date)
    if not parts:
        return {"year": escaped(periods.label(date))}
    year = {"year": "--".join(dict.fromkeys(f"{end[0]:04}" for end in parts))}
    # Months of two ends don't fit into one field.
    return year | ({"month": _MONTHS[parts[0][1] - 1]} if len(parts) == 1 and len(parts[0]) > 1 else {})
