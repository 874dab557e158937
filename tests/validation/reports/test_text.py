"""The text report, compared whole where a person would read it whole."""

from __future__ import annotations

import re
import sys
from dataclasses import replace

import pytest

from tests.validation.reports.samples import HEADER, finding, hostile, report
from validation.reports import text

BROKEN = """\
observations.csv: 2 errors

datasets/observations.csv:3:11: error[printed/value]: value must be 41.3, not 14.3
  |
3 | trade,Tea,14.3,percent
  |           ^^^^
  = write 41.3

datasets/observations.csv:12: error[table/width]: must hold 4 cells, not 2
   |
12 | trade,Tea,14.3,percent

units.csv: 1 warning

datasets/units.csv: warning[file/missing]: must be there
  = put it back

29 observations, 1 dating; 2 of 2 documents here, 60 numerals
not valid: 2 errors, 1 warning
"""


def test_findings_stand_under_their_file_with_line_caret_and_what_to_do():
    short = finding(line=12, column=0, rule="table/width", message="must hold 4 cells, not 2", hint="")
    missing = finding(
        file="units.csv",
        line=0,
        column=0,
        rule="file/missing",
        level="warning",
        message="must be there",
        hint="put it back",
    )
    assert text.render(report(finding(), short, missing)) == BROKEN


def test_without_findings_it_says_what_was_looked_at():
    lines = text.render(report()).splitlines()
    assert lines == ["29 observations, 1 dating; 2 of 2 documents here, 60 numerals", "valid: no findings"]


def test_carets_stand_under_wide_characters_and_combining_marks():
    line = "漢字,e\N{COMBINING ACUTE ACCENT},値段,x"
    shown = text.render(report(finding(column=7), lines={("observations.csv", 3): line})).splitlines()
    assert shown[4:6] == [f"3 | {line}", "  |        ^^^^"]


def test_an_empty_cell_has_one_caret():
    shown = text.render(report(finding(column=3), lines={("observations.csv", 3): "a,,c"})).splitlines()
    assert shown[4:6] == ["3 | a,,c", "  |   ^"]


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_lines_of_a_table_fit_the_terminal(columns):
    line = ",".join(HEADER.split(",") * 80)
    shown = text.render(
        report(finding(column=line.index("value,id", 300) + 1), lines={("observations.csv", 3): line}), columns=columns
    )
    source, carets = shown.splitlines()[4:6]
    assert len(source) == columns
    assert source[carets.index("^") :].startswith("value,")


def test_what_is_not_listed_or_not_verified_is_said():
    listed = report(finding(), omitted={("printed/value", "observations"): 1200}, unverified={"letter": 7, "ode": 0})
    shown = text.render(listed)
    assert "observations.csv: 1,200 more findings of printed/value, not listed\n" in shown
    assert "7 quotes not verified: 2 documents not in the seeds folder (letter, ode)\n" in shown


def test_unaccounted_numerals_are_said():
    plain = report()
    assert "3 numerals unaccounted for\n" in text.render(replace(plain, summary={**plain.summary, "unaccounted": 3}))


def test_color_adds_nothing_but_color():
    plain, colored = (text.render(report(finding()), color=color) for color in (False, True))
    assert "\x1b" not in plain
    assert colored != plain
    assert re.sub(r"\x1b\[[0-9;]+m", "", colored) == plain


@pytest.mark.parametrize(
    ("terminal", "environment", "colored"),
    [
        (True, {}, True),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
        (False, {}, False),
    ],
)
def test_color_is_for_terminals_whose_owner_wants_it(monkeypatch, terminal, environment, colored):
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert ("\x1b" in text.on_terminal(report(finding()))) is colored


def test_a_real_run_points_at_the_cell(broken):
    shown = text.render(broken)
    assert re.search(
        r"^datasets/observations\.csv:4:\d+: error\[printed/value\]: value must be 4000", shown, re.MULTILINE
    )
    assert re.search(r"^4 \| .*,5000,.*\n  \| +\^{4}\n  = write 4000$", shown, re.MULTILINE)
    assert re.search(r"^\d+ \| zebras,zebras$", shown, re.MULTILINE)


def test_hostile_content_stays_in_its_lines():
    shown = text.render(hostile())
    assert all(line.isprintable() for line in shown.splitlines())
    assert len(re.findall(r"^my, data:<b>%/observations\.csv:3:7: error\[printed/value\]: ", shown, re.MULTILINE)) == 1
    assert not re.search(r"^::error", shown, re.MULTILINE)


def test_of_many_documents_that_are_not_here_some_are_named():
    absent = {f"letter-{number:02d}": 1 for number in range(20)}
    (line,) = [one for one in text.render(report(unverified=absent)).splitlines() if "not verified" in one]
    assert line.startswith("20 quotes not verified: 20 documents not in the seeds folder (letter-00, letter-01, ")
    assert line.endswith(", letter-11 and 8 more)")
