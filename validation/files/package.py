"""The collection as a Data Package: datapackage.json and the data dictionary, both made from the schemas."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from validation.files import edits
from validation.files.columns import URL
from validation.files.schemas import TABLES, TableSpec
from validation.findings import Fault
from validation.language import periods
from validation.language.periods import Period

# Where an installed copy has the collection that comes with it.
SHIPPED = Path(__file__).parents[1] / "_data" / "datasets"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TABLE_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
DESCRIPTOR = "datapackage.json"
DICTIONARY = "README.md"
_DESCRIBE = "python -m validation describe"


def _is_text(said: object) -> bool:
    return isinstance(said, str)


def _is_texts(said: object) -> bool:
    return isinstance(said, list) and all(map(_is_text, said))


def _is_things(said: object) -> bool:
    if not isinstance(said, list) or not all(isinstance(each, dict) for each in said):
        return False
    return all(_is_text(value) or (key == "roles" and _is_texts(value)) for each in said for key, value in each.items())


def _is_address(said: object) -> bool:
    return isinstance(said, str) and re.fullmatch(URL, said) is not None


def _is_moment(said: object) -> bool:
    """Whether it is a date and a time with its zone, as RFC 3339 has it."""
    try:
        return isinstance(said, str) and "T" in said and datetime.fromisoformat(said).tzinfo is not None
    except ValueError:
        return False


def _is_line(longest: int) -> Callable[[object], bool]:
    """Whether it is one line of text that is no longer, without space at its ends."""
    return lambda said: isinstance(said, str) and len(said) <= longest and said.splitlines() in ([], [said.strip()])


class _Said(NamedTuple):
    """What datapackage.json says under a key: what it must be, that in words, and what it is there for."""

    fits: Callable[[object], bool]
    what: str
    meaning: str


# What a header and the head of a page have room for.
_SHORT, _LONG = 40, 120
_TEXT, _THINGS = "text", 'a list of objects, like [{"title": "…"}], in which each value is text (roles: a list)'
METADATA: Mapping[str, _Said] = {
    "name": _Said(_is_text, _TEXT, "What programs call it."),
    "id": _Said(_is_text, _TEXT, "What names it among all packages, such as a UUID or a DOI."),
    "title": _Said(_is_text, _TEXT, "What it is called."),
    "shortTitle": _Said(
        _is_line(_SHORT), f"a line of at most {_SHORT} characters", "The same, where there is less room."
    ),
    "question": _Said(_is_line(_LONG), f"a line of at most {_LONG} characters", "The question that it answers."),
    "description": _Said(_is_text, _TEXT, "What is in it."),
    "version": _Said(_is_text, _TEXT, "The version of the data."),
    "dataVersion": _Said(_is_text, _TEXT, "The data that the version names, as `release` stamped them."),
    "created": _Said(_is_moment, "a date and a time, like 2026-11-22T00:00:00Z", "When it was made."),
    "homepage": _Said(_is_address, "an http or https address", "Where it is published: the base of all its addresses."),
    "rights": _Said(_is_text, _TEXT, "What its licenses cover and what they don't."),
    "contributors": _Said(_is_things, _THINGS, "Who made it."),
    "licenses": _Said(_is_things, _THINGS, "The terms on which it may be used."),
    "keywords": _Said(_is_texts, "a list of texts", "What it is about."),
}
"""What is said of a collection, in this order; everything else in the descriptor follows from the schemas."""


class Undescribed(ValueError):
    """A datapackage.json that can't be read or says nothing usable; the message says what it must be."""


def default_folder() -> Path:
    """The folder of tables where none is named: `datasets` here, else the one that was installed."""
    return Path("datasets") if Path("datasets").is_dir() else SHIPPED


def read(datasets: Path) -> dict[str, Any]:
    """What datapackage.json says of the collection as a whole. Raises Undescribed."""
    try:
        data = (datasets / DESCRIPTOR).read_bytes()
    except FileNotFoundError:
        raise Undescribed("must be there") from None
    except OSError as error:
        raise Undescribed(f"must be a file that can be read: {error.strerror}") from error
    return said(data)


def said(data: bytes) -> dict[str, Any]:
    """What the bytes of a descriptor say of a collection as a whole. Raises Undescribed."""
    try:
        found = json.loads(data.decode("utf-8"))
        json.dumps(found, ensure_ascii=False).encode("utf-8")
    except UnicodeDecodeError as error:
        raise Undescribed(f"must be UTF-8, and is not from byte {error.start:,} on") from error
    except UnicodeEncodeError as error:
        raise Undescribed("must hold whole characters, and has half of one (\\ud800 to \\udfff)") from error
    except (ValueError, RecursionError) as error:
        raise Undescribed(f"must be JSON: {error}") from error
    if not isinstance(found, dict):
        raise Undescribed("must be a JSON object")
    for key, one in METADATA.items():
        if key in found and not one.fits(found[key]):
            raise Undescribed(f"must have {one.what} under {key}")
    return {key: found[key] for key in METADATA if key in found}


def metadata(datasets: Path) -> dict[str, Any]:
    """What `read` gives; empty where it can't be read, which `faults` reports."""
    try:
        return read(datasets)
    except Undescribed:
        return {}


def of(data: bytes) -> dict[str, Any]:
    """What `said` gives; empty where that is not to be read."""
    try:
        return said(data)
    except Undescribed:
        return {}


def day(about: Mapping[str, Any]) -> Period | None:
    """The day on which a collection was made or released, as its descriptor says."""
    return periods.known(about.get("created", "")[: len("2026-11-26")])


def descriptor(about: Mapping[str, Any]) -> str:
    """The text of datapackage.json for a collection of which `about` gives title, version and the like."""
    told = {"$schema": PROFILE, **{key: about[key] for key in METADATA if key in about}}
    head = json.dumps(told, ensure_ascii=False, indent=2).removesuffix("\n}")
    return f"{head},\n{_resources()}\n}}\n"


@cache
def _resources() -> str:
    """What every descriptor ends with."""
    every = [resource(name, f"{name}.csv", spec) for name, spec in TABLES.items()]
    lines = json.dumps({"resources": every}, ensure_ascii=False, indent=2).splitlines()
    return "\n".join(lines[1:-1])


def resource(name: str, path: str, spec: TableSpec) -> dict[str, Any]:
    """A table at a path as a resource with its Table Schema."""
    return {
        "name": name,
        "type": "table",
        "path": path,
        "title": spec.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": table_schema(name, spec),
    }


def table_schema(name: str, spec: TableSpec) -> dict[str, Any]:
    """The Table Schema of one table. A key that may be empty, or may stand in several tables, is said in words only."""
    fields = [_field(spec, column) for column in spec.columns]
    schema: dict[str, Any] = {"$schema": TABLE_PROFILE, "fields": fields}
    if all("required" in spec.schema.columns[key].metadata["constraints"] for key in spec.key):
        schema["primaryKey"] = list(spec.key)
    links = [_foreign_key(name, field, targets[0]) for field, targets in spec.links.items() if len(targets) == 1]
    return schema | ({"foreignKeys": links} if links else {}) | {"missingValues": [""]}


def _field(spec: TableSpec, name: str) -> dict[str, Any]:
    column = spec.schema.columns[name]
    field = {"name": name, "type": column.metadata["type"], "description": column.description}
    constraints = column.metadata["constraints"]
    return field | ({"constraints": constraints} if constraints else {})


def _foreign_key(name: str, field: str, target: str) -> dict[str, Any]:
    # An empty resource name is how Table Schema says "this table itself".
    resource = "" if target == name else target
    return {"fields": [field], "reference": {"resource": resource, "fields": [TABLES[target].key[0]]}}


def dictionary(about: Mapping[str, Any]) -> str:
    """The data dictionary as Markdown: every table, every column."""
    # Imported here: what leaves is described once, and each validation would pay for it.
    from validation.files.exports import EXPORTS

    lines = [f"# {about.get('title', 'Tables')}", "", about.get("description", ""), ""]
    lines += [f"Made by `{_DESCRIBE}` from the schemas; change those, not this page.", ""]
    lines += ["| table | what a row is |", "|---|---|"]
    lines += [f"| [{name}](#{name}) | {spec.title} |" for name, spec in TABLES.items()]
    lines += ["", f"## {DESCRIPTOR}", "", "The collection as a whole. All of it but the title may be left out.", ""]
    lines += ["| key | what it is | meaning |", "|---|---|---|"]
    lines += [f"| `{key}` | {one.what} | {one.meaning} |" for key, one in METADATA.items()]
    for name, spec in TABLES.items():
        lines += _dictionary_part(name, spec)
    lines += ["", "# What leaves", "", "The data package and the downloads have these files beside the tables.", ""]
    for name, spec in EXPORTS.items():
        lines += _dictionary_part(f"{name}.csv", spec)
    return "\n".join(lines) + "\n"


def _dictionary_part(name: str, spec: TableSpec) -> list[str]:
    keys = ", ".join(f"`{key}`" for key in spec.key)
    head = ["", f"## {name}", "", spec.title, "", f"Key: {keys}.", "", "| column | type | meaning |", "|---|---|---|"]
    return [*head, *(_dictionary_row(spec, column) for column in spec.columns)]


def _dictionary_row(spec: TableSpec, name: str) -> str:
    field = _field(spec, name)
    constraints = field.get("constraints", {})
    kind = field["type"] + ("" if constraints.get("required") else ", may be empty")
    said = field["description"]
    if "enum" in constraints:
        said += " One of: " + ", ".join(f"`{value}`" for value in constraints["enum"]) + "."
    if name in spec.links:
        said += " An id of " + " or ".join(f"[{target}](#{target})" for target in spec.links[name]) + "."
    return f"| `{name}` | {kind} | {said.replace('|', chr(92) + '|')} |"


def describe(datasets: Path) -> list[Path]:
    """Writes datapackage.json and the data dictionary, keeping what is said of the collection; returns both paths.

    Raises OSError where they can't be written.
    """
    about = metadata(datasets)
    written = {DESCRIPTOR: descriptor(about), DICTIONARY: dictionary(about)}
    for name, text in written.items():
        edits.write(datasets / name, text.encode("utf-8"))
    return [datasets / name for name in written]


def is_begun(datasets: Path) -> bool:
    """Whether anything of a collection lies in the folder."""
    return any((datasets / name).exists() for name in (DESCRIPTOR, *(f"{table}.csv" for table in TABLES)))


def faults(datasets: Path) -> Iterator[Fault]:
    """What is wrong with datapackage.json: not to be read, without a title, or not what the schemas say now.

    Where nothing of a collection is there, that one.
    """
    name = "package/metadata"
    if not is_begun(datasets):
        message = f"{DESCRIPTOR} and the tables must be there; the folder holds no collection"
        yield Fault("file/missing", DESCRIPTOR, None, "", "", message, "start one: python -m validation new FOLDER")
        return
    try:
        about = read(datasets)
    except Undescribed as error:
        absent = not (datasets / DESCRIPTOR).exists()
        hint = f'write {{"title": "…"}} in it, then run {_DESCRIBE}' if absent else "mend that in the file"
        yield Fault(name, DESCRIPTOR, None, "", "", f"{DESCRIPTOR} {error}", hint)
        return
    if not about.get("title", "").strip():
        message = f"{DESCRIPTOR} must name the collection (title, description, version)"
        yield Fault(name, DESCRIPTOR, None, "", "", message, f"write its title, then run {_DESCRIBE}")
    elif (datasets / DESCRIPTOR).read_bytes() != descriptor(about).encode("utf-8"):
        message = f"{DESCRIPTOR} must say what the schemas say"
        yield Fault("package/current", DESCRIPTOR, None, "", "", message, f"run {_DESCRIBE}")
