"""The table of other numbers: no column is empty, and what is no fact says so."""

from __future__ import annotations

import re
from pathlib import Path

from dashboard.sections.front.others import others
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits
from tests.dashboard.pages.conftest import write_checked
from tests.dashboard.pages.shown import text


def heads(data: Snapshot) -> list[str]:
    shown = "".join(map(html_text, others(data)))
    return [text(head) for head in re.findall('<th[^>]*scope="col".*?</th>', shown)]


def test_columns_that_no_number_fills_are_left_out(tmp_path: Path) -> None:
    assert heads(load(*write_checked(tmp_path / "checked"))) == [
        *("Verdict", "Stated", "What", "When", "Document", "Held against")
    ]
    assert heads(load(*collection.write(tmp_path / "bare"))) == ["Stated", "What", "When", "Document"]


def test_what_is_no_fact_says_so(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    edits.set_cell(datasets, "observations", "swarms-lost-report", "status", "U")
    assert "Swarms lost not verified" in text("".join(map(html_text, others(load(datasets, seeds)))))


def test_they_are_no_others_where_no_chart_is_drawn(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    assert ">Other numbers<" in "".join(map(html_text, others(load(datasets, seeds))))
    with edits.rows_of(datasets, "observations") as rows:
        rows[:] = rows[:1]
    assert ">The numbers<" in "".join(map(html_text, others(load(datasets, seeds))))
