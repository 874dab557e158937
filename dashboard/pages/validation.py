"""The validation of the data: how many checks pass, what is not verified, coverage, findings, how to run it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask import Response

from dashboard.design import elements, tables
from dashboard.design.signs import LEVELS
from dashboard.sections import sources
from dashboard.state.store import Snapshot, Store
from dashboard.web import bodies
from dashboard.web.application import Dashboard
from dashboard.web.bodies import Body
from validation.findings import Finding
from validation.language.written import capitalized, many
from validation.model.coverage import Coverage
from validation.reports import json, summary
from validation.reports.excerpts import excerpt, visible
from validation.reports.report import Report
from validation.rules.catalog import RULES, Rule

REPORT = "/download/validation.json"
ROOM = 110
"""A line of a table is cut to so many columns around its cell."""

RESTING_ON_DOCUMENTS = ("document", "evidence", "coverage")
"""Groups of rules that can't be looked at whole where a document is missing."""

CRUMBS = [("/about", "How it is checked")]

LEDE = "Each number is held against the characters it was read from, each time the data change."

COMMANDS = (
    ("Check the tables, and the documents that are here", "python -m validation"),
    ("Fail where a document is missing", "python -m validation --require-seeds"),
    ("The same report for a machine", "python -m validation --format json --output report.json"),
)
EXITS = "It ends with 0 where no rule is broken, 1 where one is, 2 where it could not run."
PLACES = (
    ("#unverified", "Not verified"),
    ("#coverage", "Coverage"),
    ("#findings", "Findings"),
    ("#rules", "Rules"),
    ("#run", "Run it"),
)


def register(app: Dashboard, store: Store) -> None:
    """The page, and the report as JSON."""

    def download() -> Response:
        return bodies.download(store.current().once(report))

    app.page("/validation", layout, title="Validation", about=lambda data, /: f"{verdict(data.report)}. {LEDE}")
    app.server.add_url_rule(REPORT, "validation report", download)


def layout(data: Snapshot, /, **_: Any) -> Component:
    """The report of the data as they are now."""
    report = data.report
    names = {source.id: sources.name(source) for source in data.register.sources.values()}
    unverified = _unverified(report, names)
    return elements.page(
        verdict(report),
        elements.stats(_counts(report)),
        elements.anchors(PLACES if unverified else PLACES[1:]),
        *_refused(data),
        *unverified,
        _coverage(report, names),
        _findings(report),
        _rules(report),
        _commands(),
        lede=LEDE,
        crumbs=CRUMBS,
    )


def verdict(report: Report) -> str:
    """How many checks pass and what the others found. Where quotes are open, no more is known than that none fails."""
    failed, every, quotes = len(_broken(report)), len(RULES), int(report.summary["unverified"])
    left_open = f", {many(quotes, 'quote')} not verified" if quotes else ""
    if failed:
        counts = [(int(report.summary[f"{level}s"]), level) for level in LEVELS]
        found = ", ".join(many(count, level) for count, level in counts if count)
        return f"{failed} of {every} checks {'fails' if failed == 1 else 'fail'}: {found}{left_open}"
    return f"None of {every} checks fails{left_open}" if quotes else f"All {every} checks pass"


def _broken(report: Report) -> set[str]:
    """The rules that something breaks."""
    return {finding.rule for finding in report.findings}


def report(data: Snapshot) -> Body:
    return Body(json.render(data.report).encode(), "validation.json")


def _counts(report: Report) -> list[tuple[Any, str, str]]:
    counted = report.summary
    tiles = [
        (f"{len(RULES) - len(_broken(report)):,} of {len(RULES):,}", "checks without a finding", "#rules"),
        (f"{counted['errors']:,}", "errors", "#findings"),
        (f"{counted['warnings']:,}", "warnings", "#findings"),
        (f"{counted['documents_present']} of {counted['documents']}", "documents here", "#coverage"),
    ]
    if counted["numerals"]:
        tiles.append((f"{counted['unaccounted']:,}", f"of {summary.numerals(report)} unaccounted for", "#coverage"))
    if report.unverified:
        tiles.append((f"{counted['unverified']:,}", "quotes not verified", "#unverified"))
    return tiles


def _unverified(report: Report, names: Mapping[str, str]) -> list[Component]:
    """What nothing vouches for in this run; no section where there is no such thing."""
    if not report.unverified:
        return []
    columns = (tables.Column("Document"), tables.Column("Quotes", numeric=True), tables.Column("File"))
    rows = [
        tables.Row([_source(source_id, names), f"{quotes:,}", html.Code(report.files.get(source_id, ""))])
        for source_id, quotes in sorted(report.unverified.items())[: summary.COUNTED]
    ]
    words = (
        "These documents are not here, so their quotes could not be compared with them in this run. "
        "Everything else was checked. Put the files into the folder of documents."
    )
    table = tables.table(columns, rows, caption="Documents that are not here", narrow="stack", hidden_caption=True)
    return [elements.section("unverified", "Not verified in this run", elements.card(table), intro=words)]


def _source(source_id: str, names: Mapping[str, str]) -> Component:
    return html.A(names.get(source_id, source_id), href=f"/sources/{source_id}")


def _coverage(report: Report, names: Mapping[str, str]) -> Component:
    intro = "Every numeral in a document is a recorded number, dates an event, or is left out for a stated reason."
    if not report.coverage:
        nothing = elements.empty("Numerals are counted in the documents, and none of them is here.")
        return elements.section("coverage", "Coverage", nothing, intro=intro)
    cards = [_covered(one, names) for one in summary.counted(report)]
    more = ("/sources", f"All {len(report.coverage):,} documents") if summary.uncounted(report) else None
    return elements.section("coverage", "Coverage", elements.grid(*cards), intro=intro, more=more)


def _covered(one: Coverage, names: Mapping[str, str]) -> Component:
    """What became of a document's numerals: in words, and as a bar that only repeats them."""
    parts = [part for part in sources.numerals(one) if part.count]
    name = names.get(one.source_id, one.source_id)
    head = html.P(one.counted, className="subtitle")
    bar = [elements.bar(parts), elements.bar_key(parts)]
    return elements.card(head, *bar, title=name, href=f"/sources/{one.source_id}")


def _refused(data: Snapshot) -> list[Component]:
    """What was found in newer files, while older data are shown; no section where there are none."""
    if not data.refused:
        return []
    intro = "The files hold errors since they were changed. Until they are mended the data before are shown."
    return [elements.section("refused", "In the files as they are now", *_by_file(data.refused), intro=intro)]


def _findings(report: Report) -> Component:
    if not report.findings:
        none = elements.callout("No rule is broken.", kind="ok", title="No findings.")
        return elements.section("findings", "Findings", none)
    return elements.section("findings", "Findings", *_by_file(report))


def _by_file(report: Report) -> list[Component]:
    return [
        elements.card(*map(lambda one: _finding(report, one), group), *_unlisted(report, file), title=file)
        for file, group in groupby(report.findings, key=lambda finding: finding.file)
    ]


def _finding(report: Report, finding: Finding) -> Component:
    where = html.Code(finding.where)
    head = html.P([elements.tag(finding.level, LEVELS[finding.level]), " ", where, " ", html.Code(finding.rule)])
    line = report.lines.get((finding.file, finding.line))
    shown = [_line(line, finding.column)] if line is not None else []
    hint = [html.P(visible(finding.hint))] if finding.hint else []
    return html.Article([head, html.P(visible(finding.message)), *shown, *hint], className="finding")


def _line(line: str, column: int) -> Component:
    shown = excerpt(line, column, ROOM)
    return html.Pre(html.Code([shown.before, html.Mark(shown.cell) if column else "", shown.after]))


def _unlisted(report: Report, file: str) -> list[Component]:
    return [
        html.P(summary.unlisted(rule, table, count))
        for (rule, table), count in report.omitted.items()
        if summary.file_of(table) == file
    ]


def _rules(report: Report) -> Component:
    """The rules by what they are about, with how often each is broken."""
    found = Counter(finding.rule for finding in report.findings)
    families = groupby(RULES.values(), key=lambda rule: rule.id.partition("/")[0])
    left_open = RESTING_ON_DOCUMENTS if report.unverified else ()
    folds = [_family(name, list(rules), found, name in left_open) for name, rules in families]
    intro = f"{len(RULES)} rules in {len(folds)} groups; open one to read what holds, and what would break it."
    return elements.section("rules", "Rules", html.Div(folds, className="rule-families"), intro=intro)


def _family(name: str, rules: list[Rule], found: Counter[str], left_open: bool) -> Component:
    count = many(len(rules), "rule")
    state = _state(sum(found[rule.id] for rule in rules), left_open)
    head = [html.Strong(capitalized(name)), html.Span(f" {count} ", className="none"), state]
    items = [(html.Code(rule.id), [rule.sentence, _example(rule)]) for rule in rules]
    return elements.fold(html.Span(head), elements.definitions(items))


def _state(broken: int, left_open: bool) -> Component:
    """A tag for a group of rules; what could not be looked at without a document never counts as kept."""
    if broken:
        return elements.tag(many(broken, "finding"), "warn")
    return elements.tag("open without the documents") if left_open else elements.tag("kept", "ok")


def _example(rule: Rule) -> Component:
    return html.Span(f" Broken by: {rule.example}.", className="none")


def _commands() -> Component:
    rows = [(words, [html.Code(command), " ", elements.copy_button(command)]) for words, command in COMMANDS]
    download = html.P([html.A("Download this report (JSON)", href=REPORT), ". ", EXITS])
    return elements.section("run", "Run it yourself", elements.card(elements.definitions(rows), download))
