"""What made a text, with its version: another one may make another text of the same file."""

from __future__ import annotations

from importlib import metadata

_OURS = "stated-numbers"


def ours(*others: str) -> str:
    """The program with its version, and what else it took: a library, an encoding."""
    return ", ".join((_versioned(_OURS), *others))


def with_library(name: str) -> str:
    """The program and a library."""
    return ours(_versioned(name))


def _versioned(name: str) -> str:
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:  # a checkout that isn't installed
        return name
