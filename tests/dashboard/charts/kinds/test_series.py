from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.charts.drawing.canvas import Figure
from dashboard.charts.drawing.geometry import Box
from dashboard.charts.drawing.lines import when
from dashboard.charts.kinds import series
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import boxes, texts
from validation import vocabulary as codes


def traces(figure: Figure, mode: str) -> list[dict[str, Any]]:
    return [trace for trace in figure["data"] if trace["mode"] == mode]


def pixel(figure: Figure, value: float) -> float:
    """The height of a value, from what the axes say."""
    low, high = figure["layout"]["yaxis2"]["range"]
    return (1 - (value - low) / (high - low)) * figure["layout"]["height"]


def test_no_trace_joins_two_sources_and_values_are_as_stated() -> None:
    numbers = {number.id: number for number in bees.YEARS.numbers}
    for trace in series.draw(bees.YEARS)["data"]:
        assert len({numbers[name].source for name in trace["customdata"]}) == 1
        assert [float(numbers[name].value) for name in trace["customdata"]] == trace["y"]


@pytest.mark.parametrize("width", [390, 880])
def test_the_axes_put_values_and_years_where_the_labels_say(width: int) -> None:
    figure = series.draw(bees.YEARS, width=width)
    notes = {note["text"]: note for note in figure["layout"]["annotations"]}
    y = notes["2,000"]["y"] + (10 if width < 560 else 0)
    assert y == pytest.approx(pixel(figure, 2000), abs=0.5)
    assert notes["2000"]["x"] == 2000.5


def test_the_change_of_source_is_marked_and_lines_differ_in_dash_and_symbol() -> None:
    figure = series.draw(bees.YEARS)
    dashed = [shape["x0"] for shape in figure["layout"]["shapes"] if shape["line"].get("dash") == "dash"]
    assert dashed == [2010]
    lines = traces(figure, "lines+markers")
    assert (
        len({trace["line"]["dash"] for trace in lines}) == len({trace["marker"]["symbol"][0] for trace in lines}) == 2
    )


def test_a_documents_number_is_marked_where_its_period_is_and_labeled_in_its_words() -> None:
    figure = series.draw(bees.YEARS)
    (mark,) = traces(figure, "markers")
    assert mark["x"] == [when(bees.YEARS.numbers[-1])]
    assert mark["x"][0] == pytest.approx(2015 + 4 / 12, abs=0.01)
    text = " ".join(texts(figure))
    assert "almost 4,000 hives" in text
    assert "Hedgerow Press, March–June 2015" in text


def test_names_stand_at_the_ends_and_in_a_key_on_a_phone() -> None:
    def found(width: int) -> list[Box]:
        labels = boxes(series.draw(bees.YEARS, width=width), width)
        return [box for text, box in labels if text.startswith(("Office", "Institute"))]

    assert all(box.left > 600 for box in found(880))
    assert all(box.bottom < 50 for box in found(390))


def test_the_axis_ends_at_a_tick_that_no_value_is_above() -> None:
    figure = series.draw(bees.YEARS)
    notes = [note for note in figure["layout"]["annotations"] if note["xref"] == "paper"]
    top = min((note for note in notes if note["text"].replace(",", "").isdigit()), key=lambda note: note["y"])
    assert float(top["text"].replace(",", "")) >= max(number.common for number in bees.YEARS.numbers)
    peak = next(shape for shape in figure["layout"]["shapes"] if shape.get("y0") == shape.get("y1") == top["y"])
    assert peak["line"]["dash"] == "dot"


def test_values_below_zero_stand_below_a_line_at_zero() -> None:
    balance = [bees.number("Balance", f"{value} €", value, "euros", period=f"{2000 + value}") for value in (-7, 2, 9)]
    figure = series.draw(bees.drawing(*balance))
    zero = next(note for note in figure["layout"]["annotations"] if note["text"] == "€0")
    assert zero["y"] == pytest.approx(pixel(figure, 0), abs=0.5)
    assert {"−€5", "€5"} <= set(texts(figure))
    assert pixel(figure, -7) < figure["layout"]["height"] - 20


def test_a_references_single_number_is_marked_unlike_a_documents() -> None:
    single = bees.number("Hives kept", "4,100", 4100, period="1980", measure="level")
    single = replace(single, source=replace(bees.SOURCES["letter"], kind=codes.REFERENCE))
    marks = [trace["marker"] for trace in traces(series.draw(bees.drawing(*bees.YEARS.numbers, single)), "markers")]
    assert len({mark["symbol"] for mark in marks}) == len({mark["color"] for mark in marks}) == 2


def test_a_range_is_marked_from_end_to_end() -> None:
    figure = series.draw(
        bees.drawing(*bees.YEARS.numbers, bees.number("Hives kept", "5,000 to 7,000", 5000, upper=7000))
    )
    (span,) = (shape for shape in figure["layout"]["shapes"] if shape["line"].get("width") == 6)
    assert (span["y0"], span["y1"]) == pytest.approx((pixel(figure, 7000), pixel(figure, 5000)), abs=0.5)


def test_what_has_no_period_is_not_drawn() -> None:
    undated = replace(bees.YEARS.numbers[0], id="undated", period=None, period_basis=codes.UNSTATED)
    drawn = series.draw(bees.YEARS.of([undated, *bees.YEARS.numbers]))
    assert drawn == series.draw(bees.YEARS)
    with pytest.raises(ValueError, match="empty"):
        series.draw(bees.YEARS.of([undated]))


def test_years_before_the_era_are_labeled_so() -> None:
    years = [bees.number("Hives kept", "9", 9, period=f"-00{year}") for year in (40, 30, 20)]
    assert {"31 BC", "21 BC"} <= set(texts(series.draw(bees.drawing(*years))))


def test_what_is_added_up_is_an_open_point_of_its_source_s_line() -> None:
    years = [bees.number("Hives", "", value, period=str(year)) for year, value in ((2019, 5), (2020, 7))]
    total = replace(
        bees.calculated("Hives", "9", 9, period="2021"),
        formula="[a] + [b]",
        source=years[0].source,
        indicator=years[0].indicator,
        area=years[0].area,
    )
    (line,) = traces(series.draw(replace(bees.YEARS, numbers=(*years, total))), "lines+markers")
    assert line["marker"]["symbol"] == ["circle", "circle", "circle-open"]
    assert line["name"] == "Hedgerow Press"
