"""The report as text, for people at a terminal: each finding with its line and a caret under the cell."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from itertools import groupby

from validation.findings import Finding, file_of
from validation.language.written import many
from validation.reports import summary
from validation.reports.excerpts import excerpt, visible, width
from validation.reports.report import Report
from validation.vocabulary import ERROR, WARNING

WIDTH = 100
# Less than this and neither the cell nor what stands around it could be recognized.
NARROWEST = 60
PLAIN = {}
COLORS = {ERROR: "1;31", WARNING: "1;33", "good": "1;32", "where": "1", "line": "2", "hint": "36"}

Paint = Callable[[str, str], str]


def render(report: Report, *, columns: int = WIDTH, color: bool = False) -> str:
    """The findings file by file, then what was looked at and how it came out."""
    paint = _painter(COLORS if color else PLAIN)
    lines = []
    for file, group in groupby(report.findings, key=lambda finding: finding.file):
        findings = list(group)
        lines += [paint("where", f"{visible(file)}: {summary.levels(findings)}"), ""]
        for finding in findings:
            lines += [*_finding(report, finding, max(columns, NARROWEST), paint), ""]
        lines += _unlisted(report, file)
    return "\n".join([*lines, *_summary(report, paint)]) + "\n"


def on_terminal(report: Report) -> str:
    """The text as wide as standard output is, in color where that is a terminal and nobody asks for none."""
    color = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return render(report, columns=shutil.get_terminal_size((WIDTH, 24)).columns, color=color)


def _painter(codes: dict[str, str]) -> Paint:
    def paint(style: str, text: str) -> str:
        return f"\x1b[{codes[style]}m{text}\x1b[0m" if style in codes else text

    return paint


def _finding(report: Report, finding: Finding, columns: int, paint: Paint) -> Iterator[str]:
    where = paint("where", visible(f"{report.datasets}/{finding.where}"))
    label = paint(finding.level, f"{finding.level}[{finding.rule}]")
    yield f"{where}: {label}: {visible(finding.message)}"
    margin = " " * len(str(finding.line))
    line = report.lines.get((finding.file, finding.line))
    if line is not None:
        yield paint("line", f"{margin} |")
        yield from _source(line, finding, columns, paint)
    if finding.hint:
        yield f"{margin} = {paint('hint', visible(finding.hint))}"


def _source(line: str, finding: Finding, columns: int, paint: Paint) -> Iterator[str]:
    """The line of the table, and carets under the cell; an empty cell has one caret where it would stand."""
    number = str(finding.line)
    shown = excerpt(line, finding.column, columns - len(number) - len(" | "))
    yield f"{paint('line', f'{number} |')} {shown.before}{shown.cell}{shown.after}"
    if finding.column:
        carets = paint(finding.level, "^" * max(1, width(shown.cell)))
        yield f"{paint('line', ' ' * len(number) + ' |')} {' ' * width(shown.before)}{carets}"


def _unlisted(report: Report, file: str) -> Iterator[str]:
    for (rule, table), count in report.omitted.items():
        if file_of(table) == file:
            yield from (summary.unlisted(rule, table, count), "")


def _summary(report: Report, paint: Paint) -> Iterator[str]:
    yield summary.scope(report)
    if report.unverified:
        yield paint(WARNING, summary.unverified(report))
    if report.summary["unaccounted"]:
        yield f"{many(int(report.summary['unaccounted']), 'numeral')} unaccounted for"
    yield paint("good" if report.valid else ERROR, summary.verdict(report))
