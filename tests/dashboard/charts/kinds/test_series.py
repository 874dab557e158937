from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.charts import choice
from dashboard.charts.drawing.canvas import Figure
from dashboard.charts.drawing.content import Drawing
from dashboard.charts.drawing.lines import span, when
from dashboard.charts.kinds import series
from dashboard.design import theme
from tests import generated
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import boxes, colors, paths, texts
from validation import vocabulary as codes
from validation.model.observations import Observation
from validation.model.register import load

COLORS = theme.tokens("light")
WIDTHS = (254, 324, 508, 1086)


def traces(figure: Figure, mode: str) -> list[dict[str, Any]]:
    return [trace for trace in figure["data"] if trace.get("mode") == mode]


def of(figure: Figure, number: Observation) -> dict[str, Any]:
    """The trace that a number is in."""
    (trace,) = (trace for trace in figure["data"] if number.id in trace["customdata"])
    return trace


def pixel(figure: Figure, value: float) -> float:
    """The height of a value, from what the axes say."""
    low, high = figure["layout"]["yaxis2"]["range"]
    return (1 - (value - low) / (high - low)) * figure["layout"]["height"]


def yearly(name: str = "Hives kept", *values: float, first: int = 2000, **more: Any) -> list[Observation]:
    """A number a year."""
    more = {"measure": "level", "source": "census"} | more
    return [bees.number(name, "", value, period=str(first + i), **more) for i, value in enumerate(values)]


def test_no_trace_joins_two_sources_and_values_are_as_stated() -> None:
    numbers = {number.id: number for number in bees.YEARS.numbers}
    for trace in series.draw(bees.YEARS)["data"]:
        assert len({numbers[name].source for name in trace["customdata"]}) == 1
        assert [float(numbers[name].value) for name in trace["customdata"]] == trace["y"]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_axes_put_values_and_years_where_the_labels_say(width: int) -> None:
    figure = series.draw(bees.YEARS, width=width)
    notes = figure["layout"]["annotations"]
    (value,) = (note for note in notes if note["text"] == "2,000")
    assert value["y"] == pytest.approx(pixel(figure, 2000), abs=0.5)
    years = {note["text"]: note["x"] for note in notes if note["xref"] == "x"}
    assert {"1990": 1990.5, "2021": 2021.5}.items() <= years.items()


def test_the_axis_has_zero_on_it_and_its_highest_tick_says_the_unit() -> None:
    figure = series.draw(bees.YEARS)
    assert {"0", "2,000", "4,000", "6,000 hives"} <= {text.replace("\N{NO-BREAK SPACE}", " ") for text in texts(figure)}
    low, high = figure["layout"]["yaxis2"]["range"]
    assert low < 0 < 6000 < high
    money = series.draw(bees.drawing(*yearly("Sales", 3e9, 5e9, 9e9, unit="euros")))
    assert {"0", "€2", "€4", "€6", "€8", "€10 billion"} <= set(texts(money))
    small = series.draw(bees.drawing(*yearly("Sales", 3e5, 5e5, 9e5, unit="euros")))
    assert {"€800,000", "€1 million"} <= set(texts(small))


def test_values_below_zero_stand_below_a_line_at_zero() -> None:
    balance = [bees.number("Balance", f"{value} €", value, "euros", period=f"{2000 + value}") for value in (-7, 2, 9)]
    figure = series.draw(bees.drawing(*balance))
    zero = next(note for note in figure["layout"]["annotations"] if note["text"] == "0")
    assert zero["y"] == pytest.approx(pixel(figure, 0), abs=0.5)
    assert {"−€5", "€5"} <= set(texts(figure))
    assert pixel(figure, -7) < figure["layout"]["height"] - 20


def test_references_are_gray_and_the_hero_stands_out() -> None:
    figure = series.draw(bees.YEARS)
    other, hero = sorted(traces(figure, "lines+markers"), key=lambda trace: trace["line"]["width"])
    assert (hero["name"], hero["line"]["color"], hero["marker"]["symbol"]) == (
        "Institute of Pollination",
        COLORS.ref,
        "square",
    )
    assert (other["name"], other["line"]["color"], other["marker"]["symbol"]) == (
        "Office of Apiculture",
        COLORS.ref,
        "diamond",
    )
    assert colors(figure)["◆ Office of Apiculture"] == COLORS.muted
    assert any(text.startswith("■ Institute of Pollination") for text in texts(figure)), "each name has its line's mark"


def test_a_sum_on_a_line_of_what_is_stated_says_that_it_is_one() -> None:
    stated = yearly("Hives kept", 9, 8, 7)
    ours = bees.calculated(
        "Hives kept", "6 hives", 6, period="2003", formula="[a] + [b]", source=stated[0].source, measure="level"
    )
    assert ours.is_sum
    assert "6 hives, sum" in texts(series.draw(bees.drawing(*stated, ours)))
    assert not any("sum" in text for text in texts(series.draw(bees.drawing(*stated))))


def test_a_line_alone_needs_no_mark_before_its_name() -> None:
    figure = series.draw(bees.drawing(*yearly("Hives kept", 9, 8, 7)))
    assert not any("■" in text for text in texts(figure))


def test_things_are_counted_in_whole_ticks_and_no_year_stands_near_the_first() -> None:
    figure = series.draw(bees.drawing(*yearly("Hives kept", *range(1, 4), *[2] * 16, first=2005, measure="count")))
    said = texts(figure)
    assert {"1", "2"} <= set(said)
    assert not {"0.5", "1.5"} & set(said)
    assert "2005" in said
    assert "2006" not in said


def test_a_documents_line_is_the_hero_in_its_color() -> None:
    own = yearly("Hives kept", 4000, 4100, 4300, source="almanac", first=1980)
    figure = series.draw(bees.drawing(*bees.YEARS.numbers, *own))
    line = of(figure, own[0])
    assert (line["line"]["color"], line["marker"]["symbol"]) == (COLORS.doc, "circle")
    assert line["line"]["width"] == max(trace["line"]["width"] for trace in traces(figure, "lines+markers"))


def test_the_hero_alone_is_told_in_numbers_at_its_end_its_peak_and_its_lowest() -> None:
    figure = series.draw(bees.drawing(*yearly("Hives kept", 4000, 3000, 9000, 5000), *yearly("Skeps kept", 1, 2, 3)))
    shown = " ".join(texts(figure))
    assert "Hives kept 2003 5,000\N{NO-BREAK SPACE}hives" in shown
    assert "2002: 9,000\N{NO-BREAK SPACE}hives" in shown
    assert "2001: 3,000\N{NO-BREAK SPACE}hives" in shown
    assert "3\N{NO-BREAK SPACE}hives" not in shown


def test_a_long_value_is_rounded_beside_its_point_and_told_whole_where_one_points() -> None:
    figure = series.draw(bees.drawing(*yearly("Sales", 5e9, 6e9, 7123456789, unit="euros")))
    assert "€7.123 billion" in " ".join(texts(figure))
    assert "€7,123,456,789" in figure["data"][0]["hovertext"][-1]


@pytest.mark.parametrize("width", WIDTHS)
def test_lines_that_end_last_end_in_their_names(width: int) -> None:
    numbers = [*yearly("Hives kept", 1, 2, 3), *yearly("Skeps kept", 7, 8, 9), *yearly("Logs kept", 7, 8, 9)]
    figure = series.draw(bees.drawing(*numbers), width=width)
    names = [box for text, box in boxes(figure, width) if "kept" in text]
    last = figure["layout"]["margin"]["l"] + (width - figure["layout"]["margin"]["l"] - figure["layout"]["margin"]["r"])
    assert len(names) == 3
    assert all(box.left > last * 0.8 for box in names)
    leaders = paths(figure)
    assert {shape["xanchor"] for shape in leaders} <= {max(map(when, numbers))}, "none stands among the data"
    assert {(shape["line"]["dash"], shape["line"]["color"]) for shape in leaders} <= {("solid", COLORS.axis)}


def test_two_lines_that_are_nearly_one_are_a_pale_band() -> None:
    values = (10, 20, 30, 40)
    kept = yearly("Hives, as the office counts", *values)
    again = yearly("Hives, as the guild counts", *(1.05 * value for value in values))
    figure = series.draw(bees.drawing(*kept, *again, *bees.YEARS.numbers[-6:]))
    below, above = of(figure, kept[0]), of(figure, again[0])
    assert (above["fill"], above["fillcolor"], above["mode"]) == ("tonexty", COLORS.ref_pale, "lines")
    assert figure["data"].index(above) == figure["data"].index(below) + 1
    assert "Hives, as the office and guild counts · Office of Apiculture" in texts(figure)


def test_a_documents_number_is_a_disc_where_its_period_is() -> None:
    number = bees.number(
        "Hives kept", "almost 4,000 hives", 4000, qualifier=codes.NEARLY, period="2015", measure="level"
    )
    figure = series.draw(bees.drawing(*bees.YEARS.numbers[:-1], number))
    mark = of(figure, number)
    assert (mark["x"], mark["y"]) == ([2015.5], [4000])
    assert (mark["marker"]["symbol"], mark["marker"]["color"]) == ("circle", COLORS.doc)
    assert colors(figure)["almost 4,000\N{NO-BREAK SPACE}hives"] == COLORS.doc
    assert "2015, Hedgerow Press" in texts(figure)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_part_of_a_year_is_hatched_over_its_months_which_are_bold(width: int) -> None:
    figure, number = series.draw(bees.YEARS, width=width), bees.YEARS.numbers[-1]
    mark = of(figure, number)
    assert mark["marker"]["pattern"]["fgcolor"] == COLORS.doc
    assert mark["y"] == [4000]
    first, last = span(number)
    assert mark["base"][0] <= first < last <= mark["base"][0] + mark["x"][0] + 1e-9
    assert mark["base"][0] + mark["x"][0] / 2 == pytest.approx(when(number))
    notes = [note["text"] for note in figure["layout"]["annotations"]]
    assert any(text.startswith("<b>March–June") for text in notes)
    assert "a third of a year" in " ".join(texts(figure))


def test_a_year_so_far_is_hatched_over_the_year() -> None:
    number = replace(bees.number("Hives kept", "900", 900, period="2021", measure="level"), period_basis=codes.TO_DATE)
    figure = series.draw(bees.drawing(*yearly("Hives kept", 5, 6, 7, first=2019), number))
    assert of(figure, number)["marker"]["pattern"]
    assert "2021 so far" in texts(figure)


def test_a_references_single_number_is_marked_unlike_a_documents() -> None:
    single = bees.number("Hives kept", "4,100", 4100, period="1980", measure="level", source="survey")
    figure = series.draw(bees.drawing(*bees.YEARS.numbers[:20], single))
    assert (of(figure, single)["marker"]["symbol"], of(figure, single)["marker"]["color"]) == ("square", COLORS.ref)


def test_single_numbers_of_something_else_say_what_they_are_of() -> None:
    single = bees.number("Skeps kept", "300", 300, period="2005", measure="level")
    shown = texts(series.draw(bees.drawing(*bees.YEARS.numbers, single)))
    assert any("Skeps kept" in text for text in shown)
    assert not any("Hives kept" in text for text in shown)


def test_where_there_is_no_room_for_all_the_value_alone_is_written() -> None:
    crowd = [
        bees.number("Hives kept", f"{90 + i}", 90 + i, source="letter", period=f"{1990 + i % 2}") for i in range(12)
    ]
    shown = texts(series.draw(bees.drawing(*crowd, kind=codes.AS_SERIES), width=324))
    values = [text for text in shown if text.endswith("\N{NO-BREAK SPACE}hives") and text[:2].isdigit()]
    details = [text for text in shown if text.endswith("Meadow Weekly")]
    assert len(values) > len(details) > 0


def test_a_range_is_marked_from_end_to_end() -> None:
    figure = series.draw(
        bees.drawing(*bees.YEARS.numbers, bees.number("Hives kept", "5,000 to 7,000", 5000, upper=7000))
    )
    (shape,) = (shape for shape in figure["layout"]["shapes"] if shape["line"].get("width") == 6)
    assert (shape["y0"], shape["y1"]) == pytest.approx((pixel(figure, 7000), pixel(figure, 5000)), abs=0.5)


def test_what_has_no_period_is_not_drawn() -> None:
    undated = replace(bees.YEARS.numbers[0], id="undated", period=None, period_basis=codes.UNSTATED)
    drawn = series.draw(bees.YEARS.of([undated, *bees.YEARS.numbers]))
    assert drawn == series.draw(bees.YEARS)
    with pytest.raises(ValueError, match="empty"):
        series.draw(bees.YEARS.of([undated]))


def test_years_before_the_era_are_labeled_so() -> None:
    years = [bees.number("Hives kept", "9", 9, period=f"-00{year}") for year in (40, 30, 20)]
    assert {"41 BC", "31 BC", "21 BC"} <= set(texts(series.draw(bees.drawing(*years))))


def test_what_is_added_up_is_a_point_of_its_source_s_line_like_any_other() -> None:
    years = [bees.number("Hives", "", value, period=str(year)) for year, value in ((2019, 5), (2020, 7))]
    total = replace(
        bees.calculated("Hives", "9", 9, period="2021"),
        formula="[a] + [b]",
        source=years[0].source,
        indicator=years[0].indicator,
        area=years[0].area,
    )
    (line,) = traces(series.draw(replace(bees.YEARS, numbers=(*years, total))), "lines+markers")
    assert COLORS.paper not in line["marker"]["color"]
    assert len(set(line["marker"]["color"])) == 1
    assert line["name"] == "Hedgerow Press"


def test_pointing_at_a_number_tells_all_of_its_year() -> None:
    numbers = [*yearly("Hives kept", 10, 20, 30), *yearly("Skeps kept", 1, 2, 3)]
    figure = series.draw(bees.drawing(*numbers))
    assert of(figure, numbers[1])["hovertext"][1] == (
        "<b>2001</b><br><b>Hives kept: 20\N{NO-BREAK SPACE}hives</b><br>Skeps kept: 2\N{NO-BREAK SPACE}hives"
    )
    (mark,) = (trace for trace in series.draw(bees.YEARS)["data"] if trace["type"] == "bar")
    assert mark["hovertext"] == [
        "<b>March–June 2015</b><br><b>Hedgerow Press: almost 4,000 hives</b>"
        "<br>Institute of Pollination: 5,600\N{NO-BREAK SPACE}hives, 2015"
    ]


lines_of_years = st.lists(
    st.tuples(
        st.sampled_from(["Hives kept", "Hives, by the office", "Hives, by the guild", "Skeps kept"]),
        st.sampled_from([*bees.SOURCES]),
        st.dictionaries(st.integers(1990, 2020), st.sampled_from([-5, 0, 10, 11, 100, 2e9]), min_size=1, max_size=12),
    ),
    min_size=1,
    max_size=4,
)


@given(lines_of_years, st.sampled_from(WIDTHS))
def test_lines_never_join_over_missing_years_and_equal_values_are_equally_high(made: list, width: int) -> None:
    numbers = [
        bees.number(name, "", value, source=source, period=str(year), measure="level")
        for name, source, values in made
        for year, value in values.items()
    ]
    holds(bees.drawing(*numbers, kind=codes.AS_SERIES), width)


@settings(max_examples=settings().max_examples // 10, suppress_health_check=[HealthCheck.too_slow])
@given(generated.collections(), st.sampled_from(WIDTHS))
@pytest.mark.long
def test_the_same_holds_for_charts_of_whatever_validates(made: generated.Collection, width: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        register = load(*generated.write(made, Path(folder)))
    for name in register.charts:
        drawing = choice.find(register, f"chart/{name}")
        if drawing and choice.choose(drawing.numbers, codes.AS_SERIES) == codes.AS_SERIES:
            holds(replace(drawing, kind=codes.AS_SERIES), width)


def holds(drawing: Drawing, width: int) -> None:
    """What every drawing of a series keeps to: one scale, a number behind each mark, no line over missing years."""
    figure = series.draw(drawing, width=width)
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure
    numbers = {number.id: number for number in drawing.numbers}
    for trace in figure["data"]:
        assert trace["yaxis"] == "y2"
        assert trace["y"] == [numbers[name].common for name in trace["customdata"]]

    def line(trace: dict[str, Any]) -> tuple[str, set[str]]:
        """Two sources that name one person have a line each."""
        return trace.get("name", ""), {numbers[name].source.id for name in trace["customdata"]}

    for trace in (trace for trace in figure["data"] if "lines" in trace.get("mode", "")):
        name, told = line(trace)
        pieces = [other for other in figure["data"] if line(other)[0] == name and line(other)[1] & told]
        whole = sorted(x for other in pieces for x in other["x"])
        own = min((after - before for before, after in pairwise(whole) if after > before), default=0)
        for before, after in pairwise(numbers[name] for name in trace["customdata"]):
            assert span(after)[0] <= span(before)[1] or when(after) - when(before) < 2 * own
    assert [box for _, box in boxes(figure, width) if box.bottom > figure["layout"]["height"] + 1] == []


def test_the_series_of_the_collection_here_are_low_enough_at_half_width(root: Path) -> None:
    register = load(root / "datasets", None)
    drawings = [choice.find(register, f"chart/{name}") for name in register.charts]
    high = [series.draw(one, width=508)["layout"]["height"] for one in drawings if one and one.kind == codes.AS_SERIES]
    assert high
    assert max(high) <= 420
