"""What is cited when a number of the register is: the source that states it, and the collection it was found in.

A number that was calculated is the collection's: it is cited with the sources of what it was calculated from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from string import ascii_lowercase

from validation import vocabulary
from validation.language import periods
from validation.language.periods import Period
from validation.language.written import capitalized
from validation.model.names import Name, organization, person
from validation.model.observations import Derived, Observation
from validation.model.register import Register
from validation.model.rows import plain_spaces
from validation.model.subjects import Source
from validation.quantities import expressions, formulas

COLLECTION = "collection"
"""What the whole is called beside the kinds of sources."""

RELEASES = "/releases"
"""Where each release is shown as it was, under its version."""

AS_STATED = "Numbers are as stated by their sources; those calculated from them say so."

# What a sentence ends with; also where a quotation mark stands behind it.
_ENDED = re.compile("[.?!…\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH QUESTION MARK}\N{FULLWIDTH EXCLAMATION MARK}][”’\"']?$")
# Columns of sources.csv that no citation shows, and those whose names say less than these words.
_UNCITED = ("short_name", "author_kind")
_COLUMNS = {"published": "date"}


@dataclass(frozen=True, slots=True)
class Visit:
    """Where and when the collection is read: `base` is the address that all others begin with, without a stroke.

    What is read nowhere, such as a file, has neither: it is the same whoever takes it away, and whenever. `within` is
    the path of the release that is read, "/releases/1.0.0", and "" where that is the data now.
    """

    base: str = ""
    day: Period | None = None
    within: str = ""


NOWHERE = Visit()


@dataclass(frozen=True, slots=True)
class Citation:
    """One thing to cite; `kind` is a code of `vocabulary.SOURCE_KINDS`, or `COLLECTION`.

    `note` is for readers and has what is stated or calculated, `annotation` for who wants to look it up in the text;
    `pages` are those that it stands on.
    """

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
    annotation: str = ""
    pages: tuple[str, ...] = ()


def of_number(register: Register, number: Observation, visit: Visit = NOWHERE) -> list[Citation]:
    """Who states or calculates a number, then what else is cited with it.

    Of a stated one that is its source and the collection, of a calculated one the collection and the sources of its
    parts. The collection is cited at the number's own page, and by an id that no other page of it has.
    """
    page = of_whole(register, visit, f"/observations/{number.id}")
    if isinstance(number, Derived):
        return [replace(page, id=number.id, note=_calculation(number)), *_of_parts(number)]
    source = _source(number.source, number.id, _statement(number), _place(number), _pages([number]))
    note = f"{subject(number)}: as stated by its source."
    return [source, replace(page, id=f"{page.id}-{number.id}", note=note)]


def of_collection(register: Register, visit: Visit = NOWHERE) -> list[Citation]:
    """The collection and every source."""
    return [of_whole(register, visit), *map(of_source, register.sources.values())]


def of_source(source: Source) -> Citation:
    """A source by itself."""
    return _source(source, source.id)


def of_whole(register: Register, visit: Visit = NOWHERE, path: str = "") -> Citation:
    """The collection by itself, or as the page at a path of it: as it was released, where it is as it was."""
    about, base = register.described, base_of(register, visit)
    licenses = (each.get("name") or each.get("title") or "" for each in about.get("licenses", ()))
    path = f"{release_path(register)}{path}"
    return Citation(
        f"{about.get('name', COLLECTION)}-{register.version}",
        COLLECTION,
        register.title,
        tuple(filter(None, map(_contributor, about.get("contributors", ())))),
        register.day,
        url=f"{base}{path}" if base else "",
        accessed=visit.day,
        license=", ".join(filter(None, licenses)),
        version=edition(register),
        note=AS_STATED,
    )


def edition(register: Register) -> str:
    """Which data these are: the version that they were released as, if that is known, and what names them."""
    data, version = f"data {register.version}", register.about.get("version")
    if register.is_later:
        return f"{data}, changed since version {version}" if version else data
    return f"{version} ({data})" if version else data


def edition_words(register: Register) -> str:
    """The same within a sentence."""
    return _version(edition(register))


def release_path(register: Register) -> str:
    """What the addresses begin with that show these data for good; "" where they were not released."""
    return f"{RELEASES}/{register.release}" if register.release else ""


def address(register: Register, visit: Visit, path: str) -> str:
    """The address of a page as it is read, for others; "" where nobody knows its beginning."""
    base = base_of(register, visit)
    return f"{base}{visit.within}{path}" if base else ""


def base_of(register: Register, visit: Visit) -> str:
    """What every absolute address begins with: the collection's home, and where it has none, where it is read."""
    return (register.about.get("homepage") or visit.base).rstrip("/")


def sentence(citation: Citation) -> str:
    """The citation in words, to copy."""
    parts = (*_head(citation), _edition(citation), citation.publisher, _address(citation), citation.note)
    return _told(parts)


def number_sentence(register: Register, number: Observation, visit: Visit = NOWHERE) -> str:
    """What `of_number` says, in words to paste into a text: who says so, what, and the page it was found on."""
    first, *others = of_number(register, number, visit)
    if number.is_calculated:
        return _told([_authors(first), first.note, _found_in(first)])
    return _told([*_head(first), first.publisher, _address(first), first.note, _found_in(others[0])])


def _told(parts: Iterable[str]) -> str:
    """The parts as sentences, each of which ends once."""
    return plain_spaces(" ".join(part if _ENDED.search(part) else f"{part}." for part in parts if part))


def _head(citation: Citation) -> tuple[str, str]:
    """Who and when, and the title; the date stands behind the title where nobody is named."""
    when = f"({citation.issued.words})" if citation.issued else ""
    who = _authors(citation)
    return (f"{who} {when}".strip(), citation.title) if who else ("", f"{citation.title} {when}".strip())


def _authors(citation: Citation) -> str:
    return "; ".join(name.words for name in citation.authors)


def _edition(citation: Citation) -> str:
    return capitalized(_version(citation.version)) if citation.version else ""


def _version(version: str) -> str:
    return version if version.startswith("data ") else f"version {version}"


def _address(citation: Citation) -> str:
    """Where it is, and when it was read there."""
    return ", ".join(filter(None, (citation.url, f"read {citation.accessed.words}" if citation.accessed else "")))


def _found_in(whole: Citation) -> str:
    return f"In: {', '.join(filter(None, (whole.title, _version(whole.version), _address(whole))))}"


def _source(source: Source, id: str, statement: str = "", place: str = "", pages: tuple[str, ...] = ()) -> Citation:
    inferred = ", ".join(_COLUMNS.get(name, name) for name in source.inferred if name not in _UNCITED)
    supplied = f"Supplied here, not stated by the source: {inferred}." if inferred else ""
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
        annotation=place,
        pages=pages,
    )


def subject(number: Observation) -> str:
    """What a number is of: what is measured, where, and when."""
    return ", ".join(part for part in (number.indicator.name, number.area.name, number.when) if part)


def _statement(number: Observation) -> str:
    """What the source says, and the passage that it says it in, where one is quoted."""
    passage = f", in the passage “{number.quote}”" if number.quote and number.quote != number.words else ""
    place = f" ({number.locator})" if number.locator else ""
    return plain_spaces(f"States {subject(number)}: {_in_quotes(number)}{passage}{place}.")


def _in_quotes(number: Observation) -> str:
    """The number in the words that its source prints, in quotation marks; without them where it prints none."""
    return f"“{number.words}”" if number.printed else number.words


def _place(number: Observation) -> str:
    """Where the passage stands, for who has the text."""
    if number.start is None or not number.source.sha256:
        return ""
    return f"Characters {number.start} to {number.end} of the text with SHA-256 {number.source.sha256}."


def _pages(numbers: Iterable[Observation]) -> tuple[str, ...]:
    """The pages that numbers of a document stand on, each once, in their order."""
    found = {number.page for number in numbers if number.page.isdecimal()}
    return tuple(sorted(found, key=int))


def _calculation(number: Derived) -> str:
    """What a number was calculated from: its formula in letters, and what each letter stands for."""
    letters = {one.id: _letter(i) for i, one in enumerate(number.operands)}
    parts = [f"{letters[one.id]} is {_in_quotes(one)} ({subject(one)}; {_teller(one)})" for one in number.operands]
    formula = f"{_formula(number, letters)}, where {' and '.join(parts)}" if parts else number.formula
    return plain_spaces(f"Calculated, not stated by a source: {subject(number)}: {number.words}, from {formula}.")


def _teller(number: Observation) -> str:
    """Who says a number, by the title that is printed, or that it is calculated itself."""
    if not number.is_calculated:
        return number.source.title
    calculated = vocabulary.CALCULATED.words.lower()
    return f"{number.source.title}, {calculated} as a sum" if number.is_sum else calculated


def _formula(number: Derived, letters: Mapping[str, str]) -> str:
    """The formula with letters for its parts and the signs of arithmetic."""
    pieces = re.split(r"\[([a-z0-9-]+)\]", formulas.render(formulas.parse(number.formula)))
    signs = str.maketrans(expressions.SIGNS)
    return "".join(letters[piece] if i % 2 else piece.translate(signs) for i, piece in enumerate(pieces))


def _letter(index: int) -> str:
    """The letter of a part: a to z, then a1."""
    again, at = divmod(index, len(ascii_lowercase))
    return f"{ascii_lowercase[at]}{again or ''}"


def _of_parts(number: Derived) -> Iterable[Citation]:
    """The sources of what a number was calculated from, each once and with all that it states of it."""
    for source in dict.fromkeys(one.source for one in number.stated):
        parts = [one for one in number.stated if one.source == source]
        places = dict.fromkeys(filter(None, map(_place, parts)))
        statement, id = " ".join(map(_statement, parts)), f"{number.id}-{source.id}"
        yield _source(source, id, statement, " ".join(places), _pages(parts))


def _names(source: Source) -> tuple[Name, ...]:
    """The authors; those of documents are taken for people where nothing else is said."""
    kind = source.author_kind or (vocabulary.PERSON if source.is_document else vocabulary.ORGANIZATION)
    read = person if kind == vocabulary.PERSON else organization
    return tuple(name for name in map(read, source.author.split(";")) if name.words)


def _contributor(about: Mapping[str, str]) -> Name | None:
    """Someone of datapackage.json; a title may be anybody's, and stays whole."""
    given, family = about.get("givenName", ""), about.get("familyName", "")
    if family:
        return Name(f"{given} {family}".strip(), family=family, given=given)
    named = about.get("title") or given or about.get("organization")
    return organization(named) if named else None
