"""The bees, of whose letter nobody has recorded anything yet."""

from __future__ import annotations

from pathlib import Path

from tests import collection, edits
from validation.files import package

SOURCE = "letter-on-bees"


def write(folder: Path) -> tuple[Path, Path]:
    """The tables and the documents of a collection in which the letter is all that is left to do."""
    datasets, seeds = collection.write(folder)
    forget(datasets)
    return datasets, seeds


def forget(datasets: Path, source: str = SOURCE) -> None:
    """Leaves nothing of a document in the tables of the bees, and nothing that rests on it."""
    for table in ("checks", "conflicts", "errata", "derivations"):
        with edits.rows_of(datasets, table) as rows:
            rows.clear()
    for table in ("observations", "mentions", "exclusions"):
        with edits.rows_of(datasets, table) as rows:
            rows[:] = [row for row in rows if row["source_id"] != source]
    package.describe(datasets)
