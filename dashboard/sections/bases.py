"""Bases: what shares are shares of, where the definitions of their indicators say it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_OF = re.compile(r"Share of (?:the )?(.+?) (?:who|whose|that|which) ")


def base(definition: str) -> str:
    """What a share is of: "of members" from "Share of the members who …"; "" where the definition does not say."""
    found = _OF.match(definition)
    return f"of {found[1]}" if found else ""


def common(definitions: Iterable[str]) -> str:
    """The base that shares have in common; "" where they are of several things."""
    bases = {base(definition) for definition in definitions}
    return bases.pop() if len(bases) == 1 else ""
