from __future__ import annotations

import pytest

from dashboard.charts.dates import short, span, words


@pytest.mark.parametrize(
    ("period", "said", "brief"),
    [
        ("2023", "2023", "2023"),
        ("2023-04", "April 2023", "2023"),
        ("1950-02-14", "February 14, 1950", "1950"),
        ("2023-01/2023-04", "January–April 2023", "2023"),
        ("2023-07-20/2023-07-23", "July 20–23, 2023", "2023"),
        ("2023-07-20/2023-08-02", "July 20, 2023 to August 2, 2023", "2023"),
        ("2022-11/2023-02", "November 2022 to February 2023", "2022–23"),
        ("1939/1945", "1939–1945", "1939–45"),
        ("1888/1902", "1888–1902", "1888–1902"),
        ("193X", "the 1930s", "1930s"),
        ("18XX", "the 19th century", "19th century"),
        ("20XX", "the 21st century", "21st century"),
        ("1907~", "about 1907", "1907"),
        ("1907?", "1907 (uncertain)", "1907"),
        ("1907%", "about 1907 (uncertain)", "1907"),
        ("2023-21", "spring 2023", "2023"),
        ("2023-34", "second quarter of 2023", "2023"),
        ("once upon a time", "once upon a time", "once upon a time"),
        ("", "", ""),
    ],
)
def test_periods_in_words(period, said, brief):
    assert (words(period), short(period)) == (said, brief)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2023", 2023, 2024),
        ("2023-01/2023-04", 2023, 2023 + 4 / 12),
        ("193X", 1930, 1940),
        ("18XX", 1800, 1900),
        ("1939/1945", 1939, 1946),
        ("2023-34", 2023.25, 2023.5),
        ("2023-07-01", 2023.5, 2023.5 + 1 / 366),
    ],
)
def test_periods_on_an_axis_of_years(period, first, last):
    assert span(period) == pytest.approx((first, last))


@pytest.mark.parametrize("period", ["", "soon", "2023/", "2020/2021/2022"])
def test_what_cannot_be_read_has_no_place_on_an_axis(period):
    assert span(period) is None
