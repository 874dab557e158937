"""The bees with every code that a register knows: each is in a table, or comes of a document that was changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests import collection, edits
from validation.vocabulary import (
    ABOUT,
    BASES,
    CHART_KINDS,
    CONFIDENCES,
    CONFLICT_VERDICTS,
    DOCUMENT,
    EXACT,
    OVER,
    REASONS,
    REFERENCE,
    STATED,
    STATED_STATUS,
    STATUSES,
    VERDICTS,
)

# Of the letter two numbers have changed, a passage is gone and others moved; the almanac isn't here.
GONE = "Up to 15% of the colonies died. "
EDITED = collection.LETTER.replace("4,600", "4,700").replace("1979", "1978").replace(GONE, "")
ALMANAC = "almanac"
ALMANAC_SIZE = 400
REPORTED = {
    "area_id": "ash-valley",
    "period": "2021",
    "period_basis": STATED,
    "qualifier": EXACT,
    "status": STATED_STATUS,
    "locator": "Table 1",
}
REFERENCES = {f"{code}-office": code for code in CONFIDENCES}


def write(folder: Path) -> tuple[Path, Path]:
    """The collection written below `folder`: its datasets and its seeds."""
    datasets, seeds = collection.write(folder)
    for table, rows in _tables().items():
        with edits.rows_of(datasets, table) as known:
            known += rows
    _set(datasets, "observations", "status", STATUSES)
    _set(datasets, "observations", "period_basis", BASES)
    _set(datasets, "mentions", "period_basis", BASES)
    _set(datasets, "charts", "kind", CHART_KINDS)
    for indicator, chart in (("founders", "others"), ("meadows", "rest")):
        edits.set_cell(datasets, "indicators", indicator, "chart_id", chart)
    with edits.rows_of(datasets, "observations") as rows:
        # Nothing accounts for this number any more.
        rows[:] = [row for row in rows if row["observation_id"] != "swarms-lost-report"]
    (seeds / "letter.txt").write_text(EDITED, encoding="utf-8", newline="")
    return datasets, seeds


def _set(datasets: Path, table: str, column: str, codes: Any) -> None:
    """Gives the rows of a table each of the codes in turn."""
    with edits.rows_of(datasets, table) as rows:
        every = list(codes)
        for at, row in enumerate(rows):
            row[column] = every[at % len(every)]


def _tables() -> dict[str, list[dict[str, Any]]]:
    """The rows that the bees don't have."""
    checked = ("hives-letter", "hives-report", "honey-report", "losses-report", "meadows-report")
    verdicts = list(VERDICTS)
    sides = [
        ("hives-letter", "hives-report"),
        ("losses-letter", "losses-report"),
        ("meadow-area-letter", "meadows-report"),
    ]
    return {
        "sources": [_almanac(), *(_office(name, code) for name, code in REFERENCES.items())],
        "charts": [{"chart_id": name, "topic": "Others", "name": f"Other {name}"} for name in ("others", "rest")],
        "observations": [
            *(_counted(name, qualifier) for name, qualifier in zip(REFERENCES, (OVER, ABOUT, EXACT), strict=True)),
            _counted(ALMANAC, EXACT) | {"start": 300, "end": 319, "quote": "exactly 4,215 hives"},
        ],
        "exclusions": [_excluded(at, reason) for at, reason in enumerate(REASONS)],
        "derivations": [
            {
                "derivation_id": "honey-before",
                "indicator_id": "honey",
                "area_id": "ash-valley",
                "period": "2020",
                "formula": "[honey-report] / (1 + [honey-growth-report] / 100)",
                "unit_id": "t",
            }
        ],
        "conflicts": [
            {"conflict_id": code, "left_id": left, "right_id": right, "verdict": code, "explanation": "Two clerks."}
            for code, (left, right) in zip(CONFLICT_VERDICTS, sides, strict=True)
        ],
        "checks": [
            {"observation_id": name, "reference_id": f"hives-{office}", "verdict": verdict, "explanation": "Held."}
            for name, verdict, office in zip(checked, verdicts, [*REFERENCES, *REFERENCES], strict=False)
        ],
    }


def _almanac() -> dict[str, Any]:
    return {
        "source_id": ALMANAC,
        "kind": DOCUMENT,
        "file": "almanac.txt",
        "short_name": "The Almanac",
        "title": "The Almanac",
        "language": "en",
        "sha256": "0" * 64,
        "characters": ALMANAC_SIZE,
        "body_end": ALMANAC_SIZE,
    }


def _office(name: str, confidence: str) -> dict[str, Any]:
    title = name.replace("-", " ").capitalize()
    named = {"source_id": name, "kind": REFERENCE, "short_name": title, "title": title}
    return named | {"publisher": "Bee Office", "confidence": confidence}


def _counted(source: str, qualifier: str) -> dict[str, Any]:
    number = {"printed": "4,215", "value": "4215", "unit_id": "hives", "qualifier": qualifier, "source_id": source}
    return REPORTED | {"observation_id": f"hives-{source}", "indicator_id": "hives"} | number


def _excluded(at: int, reason: str) -> dict[str, Any]:
    quote, start = f"about {60 + at} bees", 20 * at
    return {"source_id": ALMANAC, "start": start, "end": start + len(quote), "quote": quote, "reason": reason}
