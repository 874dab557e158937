"""Rules on ids that were released: they stand, or retired.csv says what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from validation.files import package, releases
from validation.files.package import DESCRIPTOR
from validation.files.releases import Damaged
from validation.files.schemas import TABLES
from validation.files.tables import parsed
from validation.findings import Fault, quoted
from validation.model import retirement
from validation.model.register import Register
from validation.rules.key import SHARED_IDS
from validation.rules.rule import Rule, filled, needs

KEPT = (*retirement.ADDRESSED, "mentions")
"""The kinds of things whose ids others may have cited: those that have pages, and passages that a reader opens."""

LASTING = tuple(table for kind in KEPT for table in retirement.KINDS[kind])

RULES = (
    Rule(
        "retired/lost",
        "An id of the last release stands, or is a row of retired.csv.",
        "a released number that was taken out",
        ("retired",),
    ),
    Rule("retired/standing", "A retired number stands no more.", "a number whose id is retired, too", ("retired",)),
    Rule(
        "retired/version",
        "The version without an id comes after the last release that has it.",
        "a version of long ago beside an id that is retired now",
        ("retired",),
    ),
    Rule(
        "retired/release",
        "Releases can be read, and are those that they are called.",
        "a zip that was cut short, or copied",
        ("retired",),
    ),
)


@needs("retired", *LASTING)
def released_ids_are_kept(register: Register) -> Iterator[Fault]:
    """No id of the last release is gone without a word: who has cited it comes to its address."""
    retired = {name for _, name in filled(register["retired"], "id")}
    for version, path in [*register.releases.items()][-1:]:
        try:
            lost = _lost(register, path) - retired
        except (Damaged, OSError):
            return  # that is another fault
        for name in sorted(lost):
            message = f"{quoted(name)} was released in {version}, and must stand or be a row of retired.csv"
            hint = "put it back, or add a row with what replaced it, or with nothing, and why"
            yield Fault("retired/lost", "retired", None, "id", name, message, hint)


@needs("retired")
def releases_are_what_they_are_called(register: Register) -> Iterator[Fault]:
    """Each release can be opened, and says the version that its file is called by."""
    for version, path in register.releases.items():
        try:
            said = package.of(releases.member(path, DESCRIPTOR) or b"").get("version", "none")
        except (Damaged, OSError) as error:
            said = str(error)
        if said != str(version):
            message = f"{path.name} must be release {version}, and says {quoted(said)}"
            yield Fault("retired/release", "retired", None, "", "", message, "put it back as it was released")


@needs("retired")
def versions_follow_the_last_release(register: Register) -> Iterator[Fault]:
    """A row that the last release has keeps its version; a new one has a later version than that."""
    for last, path in [*register.releases.items()][-1:]:
        known = _versions(register, path)
        for row, name, said in filled(register["retired"], "id", "version"):
            version = releases.version(said)
            fits = said == known[name] if name in known else version is not None and version > last
            if not fits:
                must = f"{quoted(known[name])}, as {last} has it" if name in known else f"a version after {last}"
                message = f"version must be {must}, not {quoted(said)}"
                yield Fault("retired/version", "retired", row, "version", said, message, "write that version")


@needs("retired", *LASTING)
def retired_ids_stand_no_more(register: Register) -> Iterator[Fault]:
    """No number is retired and stands all the same; things of other kinds may share a name."""
    standing = set().union(*map(register.ids, SHARED_IDS)) if len(register["retired"]) else ()
    for row, name in filled(register["retired"], "id"):
        if name in standing:
            message = f"{quoted(name)} must be no number any more once it is retired"
            yield Fault("retired/standing", "retired", row, "id", name, message, "take one of the two rows out")


def _lost(register: Register, path: Path) -> set[str]:
    """The ids of a release that nothing of their kind has now. Raises as `releases.read` does."""
    differing = releases.differing(path, {name: register.tables[name].data for name in LASTING})
    lost: set[str] = set()
    for kind in KEPT:
        tables = (name for name in retirement.KINDS[kind] if name in differing)
        released = {id for name in tables for id in _ids_of(name, differing[name])}
        lost |= released - retirement.ids(register, kind) if released else set()
    return lost


def _versions(register: Register, path: Path) -> Mapping[str, str]:
    """The versions in a release's retired.csv by id; nothing where it can't be read, which is another fault."""
    try:
        differing = releases.differing(path, {"retired": register.tables["retired"].data})
    except (Damaged, OSError):
        return {}
    if not differing:
        return {name: said for _, name, said in filled(register["retired"], "id", "version")}
    table, _ = parsed("retired", differing["retired"], TABLES["retired"].columns)
    return {name: said for _, name, said in filled(table.cells, "id", "version")} if table else {}


def _ids_of(name: str, data: bytes) -> Iterable[str]:
    table, _ = parsed(name, data, TABLES[name].columns)
    return table.cells[TABLES[name].key[0]].dropna() if table else ()
