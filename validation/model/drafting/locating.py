"""Where a number is: the places that its document names, and the areas of the register that fit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from validation.language.reading.cldr import locale
from validation.language.reading.lexicon import ENGLISH
from validation.model.drafting import cues, fitting
from validation.model.drafting.draft import Ids, Row
from validation.model.drafting.scenes import Scene
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.subjects import Area, Indicator

# What one more word of the name of an area adds; letters that a place's name and its people's share.
_MORE, _ROOT = 0.5, 4
# How English writes of some countries, by their codes, and codes of CLDR that are no country's.
_SHORT = {"US": ("US", "U.S.", "USA"), "GB": ("UK", "U.K.", "Britain"), "AE": ("UAE",)}
_NO_COUNTRY = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}


class Place(NamedTuple):
    """Somewhere that a sentence names."""

    name: str
    kind: str = "area"
    iso_3166: str = ""


def located(
    register: Register, scene: Scene, indicator: Indicator | None, before: Observation | None, last: Observation | None
) -> list[Area | Place]:
    """Where it may be, the likeliest first.

    A country that its sentence names, of what is measured by country; that of the number before it; what the register
    has that fits; another place that its sentence names; that of the last number recorded; what the article names most.
    """
    named = place(scene)
    there = known(register, named) if named else None
    here: list[Area | Place] = [there or named] if named else []
    fit, used = areas_of(register, scene, indicator), _in_use(register, indicator)
    by_country = bool(named and named.iso_3166) and all(one.iso_3166 for one in used) and (used or not there)
    first, later = (here, []) if by_country else ([], [] if there else here)
    recorded = [one.area for one in (last,) if one and one.area.id in register.areas]
    most = [] if fit or here or recorded else [commonest_place(scene)]
    found = (*first, *([before.area] if before else []), *fit, *later, *recorded, *filter(None, most))
    return list(dict.fromkeys(found))


def known(register: Register, named: Place) -> Area | None:
    """The area of the register that a place is, by its name or as a country."""
    names = [one for one in register.areas.values() if one.name.casefold() == named.name.casefold()]
    codes = [one for one in register.areas.values() if named.iso_3166 and one.iso_3166 == named.iso_3166]
    return next(iter([*names, *codes]), None)


def rows(found: Sequence[Area | Place], ids: Ids) -> list[Row]:
    """The row of an area that the register lacks, where that is the likeliest."""
    if not found or isinstance(found[0], Area):
        return []
    name, kind, code = found[0]
    return [Row("areas", {"area_id": id_of(found, ids), "name": name, "kind": kind, "iso_3166": code})]


def id_of(found: Sequence[Area | Place], ids: Ids) -> str:
    """The id of the likeliest; "" where there is none."""
    if not found:
        return ""
    return found[0].id if isinstance(found[0], Area) else ids.of("areas", found[0].name)


def _in_use(register: Register, indicator: Indicator | None) -> list[Area]:
    """The areas that an indicator has, the commonest first."""
    rows = register["observations"]
    used = rows.loc[rows["indicator_id"].eq(indicator.id), "area_id"].dropna().tolist() if indicator else []
    return [register.areas[id] for id, _ in Counter(used).most_common() if id in register.areas]


def areas_of(register: Register, scene: Scene, indicator: Indicator | None) -> list[Area]:
    """The areas that the indicator has elsewhere, the commonest first; then those named near, longer names first."""
    known = _in_use(register, indicator)
    near: dict[str, float] = {}
    for word, weight in fitting.around(scene):
        near[_place_name(word)] = max(near.get(_place_name(word), 0.0), weight)
    scored = [(_nearness(area, near), area) for area in register.areas.values()]
    named = [area for score, area in sorted(scored, key=lambda pair: -pair[0]) if score]
    return list(dict.fromkeys((*known, *named)))


def _nearness(area: Area, near: Mapping[str, float]) -> float:
    """How near the words of its name stand, all of them; more for more words."""
    names = {_place_name(word) for word in fitting.PLAIN.findall(area.name) if word[0].isupper()}
    found = [near.get(name, 0.0) for name in names]
    return sum(found) / len(found) * (1 + _MORE * len(found)) if found and all(found) else 0.0


def _place_name(word: str) -> str:
    """What the name of a place shares with that of its people: "Norway" and "Norwegian"."""
    return word.casefold()[:_ROOT] if word[0].isupper() else word


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
    codes = [code for code in names if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY]
    return _Countries(
        {short: Place(names[code], "country", code) for code in codes for short in (names[code], *_SHORT.get(code, ()))}
    )
