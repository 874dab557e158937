"""The bees as they were released, corrected, and released again."""

from __future__ import annotations

from pathlib import Path

from tests import collection, edits
from validation.commands.main import main

CENSUS = {
    "source_id": "hive-census",
    "kind": "reference",
    "short_name": "Hive census",
    "title": "Census of hives",
    "author": "Bee Office",
    "author_kind": "organization",
    "url": "https://bees.example/census",
    "accessed": "2026-01-02",
    "confidence": "high",
}
HIVES = {
    "observation_id": "hives-census",
    "indicator_id": "hives",
    "area_id": "ash-valley",
    "period": "2021",
    "period_basis": "stated",
    "printed": "3,900 hives",
    "value": "3900",
    "unit_id": "hives",
    "qualifier": "exact",
    "status": "A",
    "source_id": "hive-census",
    "quote": "3,900 hives in 2021",
    "locator": "table 1",
}
DOUBLE = {
    "derivation_id": "hives-twice",
    "indicator_id": "hives",
    "area_id": "ash-valley",
    "formula": "[hives-census] * 2",
    "unit_id": "hives",
    "note": "Two hives for each.",
}

CHANGED, RENAMED, NOW, WITHDRAWN, MOVED = (
    "hives-census",
    "losses-report",
    "colonies-lost-report",
    "swarms-lost-report",
    "hives-twice",
)
"""What is corrected, called otherwise under which name, taken out, and calculated from what is corrected."""

STANDS = "honey-report"


def write(folder: Path) -> tuple[Path, Path]:
    """The collection after two releases, written below a folder: its datasets and its seeds."""
    datasets, seeds = first(folder)
    corrected(datasets)
    release(datasets, seeds, "2.0.0", "2026-06-01")
    return datasets, seeds


def first(folder: Path) -> tuple[Path, Path]:
    """The same after the first."""
    datasets, seeds = collection.write(folder)
    with edits.rows_of(datasets, "sources") as rows:
        rows.append(CENSUS)
        rows.sort(key=lambda row: row["source_id"])
    with edits.rows_of(datasets, "observations") as rows:
        rows.append(HIVES)
        rows.sort(key=lambda row: row["observation_id"])
    with edits.rows_of(datasets, "derivations") as rows:
        rows.append(DOUBLE)
    release(datasets, seeds, "1.0.0", "2026-01-10")
    return datasets, seeds


def release(datasets: Path, seeds: Path, version: str, day: str) -> None:
    """Releases what lies there."""
    folders = ["--datasets", str(datasets), "--seeds", str(seeds)]
    if main(["release", version, "--date", day, *folders]):
        main(folders)
        raise AssertionError("what is to be released must be valid")


def corrected(datasets: Path) -> None:
    """Corrects one number, calls another otherwise, and takes a third out."""
    with edits.rows_of(datasets, "observations") as rows:
        by_id = {row["observation_id"]: row for row in rows}
        by_id[CHANGED].update(printed="3,950 hives", value="3950", quote="3,950 hives in 2021")
        by_id[RENAMED]["observation_id"] = NOW
        rows.remove(gone := by_id[WITHDRAWN])
        rows.sort(key=lambda row: row["observation_id"])
    with edits.rows_of(datasets, "exclusions") as rows:
        place = {name: gone[name] for name in ("source_id", "start", "end", "quote")}
        rows.append(place | {"reason": "vague"})
        rows.sort(key=lambda row: (row["source_id"], int(row["start"])))
    with edits.rows_of(datasets, "retired") as rows:
        rows += [
            {"id": RENAMED, "replaced_by": NOW, "version": "2.0.0", "reason": "It counts colonies."},
            {"id": WITHDRAWN, "replaced_by": "", "version": "2.0.0", "reason": "Nobody counted them."},
        ]
