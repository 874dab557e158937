"""Cases of which some run with `make test`, and the others with `make long`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def one_in(share: int, cases: Iterable[Any]) -> list[Any]:
    """Cases to parametrize a test with, tuples for several parameters: one in `share` runs with `make test`."""
    return [
        case
        if at % share == 0
        else pytest.param(*(case if isinstance(case, tuple) else [case]), marks=pytest.mark.long)
        for at, case in enumerate(cases)
    ]
