from __future__ import annotations

from dashboard.charts.kinds import timeline
from dashboard.design import theme
from tests.dashboard.charts import bees
from tests.dashboard.charts.boxes import colors, texts


def test_one_mark_per_event_and_a_cross_for_each_other_date() -> None:
    *kinds, crosses = timeline.draw(bees.EVENTS)["data"]
    assert crosses["name"] == timeline.DIFFERING
    assert crosses["customdata"] == ["letter-1979", "letter-1981"]
    assert crosses["marker"]["symbol"] == "x"
    assert crosses["marker"]["color"] == [theme.tokens("light").error, theme.tokens("light").warn]
    assert sum(len(trace["customdata"]) for trace in kinds) == len(bees.EVENTS)
    assert [trace["meta"] for trace in (*kinds, crosses)] == ["events"] * len(kinds) + ["mentions"]


def test_kinds_differ_in_color_and_symbol_and_are_in_the_key() -> None:
    figure = timeline.draw(bees.EVENTS)
    kinds = {trace["name"]: (trace["marker"]["color"], trace["marker"]["symbol"]) for trace in figure["data"][:-1]}
    assert len(set(kinds.values())) == len(kinds) == 5
    assert {kind.capitalize() for kind in kinds} | {"Another date in a source"} <= set(texts(figure))


def test_a_dating_that_differs_is_told_beside_its_event_and_one_that_does_not_when_pointed_at() -> None:
    figure = timeline.draw(bees.EVENTS)
    shown = colors(figure)
    assert shown["“in 1979” in Meadow Weekly, an erratum"] == theme.tokens("light").error
    assert shown["“1981” in Meadow Weekly"] == theme.tokens("light").warn
    assert not any("after 1912" in text for text in shown)
    hovers = [text for trace in figure["data"] for text in trace["hovertext"]]
    assert "<b>Skeps give way to frames</b><br>the 1910s<br>“after 1912” in Hedgerow Press" in hovers


def test_an_event_says_how_many_documents_date_it() -> None:
    shown = texts(timeline.draw(bees.EVENTS))
    assert "Association of keepers founded 2 documents" in shown
    assert sum("document" in text for text in shown) == 2


def test_without_datings_there_is_nothing_to_flag() -> None:
    figure = timeline.draw([bees.event("Swarms are registered", "1978")])
    assert timeline.DIFFERING not in {trace["name"] for trace in figure["data"]}
    assert "Another date in a source" not in texts(figure)


def test_without_an_event_that_has_a_date_nothing_is_drawn() -> None:
    for events in ([], [bees.event("Some day", "")]):
        figure = timeline.draw(events)
        assert figure["data"] == figure["layout"]["annotations"] == []
        assert figure["layout"]["height"] >= 0


def test_what_lasts_has_a_line_as_long() -> None:
    def lasting(period: str) -> int:
        shapes = timeline.draw([bees.event("Sugar", period), bees.event("Mite", "1977")])["layout"]["shapes"]
        return sum(shape["line"]["width"] == 3 for shape in shapes)

    assert (lasting("1939/1945"), lasting("1939")) == (1, 0)


def test_the_spine_names_whole_years_once_each() -> None:
    months = [bees.event("Swarms", "2021-02"), bees.event("Mite", "2021-11")]
    assert [text for text in texts(timeline.draw(months, width=390)) if text.isdigit()] == ["2021", "2021"]
    years = [bees.event("Skeps", "-0430"), bees.event("Frames", "1852")]
    assert {"1 BC", "AD 400"} <= set(texts(timeline.draw(years)))
