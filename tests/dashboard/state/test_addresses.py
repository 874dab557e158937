"""Query strings read and written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.state import addresses
from dashboard.state.refusals import Refusal, Unacceptable

names = st.text(min_size=1, max_size=8).filter(lambda name: name.isidentifier())
values = st.text(min_size=1, max_size=8)
queries = st.dictionaries(names, values | st.lists(values, min_size=2, max_size=3), max_size=5)


@given(queries)
def test_what_is_written_is_read_back(query: dict[str, Any]) -> None:
    written = addresses.href("/numbers", query)
    assert addresses.parsed(written.removeprefix("/numbers")) == query


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "/numbers?q=a&kind=x&kind=y"),
        ({"q": None}, "/numbers?kind=x&kind=y"),
        ({"q": ""}, "/numbers?kind=x&kind=y"),
        ({"kind": "z"}, "/numbers?q=a&kind=z"),
        ({"q": None, "kind": []}, "/numbers"),
        ({"page": "2"}, "/numbers?q=a&kind=x&kind=y&page=2"),
    ],
)
def test_changes_go_before_what_was(changes: dict[str, Any], expected: str) -> None:
    assert addresses.href("/numbers", {"q": "a", "kind": ["x", "y"]}, **changes) == expected


def test_empty_parameters_are_left_out() -> None:
    assert addresses.parsed("?q=&kind=x&kind=") == {"kind": "x"}


def test_too_many_parameters_are_refused() -> None:
    with pytest.raises(Refusal, match="more than 200"):
        addresses.parsed("&".join(f"a{i}=1" for i in range(300)))


def test_the_last_of_a_repeated_text_counts() -> None:
    assert addresses.text({"q": ["one", " two "]}, "q") == "two"
    assert addresses.text({}, "q") == ""


def test_chosen_is_one_of_a_closed_list() -> None:
    assert addresses.chosen({"sort": "value"}, "sort", ["name", "value"], "name") == "value"
    assert addresses.chosen({}, "sort", ["name", "value"], "name") == "name"
    with pytest.raises(Unacceptable) as caught:
        addresses.chosen({"sort": "size"}, "sort", ["name", "value"], "name")
    assert caught.value.exist == ["name", "value"]


@pytest.mark.parametrize("written", ["0", "-1", "1.5", "x", "٣", "9999999", "²"])
def test_a_number_is_a_counting_number(written: str) -> None:
    with pytest.raises(Unacceptable):
        addresses.number({"page": written}, "page")


def test_a_number_has_a_default() -> None:
    assert [addresses.number(query, "page") for query in ({}, {"page": "12"})] == [1, 12]


def test_a_name_is_one_word_in_an_address() -> None:
    assert addresses.slug("Trade & growth (2023)") == "trade-growth-2023"
    assert addresses.slug("МИР ") == "мир"
