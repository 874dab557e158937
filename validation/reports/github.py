"""The report as workflow commands of GitHub Actions, which shows them beside the lines they name."""

from __future__ import annotations

from validation.findings import Finding
from validation.language.written import many
from validation.reports import summary
from validation.reports.excerpts import visible
from validation.reports.report import Report
from validation.vocabulary import ERROR

# GitHub shows ten annotations of a level and step, and drops the rest without a word.
SHOWN = 10


def render(report: Report) -> str:
    """At most ten annotations, errors first, then a notice of what is not among them or could not be verified."""
    first = sorted(report.findings, key=lambda finding: finding.level != ERROR)[:SHOWN]
    rest = summary.found(report) - len(first)
    notices = [f"{many(rest, 'more finding')}, {summary.verdict(report)}"] if rest else []
    notices += [summary.unverified(report)] if report.unverified else []
    lines = [_annotation(report, finding) for finding in first]
    lines += [f"::notice::{_data('; '.join(notices))}"] if notices else []
    return "".join(f"{line}\n" for line in lines)


def _annotation(report: Report, finding: Finding) -> str:
    place = {"file": f"{report.datasets}/{finding.file}", "line": finding.line, "col": finding.column}
    known = {name: value for name, value in (place | {"title": finding.rule}).items() if value}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in known.items())
    said = "\n".join(visible(text) for text in (finding.message, finding.hint) if text)
    return f"::{finding.level} {properties}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
