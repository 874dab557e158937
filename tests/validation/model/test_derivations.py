"""Derivations: calculated with their steps, or told why not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.model.derivations import Circle, UnknownNumber, compute, in_order
from validation.model.register import Register


def test_formulas_are_calculated_or_say_why_not(edited: Callable[..., Register]) -> None:
    row = {"indicator_id": "honey", "area_id": "ash-valley", "period": "2020", "unit_id": "t"}
    formulas = {"before": "[honey-report] / (1 + [honey-growth-report] / 100)", "broken": "[", "unknown": "[nothing]"}
    register = edited(derivations=[row | {"derivation_id": name, "formula": text} for name, text in formulas.items()])
    assert list(register.derived) == ["before"]
    assert [type(outcome).__name__ for _, outcome in register.evaluations] == ["Result", "Malformed", "UnknownNumber"]
    assert list(register.numbers)[-1] == "before"


def test_a_formula_names_numbers(bees: Register) -> None:
    with pytest.raises(UnknownNumber, match="nothing") as error:
        compute("[nothing] * 2", "t", bees.observations.get, bees.units)
    assert error.value.name == "nothing"
    with pytest.raises(KeyError):
        compute("[honey-report] * 2", "no-unit", bees.observations.get, bees.units)


def test_a_number_named_twice_is_used_once(bees: Register) -> None:
    result = compute("[honey-report] + [honey-report]", "t", bees.observations.get, bees.units)
    assert result.amount.value == 192
    assert [step.expression for step in result.steps] == ["[honey-report]", "[honey-report] + [honey-report]"]


def chained(edited: Callable[..., Register], formulas: dict[str, str]) -> Register:
    row = {"indicator_id": "honey", "area_id": "ash-valley", "period": "2020", "unit_id": "t"}
    return edited(derivations=[row | {"derivation_id": name, "formula": text} for name, text in formulas.items()])


def test_a_formula_names_derivations_wherever_they_stand(edited: Callable[..., Register]) -> None:
    formulas = {"a-fourth": "[half] / 2", "half": "[sum] / 2", "sum": "[honey-report] + [honey-letter]"}
    derived = chained(edited, formulas).derived
    assert {name: float(one.value) for name, one in derived.items()} == {"a-fourth": 46.5, "half": 93, "sum": 186}
    assert derived["a-fourth"].operands == (derived["half"],)
    assert [one.id for one in derived["a-fourth"].stated] == ["honey-report", "honey-letter"]
    assert derived["a-fourth"].amount.approximate


def test_a_sum_of_one_sources_sums_is_one_too(edited: Callable[..., Register]) -> None:
    formulas = {
        "all": "[twice] + [honey-report]",
        "half": "[twice] / 2",
        "no-sum": "[half] + [honey-report]",
        "twice": "[honey-report] + [honey-report]",
    }
    derived = chained(edited, formulas).derived
    assert [name for name, one in derived.items() if one.is_sum] == ["all", "twice"]
    assert derived["all"].source.id == "honey-year"


def test_a_circle_is_told_and_what_rests_on_it_is_not_there(edited: Callable[..., Register]) -> None:
    formulas = {"a": "[b] * 2", "b": "[c] * 2", "c": "[a] + [honey-report]", "on-it": "[a] * 2", "self": "[self]"}
    register = chained(edited, formulas)
    assert not register.derived
    outcomes = {row["derivation_id"]: outcome for row, outcome in register.evaluations}
    assert str(outcomes["b"]) == "it rests on itself: b rests on c rests on a rests on b"
    assert str(outcomes["self"]) == "it rests on itself: self rests on self"
    assert isinstance(outcomes["on-it"], UnknownNumber)


NAMES = st.sampled_from("abcdefg")


@given(st.dictionaries(NAMES, st.lists(NAMES, max_size=3)))
def test_each_stands_behind_those_it_names_unless_it_leads_back_to_itself(named: dict[str, list[str]]) -> None:
    order, circles = in_order({name: " + ".join(f"[{one}]" for one in ["x", *names]) for name, names in named.items()})
    assert sorted(order) == sorted(named)
    for name, circle in circles.items():
        assert circle.names[0] == name
        assert all(after in named[one] for one, after in zip(circle.names, (*circle.names[1:], name), strict=True))
    for name in named.keys() - circles.keys():
        assert all(order.index(one) < order.index(name) for one in named[name] if one in named)


def test_a_long_chain_is_no_matter() -> None:
    formulas = {f"n{at}": f"[n{at + 1}] + 1" for at in range(5000)}
    order, circles = in_order(formulas)
    assert (order[0], order[-1], circles) == ("n4999", "n0", {})


def test_formulas_that_cannot_be_read_name_nothing() -> None:
    assert in_order({"a": "[b" + "(" * 500, "b": "1"}) == (["a", "b"], {})
    assert Circle(["a", "b"]).names == ("a", "b")
