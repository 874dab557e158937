"""Rules on areas: none lies within itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from validation.findings import Fault
from validation.model.register import Register
from validation.model.subjects import Area
from validation.rules.rule import Rule

RULES = (
    Rule("area/part", "No area is part of itself, not by way of others.", "part_of the area itself", tables=("areas",)),
)


def areas_are_no_part_of_themselves(register: Register) -> Iterator[Fault]:
    """No area is a part of itself, neither directly nor by way of others."""
    for row, name in enumerate(register["areas"]["area_id"].tolist()):
        area = register.areas.get(name)
        if area and _leads_back(area, register.areas):
            message, hint = f"part_of must not lead back to {name}", "name the larger area"
            yield Fault("area/part", "areas", row, "part_of", area.part_of, message, hint)


def _leads_back(area: Area, areas: Mapping[str, Area]) -> bool:
    seen: set[str] = set()
    above = areas.get(area.part_of)
    while above and above.id not in seen:
        seen.add(above.id)
        above = areas.get(above.part_of)
    return area.id in seen
