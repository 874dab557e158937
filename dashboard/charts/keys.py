"""The key of a chart: the marks in use, what each means, and how that is said where marks can't be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dashboard.charts.clauses import small
from dashboard.charts.drawing.content import Drawing
from dashboard.design import signs
from validation import vocabulary
from validation.language.written import capitalized
from validation.model.observations import Observation

POINTS = (vocabulary.AS_ACCOUNTS, vocabulary.AS_SERIES)
"""Kinds that draw points and no bars."""


class Entry(NamedTuple):
    """A mark of a chart: the class of its sample, what it is called in words alone, what it means."""

    swatch: str
    called: str
    words: str


def key(drawing: Drawing) -> list[Entry]:
    """The marks of a drawing, those of whose numbers they are first; nothing for numbers alone."""
    if drawing.kind == vocabulary.ALONE:
        return []
    return list(dict.fromkeys([*_origins(drawing), *_qualifiers(drawing)]))


def in_words(entries: Iterable[Entry]) -> str:
    """The same as sentences: "Blue: what a document states. An arrow: “over”."."""
    return " ".join(f"{capitalized(entry.called)}: {entry.words}." for entry in entries)


def is_of_document(number: Observation) -> bool:
    """Whether a document states it or a part of it."""
    return any(part.source.is_document for part in number.stated)


def _origins(drawing: Drawing) -> Iterator[Entry]:
    numbers = drawing.numbers
    shape = "as-point" if drawing.kind in POINTS else "as-bar"
    if any(is_of_document(one) and not one.is_calculated for one in numbers):
        yield Entry(f"{shape} of-doc", "blue", "what a document states")
    if any(not is_of_document(one) and not one.is_calculated for one in numbers):
        yield Entry(f"{shape} of-ref", "gray", "a reference")
    if any(one.is_part_year for one in numbers) and shape == "as-bar":
        parts = {is_of_document(one) for one in numbers if one.is_part_year}
        yield Entry(
            "as-bar hatched of-doc" if parts == {True} else "as-bar hatched of-ref", "hatched", "part of a year"
        )
    if any(one.is_calculated for one in numbers):
        own = any(is_of_document(one) for one in numbers if one.is_calculated)
        yield Entry(f"{shape} hollow {'of-doc' if own else 'of-ref'}", "hollow", vocabulary.CALCULATED.words.lower())


def _qualifiers(drawing: Drawing) -> Iterator[Entry]:
    """A mark for each qualifier in use, with the words that say it here."""
    words: dict[str, dict[str, None]] = {}
    for number in drawing.numbers:
        for code in (number.qualifier, *([vocabulary.RANGE] if number.upper is not None else [])):
            if _called(signs.MARKS[code], drawing.kind):
                words.setdefault(code, {})["a range" if code == vocabulary.RANGE else _meaning(number)] = None
    for code, meant in words.items():
        yield Entry(f"mark mark-{code}", _called(signs.MARKS[code], drawing.kind), ", ".join(meant))


def _called(mark: signs.Mark, kind: str) -> str:
    if kind == vocabulary.AS_AREAS:
        return mark.square
    return mark.point if kind in POINTS else mark.bar


def _meaning(number: Observation) -> str:
    before = number.parts[0]
    return f"“{small(before)}”" if before and number.printed else number.mark.words
