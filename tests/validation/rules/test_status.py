"""The status of what is only said to be so."""

from __future__ import annotations

import pytest

from tests.validation.rules.asking import change, said
from validation.rules.status import unverified_reports_have_their_status


@pytest.mark.parametrize(
    ("attribution", "status", "missed"),
    [
        ("local rumours", "A", 'status must be U, as attribution says "rumours", not A'),
        ("local rumours", "U", ""),
        ("the association", "E", ""),
        ("", "A", ""),
    ],
)
def test_a_rumor_is_an_unverified_report(bees, attribution, status, missed):
    change(bees, "observations", "hives-letter", attribution=attribution, status=status)
    assert said(unverified_reports_have_their_status, bees) == [missed] * bool(missed)
