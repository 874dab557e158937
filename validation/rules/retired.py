"""Rules on ids that were released: they stand, or retired.csv says what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from validation.files import releases
from validation.files.releases import Damaged
from validation.files.schemas import TABLES
from validation.files.tables import parsed
from validation.findings import Fault, quoted
from validation.model.register import Register
from validation.rules.key import SHARED_IDS
from validation.rules.rule import Rule, filled, needs

SPACES = (SHARED_IDS, ("events",), ("sources",), ("indicators",), ("charts",))
"""The tables whose ids are addresses, which others may have cited; those of one space share their ids."""

LASTING = tuple(name for space in SPACES for name in space)

RULES = (
    Rule(
        "retired/lost",
        "An id of the last release stands, or is a row of retired.csv.",
        "a released number that was taken out",
        ("retired",),
    ),
    Rule("retired/standing", "A retired number stands no more.", "a number whose id is retired, too", ("retired",)),
    Rule("retired/release", "The last release can be read.", "a zip that was cut short", ("retired",)),
)


@needs("retired", *LASTING)
def released_ids_are_kept(register: Register) -> Iterator[Fault]:
    """No id of the last release is gone without a word: who has cited it comes to its address."""
    retired = {name for _, name in filled(register["retired"], "id")}
    for version, path in [*register.releases.items()][-1:]:
        try:
            lost = _lost(register, path) - retired
        except (Damaged, OSError) as error:
            message = f"release {version} must be readable: {error}"
            yield Fault("retired/release", "retired", None, "", "", message, "put it back as it was released")
            return
        for name in sorted(lost):
            message = f"{quoted(name)} was released in {version}, and must stand or be a row of retired.csv"
            hint = "put it back, or add a row with what replaced it, or with nothing, and why"
            yield Fault("retired/lost", "retired", None, "id", name, message, hint)


@needs("retired", *LASTING)
def retired_ids_stand_no_more(register: Register) -> Iterator[Fault]:
    """No number is retired and stands all the same; things of other kinds may share a name."""
    standing = _ids(register, SHARED_IDS) if len(register["retired"]) else ()
    for row, name in filled(register["retired"], "id"):
        if name in standing:
            message = f"{quoted(name)} must be no number any more once it is retired"
            yield Fault("retired/standing", "retired", row, "id", name, message, "take one of the two rows out")


def _ids(register: Register, tables: Iterable[str]) -> set[str]:
    return {name for table in tables for name in register[table][TABLES[table].key[0]].dropna()}


def _lost(register: Register, path: Path) -> set[str]:
    """The ids of a release that nothing of their kind has now. Raises as `releases.read` does."""
    differing = releases.differing(path, {name: register.tables[name].data for name in LASTING})
    lost: set[str] = set()
    for space in SPACES:
        released = {id for name in space if name in differing for id in _ids_of(name, differing[name])}
        lost |= released - _ids(register, space) if released else set()
    return lost


def _ids_of(name: str, data: bytes) -> Iterable[str]:
    table, _ = parsed(name, data, TABLES[name].columns)
    return table.cells[TABLES[name].key[0]].dropna() if table else ()
