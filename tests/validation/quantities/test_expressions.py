from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.quantities.expressions import (
    LONGEST,
    Malformed,
    Number,
    Operation,
    Reference,
    parse,
    references,
    render,
)

A, B, C = (Reference(name) for name in "abc")
ONE, TWO, THREE = (Number(Decimal(digit)) for digit in "123")

trees = st.recursive(
    st.one_of(
        st.decimals(min_value=0, max_value=1000, places=2).map(Number),
        st.sampled_from(["a", "trade-value", "c-2"]).map(Reference),
    ),
    lambda inner: st.builds(Operation, st.sampled_from("+-*/"), inner, inner),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("formula", "tree"),
    [
        ("41.3", Number(Decimal("41.3"))),
        ("[trade-value-2]", Reference("trade-value-2")),
        ("[a] + [b] * [c]", Operation("+", A, Operation("*", B, C))),
        ("([a] + [b]) * [c]", Operation("*", Operation("+", A, B), C)),
        ("[a] - [b] - [c]", Operation("-", Operation("-", A, B), C)),
        ("[a] - ([b] - [c])", Operation("-", A, Operation("-", B, C))),
        ("[a] / [b] / [c]", Operation("/", Operation("/", A, B), C)),
        ("1/(2+[b]/3)", Operation("/", ONE, Operation("+", TWO, Operation("/", B, THREE)))),
        (" ( ( [a] ) ) ", A),
    ],
)
def test_a_formula_is_read_as_arithmetic_is(formula, tree):
    assert parse(formula) == tree


@pytest.mark.parametrize(
    ("formula", "position", "message"),
    [
        ("", 0, "a number, an id in brackets or a parenthesis at character 1, not its end"),
        ("[a] +", 5, "a number, an id in brackets or a parenthesis at character 6, not its end"),
        ("[a] [b]", 4, 'an operator at character 5, not "["'),
        ("([a] + 1", 8, "an operator or ) at character 9, not its end"),
        ("[a])", 3, 'an operator at character 4, not ")"'),
        ("-[a]", 0, 'not "-"'),
        ("[a] ** 2", 5, 'not "*"'),
        ("[A]", 0, 'not "["'),
        ("[a", 0, 'not "["'),
        ("[]", 0, 'not "["'),
        ("[a--b]", 0, 'not "["'),
        ("1.", 1, 'an operator at character 2, not "."'),
        ("1e5", 1, 'not "e"'),
        ("٣ + 1", 0, 'not "٣"'),
        ("[a]\n+ 1", 3, "not "),
        ("__import__('os')", 0, 'not "_"'),
        ("1" + "+1" * LONGEST, LONGEST, "its end at character 101"),
        ("(" * 10_000, LONGEST, "its end at character 101"),
    ],
)
def test_what_is_no_formula_is_refused_where_it_goes_wrong(formula, position, message):
    with pytest.raises(Malformed) as caught:
        parse(formula)
    assert message in str(caught.value)
    assert caught.value.position == position
    assert caught.value.formula == formula


@given(trees)
def test_a_rendered_tree_is_read_back(tree):
    assert parse(render(tree)) == tree


def test_a_tree_is_rendered_with_no_more_parentheses_than_it_needs():
    for formula in ("[a] - ([b] - [c])", "[a] - [b] - [c]", "[a] * ([b] + 1) / 100", "[a] / (1 + [b] / 100)"):
        assert render(parse(f"(({formula}))")) == formula


@given(st.text(alphabet="[]ab-1.+*/() ", max_size=20))
def test_any_text_is_a_formula_or_malformed(text):
    try:
        tree = parse(text)
    except Malformed as error:
        stopped = error.position
    else:
        stopped = len(text)
        assert parse(render(tree)) == tree
    assert 0 <= stopped <= len(text)


def test_references_are_named_once_in_order():
    assert references("[b] + [a] * [b] / (1 - [c-d])") == ["b", "a", "c-d"]
    assert references("1 + ] [Bad] [a] nonsense") == ["a"]
