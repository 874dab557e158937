"""What an address chooses of the observations, in which order, and what such a file is called."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.state import addresses, facts
from dashboard.state.refusals import Unacceptable
from dashboard.state.selection import LONGEST_NAME, Selection
from dashboard.state.store import Snapshot


def read(search: str) -> Selection:
    return Selection.read(addresses.parsed(search))


def ids(data: Snapshot, search: str) -> list[str]:
    return list(read(search).choose(facts.observations(data))["observation_id"])


def test_no_parameter_chooses_all_as_they_stand(data: Snapshot) -> None:
    pd.testing.assert_frame_equal(read("").choose(facts.observations(data)), facts.observations(data))


@pytest.mark.parametrize(
    ("search", "chosen"),
    [
        ("indicator=hives", ["hives-letter", "hives-report"]),
        ("indicator=hives&indicator=meadows", ["hives-letter", "hives-report", "meadows-report"]),
        ("indicator=hives&source=honey-year", ["hives-report"]),
        ("topic=Land&qualifier=about", ["meadow-area-report"]),
        ("topic=Land&q=VALLEY%20dozen", ["meadows-report"]),
        ("area=ash-valley&q=thirds", ["mite-treatment-report"]),
        ("q=letter%20hives", ["hives-letter"]),
        ("qualifier=at-least&topic=Land", []),
        ("q=.*", []),
        ("indicator=hives&page=2&utm_source=x", ["hives-letter", "hives-report"]),
    ],
)
def test_filters_and_words_narrow(data: Snapshot, search: str, chosen: list[str]) -> None:
    assert ids(data, search) == chosen


@pytest.mark.parametrize("typed", ["keeper's", "keeper’s", "KEEPER'S"])
def test_apostrophes_are_found_however_typed(data: Snapshot, typed: str) -> None:
    rows = facts.observations(data).assign(note="The keeper’s own")
    assert len(Selection(q=typed).choose(rows)) == len(rows)


@pytest.mark.parametrize(
    ("search", "says"),
    [
        ("topic=land", "Land"),
        ("indicator=hive", "hives"),
        ("source=x", "honey-year"),
        ("area=x", "ash-valley"),
        ("qualifier=circa", "nearly"),
        ("sort=valeu", "value"),
    ],
)
def test_unknown_values_are_refused_with_those_known(data: Snapshot, search: str, says: str) -> None:
    with pytest.raises(Unacceptable) as refused:
        ids(data, search)
    assert says in refused.value.exist
    assert refused.value.parameter == search.partition("=")[0]


def test_a_value_is_known_whatever_else_is_chosen(data: Snapshot) -> None:
    assert ids(data, "topic=Land&indicator=hives") == []


@pytest.mark.parametrize("column", facts.joined.COLUMNS)
def test_every_column_sorts_both_ways_with_what_is_missing_last(data: Snapshot, column: str) -> None:
    rows = facts.observations(data)
    up, down = (read(f"sort={sign}{column}").choose(rows)[column] for sign in ("", "-"))
    missing = int(rows[column].isna().sum())
    assert up.isna().tail(missing).all()
    assert down.isna().tail(missing).all()
    assert sorted(up.dropna().map(str)) == sorted(rows[column].dropna().map(str))


def test_rows_alike_keep_their_order_both_ways(data: Snapshot) -> None:
    assert ids(data, "sort=area") == ids(data, "sort=-area") == ids(data, "")


def test_text_sorts_without_case_numbers_by_size_periods_by_time() -> None:
    rows = pd.DataFrame(
        {"said": ["b", "A", "c"], "value": [100.0, 20.0, 3.0], "period": ["2020-05", "1950/2021", "192X"]}
    )
    order = {name: list(Selection(sort=name).choose(rows).index) for name in rows}
    assert order == {"said": [1, 0, 2], "value": [2, 1, 0], "period": [2, 1, 0]}


@pytest.mark.parametrize("search", ["", "topic=Land&topic=Honey&q=a%20b&sort=-value", "qualifier=about"])
def test_its_query_says_the_same(search: str) -> None:
    assert read(addresses.href("", read(search).query)[1:]) == read(search)


@pytest.mark.parametrize(
    ("search", "name"),
    [
        ("", "observations"),
        ("sort=-value", "observations"),
        ("topic=Time%20spans&topic=Land", "observations_topic-time-spans+land"),
        ("q=%C3%9Cber%20/../x%22&area=ash-valley", "observations_area-ash-valley_q-über-x"),
    ],
)
def test_the_filter_names_the_file(search: str, name: str) -> None:
    assert read(search).name() == name


def test_long_names_are_cut_and_stay_apart() -> None:
    names = {Selection(q="蜂" * 90 + end).name() for end in "ab"}
    assert len(names) == 2
    assert max(len(name.encode()) for name in names) <= LONGEST_NAME + 9
