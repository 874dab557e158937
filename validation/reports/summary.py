"""What every form of the report says of the run as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from validation.findings import Finding, file_of
from validation.language.written import many
from validation.model import coverage
from validation.model.coverage import Coverage
from validation.reports.report import Report
from validation.vocabulary import LEVELS

# So many documents that are not here are named, and of so many it is told what became of their numerals.
NAMED, COUNTED = 12, 200


def found(report: Report) -> int:
    """How many findings there are, those that are only counted included."""
    return len(report.findings) + sum(report.omitted.values())


def levels(findings: Iterable[Finding]) -> str:
    """How many findings there are of each level, in words."""
    found = Counter(finding.level for finding in findings)
    return ", ".join(many(found[level], level) for level in LEVELS if found[level])


def verdict(report: Report) -> str:
    """Whether the register is valid, and how many findings there are."""
    counts = [(int(report.summary[f"{level}s"]), level) for level in LEVELS]
    found = ", ".join(many(number, level) for number, level in counts if number)
    return f"{'valid' if report.valid else 'not valid'}: {found or 'no findings'}"


def scope(report: Report) -> str:
    """What was looked at."""
    counts = report.summary
    documents = f"{counts['documents_present']} of {counts['documents']} documents here"
    rows = f"{many(int(counts['observations']), 'observation')}, {many(int(counts['mentions']), 'dating')}"
    return f"{rows}; {documents}, {numerals(report)}"


def numerals(report: Report) -> str:
    """How many numerals the documents have, and in how many of these only digits are counted."""
    counts = report.summary
    return f"{many(int(counts['numerals']), 'numeral')}{coverage.in_digits_only(int(counts.get('digits_only', 0)))}"


def unverified(report: Report) -> str:
    """What nothing vouches for in this run, for want of its document; empty where there is no such thing."""
    if not report.unverified:
        return ""
    quotes, documents = many(sum(report.unverified.values()), "quote"), many(len(report.unverified), "document")
    names = sorted(report.unverified)
    named = ", ".join(names) if len(names) <= NAMED else f"{', '.join(names[:NAMED])} and {len(names) - NAMED:,} more"
    return f"{quotes} not verified: {documents} not in the seeds folder ({named})"


def counted(report: Report) -> Sequence[Coverage]:
    """The documents whose numerals are told of: those that some are left of, then others, as many as anybody reads."""
    return sorted(report.coverage, key=lambda one: not one.unaccounted)[:COUNTED]


def uncounted(report: Report) -> int:
    """How many more documents there are."""
    return max(0, len(report.coverage) - COUNTED)


def unlisted(rule: str, table: str, count: int) -> str:
    """That a rule is broken more often than is listed."""
    return f"{file_of(table)}: {many(count, 'more finding')} of {rule}, not listed"
