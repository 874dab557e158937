"""The report as SARIF 2.1.0, which code scanning services and editors read."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from validation.findings import Finding
from validation.reports import summary
from validation.reports.excerpts import cell_end
from validation.reports.report import Report
from validation.rules.catalog import RULES, Rule
from validation.vocabulary import WARNING

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE = "%SRCROOT%"
FINGERPRINT = "ruleRowCell/v1"


def render(report: Report) -> str:
    """One log with one run: the rules, a result per finding, and the summary as properties of the run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(report: Report) -> dict[str, Any]:
    return {
        "tool": {"driver": {"name": "stated-numbers", "rules": [_rule(rule) for rule in RULES.values()]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": _message("The folder that the validation ran in.")}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": list(_notifications(report))}],
        "results": list(_results(report)),
        "properties": {"summary": dict(report.summary), "coverage": [asdict(one) for one in report.coverage]},
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.sentence},
        "help": {"text": f"{rule.sentence} Broken by, for example: {rule.example}."},
        "defaultConfiguration": {"level": rule.level},
    }


def _notifications(report: Report) -> Iterator[dict[str, Any]]:
    """What a list of results can't say: that there are more of them, and that quotes were not looked at."""
    for (rule, table), count in report.omitted.items():
        yield {"level": "note", "message": _message(summary.unlisted(rule, table, count))}
    if report.unverified:
        yield {"level": WARNING, "message": _message(summary.unverified(report))}


def _results(report: Report) -> Iterator[dict[str, Any]]:
    indexes = {rule: index for index, rule in enumerate(RULES)}
    times: Counter[str] = Counter()
    for finding in report.findings:
        identity = _identity(report, finding)
        times[identity] += 1
        hint = {"hint": finding.hint} if finding.hint else {}
        yield {
            "ruleId": finding.rule,
            "ruleIndex": indexes[finding.rule],
            "level": finding.level,
            "message": _message("\n".join(filter(None, (finding.message, finding.hint)))),
            "locations": [_location(report, finding)] if finding.file else [],
            "relatedLocations": list(_passage(report, finding)),
            "partialFingerprints": {FINGERPRINT: f"{identity}:{times[identity]}"},
            "properties": {"key": finding.key, "field": finding.field, "value": finding.value} | hint,
        }


def _identity(report: Report, finding: Finding) -> str:
    """The same for the same finding wherever its row stands; a line without a key is known by its text."""
    row = finding.key or report.lines.get((finding.file, finding.line), "")
    passage = (finding.source_id, finding.start)
    parts = (finding.rule, finding.file, row, finding.field, finding.value, *passage)
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


def _location(report: Report, finding: Finding) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(f"{report.datasets}/{finding.file}")}
    if finding.line:
        place["region"] = _region(report, finding)
    return {"physicalLocation": place}


def _region(report: Report, finding: Finding) -> dict[str, int]:
    if not finding.column:
        return {"startLine": finding.line}
    line = report.lines.get((finding.file, finding.line), "")
    end = cell_end(line, finding.column)
    return {"startLine": finding.line, "startColumn": finding.column, "endColumn": end}


def _passage(report: Report, finding: Finding) -> Iterator[dict[str, Any]]:
    """Where in the document; never what stands there."""
    file = report.files.get(finding.source_id)
    if file:
        region = {"charOffset": finding.start, "charLength": finding.end - finding.start}
        place = {"artifactLocation": _artifact(f"{report.seeds}/{file}"), "region": region}
        yield {"id": 1, "physicalLocation": place, "message": _message(f"The passage in {finding.source_id}.")}


def _artifact(path: str) -> dict[str, str]:
    if PurePath(path).is_absolute():
        return {"uri": f"file://{quote(path)}"}
    return {"uri": quote(path), "uriBaseId": BASE}


def _message(text: str) -> dict[str, str]:
    """A plain text message: SARIF reads single braces as placeholders, and brackets before parentheses as a link."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}
