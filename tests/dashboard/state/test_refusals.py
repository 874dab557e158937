"""A refusal says what is wrong and what there is instead."""

from __future__ import annotations

import pytest

from dashboard.state import refusals
from dashboard.state.refusals import Refusal, Unacceptable, Unknown, demand


def test_unknown_names_the_nearest_and_all_there_are() -> None:
    refusal = Unknown("number", "heron", ["nets", "herring", "boats"])
    assert (refusal.status, refusal.title, refusal.root) == (404, "No such number", "/numbers/")
    assert str(refusal) == "No number is called “heron”.\nNearest: herring\nThere is: boats, herring, nets"


def test_unknown_where_there_is_nothing() -> None:
    assert str(Unknown("number", "x")) == "No number is called “x”."


def test_unacceptable_names_what_is_accepted() -> None:
    refusal = Unacceptable("sort", "nmae", ["name", "value"])
    assert (refusal.status, refusal.root) == (400, None)
    assert str(refusal) == "sort must be one of those below, not “nmae”.\nNearest: name\nThere is: name, value"


def test_what_is_not_accepted_is_refused() -> None:
    demand("sort", ["name", "value"], ["name", "value"])
    with pytest.raises(Unacceptable, match="sort must be one of those below, not “size”"):
        demand("sort", ["name", "size"], ["name", "value"])


def test_every_refusal_can_be_caught_as_one() -> None:
    assert issubclass(Unknown, Refusal)
    assert issubclass(Unacceptable, Refusal)


def test_of_very_many_names_those_around_are_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["boat-1", "boat-2", "eel-1", "eel-2", "eel-3", "xeel-4"]
    assert Unknown("number", "eel-4", names).nearest == ["xeel-4", "eel-3", "eel-2", "eel-1"]
    monkeypatch.setattr(refusals, "LOOKED_THROUGH", 2)
    assert Unknown("number", "eel-4", names).nearest == ["xeel-4", "eel-3"]
