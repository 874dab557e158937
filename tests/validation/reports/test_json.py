"""The JSON report: what programs may rely on."""

from __future__ import annotations

import json

from tests.validation.reports.samples import HOSTILE, finding, hostile, report
from validation.reports.json import render


def test_a_finding_has_the_documented_fields():
    document = json.loads(render(report(finding())))
    assert list(document) == ["version", "summary", "coverage", "findings", "omitted"]
    assert document["version"] == 1
    assert document["summary"]["errors"] == 1
    assert document["findings"] == [
        {
            "file": "observations.csv",
            "line": 3,
            "column": 11,
            "rule": "printed/value",
            "level": "error",
            "field": "value",
            "value": "14.3",
            "message": "value must be 41.3, not 14.3",
            "hint": "write 41.3",
            "key": "trade",
        }
    ]


def test_a_finding_in_a_document_says_where():
    (one,) = json.loads(render(report(finding(source_id="letter", start=3, end=7))))["findings"]
    assert one["passage"] == {"source_id": "letter", "start": 3, "end": 7}


def test_coverage_and_what_is_not_listed_are_counted():
    document = json.loads(render(report(finding(), omitted={("printed/value", "observations"): 5})))
    counts = {"numerals": 60, "recorded": 40, "excluded": 20, "unaccounted": 0, "events": 10, "digits_only": False}
    assert document["coverage"] == [{"source_id": "letter"} | counts]
    assert document["omitted"] == [{"rule": "printed/value", "file": "observations.csv", "count": 5}]


def test_hostile_content_arrives_as_it_is():
    (one,) = json.loads(render(hostile()))["findings"]
    assert {one[field] for field in ("value", "message", "hint", "key")} == {HOSTILE}
