"""What is called wrong, and what is right."""

from __future__ import annotations

import pytest

from tests.validation.rules.asking import add, said
from validation.rules.errata import errata_still_hold


@pytest.mark.parametrize(
    ("target", "stated", "correct", "messages"),
    [
        ("first-mite-letter", "1979", "1977", []),
        ("hives-letter", "4,600", "4,500", []),
        ("first-mite-letter", "1978", "1977", ['stated must stand in the quote of {}, and "1978" does not']),
        ("hives-letter", "4,700", "4,500", ['stated must stand in the quote of {}, and "4,700" does not']),
        ("hives-letter", "4,600", "4,600", ["correct must differ from stated"]),
        ("no-such", "1978", "1977", []),
    ],
)
def test_an_erratum_still_holds(bees, target, stated, correct, messages):
    add(bees, "errata", {"target_id": target, "stated": stated, "correct": correct, "reason": "A register."})
    assert said(errata_still_hold, bees) == [message.format(target) for message in messages]
