"""What an address chooses of the numbers."""

from __future__ import annotations

from dashboard.state import addresses
from dashboard.state.selection import Selection
from dashboard.state.store import Snapshot


def read(search: str) -> Selection:
    return Selection.read(addresses.parsed(search))


def ids(data: Snapshot, search: str) -> list[str]:
    return [number.id for number in read(search).choose(data)]
