"""JUnit XML, read by junitparser."""

from __future__ import annotations

from dataclasses import replace

import pytest
from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite

from tests.validation.reports.samples import HOSTILE, finding, hostile, report
from validation.files.schemas import TABLES
from validation.reports import junit
from validation.reports.excerpts import visible
from validation.reports.report import Report
from validation.rules.catalog import RULES


def suites(run: Report) -> dict[str, TestSuite]:
    return {suite.name: suite for suite in JUnitXml.fromstring(junit.render(run).encode())}


def cases(run: Report, file: str) -> dict[str, TestCase]:
    return {case.name: case for case in suites(run)[file]}


def test_there_is_a_suite_for_the_package_and_each_table():
    assert list(suites(report())) == ["datapackage.json", *(f"{table}.csv" for table in TABLES)]


def test_every_rule_has_a_case_somewhere():
    named = {case.name for suite in suites(report()).values() for case in suite}
    assert named == set(RULES)


def test_a_broken_rule_fails_with_each_finding_and_what_to_do():
    case = cases(report(finding(), finding(line=9)), "observations.csv")["printed/value"]
    (failure,) = case.result
    assert isinstance(failure, Failure)
    assert failure.type == "printed/value"
    assert failure.message == "observations.csv:3:11: value must be 41.3, not 14.3 (and 1 more)"
    assert failure.text.splitlines() == [
        "datasets/observations.csv:3:11: value must be 41.3, not 14.3",
        "    write 41.3",
        "datasets/observations.csv:9:11: value must be 41.3, not 14.3",
        "    write 41.3",
    ]


def test_a_case_says_its_file_and_a_stable_name():
    case = cases(report(), "observations.csv")["printed/value"]
    attributes = dict(case._elem.attrib)
    assert attributes == {
        "classname": "validation.observations",
        "name": "printed/value",
        "file": "datasets/observations.csv",
        "time": "0.000",
    }


def test_what_is_not_listed_is_counted_in_the_failure():
    case = cases(report(finding(), omitted={("printed/value", "observations"): 1200}), "observations.csv")
    (failure,) = case["printed/value"].result
    assert failure.message.endswith("(and 1,200 more)")
    assert failure.text.endswith("1,200 more findings, not listed")


def test_a_warning_passes_and_is_told(monkeypatch):
    rule = RULES["printed/value"]
    monkeypatch.setitem(junit.RULES, "printed/value", replace(rule, level="warning"))
    case = cases(report(finding(level="warning")), "observations.csv")["printed/value"]
    assert case.is_passed
    assert "value must be 41.3" in (case.system_out or "")


def test_what_rests_on_absent_documents_is_skipped_and_not_passed():
    found = cases(report(unverified={"letter": 7}), "observations.csv")
    (skipped,) = found["evidence/moved"].result
    assert isinstance(skipped, Skipped)
    assert skipped.message == "7 quotes not verified: 1 document not in the seeds folder (letter)"
    assert found["printed/value"].is_passed


def test_counts_time_and_summary_are_attributes():
    run = JUnitXml.fromstring(junit.render(report(finding(), seconds=1.25, unverified={"letter": 7})).encode())
    counted = list(run)
    assert (run.failures, run.errors, run.time) == (1, 0, 1.25)
    assert run.tests == sum(suite.tests for suite in counted) == sum(len(list(suite)) for suite in counted)
    assert run.skipped == sum(suite.skipped for suite in counted) > 0
    properties = {one.name: one.value for one in counted[0].properties()}
    assert (properties["observations"], properties["version"]) == ("29", "0123456789ab")


def test_a_finding_outside_its_rules_tables_is_not_lost():
    assert not cases(report(finding(file="areas.csv")), "areas.csv")["printed/value"].is_passed


@pytest.mark.parametrize("part", ["message", "text"])
def test_hostile_content_is_text(part):
    (failure,) = cases(hostile(), "observations.csv")["printed/value"].result
    assert visible(HOSTILE) in getattr(failure, part)


def test_a_real_run_has_its_findings_in_the_suites_of_their_tables(broken):
    failed = {
        (name, case.name)
        for name, suite in suites(broken).items()
        for case in suite
        if not case.is_passed and not case.is_skipped
    }
    assert failed == {(one.file, one.rule) for one in broken.findings}
