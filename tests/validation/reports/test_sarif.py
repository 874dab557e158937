"""SARIF, held against its published JSON schema."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator
from jsonschema.protocols import Validator

from tests.edits import rows_of, set_cell
from tests.validation.reports.samples import HOSTILE, finding, hostile, report
from validation.model.register import load
from validation.reports.report import Report, check
from validation.reports.sarif import FINGERPRINT, render
from validation.rules.catalog import RULES

VENDOR = Path(__file__).parent / "vendor"


@pytest.fixture(scope="module")
def schema() -> Validator:
    """The schema of SARIF 2.1.0."""
    (file,) = VENDOR.glob("*.json")
    return Draft4Validator(json.loads(file.read_text(encoding="utf-8")))


def run(of: Report) -> dict[str, Any]:
    (one,) = json.loads(render(of))["runs"]
    return one


def test_the_schema_is_unmodified():
    ((name, sha256),) = re.findall(
        r"/([\w.-]+\.json) .* ([0-9a-f]{64}) \|$", (VENDOR / "VENDORED.md").read_text(), re.MULTILINE
    )
    assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == sha256


@pytest.mark.parametrize(
    "of",
    [
        report(),
        report(finding()),
        report(finding(line=0, column=0, hint=""), omitted={("printed/value", "observations"): 5}),
        report(finding(source_id="letter", start=3, end=7), unverified={"letter": 7}),
        report(finding(), datasets="/data/my tables"),
        hostile(),
    ],
)
def test_a_log_is_valid(schema, of):
    assert [error.message for error in schema.iter_errors(json.loads(render(of)))] == []


def test_a_log_of_a_real_run_is_valid(schema, broken):
    assert broken.findings
    assert [error.message for error in schema.iter_errors(json.loads(render(broken)))] == []


def test_the_schema_finds_what_is_wrong(schema):
    log = json.loads(render(report(finding())))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not schema.is_valid(log)


def test_rules_stand_where_results_look_for_them():
    rules = run(report(finding()))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    (result,) = run(report(finding()))["results"]
    rule = rules[result["ruleIndex"]]
    assert (result["ruleId"], result["level"]) == (rule["id"], rule["defaultConfiguration"]["level"])
    assert rule["shortDescription"]["text"] == RULES["printed/value"].sentence
    assert RULES["printed/value"].example in rule["help"]["text"]


def test_a_result_points_at_the_cell_in_code_points():
    one = run(report(finding(column=4), lines={("observations.csv", 3): '漢😀,"14.3",x'}))
    assert one["columnKind"] == "unicodeCodePoints"
    place = one["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "datasets/observations.csv", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 3, "startColumn": 4, "endColumn": 10}
    assert place["artifactLocation"]["uriBaseId"] in one["originalUriBaseIds"]


@pytest.mark.parametrize(("line", "region"), [(3, {"startLine": 3}), (0, None)])
def test_a_result_without_a_cell_points_at_its_line_or_file(line, region):
    (result,) = run(report(finding(line=line, column=0)))["results"]
    assert result["locations"][0]["physicalLocation"].get("region") == region


def test_a_passage_is_a_related_location_without_its_text():
    (result,) = run(report(finding(source_id="letter", start=3, end=7)))["results"]
    (related,) = result["relatedLocations"]
    place = related["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "seeds/letter.txt"
    assert place["region"] == {"charOffset": 3, "charLength": 4}


def test_a_folder_elsewhere_is_an_address_of_its_own():
    (result,) = run(report(finding(), datasets="/data/my tables"))["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "file:///data/my%20tables/observations.csv"}


def test_what_is_not_listed_or_not_verified_is_notified():
    invocation = run(report(finding(), omitted={("printed/value", "observations"): 5}, unverified={"letter": 7}))[
        "invocations"
    ][0]
    texts = [one["message"]["text"] for one in invocation["toolExecutionNotifications"]]
    assert texts == [
        "observations.csv: 5 more findings of printed/value, not listed",
        "7 quotes not verified: 1 document not in the seeds folder (letter)",
    ]


def fingerprints(of: Report) -> list[str]:
    return [result["partialFingerprints"][FINGERPRINT] for result in run(of)["results"]]


def test_fingerprints_survive_inserted_rows(bees):
    datasets, seeds = bees
    set_cell(datasets, "observations", "hives-report", "value", "5000")
    set_cell(datasets, "observations", "honey-report", "start", "7")
    before = check(load(datasets, seeds))
    with rows_of(datasets, "observations") as rows:
        rows.insert(0, rows[0] | {"observation_id": "a-first-one"})
    after = check(load(datasets, seeds))
    lines = [[one.line for one in of.findings if one.file == "observations.csv"] for of in (before, after)]
    assert lines[1] == [line + 1 for line in lines[0]] != []
    assert fingerprints(before) == fingerprints(after)


def test_fingerprints_tell_findings_apart():
    alike = [finding(), finding(line=9), finding(value="1"), finding(key="tea"), finding(rule="printed/unit")]
    passages = [finding(source_id="letter", start=start) for start in (1, 2)]
    assert len(set(fingerprints(report(*alike, *passages)))) == 7


def test_lines_without_a_key_are_known_by_their_text():
    lines = {("observations.csv", 3): "a,b", ("observations.csv", 4): "c,d"}
    short = [finding(key="", value="", line=line) for line in (3, 4)]
    before = fingerprints(report(*short, lines=lines))
    after = fingerprints(report(short[1], lines=lines))
    assert after == before[1:]


def test_hostile_content_is_neither_link_nor_placeholder():
    (result,) = run(hostile())["results"]
    said = result["message"]["text"]
    assert "](" not in said
    assert not re.search(r"(?<!\{)\{\d", said)
    assert result["properties"]["value"] == HOSTILE
    uris = [
        place["physicalLocation"]["artifactLocation"]["uri"]
        for place in result["locations"] + result["relatedLocations"]
    ]
    assert [unquote(uri) for uri in uris] == ["my, data:<b>%/observations.csv", "seeds/a b%,:<i>.txt"]
    assert all(re.fullmatch(r"[\w./%-]+", uri, re.ASCII) for uri in uris)
