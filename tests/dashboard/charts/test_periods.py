"""Any period that validation accepts can be drawn."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import headlines
from dashboard.charts.drawing.canvas import Figure
from dashboard.charts.kinds import series, stated, timeline
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import texts
from validation import vocabulary as codes
from validation.language import periods

FORMS = (
    *("2023", "2023-06", "2023-06-30", "2024-02-29", "2023-33", "2023-37", "2023-41", "2023-XX", "2023-06-XX"),
    *("197X", "18XX", "1XXX", "1907~", "~1907", "1907?", "2023-06%", "-0043", "-0043-03-15", "0000", "0044"),
    *("1939/1945", "2022-11/2023-02", "2023-07/2023-08-08", "-0043/0014", "193X/~1945", "2023-37/2023-38"),
)

part = st.one_of(st.integers(1, 12), st.integers(33, 41)).map("-{:02}".format)
year = st.one_of(
    st.integers(-9999, 9999).map(lambda number: f"{number:05}" if number < 0 else f"{number:04}"),
    st.integers(1, 999).map("{:03}X".format),
    st.integers(1, 99).map("{:02}XX".format),
)
tail = st.one_of(st.just(""), st.just("-XX"), part, st.dates().map(lambda day: f"{day:-%m-%d}"))
date = st.tuples(year, tail, st.sampled_from(["", "", "~", "?", "%"])).map("".join)
period = st.one_of(st.sampled_from(FORMS), date, st.tuples(date, date).map("/".join)).filter(periods.known)


def drawn(edtf: str) -> list[Figure]:
    """A number of the period in a series and among stated ones, and an event of that date."""
    number = bees.number("Hives kept", "almost 4,000", 4000, period=edtf, measure="level", qualifier=codes.NEARLY)
    found = bees.YEARS.of([*bees.YEARS.numbers[:3], number])
    event = bees.event("Swarms", edtf, "law", bees.dating("once", edtf, "almanac", codes.OTHER_DATE))
    return [series.draw(found), stated.draw(found, width=390), timeline.draw([*bees.EVENTS[:2], event])]


@pytest.mark.parametrize("edtf", FORMS)
def test_every_form_of_a_period_is_read(edtf: str) -> None:
    assert periods.known(edtf)


@given(period)
def test_any_period_has_its_place_and_its_words(edtf: str) -> None:
    said = periods.read(edtf)
    lines, bars, events = drawn(edtf)
    assert all(json.loads(json.dumps(figure, allow_nan=False)) == figure for figure in (lines, bars, events))
    first, last = lines["layout"]["xaxis"]["range"]
    assert first <= said.axis[0] < said.axis[1] <= last
    middles = [x / 2 + base for bar in lines["data"] for base, x in zip(bar.get("base", ()), bar["x"], strict=False)]
    middles += [x for trace in lines["data"] for x in trace["x"] if trace["type"] == "scatter"]
    assert pytest.approx(sum(said.axis) / 2) in middles
    hovers = [text.replace("<br>", " ") for trace in (*lines["data"], *bars["data"]) for text in trace["hovertext"]]
    assert sum(said.words in text for text in hovers) >= 2
    written = " ".join(" ".join(texts(events)).split())
    assert f"{said.words.removeprefix('the ')} Swarms" in written


@given(st.lists(period, min_size=1, max_size=6))
def test_any_periods_have_a_headline_and_a_subtitle(written: list[str]) -> None:
    numbers = [bees.number("Hives kept", "9", 9, period=edtf) for edtf in written]
    found = bees.drawing(*numbers, kind=codes.AS_SERIES)
    assert headlines.subtitle(found).startswith("Hives, ")
    assert "ives kept" in headlines.headline(found)
    assert headlines.alternative(found).startswith("Hives kept")
    events = [bees.event(f"Swarm {i}", edtf) for i, edtf in enumerate(written)]
    assert headlines.timeline_headline(events).startswith(f"{len(events)} dated event")
