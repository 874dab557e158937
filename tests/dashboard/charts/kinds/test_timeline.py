from __future__ import annotations

from itertools import combinations, pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import dates, datings
from dashboard.charts.drawing.placing import MARK, PER_YEAR, plan
from dashboard.charts.kinds import timeline
from dashboard.design import theme
from tests.dashboard.charts import bees

NO_MENTIONS = bees.mentions().iloc[:0]


def found() -> list[datings.Event]:
    return datings.read(bees.events(), bees.mentions())


def made(years: list[tuple[int, str]]) -> list[datings.Event]:
    """Events of the given years and names."""
    spans = [(str(year), name, *(dates.span(str(year)) or (0.0, 0.0))) for year, name in years]
    events = pd.DataFrame(
        [
            {"event_id": str(i), "name": name, "kind": "k", "period": period, "first": a, "last": b, "flags": ""}
            for i, (period, name, a, b) in enumerate(spans)
        ]
    )
    return datings.read(events, NO_MENTIONS)


def test_each_documents_dating_is_held_against_the_events_own():
    verdicts = {
        dating.mention["mention_id"]: (dating.verdict, dating.at) for event in found() for dating in event.datings
    }
    assert verdicts == {
        "mention-0": ("", 1888),
        "mention-1": ("", 1888),
        "mention-2": ("", 1910),
        "mention-3": ("", 1977),
        "mention-4": ("wrong", 1979),
        "mention-5": ("other", 1981),
    }


def test_events_come_in_order_and_without_a_date_not_at_all():
    events = bees.events()[::-1]
    assert [event.first for event in datings.read(events, NO_MENTIONS)] == sorted(events["first"])
    assert datings.read(events.assign(first=float("nan")), NO_MENTIONS) == []


def test_notes_name_the_source_and_what_it_prints():
    notes = [dating.note for event in found() for dating in event.differing]
    assert notes == [
        "“in 1979” in A Letter on Swarms…, an erratum",
        "“1981” in A Letter on Swarms…",
    ]


@given(
    st.lists(
        st.tuples(st.integers(1500, 2024), st.text("abc defgh", min_size=1, max_size=90)), min_size=1, max_size=40
    ),
    st.sampled_from([262, 390, 560, 880, 1200]),
)
def test_no_words_and_no_marks_ever_touch(years, width):
    planned = plan(made(years), width, narrow=width < 560, top=10)
    for one, other in combinations(planned.places, 2):
        assert abs(one.y - other.y) >= MARK
        assert one.side != other.side or one.bottom <= other.top or other.bottom <= one.top
    assert all(place.bottom <= planned.height for place in planned.places)


@given(st.lists(st.integers(1500, 2024), min_size=2, max_size=30))
def test_time_runs_down_and_no_year_is_shorter_than_the_least(years):
    planned = plan(made([(year, "x") for year in years]), 880, narrow=False, top=0)
    for before, after in pairwise(planned.places):
        assert after.y > before.y
        assert after.y - before.y >= (after.event.first - before.event.first) * PER_YEAR - 1e-6


def test_years_between_events_are_placed_in_proportion():
    planned = plan(made([(1900, "a"), (2000, "b")]), 880, narrow=False, top=0)
    first, last = (place.y for place in planned.places)
    assert planned.y(1950) == pytest.approx((first + last) / 2)
    assert planned.y(1800) == first
    assert planned.y(2400) == last


def test_one_mark_per_event_and_a_cross_for_each_other_date():
    figure = timeline.draw(bees.events(), bees.mentions())
    crosses = next(trace for trace in figure.data if trace.name == timeline.DIFFERING)
    assert list(crosses.customdata) == ["mention-4", "mention-5"]
    assert crosses.marker.symbol == "x"
    assert list(crosses.marker.color) == [theme.tokens("light").error, theme.tokens("light").warn]
    assert sum(len(trace.customdata) for trace in figure.data if trace is not crosses) == len(bees.events())


def test_kinds_differ_in_color_and_symbol_and_are_in_the_key():
    figure = timeline.draw(bees.events(), bees.mentions())
    kinds = {trace.name: (trace.marker.color, trace.marker.symbol) for trace in figure.data[:-1]}
    assert len(set(kinds.values())) == len(kinds) == 5
    texts = {note.text for note in figure.layout.annotations}
    assert {kind.capitalize() for kind in kinds} <= texts
    assert "Another date in a source" in texts


def test_words_stand_on_both_sides_and_on_one_on_a_phone():
    for width, sides in ((880, {1, -1}), (390, {1})):
        planned = plan(found(), width, narrow=width < 560, top=0)
        assert {place.side for place in planned.places} == sides


def test_flags_are_shown_where_no_dating_says_it_already():
    flagged = bees.events().assign(flags="dated by hearsay")
    texts = [note.text for note in timeline.draw(flagged, bees.mentions()).layout.annotations]
    assert texts.count("dated by hearsay") == len(bees.events()) - 2


def test_without_mentions_there_is_nothing_to_flag():
    figure = timeline.draw(bees.events(), NO_MENTIONS)
    assert timeline.DIFFERING not in {trace.name for trace in figure.data}


def test_a_disputed_dating_is_flagged_unless_it_is_the_events_own():
    mentions = bees.mentions().assign(erratum="", verdict="doubt")
    events = datings.read(bees.events(), mentions)
    flagged = {dating.mention["period"] for event in events for dating in event.differing}
    own = set(bees.events()["period"])
    assert flagged == set(mentions["period"].fillna("")) - own
