"""What is searched of numbers."""

from __future__ import annotations

import pytest

from dashboard.state.selection import Selection
from dashboard.state.store import Snapshot
from tests import registers


@pytest.mark.parametrize("typed", ["keeper's", "keeper’s", "KEEPER'S"])
def test_apostrophes_are_found_however_typed(data: Snapshot, typed: str) -> None:
    noted = Snapshot(registers.rewritten(data.register, {"note": "The keeper’s own"}))
    assert Selection(q=typed).choose(noted) == list(noted.register.numbers.values())
    assert Selection(q=typed).choose(data) == []
