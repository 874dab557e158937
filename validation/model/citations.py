"""What is cited when a number of the register is: the source that states it, and the collection it was found in."""

from __future__ import annotations

from dataclasses import dataclass

from validation import vocabulary
from validation.language import periods
from validation.language.periods import Period
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.subjects import Source

Name = tuple[str, ...]
"""A family name and given names, or a name that must stay as it is."""

COLLECTION = "collection"
"""What the whole is called beside the kinds of sources."""

AS_STATED = "Numbers are as stated by their sources."


@dataclass(frozen=True, slots=True)
class Citation:
    """One thing to cite; `kind` is a code of `vocabulary.SOURCE_KINDS`, or `COLLECTION`."""

    id: str
    kind: str
    title: str
    authors: tuple[Name, ...] = ()
    issued: Period | None = None
    publisher: str = ""
    url: str = ""
    accessed: Period | None = None
    language: str = ""
    license: str = ""
    version: str = ""
    note: str = ""


def of_observation(register: Register, number: Observation) -> list[Citation]:
    """The source as the one that states this number, and the collection."""
    return [_source(number.source, number.id, _statement(number)), of_whole(register)]


def of_collection(register: Register) -> list[Citation]:
    """The collection and every source."""
    return [of_whole(register), *map(of_source, register.sources.values())]


def of_source(source: Source) -> Citation:
    """A source by itself."""
    return _source(source, source.id)


def of_whole(register: Register) -> Citation:
    """The collection by itself."""
    about = register.about
    people = tuple((each["title"],) for each in about.get("contributors", ()) if each.get("title"))
    licenses = (each.get("name") or each.get("title") or "" for each in about.get("licenses", ()))
    stated = " ".join(part for part in (about.get("version"), f"(data {register.version})") if part)
    return Citation(
        f"{about.get('name', 'collection')}-{register.version}",
        COLLECTION,
        register.title,
        people,
        url=about.get("homepage", ""),
        license=", ".join(filter(None, licenses)),
        version=stated,
        note=AS_STATED,
    )


def sentence(citation: Citation) -> str:
    """The citation in words, to copy."""
    when = f"({citation.issued.words})" if citation.issued else ""
    who = "; ".join(" ".join(reversed(name)) for name in citation.authors)
    named = (f"{who} {when}", citation.title) if who and when else (who, f"{citation.title} {when}".strip())
    version = f"Version {citation.version}" if citation.version else ""
    parts = (*named, version, citation.publisher, citation.url, citation.note)
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


def _source(source: Source, id: str, statement: str = "") -> Citation:
    supplied = f"Supplied here, not stated by the source: {', '.join(source.inferred)}." if source.inferred else ""
    return Citation(
        id,
        source.kind,
        source.title,
        _names(source),
        source.published,
        publisher=source.publisher,
        url=source.url,
        accessed=periods.known(source.accessed),
        language=source.language,
        license=source.license,
        note=" ".join(part for part in (statement, supplied) if part),
    )


def _statement(number: Observation) -> str:
    """What the source says, in its own words, and where."""
    when = number.period.words if number.period else ""
    of = ", ".join(part for part in (number.indicator.name, number.area.name, when) if part)
    said = f"States {of}: “{number.words}”."
    if not number.quote:
        return said + (f" Place: {number.locator}." if number.locator else "")
    if not number.source.sha256:
        return f"{said} Passage: “{number.quote}”."
    place = f"characters {number.start} to {number.end} of the text with SHA-256 {number.source.sha256}"
    return f"{said} Passage: “{number.quote}”, {place}."


def _names(source: Source) -> tuple[Name, ...]:
    """The authors; those of documents are taken for people where nothing else is said."""
    kind = source.author_kind or ("person" if source.kind == vocabulary.DOCUMENT else "organization")
    names = (name.strip() for name in source.author.split(";"))
    return tuple(_name(name) if kind == "person" else (name,) for name in names if name)


def _name(written: str) -> Name:
    """A person's family name, which is the last word unless a comma says otherwise, and the given names."""
    family, comma, given = written.partition(", ")
    if not comma:
        given, _, family = written.rpartition(" ")
    return (family, given) if given else (family,)
