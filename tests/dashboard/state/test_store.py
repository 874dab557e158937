"""Snapshots keep what is made of them; the store hands out the current one."""

from __future__ import annotations

from dashboard.state.store import Snapshot, Store
from tests.dashboard import harbor

made: list[tuple[str, int]] = []


def double(data: Snapshot, number: int) -> int:
    made.append((data.version, number))
    return 2 * number


def quadruple(data: Snapshot, number: int) -> int:
    return 2 * data.once(double, number)


def test_things_are_made_once_for_each_snapshot_and_argument() -> None:
    made.clear()
    first, second = Snapshot(None, "one"), Snapshot(None, "two")
    assert [data.once(double, n) for data in (first, second) for n in (1, 2, 1)] == [2, 4, 2, 2, 4, 2]
    assert made == [("one", 1), ("one", 2), ("two", 1), ("two", 2)]


def test_what_is_made_may_rest_on_what_is_made() -> None:
    assert Snapshot(None, "nested").once(quadruple, 3) == 12


def test_snapshot_has_a_title_with_or_without_a_collection() -> None:
    assert harbor.snapshot().title == "Numbers of a harbor"
    assert Snapshot(None, "bare").title == "Stated numbers"


def test_store_loads_when_it_is_made_and_hands_out_that() -> None:
    data = harbor.snapshot()
    assert Store(lambda: data).current() is data
