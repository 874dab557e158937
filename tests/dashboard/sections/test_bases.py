"""What shares are shares of."""

from __future__ import annotations

import pytest

from dashboard.sections.bases import base, common


@pytest.mark.parametrize(
    ("definition", "expected"),
    [
        ("Share of the members of a club who sell at markets.", "of members of a club"),
        ("Share of a valley's meadows that are mown.", "of a valley's meadows"),
        ("Share of colonies whose queen died.", "of colonies"),
        ("Share of wild bees in the bees of a valley.", ""),
        ("Markets at which members sell.", ""),
        ("", ""),
    ],
)
def test_a_definition_says_what_a_share_is_of(definition: str, expected: str) -> None:
    assert base(definition) == expected


def test_several_bases_are_not_one() -> None:
    one, other = "Share of members who sell.", "Share of hives that died."
    assert common([one, one]) == "of members"
    assert common([one, other]) == common([one, "Hives."]) == common([]) == ""
