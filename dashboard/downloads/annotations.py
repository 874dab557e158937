"""Every quoted passage as a W3C Web Annotation: where it stands, its exact words, and what is read from it."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from dashboard.state.store import Snapshot
from validation.model import events
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.subjects import NOBODY, Source
from validation.packing.records import STATED

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
READ, LEFT_OUT = "describing", "classifying"
"""Why a passage is marked, in words of the standard."""


class Passage(NamedTuple):
    """Words of a source, by an id of their own; `start` is None where they rest on no document."""

    id: str
    motivation: str
    reading: str
    source: Source
    start: int | None
    end: int | None
    quote: str


def annotated(data: Snapshot) -> dict[str, Any]:
    """One AnnotationCollection, all on its first page: numbers, then datings of events, then what is neither."""
    # A number known by its table and not by its words has no passage.
    items = [_annotation(one) for one in _passages(data.register) if one.quote and _address(one.source)]
    name = f"urn:version:{data.version}"
    return {
        "@context": CONTEXT,
        "id": _id(name),
        "type": "AnnotationCollection",
        "label": f"{data.title}: passages. Each number is {STATED}.",
        "total": len(items),
        "first": {"id": _id(f"{name}#first"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _passages(register: Register) -> Iterator[Passage]:
    for one in register.observations:
        yield Passage(one.id, READ, _number(one), one.source, one.start, one.end, one.quote)
    named = events.by_id(register)
    for one in sorted(events.datings(register).values(), key=attrgetter("id")):
        reading = f"{named[one.event_id].name}: {one.words or 'no date'}, {STATED}"
        yield Passage(one.id, READ, reading, one.source, one.start, one.end, one.quote)
    for row in register.cells("exclusions"):
        source = register.sources.get(row["source_id"], NOBODY)
        reading = f"Neither a number of the register nor the date of an event: {row['reason']}"
        name = f"{source.id}-{row['start']}"
        yield Passage(name, LEFT_OUT, reading, source, row["start"], row["end"], row["quote"])


def _number(number: Observation) -> str:
    when = number.period.words if number.period else ""
    of = ", ".join(part for part in (number.indicator.name, number.area.name, when) if part)
    return f"{of}: {number.words}, {STATED}"


def _annotation(passage: Passage) -> dict[str, Any]:
    return {
        "id": _id(f"{_address(passage.source)}#{passage.id}"),
        "type": "Annotation",
        "motivation": passage.motivation,
        "dcterms:identifier": passage.id,
        "body": {"type": "TextualBody", "value": passage.reading, "format": "text/plain", "language": "en"},
        "target": _target(passage),
    }


def _target(passage: Passage) -> dict[str, Any]:
    """The passage: by its place in the text with these very bytes, and by its words."""
    place = {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}
    words = {"type": "TextQuoteSelector", "exact": passage.quote}
    selectors = [words] if passage.start is None else [place, words]
    return {"type": "SpecificResource", "source": _text(passage.source), "selector": selectors}


def _text(source: Source) -> dict[str, str]:
    known = {
        "id": _address(source),
        "type": "Text",
        "language": source.language,
        "dcterms:title": source.title,
        "via": source.url if source.sha256 else "",
    }
    return {name: value for name, value in known.items() if value}


def _address(source: Source) -> str:
    """What names the text: its SHA-256, for offsets hold for these bytes alone; a reference's address else."""
    return f"urn:sha256:{source.sha256}" if source.sha256 else source.url


def _id(name: str) -> str:
    """An IRI of its own for each thing, the same wherever and whenever the data are served."""
    return uuid5(NAMESPACE_URL, name).urn
