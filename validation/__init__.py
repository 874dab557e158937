"""The register of stated numbers: read from its files, validated, and handed on as one typed model."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from validation.model.observations import Observation
    from validation.model.register import load
    from validation.reports.report import check

__all__ = ["Observation", "check", "load"]

# Handed on when it is first asked for: who needs a number needs no table.
_PLACES = {
    "Observation": "validation.model.observations",
    "check": "validation.reports.report",
    "load": "validation.model.register",
}


def __getattr__(name: str) -> Any:
    if name in _PLACES:
        return getattr(import_module(_PLACES[name]), name)
    raise AttributeError(f"validation has nothing called {name}; it hands on {', '.join(_PLACES)}")
