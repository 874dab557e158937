"""The front page: what comes first, that all of it is somewhere, and that large collections open topic by topic."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from dashboard.charts import findings
from dashboard.pages import checked, overview
from dashboard.sections import passages
from dashboard.sections.front import lists
from dashboard.state.store import Snapshot, load
from tests import collection, edits
from tests.dashboard.pages.shown import links, show, text
from validation.model import verdicts
from validation.vocabulary import NOT_COMPARABLE, OUTCOMES, VERDICTS


def test_it_begins_with_the_question_and_what_there_is(real: Snapshot, bees: Snapshot) -> None:
    assert f">{real.register.question}</h1>" in show(overview.layout, real)
    assert overview.told(real).startswith("Five documents, 29 numbers: each is traced to its words and held against")
    assert f">{bees.title}</h1>" in show(overview.layout, bees), "without a question it is the name"
    assert "not here" not in text(show(overview.layout, bees))


def test_outcomes_are_counted_as_they_are_listed(real: Snapshot) -> None:
    shown = show(overview.layout, real)
    found = verdicts.outcomes(real.register)
    assert sum(found.values()) == sum(verdicts.counts(real.register).values())
    for code, count in found.items():
        assert f"{count} {OUTCOMES[code].counted(count)}" in text(shown)
        assert f"/checked?verdict={code}" in links(shown)
        assert show(checked.layout, real, f"verdict={code}")


def test_findings_are_chosen_by_a_rule_and_lead_to_their_passages(real: Snapshot) -> None:
    found = findings.findings(real.register)
    assert [one.outcome for one in found] == list(findings.TOLD)
    assert len({one.chart for one in found}) == len(found)
    shown = show(overview.layout, real).split('id="documents"')[0]
    for one in found:
        assert passages.opened(real, one.number) in links(shown)
        assert f'data-figure="finding/{one.chart}"' in shown
        assert verdicts.by_number(real.register)[one.number.id] in VERDICTS


def test_without_documents_one_line_says_so(bees_alone: Snapshot) -> None:
    assert text(show(overview.layout, bees_alone)).count("The documents are not here") == 1


def test_nothing_is_said_of_what_there_is_none_of(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    for table in ("events", "mentions", "conflicts", "checks", "errata"):
        with edits.rows_of(datasets, table) as rows:
            rows.clear()
    shown = show(overview.layout, load(datasets, seeds))
    assert "held against" not in text(shown).replace("Held against", "")
    assert "Dates that documents" not in shown
    assert 'class="outcomes"' not in shown


def test_unknown_parameters_are_ignored(bees: Snapshot) -> None:
    query: Any = "utm_source=x"
    assert show(overview.layout, bees, query) == show(overview.layout, bees)


def test_examples_of_a_search_find_something(real: Snapshot) -> None:
    tried = re.findall(r'href="(/search\?q=[^"]+)"', show(overview.layout, real))
    assert len(tried) == overview.TRIED


def test_not_comparable_is_one_outcome(real: Snapshot) -> None:
    finer = verdicts.counts(real.register)
    assert verdicts.outcomes(real.register)[NOT_COMPARABLE] == finer["other-scope"] + finer["other-period"]


def test_each_document_leads_to_its_reader_with_its_counts(bees: Snapshot) -> None:
    shown = show(overview.layout, bees)
    documents = [source.id for source in bees.register.sources.values() if source.is_document]
    assert {f"/sources/{name}" for name in documents} <= set(links(shown))
    assert "The Honey Year 12 numbers no author named, 2022" in text(shown)


def test_a_date_that_is_wrong_stands_beside_the_right_one(real: Snapshot) -> None:
    shown = text(show(overview.layout, real)).split("Dates that documents get wrong")[1].split("In context")[0]
    assert "Orange Revolution in Ukraine 2014 → 2004 Can Cooperation Last?" in shown
    assert shown.count("→") == lists.DATES
