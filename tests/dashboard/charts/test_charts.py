"""What holds for every chart, whatever its kind."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import combinations

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import choice, headlines, keys
from dashboard.charts.drawing import growths
from dashboard.charts.drawing.canvas import Figure
from dashboard.charts.kinds import accounts, areas, growth, series, shares, stated, timeline
from dashboard.design import theme
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import boxes, texts
from validation import vocabulary as codes
from validation.model.observations import Observation

DRAWINGS = {
    "stated": (stated.draw, bees.COLONIES),
    "panels": (stated.draw, bees.HONEY),
    "shares": (shares.draw, bees.SURVEY),
    "accounts": (accounts.draw, bees.SWARMS),
    "areas": (areas.draw, bees.MEADOWS),
    "growth": (growth.draw, bees.HONEY),
    "series": (series.draw, bees.YEARS),
}
WIDTHS = (262, 332, 390, 504, 640, 880, 1130)


def drawn(kind: str, *, scheme: str = "light", width: int = 880) -> Figure:
    if kind == "timeline":
        return timeline.draw(bees.EVENTS, scheme=scheme, width=width)
    draw, drawing = DRAWINGS[kind]
    return draw(drawing, scheme=scheme, width=width)


def marked(figure: Figure) -> list[str]:
    """The ids that marks stand for; each point must have one."""
    ids: list[str] = []
    for trace in figure["data"]:
        assert len(trace["customdata"]) == len(trace["x"]) == len(trace["y"])
        ids += trace["customdata"]
    return ids


every_kind = pytest.mark.parametrize("kind", [*DRAWINGS, "timeline"])
every_width = pytest.mark.parametrize("width", WIDTHS)


@every_kind
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 880])
def test_a_figure_is_plain_data_that_plotly_knows_all_of(kind: str, scheme: str, width: int) -> None:
    figure = drawn(kind, scheme=scheme, width=width)
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure
    go.Figure(figure)  # refuses a property that there isn't, and a value that a property can't have


@every_kind
def test_figures_of_a_scheme_share_one_template(kind: str) -> None:
    assert drawn(kind)["layout"]["template"] is drawn(kind, width=390)["layout"]["template"]


@every_kind
def test_only_traces_that_the_basic_bundle_draws(kind: str) -> None:
    assert {trace["type"] for trace in drawn(kind)["data"]} <= {"scatter", "bar", "pie"}


@pytest.mark.parametrize("kind", DRAWINGS)
@pytest.mark.parametrize("width", [390, 880])
def test_every_mark_is_a_number_and_every_number_has_a_mark(kind: str, width: int) -> None:
    numbers = DRAWINGS[kind][1].numbers
    assert set(marked(drawn(kind, width=width))) == {number.id for number in numbers} - unmarked(kind, numbers)


def unmarked(kind: str, numbers: Sequence[Observation]) -> set[str]:
    """Growths that are told behind the level they led to, there being nothing before, and the steps."""
    told = [one for one in growths.pair(numbers) if one.level] if kind == codes.AS_GROWTH else []
    return {one.change.id for one in told if not one.base} | {one.step.id for one in told if one.step}


def test_every_event_and_every_wrong_date_has_a_mark() -> None:
    assert sorted(marked(drawn("timeline"))) == sorted([*(event.id for event in bees.EVENTS), "letter-1979"])


@every_kind
@every_width
def test_no_label_leaves_the_drawing(kind: str, width: int) -> None:
    figure = drawn(kind, width=width)
    for text, box in boxes(figure, width):
        assert box.left >= -3, text
        assert box.right <= width + 1, text
        assert box.top >= -1, text
        assert box.bottom <= figure["layout"]["height"] + 1, text


@every_kind
@every_width
def test_no_two_labels_overlap(kind: str, width: int) -> None:
    for (one, box), (other, another) in combinations(boxes(drawn(kind, width=width), width), 2):
        across = min(box.right, another.right) - max(box.left, another.left)
        down = min(box.bottom, another.bottom) - max(box.top, another.top)
        assert across <= 1 or down <= 4, f"{one} | {other}"


@every_kind
def test_a_phone_gets_another_layout(kind: str) -> None:
    narrow, wide = (drawn(kind, width=width)["layout"] for width in (390, 880))
    assert narrow["margin"]["l"] <= 12 or kind in ("timeline", "series")
    assert (narrow["height"], narrow["margin"]["l"]) != (wide["height"], wide["margin"]["l"])


@every_kind
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_are_in_the_schemes_colors_and_backed_by_its_paper(kind: str, scheme: str) -> None:
    colors = theme.tokens(scheme)
    notes = drawn(kind, scheme=scheme)["layout"]["annotations"]
    legible = {colors.ink, colors.muted, colors.error, colors.warn, colors.doc}
    assert {note["font"]["color"] for note in notes} <= legible
    assert {note["bgcolor"] for note in notes} <= {colors.paper, "rgba(0,0,0,0)"}


@every_kind
def test_pointing_at_a_mark_names_it_and_where_it_is_from(kind: str) -> None:
    for trace in drawn(kind)["data"]:
        assert trace["hoverinfo"] == ("none" if kind == codes.AS_SERIES else "text"), "of a series it stands at the top"
        assert all(text.startswith("<b>") and "<br>" in text for text in trace["hovertext"])


@pytest.mark.parametrize("kind", DRAWINGS)
@pytest.mark.parametrize("width", [390, 880])
def test_every_number_is_labeled_with_its_qualifier(kind: str, width: int) -> None:
    labels = [number.label for number in DRAWINGS[kind][1].numbers if number.source.id in ("almanac", "letter")]
    text = "".join(texts(drawn(kind, width=width))).replace(" ", "")
    assert labels
    assert [label for label in labels if label.replace(" ", "").lstrip("−") not in text] == []


def test_signs_of_the_markup_and_of_formulas_are_words_in_labels() -> None:
    jars = bees.drawing(
        bees.number("Jars <b> & lids", "$3 to $4", 3, upper=4),
        bees.number("Jars of R&D", "< 9", 9, qualifier="under"),
    )
    figure = stated.draw(jars)
    written = [note["text"] for note in figure["layout"]["annotations"]]
    written += [text for bar in figure["data"] for text in bar["hovertext"]]
    assert any("Jars &lt;b&gt; &amp; lids" in text for text in written)
    assert not any("$" in text for text in written)


values = st.sampled_from([0, 1, -1, 5, 42, 100, -100, -150, 1e-6, 12345.678, 1e12])
about = st.fixed_dictionaries(
    {
        "period": st.sampled_from(["2021", "2020", "2019", "-0043", "2023-37", "~2022", "197X", ""]),
        "measure": st.sampled_from(list(codes.MEASURES)),
        "area": st.sampled_from(["Upper Valley", "Lower Valley"]),
        "change_of": st.sampled_from(["", "hives", "skeps"]),
    }
)
named = st.sampled_from(["Hives", "Skeps", "Growth of hives"])
units = st.sampled_from(["percent", "kg", "km2"])


@st.composite
def stated_numbers(draw: st.DrawFn) -> Observation:
    value, more = draw(values), draw(about) | {"source": draw(st.sampled_from(list(bees.SOURCES)))}
    if value in (5, 42) and draw(st.booleans()):
        return bees.number(draw(named), "", value, draw(units), upper=value * 3, **more)
    return bees.number(draw(named), "", value, draw(units), draw(st.sampled_from(list(codes.QUALIFIERS))), **more)


@st.composite
def calculated_numbers(draw: st.DrawFn) -> Observation:
    value = draw(values)
    bounds = draw(st.sampled_from([{}, {"low": value}, {"high": value + 1}, {"rounded": (value - 1, value + 1)}]))
    return bees.calculated(draw(named), str(value), value, draw(units), **draw(about), **bounds)


any_numbers = st.one_of(stated_numbers(), stated_numbers(), calculated_numbers())


@given(
    st.lists(any_numbers, min_size=1, max_size=6),
    st.sampled_from(["", *codes.CHART_KINDS]),
    st.sampled_from(list(codes.ACCOUNTS)),
    st.sampled_from(WIDTHS),
)
@pytest.mark.long
def test_any_numbers_can_be_drawn_and_told(numbers: list[Observation], kind: str, verdict: str, width: int) -> None:
    found = bees.drawing(*numbers, kind=kind, verdict=verdict)
    assert headlines.headline(found)
    assert headlines.alternative(found).endswith(".")
    assert headlines.subtitle(found)[-1:] in ("", ".")
    said = keys.in_words(keys.key(found))
    assert not any(code in said for code in codes.QUALIFIERS if "-" in code), "a code shown raw"
    if found.kind in choice.FIGURES:
        figure = choice.figure(found, width=width)
        assert json.loads(json.dumps(figure, allow_nan=False)) == figure
        go.Figure(figure)
        drawn = {number.id for number in numbers if number.period or found.kind != codes.AS_SERIES}
        assert set(marked(figure)) == drawn - unmarked(found.kind, numbers)
