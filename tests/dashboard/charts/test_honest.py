"""What is drawn is as large as it is, and looks as what it is, in every figure of whatever validates."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.charts import choice
from dashboard.charts.drawing import doubts
from dashboard.charts.drawing.canvas import Figure
from dashboard.charts.drawing.content import Drawing
from dashboard.design import theme
from tests import generated
from tests.dashboard.charts import bees
from tests.dashboard.charts.test_charts import any_numbers
from validation import vocabulary as codes
from validation.model import accounts
from validation.model.observations import Observation
from validation.model.register import Register, load

COLORS, WIDTHS = theme.tokens("light"), (330, 530)
DOCUMENT, REFERENCE = theme.of_document("light"), theme.of_reference("light")
DATA = {DOCUMENT.color, DOCUMENT.pale, REFERENCE.color, REFERENCE.pale}


class Mark(NamedTuple):
    """A bar, a point or a square: its number, its axis, how far it reaches there, its marker, what kind it is."""

    number: Observation
    frame: str
    reach: float
    marker: Mapping[str, Any]
    kind: str


def drawings(register: Register) -> Iterator[Drawing]:
    """All that has a figure."""
    names = {"chart": register.charts, "indicator": register.indicators}
    keys = [f"{what}/{name}" for what, known in names.items() for name in known]
    keys += [f"accounts/{quantity.id}" for quantity in accounts.groups(register)]
    found = [drawing for key in keys if (drawing := choice.find(register, key))]
    return (drawing for drawing in found if drawing.kind != codes.ALONE)


def marks(drawing: Drawing, figure: Figure) -> Iterator[Mark]:
    """The marks that are as large or as far as a number; the span of a range and lines between points are none."""
    numbers = {number.id: number for number in drawing.numbers}
    for trace in figure["data"]:
        over_time, bar = drawing.kind == codes.AS_SERIES, trace["type"] == "bar"
        if "markers" not in trace.get("mode", "markers") or (bar and not over_time and trace["base"] != [0]):
            continue
        for at, name in enumerate(trace["customdata"]):
            marker = {key: value[at] if isinstance(value, list) else value for key, value in trace["marker"].items()}
            marker["line"] = {
                key: value[at] if isinstance(value, list) else value for key, value in marker.get("line", {}).items()
            }
            square = drawing.kind == codes.AS_AREAS
            reach = marker["size"] if square else trace["y" if over_time else "x"][at]
            frame = trace.get("yaxis", "y") if over_time else trace.get("xaxis", "x")
            yield Mark(numbers[name], frame, reach, marker, "square" if square else "bar" if bar else "point")


def equal_values_reach_equally_far(drawing: Drawing, figure: Figure) -> None:
    """A larger value reaches further; of a square also what its qualifier leaves open at its edge takes away."""
    reached = defaultdict(set)
    for mark in marks(drawing, figure):
        edge = mark.number.qualifier if mark.kind == "square" else ""
        reached[mark.frame, edge].add((mark.number.common, mark.reach))
    for pairs in reached.values():
        ordered = sorted(pairs)
        assert len({value for value, _ in ordered}) == len(ordered), "one value, one length"
        assert [reach for _, reach in ordered] == sorted(reach for _, reach in ordered)


def what_has_a_data_color_is_a_number(drawing: Drawing, figure: Figure) -> None:
    """A mark by the id that it carries, what is drawn at its end by where it is."""
    ids, places = {number.id for number in drawing.numbers}, set()
    for trace in figure["data"]:
        used = {str(value) for part in ("marker", "line") for value in _values(trace.get(part, {}))}
        assert used & {*DATA, COLORS.axis, COLORS.ink}, "nothing is drawn that has no color of data"
        assert ids.issuperset(trace["customdata"])
        assert len(trace["customdata"]) == len(trace["x"]) == len(trace["y"])
        places |= {base + x * part for base in trace.get("base", [0]) for x in trace["x"] for part in (0.5, 1)}
    for shape in figure["layout"]["shapes"]:
        if {shape["line"].get("color"), shape.get("fillcolor")} & DATA and "xanchor" in shape:
            assert any(shape["xanchor"] == pytest.approx(place) for place in places)


def a_frame_has_one_unit_and_one_scale(drawing: Drawing, figure: Figure) -> None:
    """Only what can be compared stands on one axis, and each axis that is used is one of the figure."""
    units = defaultdict(set)
    for mark in marks(drawing, figure):
        units[mark.frame].add(mark.number.indicator.unit)
    assert {frame: found for frame, found in units.items() if len(found) > 1} == {}
    axes = {f"{frame[0]}axis{frame[1:]}" for frame in units}
    assert all(len(figure["layout"][axis]["range"]) == 2 for axis in axes)


def a_number_looks_as_what_it_is(drawing: Drawing, figure: Figure) -> None:
    """In its source's color, hollow in ink if no source's; a bar of no fact is striped, of a part of a year hatched."""
    for number, _, _, marker, kind in marks(drawing, figure):
        of_document = any(part.source.is_document for part in number.stated)
        style = DOCUMENT if of_document else REFERENCE
        style = replace(style, color=COLORS.ink, pale=COLORS.ref_pale) if number.is_own else style
        pattern = "/" if number.is_part_year else "." if number in drawing.timeless else ""
        doubt = doubts.look(number)
        pattern = doubt.pattern if doubt else pattern
        assert marker.get("pattern", {}).get("shape", "") == (pattern if kind == "bar" else "")
        if "pattern" in marker:
            fill = style.pale if number.is_own else style.color
            assert (marker["pattern"]["fgcolor"], marker["line"]["color"]) == (fill, style.color)
        elif number.is_own:
            assert (marker["color"], marker["line"]["color"]) == (COLORS.paper, style.color)
            assert marker["line"]["width"] > 0
        else:
            assert marker["color"] == style.color


def _values(part: Mapping[str, Any]) -> Iterator[Any]:
    for value in part.values():
        if isinstance(value, Mapping):
            yield from _values(value)
        else:
            yield from value if isinstance(value, list) else [value]


Holds = Callable[[Drawing, Figure], None]

every_rule = pytest.mark.parametrize(
    "holds",
    [
        equal_values_reach_equally_far,
        what_has_a_data_color_is_a_number,
        a_frame_has_one_unit_and_one_scale,
        a_number_looks_as_what_it_is,
    ],
)


def everywhere(register: Register, holds: Holds) -> None:
    for drawing in drawings(register):
        for width in WIDTHS:
            holds(drawing, choice.figure(drawing, width=width))


@every_rule
@given(st.lists(any_numbers, min_size=1, max_size=6), st.sampled_from(["", *codes.CHART_KINDS]))
def test_of_any_numbers(holds: Holds, numbers: list[Observation], kind: str) -> None:
    drawing = bees.drawing(*numbers, kind=kind)
    for width in WIDTHS if drawing.kind != codes.ALONE else ():
        holds(drawing, choice.figure(drawing, width=width))


@every_rule
@settings(max_examples=settings().max_examples // 10, suppress_health_check=[HealthCheck.too_slow])
@given(generated.collections())
@pytest.mark.long
def test_of_collections_made_at_random(holds: Holds, made: generated.Collection) -> None:
    with tempfile.TemporaryDirectory() as folder:
        register = load(*generated.write(made, Path(folder)))
    everywhere(register, holds)


@every_rule
def test_of_the_shipped_collection(root: Path, holds: Holds) -> None:
    everywhere(load(root / "datasets", None), holds)
