"""Which rows each chart draws, and what stands around it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.sections import charts as drawings
from dashboard.sections import known
from dashboard.sections.disputes import verdicts
from dashboard.state import facts
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, load
from dashboard.state.views import View
from dashboard.web.markup import html_text
from tests import collection, edits

BEFORE = {
    "derivation_id": "honey-before",
    "indicator_id": "honey",
    "area_id": "ash-valley",
    "formula": "[honey-report] / (1 + [honey-growth-report] / 100)",
    "unit_id": "t",
}
PER_KEEPER = BEFORE | {
    "derivation_id": "hives-per-keeper",
    "indicator_id": "hives-per-keeper",
    "formula": "[hives-letter] / [founders-1888]",
    "unit_id": "per-keeper",
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The bees with a chart of growth, and an indicator that no source states."""
    datasets, seeds = collection.write(tmp_path_factory.mktemp("bees"))
    with edits.rows_of(datasets, "derivations") as rows:
        rows += [PER_KEEPER, BEFORE]
    with edits.rows_of(datasets, "units") as rows:
        rows.append({"unit_id": "per-keeper", "name": "hives per keeper", "symbol": "", "pint": "hives / keepers"})
    with edits.rows_of(datasets, "indicators") as rows:
        named = {"indicator_id": "hives-per-keeper", "name": "Hives per keeper", "unit_id": "per-keeper"}
        rows.append(rows[0] | named | {"measure": "level", "chart_id": "hives"})
    edits.set_cell(datasets, "charts", "honey", "kind", "growth")
    return load(datasets, seeds)


def ids(data: Snapshot, key: str) -> set[str]:
    return set(drawings.drawn_rows(data, key)["observation_id"])


def test_a_chart_draws_every_number_of_its_indicators(data: Snapshot) -> None:
    stated = facts.observations(data)
    for chart_id, rows in stated.groupby("chart_id"):
        assert set(rows["observation_id"]) <= ids(data, f"chart/{chart_id}")


def test_growth_is_drawn_from_the_level_it_started_from(data: Snapshot) -> None:
    assert drawings.chosen(data, "chart/honey") == "growth"
    assert "honey-before" in ids(data, "chart/honey")
    assert "honey-before" not in ids(data, "indicator/honey")


def test_what_no_source_states_is_drawn_as_calculated(data: Snapshot) -> None:
    assert ids(data, "indicator/hives-per-keeper") == {"hives-per-keeper"}
    html = html_text(drawings.card(data, "indicator/hives-per-keeper", View()))
    assert "Calculated" in html
    assert "Source: A Letter on Bees; The Honey Year" in html


def test_areas_in_several_units_are_converted_to_the_indicator_s(data: Snapshot) -> None:
    rows = drawings.drawn_rows(data, "indicator/meadow-area").set_index("observation_id")
    assert rows["common_value"].to_dict() == {"meadow-area-letter": 500, "meadow-area-report": 350}
    assert set(rows["common_symbol"]) == {"ha"}


def test_accounts_carry_their_verdict(data: Snapshot) -> None:
    assert set(drawings.drawn_rows(data, "accounts/hives-letter")["verdict"]) == {""}
    assert 'href="/compare#accounts-hives-letter"' in html_text(drawings.card(data, "accounts/hives-letter", View()))


@pytest.mark.parametrize(
    ("here", "place"), [(True, "/sources/honey-year?at=hives-report"), (False, "/observations/hives-report")]
)
def test_a_row_opens_its_passage_where_the_document_is_here(tmp_path: Path, here: bool, place: str) -> None:
    datasets, seeds = collection.write(tmp_path)
    shown = load(datasets, seeds if here else None)
    html = html_text(drawings.card(shown, "chart/hives", View()))
    (row,) = re.findall('<tr[^>]*data-point="hives-report"[^>]*>', html)
    assert f'data-href="{place}"' in row


def test_calculated_and_reference_numbers_open_their_own_pages(root: Path, seeds: Path) -> None:
    real = load(root / "datasets", seeds)
    others = [row for row in known.by_id(real).values() if row["source_kind"] != "document"]
    assert {row["source_kind"] for row in others} == {"derived", "reference"}
    assert {known.opened(real, row) for row in others} == {f"/observations/{row['observation_id']}" for row in others}


def test_every_mark_of_the_timeline_has_a_row_that_it_opens(data: Snapshot) -> None:
    drawn = drawings.draw(data, drawings.ALL, scheme="light", width=880).data
    html = html_text(drawings.timeline_card(data, View()))
    assert {id for trace in drawn for id in trace.customdata or ()} == set(re.findall('data-point="(.+?)"', html))
    assert 'data-href="/sources/letter-on-bees?at=first-mite-letter"' in html


def test_every_chart_s_rows_carry_the_verdict_on_their_accounts(root: Path) -> None:
    real = load(root / "datasets", None)
    said = verdicts(real)
    assert "conflict" in said.values()
    for chart_id in facts.observations(real)["chart_id"].unique():
        found = drawings.drawn_rows(real, f"chart/{chart_id}")
        assert list(found["verdict"]) == [said.get(name, "") for name in found["observation_id"]]


def test_the_key_names_open_marks_where_there_are_some(root: Path) -> None:
    real = load(root / "datasets", None)
    land = html_text(drawings.card(real, "chart/land", View()))
    assert drawings.chosen(real, "chart/land") == "accounts"
    calculated = drawings.drawn_rows(real, "chart/land")["source_kind"].eq("derived").any()
    assert ("An open mark is calculated." in land) == calculated


def test_shares_say_what_they_are_of(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "indicators") as rows:
        for row in rows:
            if row["indicator_id"] == "losses":
                row["definition"] = "Share of the members asked who say so."
    shown = load(datasets, seeds)
    assert set(drawings.drawn_rows(shown, "indicator/losses")["base"]) == {"of members asked"}
    assert set(drawings.drawn_rows(shown, "chart/hives")["base"]) == {""}
    assert "of members asked, " in html_text(drawings.card(shown, "indicator/losses", View()))


def test_datings_carry_the_verdict_on_them(data: Snapshot) -> None:
    mentions = drawings.dated(data)[1].set_index("mention_id")
    assert mentions["verdict"].to_dict() == {
        "association-founded-report": "",
        "first-mite-letter": "conflict",
        "first-mite-report": "conflict",
    }


@pytest.mark.parametrize("key", ["chart/hony", "indicator/hony", "accounts/honey", "honey", ""])
def test_nothing_is_drawn_for_an_unknown_key(data: Snapshot, key: str) -> None:
    with pytest.raises(Unknown):
        drawings.drawn_rows(data, key)


def test_numbers_alone_have_tiles_and_a_height(data: Snapshot) -> None:
    html = html_text(drawings.card(data, "chart/land", View()))
    assert html.count('class="tile"') == 3
    assert "<h3>" in html
    assert drawings.height(data, "chart/land", View()) == 2 * drawings.TILES
    assert drawings.height(data, "chart/hives", View()) > 0


def test_a_long_list_of_sources_is_counted(data: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawings, "sources", lambda data, found: ["a", "b", "c", "d", "e"])
    assert "Source: a; b; c; and 2 more, in the table, " in html_text(drawings.card(data, "chart/hives", View()))


def test_datings_name_their_source_and_their_error(data: Snapshot) -> None:
    events, mentions = drawings.dated(data)
    assert set(mentions["erratum"]) == {""}
    assert set(mentions["source"]) == {"The Honey Year", "A Letter on Bees"}
    assert events["first"].notna().all()
