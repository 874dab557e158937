"""The report as JSON, for programs."""

from __future__ import annotations

import io
import json
from dataclasses import asdict
from typing import Any

from validation.findings import Finding, file_of
from validation.reports.report import Report

VERSION = 1


def render(report: Report) -> str:
    """One JSON object: version, summary, coverage, findings, and how many findings were only counted."""
    document = {
        "version": VERSION,
        "summary": dict(report.summary),
        "coverage": [asdict(one) for one in report.coverage],
        "findings": [_finding(finding) for finding in report.findings],
        "omitted": [{"rule": rule, "file": file_of(table), "count": n} for (rule, table), n in report.omitted.items()],
    }
    text = io.StringIO()  # of a hundred thousand documents `dumps` would hold each word of the text by itself
    json.dump(document, text, ensure_ascii=False, indent=2)
    return text.getvalue() + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    fields = asdict(finding)
    place = {name: fields.pop(name) for name in ("source_id", "start", "end")}
    return fields | ({"passage": place} if place["source_id"] else {})
