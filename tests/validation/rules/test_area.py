"""Areas and what they are part of."""

from __future__ import annotations

import pytest

from tests.validation.rules.asking import add, faults
from validation.rules.area import areas_are_no_part_of_themselves


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"east": "north", "north": ""}, []),
        ({"east": "east"}, ["east"]),
        ({"east": "north", "north": "east"}, ["east", "north"]),
        ({"east": "north", "north": "west", "west": "north"}, ["north", "west"]),
        ({"east": "nowhere"}, []),
    ],
)
def test_no_area_lies_within_itself(bees, parts, found):
    add(bees, "areas", *({"area_id": area, "name": area, "kind": "region", "part_of": parts[area]} for area in parts))
    faulty = faults(areas_are_no_part_of_themselves, bees)
    assert [fault.message.rpartition(" ")[2] for fault in faulty] == found
    assert [fault.value for fault in faulty] == [parts[area] for area in found]
