"""Every quoted passage as a W3C Web Annotation: where it stands, its exact words, and what is read from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from dashboard.downloads.records import STATED
from dashboard.state import facts
from dashboard.state.store import Snapshot
from validation.language import periods

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

Row = Mapping[str, Any]


def annotated(data: Snapshot) -> dict[str, Any]:
    """One AnnotationCollection, all on its first page: numbers, then datings of events, then what is neither."""
    items = list(_annotations(data))
    name = f"urn:version:{data.version}"
    return {
        "@context": CONTEXT,
        "id": _id(name),
        "type": "AnnotationCollection",
        "label": f"{data.title}: passages. Each number is {STATED}.",
        "total": len(items),
        "first": {"id": _id(f"{name}#first"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotations(data: Snapshot) -> Iterator[dict[str, Any]]:
    sources = {source["source_id"]: source for source in _rows(data, "sources")}
    for id, purpose, row, reading in _passages(data):
        source = sources[row["source_id"]]
        # A number known by its table and not by its words has no passage.
        if row["quote"] and _address(source):
            yield _annotation(id, purpose, reading, _target(row, source))


def _passages(data: Snapshot) -> Iterator[tuple[str, str, Row, str]]:
    """Each passage's name, why it is marked, its row, and what is read from it."""
    numbers = facts.observations(data)
    for row in numbers.astype("object").where(numbers.notna(), "").to_dict("records"):
        yield row["observation_id"], "describing", row, _number(row)
    events = {event["event_id"]: event["name"] for event in _rows(data, "events")}
    for row in _rows(data, "mentions"):
        dated = periods.label(row["period"]) or "no date"
        yield row["mention_id"], "describing", row, f"{events[row['event_id']]}: {dated}, {STATED}"
    for row in _rows(data, "exclusions"):
        name = f"{row['source_id']}-{row['start']}"
        yield name, "classifying", row, f"Neither a number of the register nor the date of an event: {row['reason']}"


def _number(row: Row) -> str:
    of = ", ".join(part for part in (row["indicator"], row["area"], periods.label(row["period"])) if part)
    return f"{of}: {row['said']}, {STATED}"


def _annotation(id: str, purpose: str, reading: str, target: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": _id(f"{target['source']['id']}#{id}"),
        "type": "Annotation",
        "motivation": purpose,
        "dcterms:identifier": id,
        "body": {"type": "TextualBody", "value": reading, "format": "text/plain", "language": "en"},
        "target": target,
    }


def _target(row: Row, source: Row) -> dict[str, Any]:
    """The passage: by its place in the text with these very bytes, and by its words."""
    selectors: list[dict[str, Any]] = []
    if row["start"] != "":
        selectors.append({"type": "TextPositionSelector", "start": int(row["start"]), "end": int(row["end"])})
    selectors.append({"type": "TextQuoteSelector", "exact": row["quote"]})
    known = {
        "id": _address(source),
        "type": "Text",
        "language": source["language"],
        "dcterms:title": source["title"],
        "via": source["url"] if source["sha256"] else "",
    }
    described = {name: value for name, value in known.items() if value}
    return {"type": "SpecificResource", "source": described, "selector": selectors}


def _address(source: Row) -> str:
    """What names the text: its SHA-256, for offsets hold for these bytes alone; a reference's address else."""
    return f"urn:sha256:{source['sha256']}" if source["sha256"] else source["url"]


def _id(name: str) -> str:
    """An IRI of its own for each thing, the same wherever and whenever the data are served."""
    return uuid5(NAMESPACE_URL, name).urn


def _rows(data: Snapshot, table: str) -> list[dict[str, Any]]:
    return facts.table(data, table).to_dict("records")
