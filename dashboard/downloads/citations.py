"""What is cited when a number of the register is: the source that states it, and the collection it was found in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.state import facts
from dashboard.state.store import Snapshot
from validation.language import periods

Name = tuple[str, ...]
"""A family name and given names, or a name that must stay as it is."""

AS_STATED = "Numbers are as stated by their sources."


@dataclass(frozen=True, slots=True)
class Citation:
    """One thing to cite. `kind` is document, reference or collection; `issued` and `accessed` are EDTF or empty."""

    id: str
    kind: str
    title: str
    authors: tuple[Name, ...] = ()
    issued: str = ""
    publisher: str = ""
    url: str = ""
    accessed: str = ""
    language: str = ""
    license: str = ""
    version: str = ""
    note: str = ""


def of_observation(data: Snapshot, observation_id: str) -> list[Citation]:
    """The source as the one that states this number, and the collection."""
    rows = facts.observations(data)
    row = rows[rows["observation_id"].eq(observation_id)].fillna(_BLANK).to_dict("records")[0]
    source = next(each for each in _sources(data) if each["source_id"] == row["source_id"])
    return [_source(source, observation_id, _statement(row)), _collection(data)]


def of_collection(data: Snapshot) -> list[Citation]:
    """The collection and every source."""
    return [_collection(data), *(_source(source, source["source_id"]) for source in _sources(data))]


def sentence(citation: Citation) -> str:
    """The citation in words, to copy."""
    when = f"({periods.label(citation.issued)})" if citation.issued else ""
    who = "; ".join(" ".join(reversed(name)) for name in citation.authors)
    named = (f"{who} {when}", citation.title) if who and when else (who, f"{citation.title} {when}".strip())
    version = f"Version {citation.version}" if citation.version else ""
    parts = (*named, version, citation.publisher, citation.url, citation.note)
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


_BLANK = {name: "" for name in ("area", "period", "quote", "locator", "sha256")}


def _sources(data: Snapshot) -> list[dict[str, Any]]:
    return facts.table(data, "sources").to_dict("records")


def _source(source: Mapping[str, Any], id: str, statement: str = "") -> Citation:
    inferred = ", ".join(source["inferred"].split())
    supplied = f"Supplied here, not stated by the source: {inferred}." if inferred else ""
    return Citation(
        id,
        source["kind"],
        source["title"],
        _names(source["author"], personal=source["kind"] == "document"),
        source["published"],
        publisher=source["publisher"],
        url=source["url"],
        accessed=source["accessed"],
        language=source["language"],
        license=source["license"],
        note=" ".join(part for part in (statement, supplied) if part),
    )


def _collection(data: Snapshot) -> Citation:
    about = data.collection
    people = tuple((each["title"],) for each in about.get("contributors", ()) if each.get("title"))
    licenses = (each.get("name") or each.get("title") or "" for each in about.get("licenses", ()))
    stated = " ".join(part for part in (about.get("version"), f"(data {data.version})") if part)
    return Citation(
        f"{about.get('name', 'collection')}-{data.version}",
        "collection",
        data.title,
        people,
        url=about.get("homepage", ""),
        license=", ".join(filter(None, licenses)),
        version=stated,
        note=AS_STATED,
    )


def _statement(row: Mapping[str, Any]) -> str:
    """What the source says, in its own words, and where."""
    of = ", ".join(part for part in (row["indicator"], row["area"], periods.label(row["period"])) if part)
    said = f"States {of}: “{row['said']}”."
    if not row["quote"]:
        return said + (f" Place: {row['locator']}." if row["locator"] else "")
    if not row["sha256"]:
        return f"{said} Passage: “{row['quote']}”."
    place = f"characters {row['start']} to {row['end']} of the text with SHA-256 {row['sha256']}"
    return f"{said} Passage: “{row['quote']}”, {place}."


def _names(author: str, *, personal: bool) -> tuple[Name, ...]:
    """The authors; those of documents are taken for people, whose last word is the family name unless a comma says."""
    return tuple(_name(each.strip(), personal=personal) for each in author.split(";") if each.strip())


def _name(written: str, *, personal: bool) -> Name:
    if not personal:
        return (written,)
    family, comma, given = written.partition(", ")
    if not comma:
        given, _, family = written.rpartition(" ")
    return (family, given) if given else (family,)
