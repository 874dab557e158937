"""Citations as BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable

from validation.language.periods import Period
from validation.model.citations import Citation
from validation.model.names import Name

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
# What BibTeX reads nothing into: letters and digits, without "and", which stands between two names.
_PLAIN = re.compile(r"(?!.*\band\b)[^\W_]([^\W_]|[ '’.-])*", re.IGNORECASE)
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
        "pages": ", ".join(citation.pages),
        "url": citation.url.translate(_ADDRESS),
        "urldate": citation.accessed.edtf if citation.accessed else "",
        "note": escaped(citation.note),
        "annote": escaped(citation.annotation),  # styles print a note, and no annotation
    }
    lines = [f"  {name} = {_value(name, text)}," for name, text in fields.items() if text]
    return "\n".join([f"@misc{{{citation.id},", *lines, "}"]) + "\n"


def _value(name: str, text: str) -> str:
    return text if name == "month" else f"{{{text}}}"  # months are BibTeX's own words


def _name(name: Name) -> str:
    """As BibTeX takes it apart, "van den Berg, Jr., Ann"; one in braces it leaves whole."""
    if name.whole:
        return _braced(name.whole)
    if not (name.given or name.suffix):
        return f"{name.particle} {_braced(name.family)}".strip()
    capital = all(word[0].isupper() for word in name.family.split())
    family = f"{name.particle} {_part(name.family) if capital else _braced(name.family)}".strip()
    return ", ".join([family, *([_part(name.suffix)] if name.suffix else []), _part(name.given)])


def _part(text: str) -> str:
    """A part of a name, in braces where BibTeX would read something into it."""
    return text if _PLAIN.fullmatch(text) else _braced(text)


def _braced(text: str) -> str:
    return f"{{{escaped(text)}}}"


def _date(period: Period | None) -> dict[str, str]:
    """The year or years in words, and the month: those of two ends don't fit into one field."""
    if period is None:
        return {}
    year = {"year": "--".join(dict.fromkeys(end.years for end in period.ends))}
    month = period.ends[0].parts[1:2] if len(period.ends) == 1 else []
    return year | ({"month": _MONTHS[month[0] - 1]} if month else {})
