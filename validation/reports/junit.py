"""The report as JUnit XML: a suite per file of the collection, a case per rule that can be broken in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from validation.files.package import DESCRIPTOR
from validation.files.schemas import TABLES
from validation.findings import Finding, file_of
from validation.language.written import many
from validation.reports import summary
from validation.reports.excerpts import visible
from validation.reports.report import Report
from validation.rules.catalog import RULES
from validation.vocabulary import ERROR

# All rules are looked at in one pass, so only the run as a whole has taken a time of its own.
NO_TIME = "0.000"
COUNTS = ("tests", "failures", "errors", "skipped")


def render(report: Report) -> str:
    """One document; the suite of the collection's descriptor comes first and carries the summary as properties."""
    cases = _cases(report)
    root = Element("testsuites", name="validation", time=f"{report.seconds:.3f}")
    for file in dict.fromkeys((DESCRIPTOR, *map(file_of, TABLES), *(file for file, _ in cases))):
        root.append(_suite(report, file, {rule: found for (name, rule), found in cases.items() if name == file}))
    totals = {count: str(sum(int(suite.get(count, 0)) for suite in root)) for count in COUNTS}
    root.attrib.update(totals)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _cases(report: Report) -> dict[tuple[str, str], list[Finding]]:
    cases = defaultdict(list)
    for finding in report.findings:
        cases[finding.file, finding.rule].append(finding)
    return cases


def _suite(report: Report, file: str, cases: Mapping[str, list[Finding]]) -> Element:
    suite = Element("testsuite", name=file, time=NO_TIME)
    if file == DESCRIPTOR:
        properties = SubElement(suite, "properties")
        for name, value in report.summary.items():
            SubElement(properties, "property", name=name, value=str(value))
    for rule in RULES:
        if rule in cases or RULES[rule].applies(file):
            suite.append(_case(report, file, rule, cases.get(rule, [])))
    found = Counter(part.tag for case in suite.iter("testcase") for part in case)
    tests = str(len(suite.findall("testcase")))
    suite.attrib.update(tests=tests, failures=str(found["failure"]), errors="0", skipped=str(found["skipped"]))
    return suite


def _case(report: Report, file: str, rule: str, findings: list[Finding]) -> Element:
    """A case fails where the rule is an error; a warning is told and passes; what needs absent documents is skipped."""
    path = visible(f"{report.datasets}/{file}")
    case = Element("testcase", classname=f"validation.{file.rpartition('.')[0]}", name=rule, file=path, time=NO_TIME)
    if findings and RULES[rule].level == ERROR:
        failure = SubElement(case, "failure", type=rule, message=_headline(report, findings))
        failure.text = _told(report, findings)
    elif findings:
        SubElement(case, "system-out").text = _told(report, findings)
    elif report.unverified and RULES[rule].reads_documents:
        SubElement(case, "skipped", message=summary.unverified(report))
    return case


def _headline(report: Report, findings: list[Finding]) -> str:
    first = visible(f"{findings[0].where}: {findings[0].message}")
    more = len(findings) - 1 + _unlisted(report, findings[0])
    return f"{first} (and {more:,} more)" if more else first


def _told(report: Report, findings: list[Finding]) -> str:
    lines = []
    for finding in findings:
        lines.append(visible(f"{report.datasets}/{finding.where}: {finding.message}"))
        lines += [f"    {visible(finding.hint)}"] if finding.hint else []
    more = _unlisted(report, findings[0])
    lines += [f"{many(more, 'more finding')}, not listed"] if more else []
    return "\n".join(lines)


def _unlisted(report: Report, finding: Finding) -> int:
    omitted = report.omitted.items()
    return sum(n for (rule, table), n in omitted if (rule, file_of(table)) == (finding.rule, finding.file))
