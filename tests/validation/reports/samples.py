"""Reports made by hand, for tests of the forms they take."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

from validation.findings import Finding
from validation.model.coverage import Coverage
from validation.reports.report import Report

HEADER = "id,name,value"
# What could end a string, a tag, a command, a line or a message early, or change how a terminal shows the rest.
HOSTILE = (
    "\"'<script>alert(1)</script>&amp;]]>100%\r\n::error::x,y:z{0}[a](http://b.example)😀é漢\u202eab\x1b[31m\x00\x9b"
)


def finding(**changes: Any) -> Finding:
    """A wrong value in the third line of observations.csv, or what `changes` makes of it."""
    plain = Finding(
        "observations.csv",
        3,
        11,
        "printed/value",
        "error",
        "value",
        "14.3",
        "value must be 41.3, not 14.3",
        "write 41.3",
    )
    return replace(plain, **({"key": "trade"} | changes))


def report(*findings: Finding, **changes: Any) -> Report:
    """A report of these findings; each of their lines is the same row."""
    errors = sum(one.level == "error" for one in findings)
    counts: dict[str, int | str] = {
        "errors": errors,
        "warnings": len(findings) - errors,
        "observations": 29,
        "mentions": 1,
        "unverified": 0,
        "documents": 2,
        "documents_present": 2,
        "numerals": 60,
        "unaccounted": 0,
        "version": "0123456789ab",
    }
    lines = {(one.file, one.line): "trade,Tea,14.3,percent" for one in findings if one.line}
    covered = (Coverage("letter", 60, 40, 20, 0, 10),)
    return replace(Report(findings, {}, covered, counts, lines, {"letter": "letter.txt"}), **changes)


def hostile() -> Report:
    """One finding whose every text is hostile, its line and its folder too."""
    bad = finding(value=HOSTILE, message=HOSTILE, hint=HOSTILE, key=HOSTILE, source_id="letter", start=3, end=7)
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(["trade", HOSTILE.replace("\n", ""), "percent"])
    lines = {("observations.csv", 3): text.getvalue()}
    files = {"letter": "a b%,:<i>.txt"}
    return report(replace(bad, column=7), lines=lines, files=files, datasets="my, data:<b>%", unverified={"<i>x": 2})
