"""The collection as search engines for data read it: a Dataset of schema.org, in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import islice
from typing import Any, TypeVar

from validation.language import calendar, periods
from validation.model import citations
from validation.model.citations import Visit
from validation.model.names import Name
from validation.model.register import Register
from validation.model.subjects import Area, Source

CONTEXT = "https://schema.org/"
MOST, CITED = 300, 50
"""So many indicators and areas are named, and sources, documents first: more would weigh more than the page itself."""

FILES = {
    "/download/datapackage.zip": ("Everything, described and hashed", "application/zip"),
    "/download/numbers.csv": ("Every number, stated and calculated", "text/csv"),
}

Json = dict[str, Any]
Thing = TypeVar("Thing")


def dataset(register: Register, base: str = "") -> Json:
    """What is said of the collection, without what isn't known.

    Addresses begin with its home, and where it has none, with `base`, where it is read; without either it names none.
    """
    about, home = register.described, citations.base_of(register, Visit(base))
    whole = citations.of_whole(register)
    created = about.get("created", "")[: len("2026-11-26")]
    known = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": about.get("id", ""),
        "name": register.title,
        "description": about.get("description", ""),
        "url": f"{home}/" if home else "",
        "license": [*filter(None, (one.get("path") or one.get("name") for one in about.get("licenses", ())))],
        "creator": [_creator(name) for name in whole.authors],
        "datePublished": created,
        "dateModified": created,
        "version": about.get("version") or register.version,
        "keywords": list(about.get("keywords", ())),
        "isAccessibleForFree": True,
        "creditText": citations.AS_STATED,
        "distribution": [_file(home, path) for path in FILES] if home else [],
        "variableMeasured": [one.name for one in _first(register.indicators.values())],
        "temporalCoverage": _time(register),
        "spatialCoverage": [_place(one) for one in _first(register.areas.values())],
        "citation": [_work(one) for one in _first(_sources(register), CITED)],
    }
    return {name: said for name, said in known.items() if said}


def embedded(register: Register, base: str = "") -> str:
    """The same as the content of a `<script type="application/ld+json">`, which no text in it can end."""
    text = json.dumps(dataset(register, base), ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", r"\u003c")


def _first(things: Iterable[Thing], most: int = MOST) -> list[Thing]:
    return list(islice(things, most))


def _sources(register: Register) -> list[Source]:
    """The documents, then the references."""
    return sorted(register.sources.values(), key=lambda one: not one.is_document)


def _creator(name: Name) -> Json:
    """Who made it: one whose name is not taken apart may be an organization as well as people."""
    if name.whole:
        return {"@type": "Organization", "name": name.whole}
    return {"@type": "Person", "name": name.words, "givenName": name.given, "familyName": name.family}


def _file(home: str, path: str) -> Json:
    what, kind = FILES[path]
    return {"@type": "DataDownload", "name": what, "encodingFormat": kind, "contentUrl": home + path}


def _place(one: Area) -> Json:
    code = {"identifier": f"ISO 3166-1 {one.iso_3166}"} if one.iso_3166 else {}
    return {"@type": "Place", "name": one.name, **code}


def _work(one: Source) -> Json:
    return {"@type": "CreativeWork", "name": one.title, **({"url": one.url} if one.url else {})}


def _time(register: Register) -> str:
    """From the first day that a number is about to the last, in ISO 8601; "" where none is dated."""
    written = {*register["observations"]["period"].dropna(), *register["derivations"]["period"].dropna()}
    found = [one for one in map(periods.known, written) if one]
    if not found:
        return ""
    return f"{calendar.iso(min(one.first for one in found))}/{calendar.iso(max(one.last for one in found))}"
