"""The HTML report, read by html.parser."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.validation.reports.samples import HOSTILE, finding, hostile, report
from validation.reports import summary
from validation.reports.excerpts import visible
from validation.reports.html import STYLE, render
from validation.reports.report import Report
from validation.rules.catalog import RULES

VOID = {"meta", "wbr"}


class Page(HTMLParser):
    """What a browser would make of a page: its elements, the text in them, and whether they close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))

    def said(self, *tags: str) -> str:
        return "".join(text for tag, text in self.texts if tag in tags or not tags)


def page(of: Report) -> Page:
    return Page(render(of))


@pytest.mark.parametrize("of", [report(), report(finding()), hostile()])
def test_the_page_is_well_formed_and_needs_nothing_else(of):
    shown = page(of)
    assert shown.open == []
    names = {tag for tag, _ in shown.elements}
    assert not names & {"script", "link", "img", "iframe", "object", "form"}
    attributes = [pair for _, attrs in shown.elements for pair in attrs.items()]
    assert not [name for name, _ in attributes if name.startswith("on") or name == "src"]
    assert all((value or "").startswith("#") for name, value in attributes if name == "href")
    style = STYLE.read_text(encoding="utf-8")
    assert shown.said("style").strip() == style.strip()
    assert not {"url(", "@import", "</"} & {word for word in ("url(", "@import", "</") if word in style}


def test_ids_are_there_once_and_every_link_leads_to_one():
    shown = page(report(finding(), finding(line=9)))
    ids = [attrs["id"] for _, attrs in shown.elements if "id" in attrs]
    assert ids == list(RULES)
    links = [str(attrs["href"]) for _, attrs in shown.elements if "href" in attrs]
    assert links == ["#printed/value"] * 2


def test_it_says_verdict_counts_and_version():
    shown = page(report(finding()))
    assert "not valid: 1 error" in shown.said("p")
    assert shown.said("title") == "Validation: not valid: 1 error"
    assert "2 of 2" in shown.said("dd")
    assert "0123456789ab" in shown.said("code")


def test_documents_of_which_only_digits_are_counted_are_told():
    plain = report(finding())
    assert "digits only" not in page(plain).said("dd")
    assert "(digits only in 1 document)" in page(replace(plain, summary={**plain.summary, "digits_only": 1})).said("dd")


def test_a_finding_has_place_message_line_and_hint():
    shown = page(report(finding()))
    assert "datasets/observations.csv:3:11" in shown.said("code")
    assert "value must be 41.3, not 14.3" in shown.said("p")
    assert "write 41.3" in shown.said("p")
    assert shown.said("mark") == "14.3"
    assert "trade,Tea,14.3,percent" in shown.said("code", "mark")


def test_coverage_is_told_in_numbers_and_drawn_in_proportion():
    shown = page(report())
    assert shown.said("span").endswith("30 observations10 events20 excluded0 unaccounted")
    assert [attrs["style"] for tag, attrs in shown.elements if tag == "i"] == [
        "flex-grow:30",
        "flex-grow:10",
        "flex-grow:20",
    ]


def test_what_could_not_be_verified_is_listed():
    shown = page(report(unverified={"letter": 7}))
    assert "What could not be verified" in shown.said("h2")
    assert "letter: 7 quotes" in shown.said("li")
    assert "verified" not in page(report()).said("h2")


def test_findings_that_are_only_counted_are_counted_by_rule_too():
    shown = page(report(finding(), omitted={("printed/value", "observations"): 1200}))
    assert "1,200 more findings of printed/value, not listed" in shown.said("p")
    assert "1,201" in shown.said("td")


def test_a_real_run_marks_the_cells(broken):
    shown = page(broken)
    assert "5000" in shown.said("mark")
    assert "letter-on-bees: 2" not in shown.said("h3")


def test_hostile_content_is_text():
    shown = page(hostile())
    assert visible(HOSTILE) in shown.said("p")
    assert "<script>alert(1)</script>" in shown.said("mark")


def test_of_many_documents_those_come_first_of_which_something_is_left(monkeypatch):
    monkeypatch.setattr(summary, "COUNTED", 3)
    plain = report()
    left = plain.coverage[0]
    every = tuple(replace(left, source_id=f"letter-{n}", unaccounted=int(n == 4)) for n in range(5))
    shown = render(replace(plain, coverage=every))
    assert re.findall(r"<h3>(letter-\d)</h3>", shown) == ["letter-4", "letter-0", "letter-1"]
    assert "<p>and 2 more documents</p>" in shown
