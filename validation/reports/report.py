"""The report of a validation run: every finding with its line, coverage per document, and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from validation.files.schemas import TABLES
from validation.files.tables import Table
from validation.findings import Fault, Finding, file_of
from validation.model.coverage import Coverage
from validation.model.register import Register
from validation.rules.catalog import RULES
from validation.rules.document import documents_are_there
from validation.rules.rule import Check
from validation.sharing import examining, running
from validation.sharing.examining import Examined
from validation.sharing.tally import Tally
from validation.vocabulary import LEVELS

# Where these are broken, a table or a row of it could not be read, and much else may follow from that.
CAUSES = ("file/", "table/", "cell/")


@dataclass(frozen=True)
class Report:
    """What a run found. `omitted` counts, by rule and table, the findings beyond the first hundred.

    `lines` is the text of each listed finding's line, by file and line; `files` is each document's file by source;
    `unverified` counts, by source, the quotes that rest on documents that are not here. `datasets` and `seeds` are
    the folders as a reader of the report finds them, `seconds` is what the run took.
    """

    findings: tuple[Finding, ...]
    omitted: Mapping[tuple[str, str], int]
    coverage: tuple[Coverage, ...]
    summary: Mapping[str, int | str] = field(default_factory=dict)
    lines: Mapping[tuple[str, int], str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    unverified: Mapping[str, int] = field(default_factory=dict)
    datasets: str = "datasets"
    seeds: str = "seeds"
    seconds: float = 0.0

    @property
    def valid(self) -> bool:
        """Whether no rule at level error is broken."""
        return self.summary["errors"] == 0


def check(register: Register, *, require_seeds: bool = False) -> Report:
    """Every rule applied to a register whose documents are loaded; nothing stops at the first finding."""
    return report(register, running.examined(register), require_seeds=require_seeds)


def report(register: Register, examined: Examined, *, require_seeds: bool = False) -> Report:
    """What was found of a register, as people and programs read it."""
    tally = Tally(documents_are_there(register, examined.here) if require_seeds else ())
    tally.add(examined.tally)
    findings = _causes_first({_located(register, fault) for fault in tally.faults})
    unverified = _unverified(register, examined)
    return Report(
        tuple(findings),
        tally.omitted,
        tuple(examined.coverage),
        {
            **_levels(findings, tally.omitted),
            "observations": len(register["observations"]),
            "mentions": len(register["mentions"]),
            "unverified": sum(unverified.values()),
            **_documents(register, examined),
            "version": register.version,
        },
        lines=_lines(register, findings),
        files={source.id: source.file for source in register.sources.values() if source.file},
        unverified=unverified,
    )


def findings(register: Register, checks: Iterable[Check]) -> list[Finding]:
    """All that some checks find."""
    return [_located(register, fault) for fault in examining.seen(register, checks, set())]


def _causes_first(findings: Iterable[Finding]) -> list[Finding]:
    """By file and line, but first the files that could not be read whole, and in a file what was in the way."""
    causes = {finding for finding in findings if finding.rule.startswith(CAUSES)}
    files = {finding.file for finding in causes}
    return sorted(findings, key=lambda one: (one.file not in files, one.file, one not in causes, one))


def _located(register: Register, fault: Fault) -> Finding:
    table = register.tables.get(fault.table)
    if fault.line or table is None:
        line, column = fault.line or 1, fault.column
    else:
        line, column = table.locate(fault.row, fault.field)
    place = fault.passage
    related = (place.source_id, place.start, place.end) if place else ("", 0, 0)
    cell = (fault.field, fault.value, fault.message, fault.hint)
    level = RULES[fault.rule].level
    return Finding(file_of(fault.table), line, column, fault.rule, level, *cell, *related, _key(table, fault.row))


def _key(table: Table | None, row: int | None) -> str:
    if table is None or row is None:
        return ""
    parts = (table.coded[name].iat[row] for name in TABLES[table.name].key)
    return " ".join(part for part in parts if isinstance(part, str))


def _lines(register: Register, findings: list[Finding]) -> dict[tuple[str, int], str]:
    tables = {table.file: table for table in register.tables.values()}
    places = {(finding.file, finding.line) for finding in findings if finding.line and finding.file in tables}
    return {(file, line): tables[file].text_of(line) for file, line in places}


def _levels(findings: Iterable[Finding], omitted: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """How many findings there are of each level, under its plural."""
    found = Counter(finding.level for finding in findings)
    for (rule, _), count in omitted.items():
        found[RULES[rule].level] += count
    return {f"{level}s": found[level] for level in LEVELS}


def _documents(register: Register, examined: Examined) -> dict[str, int]:
    return {
        "documents": sum(source.is_document for source in register.sources.values()),
        "documents_present": len(examined.unchanged),
        "numerals": sum(one.numerals for one in examined.coverage),
        "unaccounted": sum(one.unaccounted for one in examined.coverage),
        "digits_only": sum(one.digits_only for one in examined.coverage),
    }


def _unverified(register: Register, examined: Examined) -> dict[str, int]:
    """By source how many quotes are not verified, also where a document that is not here has none."""
    away = [source.id for source in register.sources.values() if source.is_document and source.id not in examined.here]
    return {**dict.fromkeys(away, 0), **dict(sorted(examined.unverified.items()))}
