"""Names for what the register lacks, in the words of the document: what is measured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from validation.language.reading.seen import flat
from validation.language.written import capitalized
from validation.model.drafting import cues, fitting
from validation.model.drafting.cells import Cell
from validation.model.drafting.scenes import Scene

_WORDS = 4
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_PLAIN = re.compile(r"[^\W\d_][\w’'-]*")


def measured(scene: Scene, end: int, *, counts: bool = True, change: bool = False) -> str:
    """What a new indicator is called: what the number is of, or counts, or the words of its clause before it.

    Of a cell, what heads its part of the table or its row. "" where none of these names anything. `counts` is whether
    it counts things, and is not of a unit of its own; `change` whether it is of how much something changed.
    """
    name = _measured(scene, end, counts=counts and not change)
    return f"Change in {name[:1].lower()}{name[1:]}" if name and change else name


def _measured(scene: Scene, end: int, *, counts: bool) -> str:
    if scene.cell:
        return _first(_name(_PLAIN.findall(_BRACKETS.sub("", one))) for one in _headings(scene.cell))
    counted = fitting.head(scene, end) if counts else []
    plural = next((place for place, word in enumerate(counted, start=1) if cues.PLURAL.fullmatch(word)), 0)
    return _first((_of(scene, end), _name(counted[:plural]), *map(_told, _clauses(scene)), _name(counted)))


def _first(names: Iterable[str]) -> str:
    return next(filter(None, names), "")


def _of(scene: Scene, end: int) -> str:
    """What a number is said to be of: "10 tonnes of honey"."""
    behind = flat(scene.body[end : scene.span[1]])
    part = cues.OF.match(behind)
    return _name(_PLAIN.findall(cues.END_OF_GROUP.split(behind[part.end() :], maxsplit=1)[0])[:_WORDS]) if part else ""


def _headings(cell: Cell) -> Sequence[str]:
    """A few words above its part of a table go before the label of a row, and that before what heads a column."""
    part = cell.line.part
    return (part, cell.label, cell.head) if len(part.split()) <= _WORDS else (cell.label, cell.head)


def _clauses(scene: Scene) -> Iterator[str]:
    """The clauses of its sentence before it, the nearest first, without the numerals in them."""
    low, text = scene.span[0], scene.body[scene.span[0] : scene.numeral.start]
    for one in scene.others:
        if one.end <= scene.numeral.start:
            text = text[: one.start - low] + "," * (one.end - one.start) + text[one.end - low :]
    return reversed(re.split(r"[,;:(–—]+|\s-\s", flat(text)))


def _told(clause: str) -> str:
    """The first words of a clause that name something, without where and when, and without what leads to the number."""
    while (less := cues.QUALIFIED.sub("", clause)) != clause:
        clause = less
    return _first(_name(_PLAIN.findall(part)[-_WORDS:]) for part in cues.WHERE.split(cues.REPORTED.sub("", clause)))


def _name(words: Sequence[str]) -> str:
    """Some words as a name, without those at its ends that name nothing; "" where none does."""
    named = [word.lower() not in cues.NAMELESS for word in words]
    if not any(named):
        return ""
    first, last = named.index(True), len(named) - named[::-1].index(True)
    return capitalized(" ".join(words[first:last]))
