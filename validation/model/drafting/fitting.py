"""What of the register fits a numeral's words: its unit, its indicator, its area."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from math import fsum, log

from validation import vocabulary
from validation.language.reading.lexicon import ENGLISH
from validation.language.reading.seen import flat
from validation.model.drafting import cues
from validation.model.drafting.cells import Cell
from validation.model.drafting.recorded import Mates
from validation.model.drafting.scenes import Scene
from validation.model.readings import reading_of
from validation.model.register import Register
from validation.model.subjects import Indicator
from validation.quantities import units
from validation.quantities.units import Unit

Fit = tuple[Indicator, float]
"""An indicator, and how much of what its words weigh stands around the number."""

THINGS = "things"
"""What is counted where no word says it."""

SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
"""Words of a heading that multiply its unit."""

FITS = 0.15
"""An indicator fits where so much of what its words weigh, of at most 1, stands around the number."""

# What its name weighs beside its definition; at how many words' distance a word says half; letters of a word that is
# its own stem.
_REACH = 400
_OF_NAME, _FAR, _SHORT = 0.7, 8, 4

# What counted things end with, and how far behind a number their word stands: "four engineer combat brigades".
_HEAD = 5
_MEASURES = re.compile(r"[^\s\d,;:()\[\]]+")
PLAIN = re.compile(r"\w[\w’'-]*")
_ENDING = re.compile(r"(?:ies|es|s|ing|ed|ese|ian|an|n)\Z")


def unit_of(register: Register, scene: Scene, table: Mates | None = None) -> tuple[Unit | None, int]:
    """The unit that its words name, and where what is printed of it ends; None where none of the register does.

    Of a cell that names none it is that of its row or column in the table, else the one that stands above it.
    """
    end, unit = _unit_behind(register, scene)
    if unit:
        return unit, end
    reading = reading_of(scene.numeral.text, None, scene.source.language or ENGLISH)
    for word in (reading.currency if reading else "", scene.numeral.unit, reading.unit if reading else ""):
        if found := _named(register, word):
            return found, scene.numeral.end
    beside = table.shared(lambda one: one.unit) or _headed(register, table.cell) if table else None
    return beside or _counted(register, scene), scene.numeral.end


def _headed(register: Register, cell: Cell) -> Unit | None:
    """The unit that what stands above a cell names; with a scale beside it ("$ billion") it is a unit of its own."""
    for head in (cell.head, cell.line.part):
        words = _MEASURES.findall(head)
        unit = next(filter(None, (_named(register, word) for word in words)), None)
        scale = next((word.casefold() for word in words if word.casefold() in SCALES), "")
        if unit:
            return _scaled(register, unit, scale) if scale else unit
    return None


def _scaled(register: Register, unit: Unit, scale: str) -> Unit:
    """A unit so many times as large, as the register has it or would have it."""
    sign = f"{scale} {unit.symbol}" if unit.symbol[:1].isalpha() else f"{unit.symbol} {scale}"
    pint = f"{SCALES[scale]} * {unit.pint or unit.unit_id}"
    made = Unit(f"{unit.unit_id}-{scale}", f"{scale} {unit.name}", sign, (), pint)
    return register.units.get(made.unit_id, made)


def _unit_behind(register: Register, scene: Scene) -> tuple[int, Unit | None]:
    """The unit whose longest word stands right behind it, and where that ends."""
    text = scene.body[scene.numeral.end : scene.numeral.end + 60]
    gap = re.match(r"[\s\u00a0-]?", text)
    start = gap.end() if gap else 0
    best: tuple[int, Unit | None] = (0, None)
    for unit in register.units.values():
        for word in unit.words:
            there = text[start : start + len(word)]
            whole = not re.match(r"\w", text[start + len(word) :]) or not word[-1].isalnum()
            same = there == word if len(word) <= 2 else there.casefold() == word.casefold()
            if same and whole and len(word) > best[0] and not scene.cuts(scene.numeral.end + start + len(word)):
                best = len(word), unit
    return scene.numeral.end + start + best[0], best[1]


def _named(register: Register, word: str) -> Unit | None:
    return next((unit for unit in register.units.values() if word and word in (unit.symbol, *unit.words)), None)


def _counted(register: Register, scene: Scene) -> Unit | None:
    """The unit that the noun a few words behind it is a word of, or that is called like the things it counts."""
    words = [word.casefold() for word in head(scene, scene.numeral.end)]
    known = {word.casefold(): unit for unit in register.units.values() for word in unit.words if len(word) > 2}
    named = {unit.name: unit for unit in register.units.values()}
    return next((known[word] for word in words if word in known), None) or named.get(noun(scene, scene.numeral.end))


def noun(scene: Scene, end: int) -> str:
    """The thing that is counted: the first plural behind the number, else the first word there that names anything."""
    words = [word.lower() for word in head(scene, end)]
    plural = (word for word in words if cues.PLURAL.fullmatch(word))
    return next((word for word in (*plural, *words) if word not in cues.NAMELESS), THINGS)


def head(scene: Scene, end: int) -> list[str]:
    """The words behind what is printed up to what ends their group: "four engineer combat brigades"."""
    stop = min([scene.span[1], *(one.start for one in scene.following if one.start >= end)])
    return PLAIN.findall(cues.END_OF_GROUP.split(flat(scene.body[end:stop]), maxsplit=1)[0])[:_HEAD]


def indicators_of(register: Register, scene: Scene, unit: Unit | None, *, change: bool) -> list[Fit]:
    """The indicators of such a unit, those first whose words stand around the number most; the rest don't fit."""
    if unit is None:
        return []
    near, weights = _near(scene), register.once(_weights)
    fitting = [one for one in register.indicators.values() if (one.measure == vocabulary.CHANGE) == change]
    alike = [one for one in fitting if one.unit == unit or units.same_dimension(one.unit, unit, register.units)]
    scored = [(one, _score(one, near, weights)) for one in alike]
    return sorted((fit for fit in scored if fit[1]), key=lambda fit: -fit[1])


def _near(scene: Scene) -> Mapping[str, float]:
    """The stems around a number, those near it more than those far from it."""
    found: dict[str, float] = {}
    for word, weight in around(scene):
        for stem in _stems(word):
            found[stem] = max(found.get(stem, 0.0), weight)
    return found


def around(scene: Scene) -> Iterator[tuple[str, float]]:
    """The words of its paragraph around a number, each with how near it is, at most 1."""
    one, body = scene.numeral, scene.body
    before = body[max(0, one.start - _REACH) : one.start].rpartition("\n\n")[2]
    behind = body[one.end : one.end + _REACH].partition("\n\n")[0]
    for side in (PLAIN.findall(before)[::-1], PLAIN.findall(behind)):
        yield from ((word, 1 / (1 + place / _FAR)) for place, word in enumerate(side))


def _score(indicator: Indicator, near: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How much of the words of its name stands there, and of those of its definition, which say less."""
    named = _share(_stems(indicator.name), near, weights)
    return _OF_NAME * named + (1 - _OF_NAME) * _share(_stems(indicator.definition), near, weights)


def _share(stems: frozenset[str], near: Mapping[str, float], weights: Mapping[str, float]) -> float:
    # The same in whatever order a set has its stems, so that two runs draft alike.
    every = fsum(weights.get(stem, 1.0) for stem in stems)
    return fsum(weights.get(stem, 1.0) * near.get(stem, 0.0) for stem in stems) / every if every else 0.0


def _weights(register: Register) -> dict[str, float]:
    """What a stem says: little where many indicators have it."""
    every = [_stems(f"{one.name} {one.definition}") for one in register.indicators.values()]
    counts = Counter(stem for stems in every for stem in stems)
    return {stem: log(1 + len(every) / count) for stem, count in counts.items()}


@lru_cache(1 << 14)
def _stems(text: str) -> frozenset[str]:
    """The stems of the words that say something, and the initials of two that stand together: "electric vehicle"."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+|\d{4}", text)]
    initials = (f"{one[0]}{other[0]}" for one, other in pairwise(words))
    return frozenset({*(_stem(word) for word in words if word not in cues.COMMON), *initials})


def _stem(word: str) -> str:
    return _ENDING.sub("", word) if len(word) > _SHORT else word
