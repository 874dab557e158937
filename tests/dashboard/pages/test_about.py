"""The method: legend, citation, addresses, data dictionary."""

from __future__ import annotations

from dashboard.downloads import routes
from dashboard.pages import about
from dashboard.state.store import Snapshot
from tests.dashboard.pages.shown import links, show, text
from validation.files.exports import EXPORTS
from validation.files.schemas import TABLES
from validation.language import printed
from validation.quantities import amounts
from validation.rules.catalog import RULES
from validation.vocabulary import BASES, EXACT, MARKS, OUTCOMES, STATUSES


def test_every_mark_is_drawn_and_explained(bees: Snapshot) -> None:
    shown = show(about.layout, bees)
    assert [code for code in MARKS if f'mark-{code}"' not in shown] == []
    assert [mark.meaning for mark in MARKS.values() if mark.meaning not in shown] == []


def test_every_mark_is_counted_and_those_of_a_qualifier_listed(bees: Snapshot) -> None:
    shown = show(about.layout, bees)
    assert '<a href="/data?qualifier=about">4</a>' in shown
    assert "are printed. no word added 9" in text(shown)
    assert "/data?qualifier=range" not in shown


def test_it_leads_to_both_ways_of_checking(bees: Snapshot) -> None:
    shown = show(about.layout, bees)
    assert {"/checked", "/validation"} <= set(links(shown))
    assert "Of 16 numbers of documents 1 matches, 1 is disputed, 14 were not found." in text(shown)
    assert f"All {len(RULES)} checks pass." in text(shown)
    assert [one.meaning for one in OUTCOMES.values() if one.meaning not in text(shown)] == []


def test_every_status_and_basis_is_explained(bees: Snapshot) -> None:
    shown = text(show(about.layout, bees))
    for entry in (*STATUSES.values(), *BASES.values()):
        assert f"{entry.words} {entry.meaning}" in shown


def test_the_example_is_a_qualified_number_with_its_passage(bees: Snapshot) -> None:
    shown = text(show(about.layout, bees).replace("<mark>", "").replace("</mark>", ""))
    assert "“Around 4,600 hives stood in”" in shown
    assert "characters 18 to 45" in shown


def test_every_column_of_every_table_is_in_the_dictionary(bees: Snapshot) -> None:
    shown = show(about.layout, bees)
    exported = {f"{name}-csv": spec for name, spec in EXPORTS.items()}
    for name, spec in {**TABLES, **exported}.items():
        section = shown.partition(f'id="table-{name}"')[2].partition("</details>")[0]
        assert [column for column in spec.columns if f"<code>{column}</code>" not in section] == []


def test_every_download_is_listed() -> None:
    listed = {path for path, _ in about.ADDRESSES}
    assert {file.rule for file in routes.FILES} - listed == set()


def test_the_citation_names_the_data_version(bees: Snapshot) -> None:
    shown = show(about.layout, bees)
    assert f"Bees of the Ash Valley. Version 1.0.0 (data {bees.version})." in text(shown)
    assert {"/cite/collection.bib", "/cite/collection.json"} <= set(links(shown))


def test_the_examples_of_bounds_and_rounding_are_what_follows() -> None:
    for said, bounds, rounded, _ in about.ROUNDING:
        qualifier = {"over": "over", "nearly": "nearly", "about": "about"}.get(said.split()[0], EXACT)
        reading = printed.read(said.removeprefix(qualifier).strip())
        amount = amounts.stated(reading.value, qualifier, reading, discrete=False)
        assert f"{amount.rounded_low:,.9g} to {amount.rounded_high:,.9g}" == rounded
        ends = {"none": (None, None), "8 to 11": (8, 11), "above 30": (30, None), "below 4,000": (None, 4000)}[bounds]
        assert (amount.low, amount.high) == ends
