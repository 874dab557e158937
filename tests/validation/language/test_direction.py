"""Numbers stay behind names that run from right to left."""

from __future__ import annotations

import pytest

from validation.language.direction import MARK, closed, in_order

HARBOR, BOATS = "ميناء", "סִירוֹת"  # the second with points on its letters


@pytest.mark.parametrize("name", [HARBOR, BOATS])
@pytest.mark.parametrize("rest", [" 2020", ", 2020", " (2020 so far)", " · −4°", "; $3"])
def test_a_number_is_parted_from_the_name_before_it(name: str, rest: str) -> None:
    assert in_order(f"By {name}{rest}") == f"By {name}{MARK}{rest}"


@pytest.mark.parametrize(
    "words", ["Trade, 2020", "Zölle 2020", f"2020, {HARBOR}", f"{HARBOR}, {BOATS}", f"{HARBOR} in 2020", "鹽港 2020"]
)
def test_all_else_stays_as_it_is(words: str) -> None:
    assert in_order(words) == words


def test_each_name_keeps_its_number() -> None:
    assert in_order(f"{HARBOR} 1; {BOATS} 2") == f"{HARBOR}{MARK} 1; {BOATS}{MARK} 2"


def test_a_name_at_the_end_is_parted_from_whatever_comes_behind() -> None:
    assert [closed(words) for words in (f"By {HARBOR}.", f"{HARBOR} 3", "By Ann", "")] == [
        *(f"By {HARBOR}{MARK}.", f"{HARBOR}{MARK} 3", "By Ann", "")
    ]
