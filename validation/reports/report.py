"""The report of a validation run: every finding with its line, coverage per document, and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from validation.files.schemas import TABLES
from validation.files.tables import Table
from validation.findings import Fault, Finding
from validation.model import coverage
from validation.model.coverage import Coverage
from validation.model.register import Register
from validation.rules.catalog import CHECKS, RULES
from validation.rules.evidence import QUOTING_TABLES

# Findings of one rule in one table beyond this many are counted, not listed: nobody reads the thousandth.
LISTED = 100
# A cell that breaks one of these is of the wrong kind or names nothing: what else it breaks is the same mistake.
MISTAKES = ("schema/", "key/link")
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
    """Every rule applied to the register; nothing stops at the first finding."""
    faults = _all_faults(register, require_seeds)
    kept, omitted = _capped(faults)
    findings = _causes_first({_located(register, fault) for fault in kept})
    covered = [coverage.counts(key, coverage.marks(register, document)) for key, document in register.documents.items()]
    unverified = _unverified(register)
    files = register["sources"].dropna(subset=["source_id", "file"]).set_index("source_id")["file"].to_dict()
    return Report(
        tuple(findings),
        omitted,
        tuple(covered),
        _summary(register, findings, omitted, covered, sum(unverified.values())),
        lines=_lines(register, findings),
        files=files,
        unverified=unverified,
    )


def _all_faults(register: Register, require_seeds: bool) -> Iterator[Fault]:
    yield from register.faults
    if require_seeds:
        yield from _absent_documents(register)
    mistaken = set()
    for rule in CHECKS:
        for fault in rule(register):
            cell = fault.table, fault.row, fault.field
            if cell not in mistaken:
                yield fault
            if fault.rule.startswith(MISTAKES):
                mistaken.add(cell)


def _absent_documents(register: Register) -> Iterator[Fault]:
    sources = register["sources"]
    for row, source in enumerate(sources.to_dict("records")):
        if source["kind"] == "document" and source["source_id"] not in register.documents:
            message = f"{source['file']} must be in the seeds folder, and is not"
            yield Fault(
                "document/present",
                "sources",
                row,
                "file",
                str(source["file"]),
                message,
                "put the document there",
            )


def _capped(faults: Iterable[Fault]) -> tuple[list[Fault], dict[tuple[str, str], int]]:
    seen: Counter[tuple[str, str]] = Counter()
    kept = []
    for fault in faults:
        key = (fault.rule, fault.table)
        seen[key] += 1
        if seen[key] <= LISTED:
            kept.append(fault)
    return kept, {key: count - LISTED for key, count in seen.items() if count > LISTED}


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
    return Finding(
        fault.table if "." in fault.table else f"{fault.table}.csv", line, column, fault.rule, RULES[fault.rule].level,
        fault.field, fault.value, fault.message, fault.hint, *related, _key(table, fault.row),
    )  # fmt: skip


def _key(table: Table | None, row: int | None) -> str:
    if table is None or row is None:
        return ""
    parts = table.cells[list(TABLES[table.name].key)].iloc[row]
    return " ".join(parts.dropna())


def _lines(register: Register, findings: list[Finding]) -> dict[tuple[str, int], str]:
    tables = {table.file: table for table in register.tables.values()}
    places = {(finding.file, finding.line) for finding in findings if finding.line and finding.file in tables}
    return {(file, line): tables[file].text_of(line) for file, line in places}


def _summary(
    register: Register,
    findings: list[Finding],
    omitted: Mapping[tuple[str, str], int],
    covered: list[Coverage],
    unverified: int,
) -> dict[str, int | str]:
    levels = Counter(finding.level for finding in findings)
    for (rule, _), count in omitted.items():
        levels[RULES[rule].level] += count
    documents = register["sources"]["kind"].eq("document")
    return {
        "errors": levels["error"],
        "warnings": levels["warning"],
        "observations": len(register["observations"]),
        "mentions": len(register["mentions"]),
        "unverified": unverified,
        "documents": int(documents.sum()),
        "documents_present": sum(document.unchanged for document in register.documents.values()),
        "numerals": sum(one.numerals for one in covered),
        "unaccounted": sum(one.unaccounted for one in covered),
        "version": register.version,
    }


def _unverified(register: Register) -> dict[str, int]:
    """By source: how many quotes rest on a document that is not here, so that nothing vouches for them in this run."""
    sources = register["sources"]
    absent = sources.loc[sources["kind"].eq("document"), "source_id"].dropna()
    counted = Counter({source_id: 0 for source_id in absent if source_id not in register.documents})
    for name in QUOTING_TABLES:
        rows = register[name]
        quoting = rows["quote"].notna() & rows["start"].notna() & ~rows["source_id"].isin(list(register.documents))
        counted.update(rows.loc[quoting, "source_id"].value_counts().to_dict())
    return dict(counted)
