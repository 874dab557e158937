"""The rules applied: to the tables of a register as a whole, and to documents with the rows that rest on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path

from validation.files import documents
from validation.files.schemas import QUOTING_TABLES
from validation.files.tables import counts
from validation.findings import Fault
from validation.model import coverage
from validation.model.coverage import Coverage
from validation.model.register import Register
from validation.rules import quotation, schema
from validation.rules.catalog import MISTAKES, SOURCE_CHECKS
from validation.rules.rule import Check
from validation.sharing.shares import Asked, Cell, Share
from validation.sharing.tally import Tally


@dataclass
class Examined:
    """What was found: faults, what became of the documents' numerals, which documents are there and which unchanged.

    `unverified` counts, by source, the quotes that rest on a document that is not there; `printed` are those of the
    words that were sought that a source prints.
    """

    tally: Tally = field(default_factory=Tally)
    coverage: list[Coverage] = field(default_factory=list)
    here: set[str] = field(default_factory=set)
    unchanged: set[str] = field(default_factory=set)
    unverified: Counter[str] = field(default_factory=Counter)
    printed: set[str] = field(default_factory=set)

    def add(self, other: Examined) -> None:
        """Takes in what was found of others."""
        self.tally.add(other.tally)
        self.coverage += other.coverage
        self.here |= other.here
        self.unchanged |= other.unchanged
        self.unverified += other.unverified
        self.printed |= other.printed


def seen(register: Register, checks: Iterable[Check], mistaken: set[Cell]) -> Iterator[Fault]:
    """What checks find one after the other, and of a cell that one finds mistaken nothing more: these are added."""
    for fault in (fault for look in checks for fault in look(register)):
        cell = _cell(fault)
        if cell not in mistaken:
            yield fault
        if fault.rule.startswith(MISTAKES):
            mistaken.add(cell)


def faults(register: Register, checks: Iterable[Check], mistaken: Set[Cell]) -> Iterator[Fault]:
    """What checks find in cells that are not mistaken."""
    return (fault for look in checks for fault in look(register) if _cell(fault) not in mistaken)


def _cell(fault: Fault) -> Cell:
    return fault.table, fault.row, fault.field


def of_sources(register: Register, asked: Asked) -> Examined:
    """What is found of a register's documents and of the rows that rest on them."""
    texts, mistaken = register.documents, set(asked.mistaken)
    first = seen(register, [partial(schema.cells_by_row_fit, left=asked.left)], mistaken)
    return Examined(
        Tally(chain(first, faults(register, SOURCE_CHECKS, mistaken))),
        [coverage.counts(document, coverage.marks(register, document)) for document in texts.values()],
        set(texts),
        {name for name, document in texts.items() if document.unchanged},
        _unverified(register),
        set(quotation.printed_in(register, asked.words)),
    )


def _unverified(register: Register) -> Counter[str]:
    """By source how many quotes rest on a document that is not here, so that nothing vouches for them in this run."""
    found: Counter[str] = Counter()
    for name in QUOTING_TABLES:
        rows = register[name]
        quoting = rows["quote"].notna() & rows["start"].notna() & ~rows["source_id"].isin(register.documents)
        found.update(counts(rows.loc[quoting, "source_id"]))
    return found


def of_part(part: Register, share: Share, seeds: Path | None, asked: Asked) -> Examined:
    """The same of the part of a register that a share is, with its documents, which are read here and let go.

    What is asked is of the part's rows, what is found of those of the whole.
    """
    texts, problems = documents.load(seeds, part["sources"], keep=False)
    found = of_sources(replace(part, documents=texts), asked)
    found.tally.add(Tally(problems))
    found.tally.move(share.of_whole)
    return found
