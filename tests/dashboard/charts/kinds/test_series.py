from __future__ import annotations

import pytest

from dashboard.charts.drawing.geometry import Box
from dashboard.charts.drawing.lines import breaks, split, when
from dashboard.charts.kinds import series
from dashboard.charts.rows import records
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import boxes

ROWS = records(bees.YEARS)


def test_rows_are_sorted_into_lines_of_one_source_each():
    lines, singles = split(ROWS[::-1])
    assert [(line.name, len(line.rows)) for line in lines] == [
        ("Office of Apiculture", 20),
        ("Institute of Pollination", 12),
    ]
    assert lines[0].xs == [year + 0.5 for year in range(1990, 2010)]
    assert [row["said"] for row in singles] == ["almost 4,000 hives"]


def test_two_numbers_and_periods_that_lie_in_one_another_make_no_line():
    quarters = [row | {"period": f"2021-01/2021-{3 * i:02}"} for i, row in enumerate(ROWS[:4], 1)]
    assert split(quarters) == ([], quarters)
    assert split(ROWS[:2]) == ([], ROWS[:2])
    assert len(split(ROWS[:3])[0]) == 1


def test_a_year_to_date_is_in_no_line():
    to_date = [row | {"period_basis": "to-date"} if row["period"] == "2021" else row for row in ROWS]
    assert [row["period"] for row in split(to_date)[1]] == ["2021", "2015-03/2015-06"]


def test_a_line_goes_on_where_another_source_passes_on_the_same_ones_numbers():
    same = [row | {"attribution": "Guild of Keepers"} for row in ROWS]
    lines, _ = split(same)
    assert [len(line.rows) for line in lines] == [32]
    assert breaks(lines) == []


def test_names_leave_out_how_all_of_them_begin():
    name = {"census": "Hives kept, first count", "survey": "Hives kept, later count", "almanac": "Hives kept"}
    rows = [row | {"indicator": name[row["source_id"]], "indicator_id": row["source_id"]} for row in ROWS]
    assert [line.name for line in split(rows)[0]] == [
        "First count · Office of Apiculture",
        "Later count · Institute of Pollination",
    ]


def test_lines_are_named_by_what_differs():
    rows = [row | {"indicator": "Skeps", "indicator_id": "skeps"} if row["period"] < "2000" else row for row in ROWS]
    assert {line.name for line in split(rows)[0]} == {
        "Skeps · Office of Apiculture",
        "Hives kept · Office of Apiculture",
        "Hives kept · Institute of Pollination",
    }


def test_a_break_is_where_another_source_goes_on():
    lines, _ = split(ROWS)
    assert breaks(lines) == [2010.0]
    assert breaks(lines[:1]) == []


def test_no_trace_joins_two_sources_and_values_are_as_stated():
    source = dict(zip(bees.YEARS["observation_id"], bees.YEARS["source_id"], strict=True))
    value = dict(zip(bees.YEARS["observation_id"], bees.YEARS["value"], strict=True))
    for trace in series.draw(bees.YEARS).data:
        assert len({source[name] for name in trace.customdata}) == 1
        assert [value[name] for name in trace.customdata] == list(trace.y)


@pytest.mark.parametrize("width", [390, 880])
def test_the_axes_put_values_and_years_where_the_labels_say(width):
    figure = series.draw(bees.YEARS, width=width)
    low, high = figure.layout.yaxis2.range
    height = figure.layout.height
    tick = next(note for note in figure.layout.annotations if note.text == "2,000")
    y = tick.y + (10 if width < 560 else 0)
    assert low + (height - y) / height * (high - low) == pytest.approx(2000, abs=5)
    year = next(note for note in figure.layout.annotations if note.text == "2000")
    assert year.x == 2000.5


def test_the_change_of_source_is_marked_and_lines_differ_in_dash_and_symbol():
    figure = series.draw(bees.YEARS)
    assert [shape.x0 for shape in figure.layout.shapes if shape.line.dash == "dash"] == [2010]
    lines = [trace for trace in figure.data if trace.mode == "lines+markers"]
    assert len({trace.line.dash for trace in lines}) == len({trace.marker.symbol for trace in lines}) == 2


def test_a_documents_number_is_marked_where_its_period_is_and_labeled_in_its_words():
    figure = series.draw(bees.YEARS)
    mark = next(trace for trace in figure.data if trace.mode == "markers")
    assert mark.x[0] == pytest.approx(when(ROWS[-1])) == pytest.approx(2015 + 4 / 12)
    text = " ".join(label for label, _ in boxes(figure, 880))
    assert "almost 4,000 hives" in text
    assert "Hedgerow Press, March–June 2015" in text


def test_names_stand_at_the_ends_and_in_a_key_on_a_phone():
    def found(width: int) -> list[Box]:
        labels = boxes(series.draw(bees.YEARS, width=width), width)
        return [box for text, box in labels if text.startswith(("Office", "Institute"))]

    assert all(box.left > 600 for box in found(880))
    assert all(box.bottom < 50 for box in found(390))


def test_the_axis_ends_at_a_tick_that_no_value_is_above():
    figure = series.draw(bees.YEARS)
    ticks = [
        note for note in figure.layout.annotations if note.xref == "paper" and note.text.replace(",", "").isdigit()
    ]
    top = min(ticks, key=lambda note: note.y)
    assert float(top.text.replace(",", "")) >= bees.YEARS["value"].max()
    peak = next(shape for shape in figure.layout.shapes if shape.y0 == shape.y1 == top.y)
    assert peak.line.dash == "dot"


def test_a_references_single_number_is_marked_unlike_a_documents():
    single = bees.row("Hives kept", "4,100", 4100, source_id="letter", period="2012", measure="level")
    rows = bees.frame(*bees.YEARS.to_dict("records"), single | {"source_kind": "reference"})
    marks = [trace.marker for trace in series.draw(rows).data if trace.mode == "markers"]
    assert len({mark.symbol for mark in marks}) == len({mark.color for mark in marks}) == 2
