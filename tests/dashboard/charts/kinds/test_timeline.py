from __future__ import annotations

import json
import tempfile
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.charts.drawing import placing
from dashboard.charts.drawing.canvas import Figure
from dashboard.charts.drawing.placing import LEAST
from dashboard.charts.kinds import timeline
from dashboard.charts.kinds.timeline import KEY
from dashboard.design import theme
from tests import generated
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import boxes, paths, texts
from tests.periods import ACCEPTED
from validation.model import events
from validation.model.events import Event
from validation.model.register import load
from validation.vocabulary import WRONG_DATE, WRONG_WORDS

COLORS = theme.tokens("light")
WIDTHS = (262, 324, 504, 620, 880, 1130)
MITE = bees.event("The mite is found", "1977", "disease", bees.dating("in 1979", "1979", "letter", WRONG_DATE))


def marks(figure: Figure) -> dict[str, tuple[float, float]]:
    """Where each mark begins and ends, by what it stands for."""
    return {
        name: (trace.get("base", trace["x"])[at], trace.get("base", [0] * len(trace["x"]))[at] + trace["x"][at])
        for trace in figure["data"]
        for at, name in enumerate(trace["customdata"])
    }


def many(count: int) -> list[Event]:
    """So many events from 3000 BC on, some coarse, some close together, some with long names."""
    dates = ("{:05}", "{:05}-06", "{:05}~", "{:05}/{:05}", "{:05}-02-03")
    names = ("Swarms are registered", "The mite is found in the valley, and keepers burn what they can", "Wax")
    found = []
    for at in range(count):
        year = -3000 + at * at * 5000 // count**2
        period = dates[at % 5].format(year, year + at % 400) if year < 0 else f"{year:04}"
        found.append(bees.event(f"{names[at % 3]} {at}", period))
    return found


def lines(figure: Figure, color: str) -> list[dict[str, Any]]:
    """The level lines of a color between two years."""
    found = [shape for shape in figure["layout"]["shapes"] if shape["line"].get("color") == color]
    return [shape for shape in found if shape["type"] == "line" and shape["y0"] == shape["y1"]]


def test_each_event_has_one_gray_mark_and_only_what_is_wrong_a_red_one() -> None:
    figure = timeline.draw(bees.EVENTS)
    assert set(marks(figure)) == {*(event.id for event in bees.EVENTS), "letter-1979"}
    gray, red = theme.of_reference("light").color, COLORS.error
    found = {name: _color(trace) for trace in figure["data"] for name in trace["customdata"]}
    assert found == dict.fromkeys((event.id for event in bees.EVENTS), gray) | {"letter-1979": red}


def _color(trace: dict[str, Any]) -> str:
    return trace["marker"].get("color") or trace["marker"]["line"]["color"]


def test_what_documents_print_is_told_beside_the_event_and_all_of_it_when_pointed_at() -> None:
    figure = timeline.draw(bees.EVENTS)
    text = " ".join(" ".join(texts(figure)).split())
    assert "1977 The mite is found in the valley, and keepers burn what they can printed as “in 1979”" in text
    assert "1978 Swarms are registered 1 document dates it differently" in text
    assert "1888 Association of keepers founded 2 documents" in text
    red = [note["text"] for note in figure["layout"]["annotations"] if COLORS.error in note["text"]]
    assert ["printed as" in words for words in red] == [True]
    hovers = [text for trace in figure["data"] for text in trace["hovertext"]]
    assert "<b>Skeps give way to frames</b><br>the 1910s<br>“after 1912” in Hedgerow Press" in hovers


def test_a_line_leads_from_where_a_document_puts_an_event_to_where_it_belongs() -> None:
    early, late = (timeline.draw([MITE, bees.event("First", first)]) for first in ("1900", "1600"))
    for figure in (early, late):
        (line,) = lines(figure, COLORS.error)
        assert (
            (line["x0"], line["x1"]) == (1977.5, 1979.5) == (marks(figure)[MITE.id][0], marks(figure)["letter-1979"][0])
        )
    meeting = bees.event("War", "1960/1980", "war", bees.dating("the seventies", "1970/1990", "almanac", WRONG_WORDS))
    assert lines(timeline.draw([meeting]), COLORS.error) == []


def test_a_coarse_date_that_is_wrong_is_as_long_as_it_is_between_two_ticks() -> None:
    wrong = bees.dating("the nineties", "199X", "almanac", WRONG_DATE)
    figure = timeline.draw([bees.event("Mite", "1977", "disease", wrong), bees.event("First", "1800")])
    assert marks(figure)[wrong.id] == (1990, 2000)
    assert sorted(path["xanchor"] for path in paths(figure) if path["line"]["color"] == COLORS.error) == [1990, 2000]
    assert (lines(figure, COLORS.error)[0]["x0"], lines(figure, COLORS.error)[0]["x1"]) == (1977.5, 1990)


def test_what_is_approximate_has_a_dashed_ring_and_a_bar_a_dashed_line_at_that_end() -> None:
    first = bees.event("First", "1700")
    assert paths(timeline.draw([first, bees.event("Mite", "1977"), bees.event("Wax", "1977?")])) == []
    for period, ends in (("1977~", [1977.5]), ("1977%", [1977.5]), ("1900~/1950", [1900]), ("190X~", [1900, 1910])):
        dashed = paths(timeline.draw([first, bees.event("Mite", period)]))
        assert sorted({path["xanchor"] for path in dashed}) == ends
        assert {path["line"]["dash"] for path in dashed} != {"solid"}


def test_a_group_has_its_heading_and_one_ground() -> None:
    figure = timeline.draw([bees.event("Mite", "2022-02-04"), bees.event("Wax", "2022"), bees.event("Sugar", "1950")])
    grounds = [shape for shape in figure["layout"]["shapes"] if shape.get("fillcolor") == COLORS.page]
    assert "2022" in texts(figure)
    (ground,) = grounds
    rows = [
        y
        for trace in figure["data"]
        for y, name in zip(trace["y"], trace["customdata"], strict=True)
        if name != "sugar"
    ]
    assert len(rows) == 2
    assert all(ground["y0"] < y < ground["y1"] for y in rows)


def test_the_key_has_the_marks_in_use() -> None:
    assert timeline.key(bees.EVENTS) == [KEY[name] for name in ("dot", "bar", "wrong", "group")]
    assert timeline.key([bees.event("Mite", "1977~")]) == [KEY["bar"], KEY["about"]]
    assert timeline.key([bees.event("Mite", "1977"), bees.event("First", "1800")]) == [KEY["dot"]]


def test_without_an_event_that_has_a_date_nothing_is_drawn() -> None:
    for found in ([], [bees.event("Some day", "")]):
        figure = timeline.draw(found)
        assert (figure["data"], figure["layout"]["annotations"], figure["layout"]["shapes"]) == ([], [], [])
        assert (figure["layout"]["height"], timeline.key(found)) == (0, [])


def test_years_are_named_above_and_below_what_is_high_and_hang_on_the_scale_with_the_words() -> None:
    assert texts(timeline.draw(many(3))).count("3000 BC") == 1
    figure = timeline.draw(many(60))
    assert texts(figure).count("3000 BC") == 2
    beside = [note for note in figure["layout"]["annotations"] if "Wax" in note["text"]]
    assert {note["xref"] for note in beside} == {"x"}


def check(figure: Figure, found: list[Event], width: int) -> None:
    """Every mark is an event's, or one of its wrong datings, in its place on the one scale."""
    layout = figure["layout"]
    assert [name for name in layout if name.startswith("xaxis")] == ["xaxis"]
    assert layout["xaxis"]["type"] == "linear"
    low, high = layout["xaxis"]["range"]
    pixel = (high - low) / (width - layout["margin"]["l"] - layout["margin"]["r"])
    dated = {one.id: one.period for event in found for one in (event, *event.wrong) if one.period}
    drawn = marks(figure)
    assert {event.id for event in found if event.period} <= set(drawn) <= set(dated)
    for name, (first, last) in drawn.items():
        begin, end = dated[name].axis
        assert (first + last) / 2 == pytest.approx((begin + end) / 2)
        assert last - first <= max(end - begin, LEAST * pixel) + 1e-6
        assert first < last or end - begin <= 1
        assert low <= first <= last <= high


@given(st.lists(ACCEPTED, min_size=1, max_size=25), st.sampled_from(WIDTHS))
def test_any_dates_are_on_one_scale_and_no_words_touch(dated: list[str], width: int) -> None:
    found = [bees.event(f"Swarm of the valley {at}", period) for at, period in enumerate(dated)]
    found.append(bees.event("Mite", "1977", "law", bees.dating("once", dated[0], "almanac", WRONG_DATE)))
    figure = timeline.draw(found, width=width)
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure
    check(figure, found, width)
    untouched(figure, width)


@pytest.mark.parametrize("width", [324, 1130])
def test_five_hundred_events_from_before_the_era_have_room(width: int) -> None:
    found = many(500)
    figure = timeline.draw(found, width=width)
    check(figure, found, width)
    untouched(figure, width)


def untouched(figure: Figure, width: int) -> None:
    """No words leave the drawing, and none overlap; those far apart are not compared."""
    placed = sorted(boxes(figure, width), key=lambda entry: entry[1].top)
    for text, box in placed:
        assert box.left >= -3, text
        assert box.right <= width + 1, text
        assert box.top >= -1, text
        assert box.bottom <= figure["layout"]["height"] + 1, text
    for at, (text, box) in enumerate(placed):
        for other, another in placed[at + 1 : at + 12]:
            across = min(box.right, another.right) - max(box.left, another.left)
            assert across <= 1 or min(box.bottom, another.bottom) - another.top <= 4, f"{text} | {other}"


# Each is written to files and read from there.
@settings(max_examples=settings().max_examples // 4, suppress_health_check=[HealthCheck.too_slow])
@given(generated.collections(), st.sampled_from(WIDTHS))
@pytest.mark.long
def test_events_of_any_collection_stand_in_groups_on_one_scale(made: generated.Collection, width: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = events.events(load(*generated.write(made, Path(folder))))
    check(timeline.draw(found, width=width), found, width)
    place = {event.id: at for at, group in enumerate(placing.groups(found)) for event in group}
    for one, other in combinations((event for event in found if event.period), 2):
        if one.period and other.period and one.period.overlaps(other.period):
            assert place[one.id] == place[other.id]
