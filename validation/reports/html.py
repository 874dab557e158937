"""The report as one HTML page that needs nothing else: no script, no other file, no other host."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from pathlib import Path

from validation.findings import Finding, file_of
from validation.language.written import many
from validation.model import coverage
from validation.model.coverage import Coverage
from validation.reports import summary
from validation.reports.excerpts import excerpt, visible
from validation.reports.report import Report
from validation.rules.catalog import RULES, Rule

STYLE = Path(__file__).with_name("html.css")
# A line of a table is cut to so many columns; the page wraps it where the screen is narrower.
ROOM = 180


def render(report: Report) -> str:
    """The verdict first, then what could not be verified, coverage, findings with their lines, and the rules."""
    parts = (_head(report), _unverified(report), _coverage(report), _findings(report), _rules(report))
    body = "\n".join(line for part in parts for line in part)
    return document(f"Validation: {summary.verdict(report)}", body)


def document(title: str, body: str) -> str:
    """A page that needs nothing else; its body ends the main part that it begins."""
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{_text(title)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _text(text: str) -> str:
    return escape(visible(text))


def _head(report: Report) -> Iterator[str]:
    mark, kind = ("✓", "ok") if report.valid else ("✗", "error")
    yield "<header>\n<h1>Validation report</h1>"
    yield f'<p class="verdict {kind}"><span aria-hidden="true">{mark}</span> {_text(summary.verdict(report))}</p>'
    yield f"<p>Version <code>{_text(str(report.summary['version']))}</code> of the data.</p>\n</header>\n<main>"
    yield '<dl class="counts">'
    for label, count in _counts(report.summary).items():
        yield f"<div><dt>{label}</dt><dd>{_text(count)}</dd></div>"
    yield "</dl>"


def _counts(counts: Mapping[str, int | str]) -> dict[str, str]:
    return {
        "errors": f"{counts['errors']:,}",
        "warnings": f"{counts['warnings']:,}",
        "observations": f"{counts['observations']:,}",
        "datings": f"{counts['mentions']:,}",
        "documents here": f"{counts['documents_present']} of {counts['documents']}",
        "quotes not verified": f"{counts['unverified']:,}",
        "numerals": f"{counts['numerals']:,}{coverage.in_digits_only(int(counts.get('digits_only', 0)))}",
        "unaccounted for": f"{counts['unaccounted']:,}",
    }


def _unverified(report: Report) -> Iterator[str]:
    if not report.unverified:
        return
    yield '<section class="unverified">\n<h2>What could not be verified</h2>'
    yield f"<p>{_text(summary.unverified(report))}.</p>\n<ul>"
    for source_id, quotes in sorted(report.unverified.items())[: summary.COUNTED]:
        file = report.files.get(source_id, "")
        yield f"<li>{_text(source_id)}: {many(quotes, 'quote')} <code>{_text(file)}</code></li>"
    yield "</ul>\n</section>"


def _coverage(report: Report) -> Iterator[str]:
    if not report.coverage:
        return
    yield "<section>\n<h2>Coverage of the documents</h2>"
    for one in summary.counted(report):
        yield from _covered(one)
    if more := summary.uncounted(report):
        yield f"<p>and {many(more, 'more document')}</p>"
    yield "</section>"


def _covered(one: Coverage) -> Iterator[str]:
    """What became of a document's numerals: in numbers, and as a bar that only repeats them."""
    states = {
        "observations": one.recorded - one.events,
        "events": one.events,
        "excluded": one.excluded,
        "unaccounted": one.unaccounted,
    }
    yield f'<div class="covered">\n<h3>{_text(one.source_id)}</h3>'
    yield f"<p>{_text(one.counted)}:"
    yield ", ".join(f'<span class="key {name}">{number:,} {name}</span>' for name, number in states.items()) + "</p>"
    segments = (f'<i class="{name}" style="flex-grow:{number}"></i>' for name, number in states.items() if number)
    yield f'<div class="bar" aria-hidden="true">{"".join(segments)}</div>\n</div>'


def _findings(report: Report) -> Iterator[str]:
    yield "<section>\n<h2>Findings</h2>"
    if not report.findings:
        yield "<p>None.</p>"
    for file, group in groupby(report.findings, key=lambda finding: finding.file):
        findings = list(group)
        yield f"<h3>{_text(file)}: {summary.levels(findings)}</h3>"
        for finding in findings:
            yield from _finding(report, finding)
        yield from _unlisted(report, file)
    yield "</section>"


def _finding(report: Report, finding: Finding) -> Iterator[str]:
    rule = _text(finding.rule)
    yield f'<article class="{_text(finding.level)}">'
    yield f'<p class="where"><strong>{_text(finding.level)}</strong> <a href="#{rule}">{rule}</a>'
    yield f"<code>{_text(f'{report.datasets}/{finding.where}')}</code></p>"
    yield f"<p>{_text(finding.message)}</p>"
    line = report.lines.get((finding.file, finding.line))
    if line is not None:
        yield _line(line, finding.column)
    if finding.hint:
        yield f'<p class="hint">{_text(finding.hint)}</p>'
    yield "</article>"


def _line(line: str, column: int) -> str:
    shown = excerpt(line, column, ROOM)
    cell = f"<mark>{escape(shown.cell)}</mark>" if column else ""
    return f"<pre><code>{escape(shown.before)}{cell}{escape(shown.after)}</code></pre>"


def _unlisted(report: Report, file: str) -> Iterator[str]:
    for (rule, table), count in report.omitted.items():
        if file_of(table) == file:
            yield f"<p>{_text(summary.unlisted(rule, table, count))}.</p>"


def _rules(report: Report) -> Iterator[str]:
    found = Counter(finding.rule for finding in report.findings)
    for (rule, _), count in report.omitted.items():
        found[rule] += count
    yield "<section>\n<h2>Rules</h2>\n<table>\n<thead>"
    yield '<tr><th scope="col">rule</th><th scope="col">what holds</th><th scope="col">findings</th></tr>'
    yield "</thead>\n<tbody>"
    yield from _rows(RULES.values(), found)
    yield "</tbody>\n</table>\n</section>"


def _rows(rules: Iterable[Rule], found: Counter[str]) -> Iterator[str]:
    for rule in rules:
        kind = f' class="{rule.level}"' if found[rule.id] else ""
        rule_id = _text(rule.id).replace("/", "/<wbr>")
        yield f'<tr id="{_text(rule.id)}"{kind}><th scope="row">{rule_id}<small>{_text(rule.level)}</small></th>'
        example = f"<small>Broken by: {_text(rule.example)}</small>"
        yield f"<td>{_text(rule.sentence)} {example}</td><td>{found[rule.id]:,}</td></tr>"
