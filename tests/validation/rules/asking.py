"""What one function of the rules says of a collection that was edited."""

from __future__ import annotations

from pathlib import Path

from tests.edits import rows_of
from validation.findings import Fault
from validation.model.register import load
from validation.rules.rule import Check

Folders = tuple[Path, Path]


def faults(look: Check, folders: Folders) -> list[Fault]:
    """The faults it finds, with the documents there."""
    return list(look(load(*folders)))


def said(look: Check, folders: Folders) -> list[str]:
    """What it says of each fault."""
    return [fault.message for fault in faults(look, folders)]


def change(folders: Folders, table: str, key: str, **cells: str) -> None:
    """Writes cells of the row with this key."""
    with rows_of(folders[0], table) as rows:
        next(row for row in rows if next(iter(row.values())) == key).update(cells)


def add(folders: Folders, table: str, *added: dict[str, str]) -> None:
    """Puts rows at the end of a table; cells that are not given are empty."""
    with rows_of(folders[0], table) as rows:
        rows += added
