"""What numbers are part of: comparisons, and calculations that use them."""

from __future__ import annotations

from dashboard.sections import related
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.dashboard.pages.shown import links, text


def used(data: Snapshot, *names: str) -> list[str]:
    return [number.id for number in related.used_by(data.register, names)]


def test_what_was_calculated_is_found_by_what_it_was_calculated_from(data: Snapshot) -> None:
    assert used(data, "honey-growth-report") == ["honey-before"]
    assert used(data, "meadows-report") == []
    assert used(data, "honey-report", "honey-growth-report", "hives-letter") == ["hives-both", "honey-before"]


def test_a_calculated_number_is_told_with_its_arithmetic(data: Snapshot) -> None:
    html = html_text(related.working(data, data.register.derived["honey-before"]))
    assert "The yield that grew." in html
    assert "85.3 t calculated · Honey yield · Ash Valley · 2020" in text(html)
    assert "/observations/honey-before" in links(html)


def test_other_accounts_of_a_number_are_compared_or_nothing_is(data: Snapshot) -> None:
    assert "About 4,600 is far above 4,000." in html_text(related.compared(data, ["hives-letter"]))
    assert related.compared(data, ["founders-1888"]) == []


def test_other_accounts_are_folded_under_how_they_go_together(data: Snapshot) -> None:
    html = html_text(related.accounts(data, data.register.numbers["hives-letter"]))
    summary, _, body = html.partition("</summary>")
    assert text(summary).startswith("Other accounts: May agree ")
    assert text(body) == "About 4,600 is far above 4,000. almost 4,000 hives , The Honey Year Beside one another"
    assert links(body) == ["/observations/hives-report", "/compare#accounts-hives-letter"]
    assert related.accounts(data, data.register.numbers["founders-1888"]) == []


def test_many_calculations_are_a_table_of_their_formulas(data: Snapshot) -> None:
    number = data.register.derived["honey-before"]
    few = related.workings(data, [number] * related.FEW)
    assert len(few) == related.FEW
    (many,) = related.workings(data, [number] * (related.FEW + 1))
    html = html_text(many)
    assert html.count("<tr") == related.FEW + 2
    assert "÷ (1 + " in html
    assert "Calculated" in html
