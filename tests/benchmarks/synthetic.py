"""A large register made up for benchmarks: many observations of references, so that no document is needed."""

from __future__ import annotations

import json
import random
from pathlib import Path

from tests.collection import write_table
from validation.files import package as packaging
from validation.files.schemas import TABLES

QUALIFIERS = (("", "exact"), ("about ", "about"), ("over ", "over"), ("nearly ", "nearly"), ("up to ", "at-most"))
INDICATORS = 200
AREAS = 5000
SOURCES = 1000


def write(folder: Path, observations: int, *, bad: float = 0.0) -> Path:
    """A register of so many observations in `folder`; a share `bad` of its rows breaks a rule."""
    folder.mkdir(parents=True)
    for name, rows in _small_tables().items():
        write_table(folder / f"{name}.csv", TABLES[name].columns, rows)
    dice = random.Random(1)
    with (folder / "observations.csv").open("w", encoding="utf-8", newline="\n") as file:
        file.write(",".join(TABLES["observations"].columns) + "\n")
        file.writelines(_line(dice, number, broken=dice.random() < bad) for number in range(observations))
    about = {"name": "synthetic", "title": "Synthetic", "description": "Made up.", "version": "1"}
    (folder / "datapackage.json").write_text(json.dumps(about), encoding="utf-8")
    packaging.describe(folder)
    return folder


def _line(dice: random.Random, number: int, *, broken: bool) -> str:
    """One observation of a document that is not here; where broken, its value is not what is printed."""
    value = dice.randrange(1, 1000) * 10 ** dice.randrange(4)
    words, qualifier = QUALIFIERS[number % len(QUALIFIERS)]
    printed = f"{value:,} hives"
    quote = f"there stood {words}{printed} in that valley"
    period = f"{1900 + number % 120}-{1 + number % 12:02d}"
    start = dice.randrange(10_000)
    cells = {
        "observation_id": f"observation-{number:07d}",
        "indicator_id": f"indicator-{number % INDICATORS:03d}",
        "area_id": f"area-{number // INDICATORS % AREAS:04d}",
        "period": period,
        "period_basis": "stated",
        "printed": f'"{printed}"' if "," in printed else printed,
        "value": str(value + 1 if broken else value),
        "unit_id": "hives",
        "qualifier": qualifier,
        "status": "A",
        "source_id": f"source-{number % SOURCES:04d}",
        "start": str(start),
        "end": str(start + len(quote)),
        "quote": f'"{quote}"' if "," in quote else quote,
    }
    return ",".join(cells.get(name, "") for name in TABLES["observations"].columns) + "\n"


def _small_tables() -> dict[str, list[dict]]:
    sha256 = "0" * 64
    document = {"kind": "document", "title": "A document", "language": "en", "sha256": sha256, "characters": "20000"}
    return {name: [] for name in TABLES if name != "observations"} | {
        "areas": [{"area_id": f"area-{n:04d}", "name": f"Area {n}", "kind": "region"} for n in range(AREAS)],
        "charts": [{"chart_id": "chart", "topic": "Topic", "name": "Chart"}],
        "indicators": [
            {
                "indicator_id": f"indicator-{n:03d}",
                "name": f"Indicator {n}",
                "chart_id": "chart",
                "measure": "count",
                "unit_id": "hives",
                "definition": "Made up.",
            }
            for n in range(INDICATORS)
        ],
        "sources": [
            document
            | {"source_id": f"source-{n:04d}", "short_name": f"Document {n}", "file": f"document-{n}.txt"}
            | {"body_end": "20000"}
            for n in range(SOURCES)
        ],
        "units": [{"unit_id": "hives", "name": "hives", "symbol": "hives", "words": "hives"}],
    }
