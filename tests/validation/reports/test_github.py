"""Workflow commands, read by GitHub's documented grammar."""

from __future__ import annotations

import re

import pytest

from tests.validation.reports.samples import HOSTILE, finding, hostile, report
from validation.reports.excerpts import visible
from validation.reports.github import render

# ::command name=value,name=value::message, one a line; %, CR and LF are escaped, in values : and , too.
COMMAND = re.compile(
    r"::(?P<command>error|warning|notice)(?: (?P<properties>[a-z]+=[^,:%\r\n]*(?:%[0-9A-F]{2}[^,:%\r\n]*)*"
    r"(?:,[a-z]+=[^,:%\r\n]*(?:%[0-9A-F]{2}[^,:%\r\n]*)*)*))?::(?P<message>(?:[^%\r\n]|%25|%0D|%0A)*)"
)
ESCAPES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Each line's command, properties and message, unescaped."""
    matches = [COMMAND.fullmatch(line) for line in text.splitlines()]
    assert all(matches), text
    found = []
    for match in filter(None, matches):
        pairs = (pair.split("=", 1) for pair in (match["properties"] or "").split(",") if pair)
        found.append((match["command"], {name: unescaped(value) for name, value in pairs}, unescaped(match["message"])))
    return found


def unescaped(text: str) -> str:
    return re.sub("%0D|%0A|%3A|%2C|%25", lambda match: ESCAPES[match[0]], text)


def test_a_finding_is_an_annotation():
    place = {"file": "datasets/observations.csv", "line": "3", "col": "11", "title": "printed/value"}
    said = "value must be 41.3, not 14.3\nwrite 41.3"
    assert commands(render(report(finding()))) == [("error", place, said)]


def test_what_has_no_line_names_the_file():
    ((_, place, _),) = commands(render(report(finding(line=0, column=0))))
    assert place == {"file": "datasets/observations.csv", "title": "printed/value"}


def test_nothing_to_say_is_nothing():
    assert render(report()) == ""


@pytest.mark.parametrize(("number", "annotations"), [(10, 10), (11, 10), (300, 10)])
def test_at_most_ten_then_the_count_of_the_rest(number, annotations):
    found = commands(render(report(*(finding(line=line) for line in range(2, number + 2)))))
    assert [command for command, _, _ in found].count("error") == annotations
    notices = [message for command, _, message in found if command == "notice"]
    rest = number - annotations
    assert notices == [f"{rest} more finding{'s' * (rest > 1)}, not valid: {number} errors"] * (rest > 0)


def test_errors_come_before_warnings_and_the_rest_counts_what_is_not_listed():
    warnings = [finding(line=line, level="warning") for line in range(2, 12)]
    found = commands(render(report(*warnings, finding(line=20), omitted={("printed/value", "observations"): 5})))
    assert [command for command, _, _ in found] == ["error", *["warning"] * 9, "notice"]
    assert found[-1][2].startswith("6 more findings")


def test_what_could_not_be_verified_is_told():
    ((command, _, message),) = commands(render(report(unverified={"letter": 7})))
    assert (command, message) == ("notice", "7 quotes not verified: 1 document not in the seeds folder (letter)")


def test_hostile_content_is_escaped():
    (one, notice) = commands(render(hostile()))
    assert one[1]["file"] == "my, data:<b>%/observations.csv"
    assert one[2] == f"{visible(HOSTILE)}\n{visible(HOSTILE)}"
    assert notice[0] == "notice"
