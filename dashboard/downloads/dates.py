"""EDTF dates as citations write them."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_MARKS = re.compile("[?~%]")


def parts(date: str) -> list[list[int]]:
    """Year, month and day as far as they are given, of one date or of both ends; nothing for any other form."""
    found = [_PLAIN.fullmatch(end) for end in _MARKS.sub("", date).split("/")]
    return [[int(part) for part in each.groups() if part] for each in found if each] if all(found) else []


def approximate(date: str) -> bool:
    """Whether EDTF marks the date as uncertain."""
    return bool(_MARKS.search(date))
