"""Snapshots keep what is made of them; the store hands out the current one."""

from __future__ import annotations

from dashboard.state.store import Kept, Snapshot, Store
from tests import registers
from validation.model.register import Register

made: list[tuple[str, int]] = []


def double(data: Snapshot, number: int) -> int:
    made.append((data.problem, number))
    return 2 * number


def quadruple(data: Snapshot, number: int) -> int:
    return 2 * data.once(double, number)


def test_things_are_made_once_for_each_snapshot_and_argument() -> None:
    made.clear()
    register = Register({}, {})
    first, second = Snapshot(register, "one"), Snapshot(register, "two")
    assert [data.once(double, n) for data in (first, second) for n in (1, 2, 1)] == [2, 4, 2, 2, 4, 2]
    assert made == [("one", 1), ("one", 2), ("two", 1), ("two", 2)]


def test_what_is_made_may_rest_on_what_is_made() -> None:
    assert Snapshot(Register({}, {})).once(quadruple, 3) == 12


def test_a_snapshot_has_the_version_and_the_title_of_its_register(data: Snapshot) -> None:
    assert (data.version, data.title) == (data.register.version, "Bees of the Ash Valley")
    assert Snapshot(registers.described(data.register, {})).title == "Stated numbers"


def test_a_snapshot_is_reported_on_once(data: Snapshot) -> None:
    assert data.report is data.report


def test_the_last_things_are_kept_and_the_others_made_again() -> None:
    asked: list[str] = []
    kept = Kept(2)
    for key in ("a", "b", "a", "c", "a", "b"):
        assert kept.get(key, lambda key=key: asked.append(key) or key.upper()) == key.upper()
    assert asked == ["a", "b", "c", "b"]


def test_store_loads_when_it_is_made_and_hands_out_that(data: Snapshot) -> None:
    assert Store(lambda: data).current() is data
