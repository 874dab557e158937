"""The validation's page: verdict, what is open without documents, coverage, findings, rules, the report as JSON."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from dashboard.pages import reader, sources, validation
from dashboard.state.store import Snapshot, load
from dashboard.web.application import Dashboard
from dashboard.web.document import html_text
from tests import edits
from tests.dashboard.pages.shown import show, text
from validation.rules.catalog import RULES


def test_with_documents_nothing_is_open(bees: Snapshot) -> None:
    shown = text(show(validation.layout, bees))
    assert "Not verified in this run" not in shown
    assert "open without the documents" not in shown
    assert "of 21 numerals unaccounted for 0" in shown


def test_each_document_says_what_became_of_its_numerals(bees: Snapshot) -> None:
    shown = text(show(validation.layout, bees))
    assert "15 numerals 14 in numbers and dates 1 left out with a reason" in shown


def test_what_has_dates_in_it_is_not_in_the_color_of_stated_numbers(bees: Snapshot) -> None:
    assert "fill-full" not in show(validation.layout, bees)


def test_it_says_how_many_checks_pass(bees: Snapshot, bees_alone: Snapshot) -> None:
    assert f">All {len(RULES)} checks pass</h1>" in show(validation.layout, bees)
    quotes = bees_alone.report.summary["unverified"]
    assert f">None of {len(RULES)} checks fails, {quotes} quotes not verified</h1>" in show(
        validation.layout, bees_alone
    )


def test_without_documents_nothing_unverified_counts_as_kept(bees_alone: Snapshot) -> None:
    shown = text(show(validation.layout, bees_alone))
    assert "quotes not verified" in shown
    assert "The Honey Year 15 report.txt" in shown
    assert shown.count("open without the documents") == len(validation.RESTING_ON_DOCUMENTS)
    assert "none of them is here" in shown


def test_findings_are_shown_with_their_line(tmp_path: Path, bees_folders: tuple[Path, Path]) -> None:
    datasets = shutil.copytree(bees_folders[0], tmp_path / "datasets")
    line = edits.set_cell(datasets, "observations", "hives-report", "value", "400")
    shown = show(validation.layout, load(datasets, bees_folders[1]))
    rules = {finding.rule for finding in load(datasets, bees_folders[1]).report.findings}
    assert re.search(rf">{len(rules)} of {len(RULES)} checks fails?: \d+ errors?</h1>", shown)
    assert f"observations.csv:{line}" in shown
    assert "<mark>400</mark>" in shown
    assert "write 4000" in shown


def test_every_rule_is_told(bees: Snapshot) -> None:
    shown = text(show(validation.layout, bees))
    assert [rule.id for rule in RULES.values() if f"{rule.id} {rule.sentence}" not in shown] == []


def test_the_report_can_be_downloaded(app: Dashboard) -> None:
    answer = app.server.test_client().get(validation.REPORT)
    assert answer.mimetype == "application/json"
    assert answer.get_json()["summary"]["observations"] == 18
    assert answer.headers["ETag"]


def test_a_document_whose_words_are_not_read_says_digits_only(tmp_path: Path, bees_folders: tuple[Path, Path]) -> None:
    """Wherever its coverage is shown: here, among the sources, and over its text."""
    datasets = shutil.copytree(bees_folders[0], tmp_path / "datasets")
    edits.set_cell(datasets, "sources", "honey-year", "language", "de")
    data = load(datasets, bees_folders[1])
    article = html_text(reader.layout(data, source_id="honey-year"))
    assert text(article).count("digits only") == 1
    assert text(show(sources.layout, data)).count("digits only") == 2  # in all, and of the document
    report = text(show(validation.layout, data))
    assert "numerals, digits only" in report
    assert "numerals (digits only in 1 document) unaccounted for" in report
