"""Names for what the register lacks, in the words of the document: the thing counted, what is measured, where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from validation.language.reading.cldr import locale
from validation.language.reading.lexicon import ENGLISH
from validation.language.reading.seen import flat
from validation.language.written import capitalized
from validation.model.drafting import cues, fitting
from validation.model.drafting.cells import Cell
from validation.model.drafting.scenes import Scene

_WORDS = 4
# How English writes of some countries, by their codes, and codes of CLDR that are no country's.
_SHORT = {"US": ("US", "U.S.", "USA"), "GB": ("UK", "U.K.", "Britain"), "AE": ("UAE",)}
_NONE = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_PLAIN = re.compile(r"[^\W\d_][\w’'-]*")


class Place(NamedTuple):
    """Somewhere that a sentence names."""

    name: str
    kind: str = "area"
    iso_3166: str = ""


def measured(scene: Scene, end: int, *, counts: bool = True, change: bool = False) -> str:
    """What a new indicator is called: what the number is of, or counts, or the words of its clause before it.

    Of a cell, what heads its part of the table or its row. "" where none of these names anything. `counts` is whether
    it counts things, and is not of a unit of its own; `change` whether it is of how much something changed.
    """
    name = _measured(scene, end, counts=counts and not change)
    return f"Change in {name[:1].lower()}{name[1:]}" if name and change else name


def _measured(scene: Scene, end: int, *, counts: bool) -> str:
    if scene.cell:
        return next(filter(None, (_name(_PLAIN.findall(_BRACKETS.sub("", one))) for one in _headings(scene.cell))), "")
    behind = flat(scene.body[end : scene.span[1]])
    if part := cues.OF.match(behind):
        of = _name(_PLAIN.findall(cues.END_OF_GROUP.split(behind[part.end() :], maxsplit=1)[0])[:_WORDS])
        if of:
            return of
    counted = fitting.head(scene, end) if counts else []
    stop = next((place for place, word in enumerate(counted) if cues.PLURAL.fullmatch(word)), -1)
    if group := _name(counted[: stop + 1]):
        return group
    return next(filter(None, map(_told, _clauses(scene))), "") or _name(counted)


def _headings(cell: Cell) -> Sequence[str]:
    """A few words above its part of a table go before the label of a row, and that before what heads a column."""
    few = len(cell.part.split()) <= _WORDS
    return (cell.part, cell.label, cell.head) if few else (cell.label, cell.head)


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
    parts = (_name(_PLAIN.findall(part)[-_WORDS:]) for part in cues.WHERE.split(cues.REPORTED.sub("", clause)))
    return next(filter(None, parts), "")


def _name(words: Sequence[str]) -> str:
    """Some words as a name, without those at its ends that name nothing; "" where none does."""
    named = [word.lower() not in cues.NAMELESS for word in words]
    if not any(named):
        return ""
    first, last = named.index(True), len(named) - named[::-1].index(True)
    return capitalized(" ".join(words[first:last]))


def place(scene: Scene) -> Place | None:
    """The country, or else the place, that its sentence names nearest to the number."""
    language = scene.source.language or ENGLISH
    country = _countries(language)
    if scene.cell and (labelled := country.names.fullmatch(scene.cell.label)):
        return country.of(labelled[0])
    found = [(len(scene.before) - one.end(), country.of(one[0])) for one in country.names.finditer(scene.before)]
    found += [(one.start(), country.of(one[0])) for one in country.names.finditer(scene.behind)]
    if found:
        return min(found, key=lambda pair: pair[0])[1]
    if language.split("-")[0] != ENGLISH:
        return None
    near = [*cues.PLACE.findall(scene.before)[::-1], *cues.PLACE.findall(scene.behind)]
    return next((Place(_bare(name)) for name in near), None)


def commonest_place(scene: Scene) -> Place | None:
    """The place that its article names most."""
    return _named_most(scene.body, scene.source.language or ENGLISH)


def _bare(name: str) -> str:
    """A name without what says that something is its: "Sweden's" is "Sweden"."""
    return re.sub(r"[’']s?\Z", "", name)


@lru_cache(4)
def _named_most(body: str, language: str) -> Place | None:
    """Looked for once in an article: a long one has thousands of numbers."""
    country = _countries(language)
    named = Counter(country.of(one) for one in country.names.findall(body))
    if language.split("-")[0] == ENGLISH:
        named += Counter(Place(_bare(one)) for one in cues.PLACE.findall(body) if one not in country.places)
    return named.most_common(1)[0][0] if named else None


@dataclass(frozen=True)
class _Countries:
    """The countries of a language, by their names and what they are called in short."""

    places: Mapping[str, Place]

    @cached_property
    def names(self) -> re.Pattern[str]:
        """Any of the names, the longest that stands there."""
        longest = sorted(self.places, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})(?!\w)")

    def of(self, name: str) -> Place:
        """The country of a name."""
        return self.places[name]


@cache
def _countries(language: str) -> _Countries:
    known = locale(language) or locale(ENGLISH)
    names = {str(code): str(name) for code, name in known.territories.items()} if known else {}
    codes = [code for code in names if len(code) == 2 and code.isalpha() and code not in _NONE]
    return _Countries(
        {short: Place(names[code], "country", code) for code in codes for short in (names[code], *_SHORT.get(code, ()))}
    )
