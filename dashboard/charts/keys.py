"""The key of a chart: the marks in use, what each means, and how that is said where marks can't be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dashboard.charts.clauses import small
from dashboard.charts.drawing import doubts, growths, lines
from dashboard.charts.drawing.bars import NO_PERIOD
from dashboard.charts.drawing.content import Drawing
from dashboard.design import signs
from validation import vocabulary
from validation.language.written import capitalized
from validation.model.observations import Observation

POINTS = (vocabulary.AS_ACCOUNTS, vocabulary.AS_SERIES)
"""Kinds that draw points and no bars."""

BARS = (vocabulary.AS_GROWTH, vocabulary.AS_SHARES, vocabulary.AS_STATED)
"""Kinds that draw a bar for each number."""


class Entry(NamedTuple):
    """A mark of a chart: the class of its sample, what it is called in words alone, what it means."""

    swatch: str
    called: str
    words: str


def key(drawing: Drawing) -> list[Entry]:
    """The marks of a drawing, those of whose numbers they are first; nothing for numbers alone."""
    if drawing.kind == vocabulary.ALONE:
        return []
    return list(dict.fromkeys([*_origins(drawing), *_doubts(drawing), *_qualifiers(drawing)]))


def in_words(entries: Iterable[Entry]) -> str:
    """The same as sentences: "Blue: what a document states. An arrow: “over”."."""
    return " ".join(f"{capitalized(entry.called)}: {entry.words}." for entry in entries)


def _origins(drawing: Drawing) -> Iterator[Entry]:
    numbers, hatched = drawing.numbers, _hatched(drawing)
    shape = "as-point" if drawing.kind in POINTS else "as-bar"
    if any(one.is_of_document and not one.is_own for one in numbers):
        yield Entry(f"{shape} of-doc", "blue", "what a document states")
    if any(not one.is_of_document and not one.is_own for one in numbers):
        yield Entry(f"{shape} of-ref", "gray", "a reference")
    if hatched:
        whose = "of-doc" if all(one.is_of_document for one in hatched) else "of-ref"
        yield Entry(f"as-bar hatched {whose}", "hatched", "part of a year")
    if dotted := [one for one in _facts(_ended(drawing)) if one in drawing.timeless and drawing.kind in BARS]:
        whose = "of-doc" if all(one.is_of_document for one in dotted) else "of-ref"
        yield Entry(f"as-bar dotted {whose}", "dotted", small(NO_PERIOD))
    if any(one.is_own for one in numbers):
        own = any(one.is_of_document for one in numbers if one.is_own)
        yield Entry(f"{shape} hollow {'of-doc' if own else 'of-ref'}", "hollow", vocabulary.CALCULATED.words.lower())


def _hatched(drawing: Drawing) -> list[Observation]:
    """The numbers of a part of a year that have a bar: no account and no square has one, no number on a line."""
    if drawing.kind in (vocabulary.AS_ACCOUNTS, vocabulary.AS_AREAS):
        return []
    numbers = lines.split(drawing.numbers)[1] if drawing.kind == vocabulary.AS_SERIES else _ended(drawing)
    return [one for one in _facts(numbers) if one.is_part_year]


def _facts(numbers: Iterable[Observation]) -> list[Observation]:
    """The numbers whose bars have no stripes, which say that they are no facts."""
    return [one for one in numbers if not doubts.look(one)]


def _ended(drawing: Drawing) -> list[Observation]:
    """The numbers whose mark ends as they are qualified: a growth that led to a level is an arrow or words."""
    told = [one for one in growths.pair(drawing.numbers) if one.level] if drawing.kind == vocabulary.AS_GROWTH else []
    without = {number for one in told for number in (one.change, one.step)}
    return [number for number in drawing.numbers if number not in without]


def _doubts(drawing: Drawing) -> Iterator[Entry]:
    """How what no source states as fact is drawn, by its status."""
    bar = drawing.kind in BARS
    of_documents: dict[tuple[str, str, str], bool] = {}
    for number in _ended(drawing):
        if look := doubts.look(number):
            told = look.swatch, look.bar if bar else look.point, doubts.words(number)
            of_documents[told] = of_documents.get(told, True) and number.is_of_document
    for (swatch, called, words), alone in of_documents.items():
        yield Entry(f"{'as-bar' if bar else 'as-point'} {swatch} {'of-doc' if alone else 'of-ref'}", called, words)


def _qualifiers(drawing: Drawing) -> Iterator[Entry]:
    """A mark for each qualifier in use, with the words that say it here."""
    words: dict[str, dict[str, None]] = {}
    for number in _ended(drawing):
        for code in (number.qualifier, *([vocabulary.RANGE] if number.upper is not None else [])):
            if _called(signs.MARKS[code], drawing.kind):
                words.setdefault(code, {}).update(dict.fromkeys(_said(number, code)))
    for code, said in words.items():
        meant = ", ".join(said) or _unsaid(code)
        point = " of-point" if drawing.kind in POINTS else ""
        yield Entry(f"mark mark-{code}{point}", _called(signs.MARKS[code], drawing.kind), meant)


def _called(mark: signs.Mark, kind: str) -> str:
    if kind == vocabulary.AS_AREAS:
        return mark.square
    return mark.point if kind in POINTS else mark.bar


def _said(number: Observation, code: str) -> list[str]:
    """The word before a number, as its source has it."""
    before = number.parts[0] if number.printed and code != vocabulary.RANGE else ""
    return [f"“{small(before)}”"] if before else []


def _unsaid(code: str) -> str:
    """What a mark means where no number has its word."""
    return "a range" if code == vocabulary.RANGE else vocabulary.MARKS[code].words
