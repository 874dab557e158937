"""Events in a table, and what is said of their datings."""

from __future__ import annotations

from pathlib import Path

from dashboard.sections import timetable
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits
from tests.dashboard.pages.shown import text
from validation.model import events

ERRATUM = {"target_id": "first-mite-letter", "stated": "1979", "correct": "1977", "reason": "The archive."}


def flags(data: Snapshot, name: str) -> list[str]:
    dating = events.datings(data.register)[name]
    return [text(html_text(flag)) for flag in timetable.flags(data.register, dating)]


def test_a_dating_that_differs_has_a_row_that_leads_to_its_passage(data: Snapshot) -> None:
    html = html_text(timetable.events_table(events.events(data.register)))
    assert html.index("The association is founded") < html.index("The first mite is found")
    assert text(html).count("“1979” in A Letter on Bees; “1977” in The Honey Year") == 1
    place = "/sources/letter-on-bees?at=first-mite-letter"
    assert f'href="{place}"' in html
    points = {point.id: point for point in timetable.points(events.events(data.register))}
    said = "The first mite is found, dated differently: “1979” in A Letter on Bees"
    assert points["first-mite-letter"] == ("first-mite-letter", said, place)
    assert "first-mite-report" not in points


def test_disputes_are_flagged_and_another_date_that_nobody_disputes(tmp_path: Path, data: Snapshot) -> None:
    assert flags(data, "first-mite-letter") == flags(data, "first-mite-report") == ["× Contradict"]
    assert flags(data, "association-founded-report") == []
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "conflicts") as rows:
        rows.clear()
    assert flags(load(datasets, seeds), "first-mite-letter") == ["! Another date"]


def test_an_error_of_a_source_is_told_everywhere(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "errata") as rows:
        rows.append(ERRATUM)
    found = load(datasets, seeds)
    assert flags(found, "first-mite-letter") == ["× Erratum: “1979”, right is 1977", "× Contradict"]
    html = html_text(timetable.events_table(events.events(found.register)))
    assert "“1979” in A Letter on Bees, an erratum" in html
