"""What each chart draws, and what stands around it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from flask import Flask

from dashboard.charts import findings, keys
from dashboard.sections import cards, charts
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot, load
from dashboard.state.views import BREADTHS, SPANS, Span, View
from dashboard.web.document import html_text
from tests import collection, edits, released
from tests.dashboard.charts import bees
from validation import vocabulary

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
    return {number.id for number in charts.find(data, key).numbers}


def card(data: Snapshot, key: str) -> str:
    return html_text(charts.card(data, key))


def test_a_chart_draws_every_number_of_its_indicators(data: Snapshot) -> None:
    for number in data.register.observations:
        assert number.id in ids(data, f"chart/{number.indicator.chart.id}")


def test_growth_is_drawn_from_the_level_it_started_from(data: Snapshot) -> None:
    assert charts.find(data, "chart/honey").kind == "growth"
    assert "honey-before" in ids(data, "chart/honey")
    assert "honey-before" not in ids(data, "indicator/honey")


def test_what_no_source_states_is_drawn_as_calculated(data: Snapshot) -> None:
    assert ids(data, "indicator/hives-per-keeper") == {"hives-per-keeper"}
    html = card(data, "indicator/hives-per-keeper")
    assert "Calculated" in html
    assert "Sources: A Letter on Bees; The Honey Year; numbers as stated; what is marked so is calculated." in html


def test_areas_in_several_units_are_converted_to_the_indicator_s(data: Snapshot) -> None:
    numbers = charts.find(data, "indicator/meadow-area").numbers
    assert {number.id: number.common for number in numbers} == {"meadow-area-letter": 500, "meadow-area-report": 350}


def test_a_group_of_accounts_has_its_place_among_the_comparisons(data: Snapshot) -> None:
    assert 'href="/compare#accounts-hives-letter"' in card(data, "accounts/hives-letter")


@pytest.mark.parametrize(
    ("here", "place"), [(True, "/sources/honey-year?at=hives-report"), (False, "/observations/hives-report")]
)
def test_a_mark_and_its_row_open_the_passage_where_the_document_is_here(tmp_path: Path, here: bool, place: str) -> None:
    datasets, seeds = collection.write(tmp_path)
    data = load(datasets, seeds if here else None)
    assert f'href="{place}"' in card(data, "chart/hives")
    figure = charts.draw(data, "chart/hives", scheme="light", width=880)
    assert [point.href for point in figure["layout"]["meta"]["points"] if point.id == "hives-report"] == [place]


@pytest.mark.parametrize("key", [charts.ALL, "chart/hives", "chart/honey", "indicator/hives"])
def test_every_mark_is_told_and_every_row_is_a_mark(data: Snapshot, key: str) -> None:
    figure = charts.draw(data, key, scheme="light", width=880)
    found = [id for trace in figure["data"] for id in trace.get("customdata") or ()]
    marked = {id[0] if isinstance(id, (list, tuple)) else id for id in found} - {None, ""}
    points = [point.id for point in figure["layout"]["meta"]["points"]]
    assert marked <= set(points)
    assert len(points) == len(set(points))


def test_every_chart_s_numbers_carry_the_verdict_on_their_accounts(real: Snapshot) -> None:
    seen = set()
    for name in charts.with_numbers(real):
        drawing = charts.find(real, f"chart/{name}")
        seen |= {quantity.verdict for quantity in drawing.quantities}
    assert vocabulary.CONFLICT in seen


def test_the_key_names_open_marks_where_there_are_some(real: Snapshot) -> None:
    drawing = charts.find(real, "chart/land")
    assert drawing.kind == "accounts"
    calculated = any(number.is_calculated for number in drawing.numbers)
    assert (cards.PARTLY_CALCULATED in card(real, "chart/land")) == calculated
    assert ("swatch as-point hollow" in card(real, "chart/land")) == calculated


def test_a_card_has_every_quote_its_numbers_were_read_from(data: Snapshot) -> None:
    _, _, cited = card(data, "chart/hives").partition('data-panel="passages"')
    quoted = [number for number in charts.find(data, "chart/hives").numbers if number.quote]
    assert cited.count(">read it<") == len(quoted)
    assert cited.count('class="of-document"') == sum(number.source.is_document for number in quoted)


def test_a_chart_is_taken_away_with_its_address_its_numbers_and_its_citation(data: Snapshot) -> None:
    with Flask("bees").test_request_context("/", base_url="https://bees.example"):
        html = card(data, "chart/hives")
    address, frame, citation = map(unescape, re.findall('data-copy="(.+?)"', html))
    assert address.endswith("/charts/hives")
    assert f'<iframe src="{address.replace("/charts/", "/embed/")}" ' in frame
    assert data.register.numbers[charts.find(data, "chart/hives").numbers[0].id].said in citation
    assert "/download/numbers.csv?indicator=" in html
    assert '<a href="/charts/hives.json">This chart (JSON)</a>' in html
    assert 'class="share"' not in html_text(charts.card(data, "chart/hives", shared=False))


def test_a_released_chart_can_be_shown_for_good(tmp_path: Path) -> None:
    released_data = load(*released.first(tmp_path))
    with Flask("bees").test_request_context("/", base_url="https://bees.example"):
        copied = map(unescape, re.findall('data-copy="(.+?)"', card(released_data, "chart/hives")))
    frames = [one for one in copied if one.startswith("<iframe")]
    assert [frame.partition('src="')[2].partition('"')[0] for frame in frames] == [
        "https://bees.example/embed/hives",
        "https://bees.example/releases/1.0.0/embed/hives",
    ]


def test_where_nobody_knows_the_address_there_is_no_code_to_embed(data: Snapshot) -> None:
    assert "iframe" not in card(data, "chart/hives")
    assert 'data-link="/charts/hives"' in card(data, "chart/hives")


def test_what_is_no_chart_of_its_own_cannot_be_embedded(data: Snapshot) -> None:
    assert "iframe" not in card(data, "indicator/hives")
    assert 'href="/download/indicators/hives.csv"' in card(data, "indicator/hives")
    assert 'href="/indicators/hives.json"' in card(data, "indicator/hives")


def test_a_verdict_on_some_of_a_chart_s_numbers_says_on_how_many(real: Snapshot) -> None:
    for name in charts.with_numbers(real):
        drawing = charts.find(real, f"chart/{name}")
        share, every = findings.shared(real.register, drawing)
        partly = 0 < share < every and drawing.kind != vocabulary.AS_SERIES
        assert (f">{share} of {every} numbers<" in card(real, f"chart/{name}")) == partly, name


def test_marks_of_points_stand_in_the_key_where_only_those_of_bars_are_known(real: Snapshot) -> None:
    drawing = next(
        one
        for name in charts.with_numbers(real)
        if (one := charts.find(real, f"chart/{name}")).kind == vocabulary.AS_ACCOUNTS
    )
    marks = [entry for entry in keys.key(drawing) if "of-point" in entry.swatch]
    assert marks
    known = [entry._replace(called="as bars have it") for entry in marks]
    shown = html_text(charts.card(real, drawing.key, known=known))
    assert all(f"swatch {entry.swatch}" in shown for entry in marks)


def test_the_table_of_a_card_is_as_wide_as_a_phone(data: Snapshot) -> None:
    assert 'class="data stack"' in card(data, "chart/hives")


def test_a_finding_leads_to_its_passage_and_to_its_chart(real: Snapshot) -> None:
    told = findings.findings(real.register)
    assert told
    for found in told:
        html = html_text(charts.finding(real, found.chart))
        assert f'<a href="/observations/{found.number.id}">See the passage</a>' in html
        assert f'<h3><a href="/charts/{found.chart}">' in html
        assert f'data-figure="finding/{found.chart}" data-span="third"' in html
        assert vocabulary.OUTCOMES[found.outcome].words in html


def test_a_chart_in_short_says_what_it_leaves_out(real: Snapshot) -> None:
    more = {
        name: len(charts.find(real, f"chart/{name}").numbers) - len(charts.find(real, f"brief/{name}").numbers)
        for name in charts.with_numbers(real)
    }
    assert any(more.values())
    for name, rest in more.items():
        assert (f"{rest} more in the chart" in card(real, f"brief/{name}")) == (rest > 0)


def test_shares_say_what_they_are_of(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    edits.set_cell(datasets, "indicators", "losses", "definition", "Share of the members asked who say so.")
    assert "of members asked, " in card(load(datasets, seeds), "indicator/losses")


@pytest.mark.parametrize("key", ["chart/hony", "indicator/hony", "accounts/honey", "honey", "", "timeline/hony"])
def test_nothing_is_drawn_for_an_unknown_key(data: Snapshot, key: str) -> None:
    with pytest.raises(Unknown):
        charts.find(data, key)
    with pytest.raises(Unknown):
        charts.draw(data, key, scheme="light", width=880)


def test_numbers_alone_have_tiles_a_height_and_no_figure(data: Snapshot) -> None:
    html = card(data, "chart/land")
    assert html.count('class="tile"') == 3
    assert "<h3>" in html
    assert charts.height(data, "chart/land") == 2 * charts.TILES
    assert charts.height(data, "chart/hives") == cards.heights(data, charts.draw, "chart/hives", "half")[-1]
    with pytest.raises(Unknown):
        charts.draw(data, "chart/land", scheme="light", width=880)


@pytest.mark.parametrize("span", SPANS)
def test_a_drawing_is_as_high_as_is_said_and_so_in_the_dark(real: Snapshot, span: Span) -> None:
    keys = [f"chart/{name}" for name in charts.with_numbers(real)]
    for key in (key for key in keys if charts.find(real, key).kind != vocabulary.ALONE):
        widths = [View("dark", breadth).width(span) for breadth in BREADTHS]
        high = [charts.draw(real, key, scheme="dark", width=width)["layout"]["height"] for width in widths]
        assert tuple(high) == cards.heights(real, charts.draw, key, span), key


def test_what_was_calculated_names_the_sources_of_its_parts(data: Snapshot) -> None:
    numbers = data.register.numbers
    assert charts.sources([numbers["hives-per-keeper"]]) == ["A Letter on Bees", "The Honey Year"]
    assert charts.sources([numbers["hives-letter"], numbers["hives-per-keeper"]])[0] == "A Letter on Bees"


def test_a_chart_without_a_number_is_none(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "charts") as rows:
        rows.append({"chart_id": "wax", "topic": "Honey", "name": "Wax"})
    found = load(datasets, seeds)
    assert "wax" in found.register.charts
    assert "wax" not in charts.with_numbers(found)


def test_without_a_date_nothing_is_drawn_of_events(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    with edits.rows_of(datasets, "events") as rows:
        for row in rows:
            row["period"] = ""
    with pytest.raises(Unknown):
        charts.draw(load(datasets, seeds), charts.ALL, scheme="light", width=880)


def test_a_long_name_of_a_source_is_not_cut_where_words_wrap() -> None:
    title = "A Letter on Swarms and What Became of Them in the Valley"
    told = bees.number("Hives", "96 hives", 96)
    assert charts.sources([replace(told, source=replace(told.source, title=title, short_name=title))]) == [title]


def test_of_each_chart_one_number_is_made_to_know_that_it_has_any(data: Snapshot) -> None:
    every = charts.with_numbers(data)
    fresh = Snapshot(replace(data.register, releases={}))
    parts = {part for number in fresh.register.derived.values() for part in number.operands}
    assert charts.with_numbers(fresh) == every
    assert len(fresh.register.observations._made) <= len(every) + len(parts)
