"""The attributes that Python can't name as keyword arguments, aria-… and data-…."""

from __future__ import annotations

from typing import Any


def aria(**values: str | bool | None) -> dict[str, Any]:
    """`**aria(labelledby="x")` is `aria-labelledby="x"`; True and False are written out, None leaves out."""
    return {f"aria-{name}": _written(value) for name, value in values.items() if value is not None}


def data(**values: str | None) -> dict[str, Any]:
    """`**data(point="x")` is `data-point="x"`; what is None or empty is left out."""
    return {f"data-{name}": value for name, value in values.items() if value}


def given(**values: Any) -> dict[str, Any]:
    """The properties that have a value: not all components take None for none."""
    return {name: value for name, value in values.items() if value not in (None, "")}


def _written(value: str | bool) -> str:
    return value if isinstance(value, str) else str(value).lower()
